using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Processtaat;

namespace Meent.Services.Processtaat;

/// <summary>The instances in the store.</summary>
internal static class Instanties
{
    private const string Leeg = "{}";
    private const string Kolommen = "id, proces, versie, bedrijfssleutel, status, vingerafdruk, staat, gepland, knoop, run, begonnen, beeindigd, revisie";

    public static ValueTask<Instantie?> Instantie(this Session session, Guid id) =>
        session.One($"SELECT {Kolommen} FROM processtaat_instanties WHERE id = $1", Lees, id);

    /// <summary>Adds an instance with its first tasks, or finds the one that an earlier request with the key made.</summary>
    public static async ValueTask<(Instantie Instantie, bool Nieuw)> Voeg(this Session session, Instantie nieuw, string? sleutel)
    {
        var rijen = await session.Execute(
            $"""
            INSERT INTO processtaat_instanties ({Kolommen}, sleutel)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13) ON CONFLICT DO NOTHING
            """,
            nieuw.Id, nieuw.Proces, nieuw.Versie, nieuw.Bedrijfssleutel, nieuw.Status, nieuw.Vingerafdruk, nieuw.Staat.GetRawText(), nieuw.GeplandOp,
            nieuw.Knoop, nieuw.Run, nieuw.BegonnenOp, nieuw.BeeindigdOp, sleutel);
        if (rijen == 0) return ((await session.Bestaande(nieuw.Id, sleutel))!, false);
        await session.Schrijf(nieuw.Id, nieuw.Taken);
        return (nieuw with { Revisie = 1, Taken = null }, true);
    }

    /// <returns>The new revision; null when another writer came first.</returns>
    public static async ValueTask<long?> Vervang(this Session session, Instantie nieuw, long revisie)
    {
        var rijen = await session.Execute(
            """
            UPDATE processtaat_instanties SET status = $3, staat = $4, gepland = $5, knoop = $6, run = $7, beeindigd = $8, revisie = revisie + 1
            WHERE id = $1 AND revisie = $2
            """,
            nieuw.Id, revisie, nieuw.Status, nieuw.Staat.GetRawText(), nieuw.GeplandOp, nieuw.Knoop, nieuw.Run, nieuw.BeeindigdOp);
        if (rijen == 0) return null;
        await session.Schrijf(nieuw.Id, nieuw.Taken);
        return revisie + 1;
    }

    /// <summary>Newest first; the state itself is left out.</summary>
    public static ValueTask<List<Instantie>> Lijst(this Session session, string? status, string? bedrijfssleutel, Guid? na, int limiet)
    {
        var filter = new Filter().En("status", status).En("bedrijfssleutel", bedrijfssleutel).Voor("id", na);
        return session.All(
            $"""
            SELECT id, proces, versie, bedrijfssleutel, status, vingerafdruk, '{Leeg}', gepland, knoop, run, begonnen, beeindigd, revisie
            FROM processtaat_instanties {filter.Where} ORDER BY id DESC LIMIT {limiet}
            """, Lees, filter.Argumenten);
    }

    /// <summary>What an engine has to look at: what is due, and what an earlier run of its own node left behind.</summary>
    public static async ValueTask<Werk> Werk(this Session session, DateTimeOffset nu, string knoop, string run, int limiet)
    {
        var ids = await session.All(
            $"""
            SELECT id FROM processtaat_instanties WHERE gepland IS NOT NULL AND (gepland <= $1 OR (knoop = $2 AND run <> $3)) ORDER BY gepland LIMIT {limiet}
            """, row => row.Guid(0), nu, knoop, run);
        var volgende = await session.One(
            "SELECT gepland FROM processtaat_instanties WHERE gepland > $1 ORDER BY gepland LIMIT 1", row => row.InstantOrNull(0), nu);
        return new Werk(ids, volgende);
    }

    private static ValueTask<Instantie?> Bestaande(this Session session, Guid id, string? sleutel) => sleutel is null
        ? session.Instantie(id)
        : session.One($"SELECT {Kolommen} FROM processtaat_instanties WHERE sleutel = $1", Lees, sleutel);

    private static Instantie Lees(Row row) => new()
    {
        Id = row.Guid(0),
        Proces = row.Text(1),
        Versie = (int)row.Long(2),
        Bedrijfssleutel = row.TextOrNull(3),
        Status = row.Text(4),
        Vingerafdruk = row.TextOrNull(5),
        Staat = JsonElement.Parse(row.Bytes(6)),
        GeplandOp = row.InstantOrNull(7),
        Knoop = row.TextOrNull(8),
        Run = row.TextOrNull(9),
        BegonnenOp = row.Instant(10),
        BeeindigdOp = row.InstantOrNull(11),
        Revisie = row.Long(12),
    };
}
