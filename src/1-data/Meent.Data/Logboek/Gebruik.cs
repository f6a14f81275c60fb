using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>How often data was used in a month, for one activity and at the request of one organisation.</summary>
/// <param name="Maand">Its first moment, in UTC.</param>
/// <param name="Aanroeper">The application that asked; null for the own organisation.</param>
/// <param name="Mislukt">How many of them failed.</param>
/// <param name="Betrokkenen">Of how many different persons.</param>
/// <param name="Laatste">When the last of them began.</param>
public sealed record Gebruik(DateTimeOffset Maand, string Activiteit, string? Aanroeper, long Aantal, long Mislukt, long Betrokkenen, DateTimeOffset Laatste)
{
    private const string Kolommen = "maand, activiteit, aanroeper, aantal, mislukt, betrokkenen, laatste";

    public static ValueTask<List<Gebruik>> Lees(Session session, DateTimeOffset van, DateTimeOffset tot) => session.All(
        $"""
        SELECT {Kolommen} FROM logboek_gebruik WHERE maand >= $1 AND maand < $2
        AND maand IN (SELECT begin FROM logboek_tabellen WHERE nummer > 0 AND vervallen IS NULL) ORDER BY maand, activiteit, aanroeper
        """,
        row => new Gebruik(row.Instant(0), row.Text(1), row.Text(2) is { Length: > 0 } aanroeper ? aanroeper : null, row.Long(3), row.Long(4), row.Long(5), row.Instant(6)), van, tot);

    /// <summary>When the months of a period were counted; null for one that never was.</summary>
    public static ValueTask<List<(DateTimeOffset Maand, DateTimeOffset? Geteld)>> Maanden(Session session, DateTimeOffset van, DateTimeOffset tot) => session.All(
        "SELECT DISTINCT t.begin, m.geteld FROM logboek_tabellen t LEFT JOIN logboek_maanden m ON m.maand = t.begin WHERE t.nummer > 0 AND t.vervallen IS NULL AND t.begin >= $1 AND t.begin < $2 ORDER BY t.begin",
        row => (row.Instant(0), row.InstantOrNull(1)), van, tot);

    internal ValueTask<int> Bewaar(Session session) => session.Execute(
        $"INSERT INTO logboek_gebruik ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7)", Maand, Activiteit, Aanroeper ?? "", Aantal, Mislukt, Betrokkenen, Laatste);
}
