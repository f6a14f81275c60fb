using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>The reports in the store.</summary>
internal static class Meldingtabel
{
    internal const string Kolommen = "m.body, m.registratie, m.version";

    public static ValueTask<Melding?> Melding(this Session session, Guid id) =>
        session.One($"SELECT {Kolommen} FROM verhuur_meldingen m WHERE m.id = $1", Lees, id);

    /// <summary>Reports under a number that stand and have not begun.</summary>
    public static ValueTask<List<Melding>> Gepland(this Session session, Guid registratie, DateOnly vandaag) => session.All(
        $"SELECT {Kolommen} FROM verhuur_meldingen m WHERE m.registratie = $1 AND m.aankomst > $2 AND m.geannuleerd IS NULL", Lees, registratie, vandaag);

    /// <summary>A part of the reports that pass a filter, last arrival first, with their hosts, and how many there are.</summary>
    public static async ValueTask<(long Aantal, List<(Melding Melding, Verhuurder? Verhuurder)> Deel)> Meldingen(this Session session, Meldingfilter filter, Deelvraag deel)
    {
        var (waar, args) = filter.Sql();
        var aantal = await session.One($"SELECT COUNT(*) FROM verhuur_meldingen m {waar}", row => row.Long(0), args);
        var rijen = await session.All(
            $"""
            SELECT {Kolommen}, r.houder_soort, r.houder FROM verhuur_meldingen m JOIN verhuur_registraties r ON r.id = m.registratie {waar}
            ORDER BY m.aankomst DESC, m.id DESC {deel.Sql}
            """,
            row => (Lees(row), Verhuurder.Van(row.TextOrNull(3), row.TextOrNull(4))), args);
        return (aantal, rijen);
    }

    public static async ValueTask Voeg(this Session session, Melding melding)
    {
        await session.Execute(
            """
            INSERT INTO verhuur_meldingen (id, registratie, woonruimte, aankomst, vertrek, body, vorm, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            melding.Id, melding.Registratie, melding.AdresseerbaarObjectIdentificatie, melding.Aankomst, melding.Vertrek,
            EigenJson.Schrijf(melding), EigenJson.Vorm, melding.Version);
        await session.TelNachten(melding);
    }

    /// <summary>Replaces a report whose version was read under the lock of its dwelling.</summary>
    public static async ValueTask<Melding> Vervang(this Session session, Melding melding)
    {
        var nieuw = melding with { Version = melding.Version + 1 };
        await session.Execute(
            "UPDATE verhuur_meldingen SET aankomst = $2, vertrek = $3, geannuleerd = $4, body = $5, vorm = $6, version = $7 WHERE id = $1",
            nieuw.Id, nieuw.Aankomst, nieuw.Vertrek, nieuw.Annulering?.Op, EigenJson.Schrijf(nieuw), EigenJson.Vorm, nieuw.Version);
        return nieuw;
    }

    internal static Melding Lees(Row row) =>
        EigenJson.Lees<Melding>(row.Text(0)) with { Registratie = row.Guid(1), Version = row.Long(2) };
}
