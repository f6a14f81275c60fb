using System.Globalization;
using Meent.Services.Objecten.Rechten;
using Meent.Services.Objecten.Records;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten.Lijsten;

/// <summary>
/// One expression of <c>data_attr</c>: <c>afmetingen__hoogte__gte__10</c>. It looks values up in the index of <see cref="Waarden"/>: by path and value for a
/// comparison, all of a path for <c>icontains</c>.
/// </summary>
/// <param name="Pad">Names with <c>__</c> between.</param>
internal sealed record Datafilter(string Pad, string Operator, string Waarde)
{
    /// <summary>SQLite takes no longer pattern than 50,000 bytes, and nobody searches so.</summary>
    private const int LangsteWaarde = 1_000;
    private const int MeesteKeuzes = 500;

    private static readonly Dictionary<string, string> Vergelijkingen = new(StringComparer.Ordinal) { ["gt"] = ">", ["gte"] = ">=", ["lt"] = "<", ["lte"] = "<=" };

    /// <summary>From the parameter <c>data_attr</c>: one expression, whose value may hold commas.</summary>
    public static Datafilter Lees(string tekst)
    {
        var einde = tekst.LastIndexOf(Veldkeuze.Tussen, StringComparison.Ordinal);
        return einde >= 0 && tekst.AsSpan(0, einde).Contains(',')
            ? throw Fout("data_attr", "Een komma kan alleen in de waarde staan; herhaal de parameter voor meer voorwaarden.")
            : Lees(tekst, "data_attr");
    }

    /// <summary>From the deprecated parameter <c>data_attrs</c>: expressions with commas between.</summary>
    public static IEnumerable<Datafilter> LeesAlle(string tekst) => tekst.Split(',').Select(deel => Lees(deel, "data_attrs"));

    /// <summary>The member of an object that it looks at.</summary>
    public string Veld => $"record__data__{Pad}";

    /// <summary>Condition on alias <c>r</c>.</summary>
    public string Zin(List<object?> args)
    {
        var pad = Arg(args, Waarden.Sleutel(Pad));
        return $"r.id IN (SELECT w.record FROM objecten_waarden w WHERE {Vergelijking(args, pad)})";
    }

    /// <summary>A pattern for LIKE that finds a text anywhere; the escape is a backslash.</summary>
    public static string Ergens(string tekst) =>
        $"%{tekst.ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <exception cref="Standards.Problemen.ProbleemException">400: too long, or no text.</exception>
    public static void Controleer(string tekst, string naam)
    {
        if (tekst.Length > LangsteWaarde) throw Weiger.Ongeldig(naam, "max_length", $"Zorg ervoor dat dit veld niet meer dan {LangsteWaarde} karakters bevat.");
        Zuiver.Controleer(tekst, naam);
    }

    public static string Arg(List<object?> args, object waarde)
    {
        args.Add(waarde);
        return $"${args.Count}";
    }

    private static Datafilter Lees(string tekst, string parameter)
    {
        Controleer(tekst, parameter);
        var tweede = tekst.LastIndexOf(Veldkeuze.Tussen, StringComparison.Ordinal);
        var eerste = tweede > 0 ? tekst.LastIndexOf(Veldkeuze.Tussen, tweede - 1, StringComparison.Ordinal) : -1;
        if (eerste < 0) throw Fout(parameter, "Een voorwaarde heeft de vorm key__operator__value.");
        var filter = new Datafilter(tekst[..eerste], tekst[(eerste + 2)..tweede], tekst[(tweede + 2)..]);
        if (filter.Operator is not ("exact" or "icontains" or "in") && !Vergelijkingen.ContainsKey(filter.Operator)) throw Fout(parameter, "De operator is onbekend; kies uit exact, gt, gte, lt, lte, icontains, in.");
        if (Vergelijkingen.ContainsKey(filter.Operator) && Getal(filter.Waarde) is null && !IsDatum(filter.Waarde)) throw Fout(parameter, $"De operator {filter.Operator} vergelijkt alleen getallen en datums.");
        if (filter.Operator == "in" && filter.Waarde.Count(teken => teken == '|') >= MeesteKeuzes) throw Fout(parameter, $"Ten hoogste {MeesteKeuzes} waarden.");
        return filter;
    }

    private string Vergelijking(List<object?> args, string pad)
    {
        switch (Operator)
        {
            case "icontains":
                return $@"w.pad = {pad} AND w.klein LIKE {Arg(args, Ergens(Waarde))} ESCAPE '\'";
            case "exact" or "in":
                // A number in the filter is the number in data, or the text that is written so.
                var keuzes = Operator == "in" ? Waarde.Split('|') : [Waarde];
                var teksten = string.Join(", ", keuzes.Select(keuze => Arg(args, Waarden.Sleutel(keuze))));
                var getallen = string.Join(", ", keuzes.Select(Getal).OfType<long>().Select(getal => Arg(args, getal)));
                return $"(w.pad = {pad} AND w.sleutel IN ({teksten})){(getallen.Length > 0 ? $" OR (w.pad = {pad} AND w.getal IN ({getallen}))" : "")}";
            default:
                var teken = Vergelijkingen[Operator];
                if (Getal(Waarde) is { } grens) return $"w.pad = {pad} AND w.getal {teken} {Arg(args, grens)}";
                // Texts that begin as a date does: no word is before or after a day.
                return $"w.pad = {pad} AND w.sleutel {teken} {Arg(args, Waarde)} AND w.sleutel >= '0' AND w.sleutel < ':'";
        }
    }

    private static long? Getal(string tekst) =>
        double.TryParse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) ? Waarden.Orde(getal) : null;

    private static bool IsDatum(string tekst) => DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Standards.Problemen.ProbleemException Fout(string parameter, string reden) => Weiger.Ongeldig(parameter, $"invalid-{parameter.Replace('_', '-')}-query", reden);
}
