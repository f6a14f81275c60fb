using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>What a list or search asks: filters, order and page.</summary>
internal sealed record Vraag(string Voorwaarde, IReadOnlyList<object?> Args, string Sorteerkolom, bool Aflopend, int Pagina, int Grootte, Cursor? Cursor)
{
    public const int StandaardGrootte = 100;
    private const int MaxGrootte = 500;

    private static readonly string[] Eigen = ["page", "pageSize", "cursor"];

    public bool Gefilterd => Voorwaarde.Length > 0;

    /// <summary>Only what lies within this area; tested exactly after the index has narrowed it down.</summary>
    public NetTopologySuite.Geometries.Geometry? Zone { get; init; }

    /// <summary>BSNs by which is asked: also a question that finds nothing is about this person.</summary>
    public IReadOnlyList<string> Personen { get; init; } = [];

    /// <param name="parameters">From the query of a list, or the body of a search.</param>
    /// <param name="filters">What may be asked.</param>
    /// <exception cref="ProbleemException">400 with every wrong parameter; 404 for a page that cannot be.</exception>
    public static Vraag Lees(IReadOnlyDictionary<string, string> parameters, Resource resource, IReadOnlyList<Filter> filters, IReadOnlyList<string> basissen)
    {
        var onbekend = parameters.Keys.Where(naam => !Eigen.Contains(naam) && !filters.Any(f => f.Naam == naam)
            && !(naam == "ordering" && resource.Sorteervelden.Count > 0) && !(naam == "expand" && resource.Uitvouwbaar.Count > 0)).ToList();
        if (onbekend.Count > 0) throw Weiger.OnbekendeParameters(onbekend);
        var fouten = new List<OngeldigVeld>();
        var args = new List<object?>();
        var delen = filters.Where(f => f.Standaard is not null || parameters.ContainsKey(f.Naam))
            .Select(f => (f.Binnen, Zin: Deel(f, parameters.GetValueOrDefault(f.Naam) ?? f.Standaard!, basissen, args, fouten)))
            .Where(deel => deel.Zin.Length > 0).GroupBy(deel => deel.Binnen, deel => deel.Zin)
            .SelectMany(groep => groep.Key is null ? groep : (IEnumerable<string>)[groep.Key.Replace("{0}", string.Join(" AND ", groep), StringComparison.Ordinal)]).ToList();
        var ordering = parameters.GetValueOrDefault("ordering", resource.Volgorde);
        var veld = ordering.TrimStart('-');
        if (veld == "id" && !parameters.ContainsKey("ordering")) veld = "";
        if (veld.Length > 0 && !resource.Sorteervelden.ContainsKey(veld))
            fouten.Add(new OngeldigVeld("ordering", "invalid_choice", $"Kies uit {string.Join(", ", resource.Sorteervelden.Keys)}."));
        // A bare array is whole, unless the client asks for a page of it.
        var grootte = Getal(parameters, "pageSize", resource.KaleLijst && !parameters.ContainsKey("page") ? int.MaxValue : StandaardGrootte, MaxGrootte, fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);

        return new Vraag(string.Join(" AND ", delen), args, veld.Length > 0 ? resource.Sorteervelden[veld] : "id", ordering.StartsWith('-'),
            Nummer(parameters), grootte, Lijsten.Cursor.Lees(parameters.GetValueOrDefault("cursor")))
        { Personen = [.. filters.Where(f => f.Gevoelig).Select(f => parameters.GetValueOrDefault(f.Naam)).OfType<string>().Where(waarde => Bsn.TryParse(waarde, out _))] };
    }

    /// <summary>Which page, of a list whose filters another part reads.</summary>
    /// <exception cref="ProbleemException">400: no such size; 404: no such page.</exception>
    public static Vraag Blad(IReadOnlyDictionary<string, string> parameters)
    {
        var fouten = new List<OngeldigVeld>();
        var grootte = Getal(parameters, "pageSize", StandaardGrootte, MaxGrootte, fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return new Vraag("", [], "id", true, Nummer(parameters), grootte, Lijsten.Cursor.Lees(parameters.GetValueOrDefault("cursor")));
    }

    public static Dictionary<string, string> Parameters(IQueryCollection query) => query.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);

    /// <summary>With a further condition, in which <c>$?</c> stands for each value in turn.</summary>
    public Vraag Met(string zin, params IReadOnlyList<object?> waarden)
    {
        List<object?> args = [.. Args];
        foreach (var waarde in waarden)
        {
            args.Add(waarde);
            var plek = zin.IndexOf("$?", StringComparison.Ordinal);
            zin = $"{zin[..plek]}${args.Count}{zin[(plek + 2)..]}";
        }

        return this with { Voorwaarde = Gefilterd ? $"{Voorwaarde} AND {zin}" : zin, Args = args };
    }

    private static string Deel(Filter filter, string tekst, IReadOnlyList<string> basissen, List<object?> args, List<OngeldigVeld> fouten)
    {
        try
        {
            // PostgreSQL keeps no text with it.
            if (tekst.Contains('\0', StringComparison.Ordinal)) throw new FormatException("Stuurtekens zijn niet toegestaan.");
            var waarde = filter.Lees(tekst, basissen);
            if (waarde is null) return "";
            var kolom = $"{(filter.Binnen is null ? "t" : "x")}.{filter.Kolom}";
            if (filter.Vergelijk == "IS NULL")
                return filter.Leegwaarde is { } leeg ? $"{kolom} {(waarde is true ? "=" : "<")} '{leeg}'" : $"{kolom} {(waarde is true ? "IS NULL" : "IS NOT NULL")}";
            if (waarde is object[] alle && filter.Zin is { } perStuk)
            {
                return string.Join(" AND ", alle.Select(w =>
                {
                    args.Add(w);
                    return perStuk.Replace("$", $"${args.Count}", StringComparison.Ordinal);
                }));
            }

            if (waarde is object[] lijst)
            {
                return $"{kolom} IN ({string.Join(", ", lijst.Select(w =>
                {
                    args.Add(w);
                    return $"${args.Count}";
                }))})";
            }

            args.Add(waarde);
            if (filter.Zin is { } zin) return zin.Replace("$", $"${args.Count}", StringComparison.Ordinal);
            return $"{kolom} {filter.Vergelijk} ${args.Count}";
        }
        catch (FormatException e)
        {
            fouten.Add(new OngeldigVeld(filter.Naam, "invalid", e.Message));
            return "";
        }
    }

    private static int Nummer(IReadOnlyDictionary<string, string> parameters) =>
        !parameters.TryGetValue("page", out var tekst) ? 1 : int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) && nummer > 0 ? nummer : throw Weiger.NietGevonden();

    private static int Getal(IReadOnlyDictionary<string, string> parameters, string naam, int standaard, int max, List<OngeldigVeld> fouten)
    {
        if (!parameters.TryGetValue(naam, out var tekst)) return standaard;
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
            return new Cursor(delen.Length > 1 ? delen[1].Replace("\0", "", StringComparison.Ordinal) : null, Guid.ParseExact(delen[0], "N"));
        }
        catch (FormatException)
        {
            throw Weiger.Ongeldig("cursor", "invalid", "Neem de link 'next' over zoals hij is.");
        }
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Waarde is null ? $"{Id:N}" : $"{Id:N}\n{Waarde}"));
}
