using System.Globalization;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.EigenApi;

/// <summary>
/// The query of a request. A parameter that does not exist, comes twice or has a wrong value is refused: a filter that is silently ignored shows
/// more than was asked for.
/// </summary>
internal sealed class Vraag
{
    private const int MaxPagina = 500;
    private readonly IQueryCollection _query;
    private readonly List<OngeldigVeld> _fouten = [];

    private Vraag(IQueryCollection query) => _query = query;

    /// <summary>Accepts the parameters that the endpoint declares.</summary>
    public static Vraag Lees(HttpContext http)
    {
        var vraag = new Vraag(http.Request.Query);
        var namen = http.GetEndpoint()?.Metadata.GetMetadata<Parameters>()?.Lijst.Select(parameter => parameter.Naam).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (naam, waarden) in http.Request.Query)
        {
            if (!namen.Contains(naam)) vraag._fouten.Add(new(Kort(naam), "unknown-parameters", "Deze parameter bestaat niet."));
            else if (waarden.Count != 1) vraag._fouten.Add(new(naam, "invalid", "Geef deze parameter een keer."));
        }

        return vraag;
    }

    /// <summary>The part of a list that is asked for, by <c>page</c> and <c>pageSize</c>.</summary>
    public Deelvraag Deel() => new(Getal("page", 1, 1, 1_000_000), Getal("pageSize", 100, 1, MaxPagina));

    public string? Tekst(string naam) => _query.TryGetValue(naam, out var waarden) && waarden.Count > 0 ? waarden[0] : null;

    public int Getal(string naam, int standaard, int min, int max)
    {
        if (Tekst(naam) is not { } tekst) return standaard;
        if (int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal >= min && getal <= max) return getal;
        _fouten.Add(new(naam, "invalid", $"Een geheel getal van {min} tot en met {max}."));
        return standaard;
    }

    public DateOnly? Datum(string naam)
    {
        if (Tekst(naam) is not { } tekst) return null;
        if (Invoer.LeesDatum(tekst) is { } datum) return datum;
        _fouten.Add(new(naam, "invalid", "Een datum zoals 2026-07-01."));
        return null;
    }

    public T? Keuze<T>(string naam) where T : struct, Enum
    {
        if (Tekst(naam) is not { } tekst) return null;
        foreach (var waarde in Enum.GetValues<T>())
            if (waarde.Woord() == tekst) return waarde;
        _fouten.Add(new(naam, "invalid_choice", $"Kies uit {string.Join(", ", Enum.GetValues<T>().Select(w => w.Woord()))}."));
        return null;
    }

    public void Fout(string naam, string reden) => _fouten.Add(new(naam, "invalid", reden));

    /// <exception cref="ProbleemException">400 with every mistake.</exception>
    public void Klaar()
    {
        if (_fouten.Count > 0) throw Weigering.Ongeldig(_fouten);
    }

    private static string Kort(string naam) => naam.Length > 100 ? naam[..100] : naam;
}

/// <summary>Part of a list.</summary>
internal readonly record struct Deelvraag(int Page, int PageSize)
{
    public long Overslaan => (Page - 1L) * PageSize;

    public string Sql => string.Create(CultureInfo.InvariantCulture, $"LIMIT {PageSize} OFFSET {Overslaan}");
}
