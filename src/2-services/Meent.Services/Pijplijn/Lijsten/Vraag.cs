using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>What a list request asks: filters, order and page, read from its query.</summary>
internal sealed record Vraag(string Voorwaarde, IReadOnlyList<object?> Args, string Sorteerkolom, bool Aflopend, int Pagina, int Grootte, Cursor? Cursor)
{
    public const int StandaardGrootte = 100;
    private const int MaxGrootte = 500;

    private static readonly string[] Eigen = ["page", "pageSize", "cursor"];
    private static readonly string[] Ordening = ["ordering"];

    public bool Gefilterd => Voorwaarde.Length > 0;

    /// <exception cref="ProbleemException">400 with every wrong parameter; 404 for a page that cannot be.</exception>
    public static Vraag Lees(HttpRequest request, Resource resource, IReadOnlyList<string> basissen)
    {
        Lezen.Query.Alleen(request, [.. resource.Filters.Select(f => f.Naam), .. Eigen, .. resource.Sorteervelden.Count > 0 ? Ordening : []]);
        var fouten = new List<OngeldigVeld>();
        var args = new List<object?>();
        var delen = resource.Filters.Where(f => f.Standaard is not null || request.Query.ContainsKey(f.Naam))
            .Select(f => Deel(f, request.Query.TryGetValue(f.Naam, out var t) ? t.ToString() : f.Standaard!, basissen, args, fouten)).Where(deel => deel.Length > 0).ToList();
        var ordering = request.Query["ordering"].ToString();
        var veld = ordering.TrimStart('-');
        if (veld.Length > 0 && !resource.Sorteervelden.ContainsKey(veld))
            fouten.Add(new OngeldigVeld("ordering", "invalid_choice", $"Kies uit {string.Join(", ", resource.Sorteervelden.Keys)}."));
        var grootte = Getal(request, "pageSize", StandaardGrootte, MaxGrootte, fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);

        var pagina = request.Query.TryGetValue("page", out var tekst) ? int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var p) && p > 0 ? p : throw Weiger.NietGevonden() : 1;
        return new Vraag(string.Join(" AND ", delen), args, veld.Length > 0 ? resource.Sorteervelden[veld] : "id", ordering.StartsWith('-'),
            pagina, grootte, Lijsten.Cursor.Lees(request.Query["cursor"]));
    }

    private static string Deel(Filter filter, string tekst, IReadOnlyList<string> basissen, List<object?> args, List<OngeldigVeld> fouten)
    {
        try
        {
            var waarde = filter.Lees(tekst, basissen);
            if (waarde is null) return "";
            if (filter.Vergelijk == "IS NULL") return $"t.{filter.Kolom} {(waarde is true ? "IS NULL" : "IS NOT NULL")}";
            if (waarde is string[] lijst)
            {
                return $"t.{filter.Kolom} IN ({string.Join(", ", lijst.Select(w =>
                {
                    args.Add(w);
                    return $"${args.Count}";
                }))})";
            }

            args.Add(waarde);
            if (filter.Zin is { } zin) return zin.Replace("$", $"${args.Count}", StringComparison.Ordinal);
            return $"t.{filter.Kolom} {filter.Vergelijk} ${args.Count}";
        }
        catch (FormatException e)
        {
            fouten.Add(new OngeldigVeld(filter.Naam, "invalid", e.Message));
            return "";
        }
    }

    private static int Getal(HttpRequest request, string naam, int standaard, int max, List<OngeldigVeld> fouten)
    {
        if (!request.Query.TryGetValue(naam, out var tekst)) return standaard;
        if (int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal >= 1 && getal <= max) return getal;
        fouten.Add(new OngeldigVeld(naam, "invalid", $"Een getal van 1 tot en met {max}."));
        return standaard;
    }
}

/// <summary>The last row of the page before: with it the next page is found without counting rows.</summary>
internal sealed record Cursor(string? Waarde, Guid Id)
{
    public static Cursor? Lees(string? tekst)
    {
        if (string.IsNullOrEmpty(tekst)) return null;
        try
        {
            var delen = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(tekst)).Split('\n');
            return new Cursor(delen.Length > 1 ? delen[1] : null, Guid.ParseExact(delen[0], "N"));
        }
        catch (FormatException)
        {
            throw Weiger.Ongeldig("cursor", "invalid", "Neem de link 'next' over zoals hij is.");
        }
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Waarde is null ? $"{Id:N}" : $"{Id:N}\n{Waarde}"));
}
