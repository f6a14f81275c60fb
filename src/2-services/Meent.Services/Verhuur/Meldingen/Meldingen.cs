using Meent.Data.Opslag;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>The reports in the store.</summary>
internal static class Meldingen
{
    internal const string Kolommen = "m.body, m.registratie, m.version";

    public static ValueTask<Melding?> Melding(this Session session, Guid id) =>
        session.One($"SELECT {Kolommen} FROM verhuur_meldingen m WHERE m.id = $1", Lees, id);

    public static async ValueTask Voeg(this Session session, Melding melding)
    {
        await session.Execute(
            """
            INSERT INTO verhuur_meldingen (id, registratie, woonruimte, aankomst, vertrek, body, vorm, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            melding.Id, melding.Registratie, melding.AdresseerbaarObjectIdentificatie, melding.Aankomst, melding.Vertrek,
            VerhuurJson.Schrijf(melding), VerhuurJson.Vorm, melding.Version);
        await session.TelNachten(melding);
    }

    /// <summary>Replaces a report whose version was read under the lock of its dwelling.</summary>
    public static async ValueTask<Melding> Vervang(this Session session, Melding melding)
    {
        var nieuw = melding with { Version = melding.Version + 1 };
        await session.Execute(
            "UPDATE verhuur_meldingen SET aankomst = $2, vertrek = $3, geannuleerd = $4, body = $5, vorm = $6, version = $7 WHERE id = $1",
            nieuw.Id, nieuw.Aankomst, nieuw.Vertrek, nieuw.Annulering?.Op, VerhuurJson.Schrijf(nieuw), VerhuurJson.Vorm, nieuw.Version);
        return nieuw;
    }

    internal static Melding Lees(Row row) =>
        VerhuurJson.Lees<Melding>(row.Text(0)) with { Registratie = row.Guid(1), Version = row.Long(2) };
}
