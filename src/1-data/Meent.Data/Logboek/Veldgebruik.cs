using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;

namespace Meent.Data.Logboek;

/// <summary>How often a field was used for a purpose.</summary>
/// <param name="Veld">As the record has it: <c>personen:naam.geslachtsnaam</c>.</param>
/// <param name="Gevraagd">In how many questions that found somebody.</param>
/// <param name="Verstrekt">Of how many persons it was told; known where the organisation keeps the source.</param>
/// <param name="Laatste">The last day, as its first moment in UTC.</param>
public sealed record Veldgebruik(string Activiteit, string Veld, long Gevraagd, long Verstrekt, DateTimeOffset Laatste)
{
    /// <summary>Of how many days use is shown.</summary>
    public const int Dagen = 90;

    // A month longer than is shown, so that a period that is looked at does not lose days meanwhile.
    private const int Bewaard = Dagen + 31;

    /// <summary>Of all purposes since a day.</summary>
    public static ValueTask<List<Veldgebruik>> Lees(Session session, DateTimeOffset van) => session.All(
        """
        SELECT activiteit, veld, CAST(SUM(gevraagd) AS BIGINT), CAST(SUM(verstrekt) AS BIGINT), MAX(dag)
        FROM logboek_velden WHERE dag >= $1 GROUP BY activiteit, veld ORDER BY activiteit, veld
        """,
        row => new Veldgebruik(row.Text(0), row.Text(1), row.Long(2), row.Long(3), row.Instant(4)), van);

    /// <summary>The first day that was counted; null when nothing was yet.</summary>
    public static ValueTask<DateTimeOffset?> Sinds(Session session) => session.One("SELECT dag FROM logboek_velden_sinds WHERE id = 1", row => (DateTimeOffset?)row.Instant(0));

    /// <summary>
    /// Adds what was told by the records that are sealed now; sealers take turns, and each record is sealed once. Where the organisation keeps the source, that
    /// counts; where another does, what its own programs wrote of their questions.
    /// </summary>
    internal static async ValueTask Tel(Session session, Logtabel tabel, long zegel)
    {
        var isBron = session.Store.Organisatie.Diensten.Contains(Dienst);
        // Records of one question say the same: few rows come of many records.
        var groepen = await session.All(
            $"""
            SELECT activiteit, begin / $2, attributen, COUNT(*) FROM {tabel.Naam}
            WHERE nummer IN (SELECT regel FROM logboek_ongezegeld WHERE zegel = $1) AND attributen LIKE $3 {(isBron ? "" : "AND aanroeper IS NULL")} GROUP BY 1, 2, 3
            """,
            row => (Activiteit: row.Text(0), Dag: row.Long(1), Attributen: row.Text(2), Aantal: row.Long(3)), zegel, MicrosecondenPerDag, isBron ? $"%\"{LogboekAttributen.Vraag}\"%" : $"%{Dienst}:%");
        var geteld = new Dictionary<(string Activiteit, string Veld, long Dag), (long Gevraagd, long Verstrekt)>();
        foreach (var (activiteit, dag, attributen, aantal) in groepen) Voeg(geteld, isBron, activiteit, dag, attributen, aantal);
        foreach (var ((activiteit, veld, dag), (gevraagd, verstrekt)) in geteld)
        {
            await session.Execute(
                """
                INSERT INTO logboek_velden (activiteit, veld, dag, gevraagd, verstrekt) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (activiteit, veld, dag) DO UPDATE SET gevraagd = logboek_velden.gevraagd + excluded.gevraagd, verstrekt = logboek_velden.verstrekt + excluded.verstrekt
                """,
                activiteit, veld, dag * MicrosecondenPerDag, gevraagd, verstrekt);
        }

        if (geteld.Count == 0) return;
        await session.Execute(
            "INSERT INTO logboek_velden_sinds (id, dag) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET dag = excluded.dag WHERE excluded.dag < logboek_velden_sinds.dag",
            geteld.Keys.Min(sleutel => sleutel.Dag) * MicrosecondenPerDag);
    }

    /// <summary>Forgets days that are no longer shown.</summary>
    internal static async ValueTask Ruim(Store store, DateTimeOffset nu, CancellationToken stop)
    {
        var tot = Dag(nu).AddDays(-Bewaard);
        if (!await store.Read(session => session.One("SELECT 1 FROM logboek_velden WHERE dag < $1 LIMIT 1", _ => true, tot), stop)) return;
        await store.WriteBulk(session => session.Execute("DELETE FROM logboek_velden WHERE dag < $1", tot), stop);
    }

    /// <summary>The first moment of a day; days are those of UTC, as the months of the log.</summary>
    public static DateTimeOffset Dag(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    private const string Dienst = Diensten.Personen;

    private const long MicrosecondenPerDag = 86_400_000_000;

    private static void Voeg(Dictionary<(string Activiteit, string Veld, long Dag), (long Gevraagd, long Verstrekt)> geteld, bool isBron, string activiteit, long dag, string attributen, long aantal)
    {
        using var json = JsonDocument.Parse(attributen);
        var verstrekt = (Tekst(json, LogboekAttributen.Gegevens) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(veld => veld.StartsWith(Dienst + ":", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (!isBron)
        {
            // Whether there was an answer is not in it.
            foreach (var veld in verstrekt) geteld[(activiteit, veld, dag)] = (geteld.GetValueOrDefault((activiteit, veld, dag)).Gevraagd + aantal, 0);
            return;
        }

        if (Tekst(json, LogboekAttributen.Vraag) is not { } vraag) return;
        // What another organisation asked counts for its own purpose.
        activiteit = Tekst(json, LogboekAttributen.DoelAanroeper) ?? activiteit;
        var (eerste, gezocht) = vraag.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .. var velden] ? (aantal, velden) : (0L, Array.Empty<string>());
        foreach (var veld in verstrekt.Union(gezocht))
        {
            var (toen, over) = geteld.GetValueOrDefault((activiteit, veld, dag));
            geteld[(activiteit, veld, dag)] = (toen + eerste, over + (verstrekt.Contains(veld) ? aantal : 0));
        }
    }

    private static string? Tekst(JsonDocument json, string naam) => json.RootElement.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
