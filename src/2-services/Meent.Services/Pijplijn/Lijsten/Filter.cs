using System.Globalization;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>A query parameter that narrows a list.</summary>
/// <param name="Naam">As the standard spells it: <c>startdatum__gte</c>.</param>
/// <param name="Kolom">The index column.</param>
/// <param name="Vergelijk">SQL operator.</param>
/// <param name="Lees">From the text of the parameter to the value of the column, null for no condition; throws <see cref="FormatException"/> for what it cannot be.</param>
internal sealed record Filter(string Naam, string Kolom, string Vergelijk, Func<string, IReadOnlyList<string>, object?> Lees)
{
    /// <summary>The value that counts when the parameter is absent.</summary>
    public string? Standaard { get; init; }

    /// <summary>A condition of its own, with <c>$</c> for the value, instead of one comparison of one column; of a list it holds for each.</summary>
    public string? Zin { get; init; }

    /// <summary>What the column says for no value, when that is not NULL.</summary>
    public string? Leegwaarde { get; init; }

    /// <summary>
    /// For a condition on rows that point at this resource: a condition on <c>t</c> with <c>{0}</c> where the conditions on their alias <c>x</c> come.
    /// Filters with the same text hold for one and the same of those rows.
    /// </summary>
    public string? Binnen { get; init; }

    /// <summary>Its value is never repeated: not in the links of a page, not in a log.</summary>
    public bool Gevoelig { get; init; }

    /// <summary>Whether a value may be a BSN, by what else is asked: one that has the form of it is treated as <see cref="Gevoelig"/>.</summary>
    public bool KanBsn { get; init; }

    /// <summary>Exactly this text.</summary>
    public static Filter Tekst(string naam, string kolom) => new(naam, kolom, "=", static (tekst, _) => tekst);

    /// <summary>The resource at an own URL of a path; a URL elsewhere finds nothing.</summary>
    public static Filter Verwijzing(string naam, string kolom, string pad) => new(naam, kolom, "=", (tekst, basissen) =>
        !Uri.IsWellFormedUriString(tekst, UriKind.Absolute) ? throw new FormatException("Voer een geldige URL in.")
        : Model.EigenUrls.Id(Model.EigenUrls.Bewaar(tekst, basissen), pad) ?? Guid.Empty);

    /// <summary>This id.</summary>
    public static Filter Id(string naam, string kolom) => new(naam, kolom, "=", static (tekst, _) =>
        Guid.TryParse(tekst, out var id) ? id : throw new FormatException("Voer een geldige UUID in."));

    /// <summary>A resource by its id (<c>…__uuid</c>) or its own URL (<c>…__url</c>).</summary>
    public static IEnumerable<Filter> IdOfUrl(string naam, string kolom, string pad) => [Id($"{naam}__uuid", kolom), Verwijzing($"{naam}__url", kolom, pad)];

    /// <summary>True or false; the column says 1 or 0.</summary>
    public static Filter Vlag(string naam, string kolom) => new(naam, kolom, "=", static (tekst, _) =>
        bool.TryParse(tekst, out var vlag) ? vlag : throw new FormatException("Kies true of false."));

    /// <summary>Whether something is so: a condition that holds when it is.</summary>
    public static Filter Wel(string naam, string zin) => new(naam, "id", "=", static (tekst, _) => bool.TryParse(tekst, out var wel) ? wel : throw new FormatException("Kies true of false."))
    {
        Zin = $"(CASE WHEN {zin} THEN 1 ELSE 0 END) = $",
    };

    /// <summary>This text somewhere in it, whatever the capitals.</summary>
    /// <param name="kolom">Holds the text in small letters: the engines know those of ASCII only.</param>
    public static Filter Bevat(string naam, string kolom) => new(naam, kolom, "LIKE", static (tekst, _) =>
        $"%{tekst.ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%")
    { Zin = $@"t.{kolom} LIKE $ ESCAPE '\'" };

    /// <summary>One of a few words.</summary>
    public static Filter Keuze(string naam, string kolom, params string[] woorden) => new(naam, kolom, "=", (tekst, _) =>
        woorden.Contains(tekst) ? tekst : throw new FormatException($"Kies uit {string.Join(", ", woorden)}."));

    /// <summary>Some of a few words, separated by commas.</summary>
    public static Filter KeuzeIn(string naam, string kolom, params string[] woorden) => new(naam, kolom, "IN", (tekst, _) =>
        tekst.Split(',') is var keuzes && keuzes.All(woorden.Contains) ? keuzes : throw new FormatException($"Kies uit {string.Join(", ", woorden)}."));

    /// <summary>A date, with the comparisons that the standard has for it.</summary>
    public static IEnumerable<Filter> Datum(string naam, string kolom, params string[] vergelijkingen) =>
        vergelijkingen.Select(v => new Filter(v == "" ? naam : $"{naam}__{v}", kolom, Operator(v), v == "isnull" ? Leeg : LeesDatum));

    /// <summary>A moment, with the comparisons that the standard has for it.</summary>
    public static IEnumerable<Filter> Moment(string naam, string kolom, params string[] vergelijkingen) =>
        vergelijkingen.Select(v => new Filter(v == "" ? naam : $"{naam}__{v}", kolom, Operator(v), static (tekst, _) =>
            DateTimeOffset.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw new FormatException("Voer een geldige datumtijd in.")));

    /// <summary>Exactly this URL, of whatever it is.</summary>
    public static Filter Url(string naam, string kolom) => new(naam, kolom, "=", static (tekst, basissen) =>
        Uri.IsWellFormedUriString(tekst, UriKind.Absolute) ? Model.EigenUrls.Bewaar(tekst, basissen) : throw new FormatException("Voer een geldige URL in."));

    /// <summary>As <see cref="Datum"/>, over a column that says <see cref="Sorteerdatum.Geen"/> where there is no date.</summary>
    public static IEnumerable<Filter> DatumOfGeen(string naam, string kolom, params string[] vergelijkingen) => Datum(naam, kolom, vergelijkingen).Select(f => f.Vergelijk switch
    {
        "IS NULL" => f with { Leegwaarde = Sorteerdatum.Geen },
        ">" or ">=" => f with { Zin = $"(t.{kolom} {f.Vergelijk} $ AND t.{kolom} < '{Sorteerdatum.Geen}')" },
        _ => f,
    });

    /// <summary>One of a list, separated by commas.</summary>
    public static Filter In(string naam, string kolom) => new(naam, kolom, "IN", static (tekst, _) => tekst.Split(',').Cast<object>().ToArray());

    /// <summary>Any of these ids.</summary>
    public static Filter Ids(string naam) => new(naam, "id", "IN", static (tekst, _) =>
        tekst.Split(',').Select(id => Guid.TryParse(id, out var gelezen) ? (object)gelezen : throw new FormatException("Voer geldige UUID's in.")).ToArray());

    /// <summary>Any of these own URLs of a path.</summary>
    public static Filter Verwijzingen(string naam, string kolom, string pad) => new(naam, kolom, "IN", (tekst, basissen) =>
        tekst.Split(',').Select(url => (object)(Model.EigenUrls.Id(Model.EigenUrls.Bewaar(url, basissen), pad) ?? Guid.Empty)).ToArray());

    private static string Operator(string vergelijking) => vergelijking switch
    {
        "" => "=",
        "gt" => ">",
        "gte" => ">=",
        "lt" => "<",
        "lte" => "<=",
        "isnull" => "IS NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(vergelijking)),
    };

    private static object LeesDatum(string tekst, IReadOnlyList<string> basissen) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : throw new FormatException("Voer een geldige datum in.");

    private static object Leeg(string tekst, IReadOnlyList<string> basissen) =>
        bool.TryParse(tekst, out var leeg) ? leeg : throw new FormatException("Kies true of false.");
}
