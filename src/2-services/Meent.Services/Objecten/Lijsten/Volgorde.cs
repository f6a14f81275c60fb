using Meent.Services.Objecten.Rechten;
using Meent.Services.Objecten.Records;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten.Lijsten;

/// <summary>
/// The order of a list: newest record first, or by what a client names, members of data too (<c>ordering=-record__data__hoogte,record__index</c>). As in a
/// sorted index of JSON texts come before numbers, and what lacks the member last.
/// </summary>
internal sealed class Volgorde
{
    private const string Data = "record__data__";
    private const int MeesteVelden = 5;

    private static readonly Dictionary<string, string> Kolommen = new(StringComparer.Ordinal)
    {
        ["url"] = "r.object",
        ["uuid"] = "r.object",
        ["type"] = "r.objecttype",
        ["record__index"] = "r.volgnummer",
        ["record__typeVersion"] = "r.typeversie",
        ["record__startAt"] = "r.start_at",
        ["record__endAt"] = "r.end_at",
        ["record__registrationAt"] = "r.registration_at",
        ["record__correctionFor"] = "r.correction_for",
        ["record__correctedBy"] = "r.corrected_by",
    };

    private readonly List<(string Uitdrukking, bool Aflopend)> _delen = [];

    private Volgorde()
    {
    }

    /// <summary>Whether a page can be found by where the last one ended.</summary>
    public bool IsVast => _delen.Count == 0;

    /// <summary>What is joined to <c>r</c> to sort by.</summary>
    public string Erbij { get; private set; } = "";

    /// <exception cref="Standards.Problemen.ProbleemException">400: no such member.</exception>
    public static Volgorde Lees(string? tekst, List<object?> args)
    {
        var volgorde = new Volgorde();
        foreach (var term in Termen(tekst)) volgorde.Voeg(term.TrimStart('-'), term.StartsWith('-'), args);
        return volgorde;
    }

    /// <summary>The members that an order names.</summary>
    public static IEnumerable<string> Namen(string? tekst) => Termen(tekst).Select(term => term.TrimStart('-'));

    /// <summary>Columns of a query of keys, by which the rows are sorted again.</summary>
    public string Kies => string.Concat(_delen.Select((deel, i) => $", {deel.Uitdrukking} AS v{i}"));

    public string Sorteer(string id) => string.Concat(_delen.Select((deel, i) => $"{(id.StartsWith("k.", StringComparison.Ordinal) ? "k." : "")}v{i} {(deel.Aflopend ? "DESC NULLS FIRST" : "ASC NULLS LAST")}, ")) + $"{id} DESC";

    private static string[] Termen(string? tekst) =>
        (tekst ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: <= MeesteVelden } termen
            ? termen
            : throw Weiger.Ongeldig("ordering", "invalid", $"Ten hoogste {MeesteVelden} velden.");

    private void Voeg(string veld, bool aflopend, List<object?> args)
    {
        if (Kolommen.TryGetValue(veld, out var kolom))
        {
            _delen.Add((kolom, aflopend));
            return;
        }

        if (!veld.StartsWith(Data, StringComparison.Ordinal)) throw Weiger.Ongeldig("ordering", "invalid_choice", $"Kies uit {string.Join(", ", Kolommen.Keys)}, {Data}….");
        Datafilter.Controleer(veld, "ordering");
        var alias = $"w{_delen.Count}";
        Erbij += $" LEFT JOIN objecten_waarden {alias} ON {alias}.record = r.id AND {alias}.pad = {Datafilter.Arg(args, Waarden.Sleutel(veld[Data.Length..]))}";
        _delen.Add(($"{alias}.sleutel", aflopend));
        _delen.Add(($"{alias}.getal", aflopend));
    }
}
