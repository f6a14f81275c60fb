using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afschriften;

namespace Meent.Services.Huishoudboekje.Betaalruns;

internal static class Betaalruntabel
{
    public static ValueTask<int> Voeg(this Session session, Betaalrun run) => session.Execute(
        "INSERT INTO huishoudboekje_betaalruns (id, iban, status, body, vorm, version) VALUES ($1, $2, $3, $4, $5, 1)", run.Id, run.Iban, run.Status.Woord(), EigenJson.Schrijf(run), EigenJson.Vorm);

    public static ValueTask<int> Zet(this Session session, Betaalrun run) => session.Execute(
        "UPDATE huishoudboekje_betaalruns SET status = $2, body = $3, vorm = $4 WHERE id = $1", run.Id, run.Status.Woord(), EigenJson.Schrijf(run), EigenJson.Vorm);

    public static async ValueTask<(long Aantal, List<Betaalrun> Deel)> Betaalruns(this Session session, Deelvraag deel) => (
        await session.One("SELECT COUNT(*) FROM huishoudboekje_betaalruns", row => row.Long(0)),
        await session.All($"SELECT body FROM huishoudboekje_betaalruns ORDER BY id DESC {deel.Sql}", row => EigenJson.Lees<Betaalrun>(row.Text(0))));

    /// <returns>False when this day of the agreement is in another run: it is paid once.</returns>
    public static async ValueTask<bool> Voeg(this Session session, Betaling b) => await session.Execute(
        "INSERT INTO huishoudboekje_betalingen (id, run, deelnemer, afspraak, gepland, uitvoering, cent, status, body, vorm) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
        b.Id, b.Run, b.Deelnemer, b.Afspraak, b.Gepland, b.Uitvoering, b.Cent, b.Status.Woord(), EigenJson.Schrijf(b), EigenJson.Vorm) == 1;

    public static ValueTask<int> Zet(this Session session, Betaling b) => session.Execute(
        "UPDATE huishoudboekje_betalingen SET status = $2, bankregel = $3, body = $4, vorm = $5 WHERE id = $1", b.Id, b.Status.Woord(), b.Bankregel, EigenJson.Schrijf(b), EigenJson.Vorm);

    public static ValueTask<Betaling?> Betaling(this Session session, Guid id) => session.One("SELECT body FROM huishoudboekje_betalingen WHERE id = $1", Lees, id);

    /// <summary>In the order of their days.</summary>
    public static ValueTask<List<Betaling>> Betalingen(this Session session, Guid run) => session.All("SELECT body FROM huishoudboekje_betalingen WHERE run = $1 ORDER BY uitvoering, id", Lees, run);

    /// <summary>What each resident still has to pay on what was released and is not on a statement yet.</summary>
    public static async ValueTask<Dictionary<Guid, long>> Onderweg(this Session session) => (await session.All(
        "SELECT deelnemer, SUM(cent) FROM huishoudboekje_betalingen WHERE status = 'vrijgegeven' GROUP BY deelnemer", row => (Wie: row.Guid(0), Cent: row.Long(1)))).ToDictionary(rij => rij.Wie, rij => rij.Cent);

    /// <summary>Agreements with a payment that was released and is not on a statement yet.</summary>
    public static async ValueTask<HashSet<Guid>> MetOpenBetaling(this Session session) =>
        [.. await session.All("SELECT DISTINCT afspraak FROM huishoudboekje_betalingen WHERE status = 'vrijgegeven'", row => row.Guid(0))];

    /// <summary>The released payment that a line of the bank names.</summary>
    public static async ValueTask<Betaling?> BetalingMet(this Session session, string kenmerk) =>
        Guid.TryParseExact(kenmerk, "N", out var id) && await session.Betaling(id) is { Status: Betalingstatus.Vrijgegeven } betaling ? betaling : null;

    /// <summary>Notes that a line settled a payment of the agreement: by its number, or else the one with this amount whose day lies nearest.</summary>
    public static async ValueTask Uitgevoerd(this Session session, Guid bankregel, Bankregel regel, Guid afspraak)
    {
        if (regel.Cent >= 0) return;
        var betaling = regel.EndToEndId is { } kenmerk ? await session.BetalingMet(kenmerk) : null;
        if (betaling?.Afspraak != afspraak)
        {
            betaling = (await session.All("SELECT body FROM huishoudboekje_betalingen WHERE afspraak = $1 AND status = 'vrijgegeven' AND cent = $2", Lees, afspraak, -regel.Cent))
                .Where(b => Math.Abs(b.Uitvoering.DayNumber - regel.Boekdatum.DayNumber) <= 7).MinBy(b => Math.Abs(b.Uitvoering.DayNumber - regel.Boekdatum.DayNumber));
        }

        if (betaling is not null) await session.Zet(betaling with { Status = Betalingstatus.Uitgevoerd, Bankregel = bankregel });
    }

    /// <summary>The line was booked elsewhere after all: its payment waits again.</summary>
    public static async ValueTask NietUitgevoerd(this Session session, Guid bankregel)
    {
        foreach (var betaling in await session.All("SELECT body FROM huishoudboekje_betalingen WHERE bankregel = $1", Lees, bankregel))
            await session.Zet(betaling with { Status = Betalingstatus.Vrijgegeven, Bankregel = null });
    }

    private static Betaling Lees(Row row) => EigenJson.Lees<Betaling>(row.Text(0));
}
