using Meent.Data.Opslag;

namespace Meent.Services.Verhuur.Regels;

internal static class Regeltabel
{
    public static async ValueTask<Regelboek> Regelboek(this Session session) =>
        new(await session.All("SELECT body FROM verhuur_regelsets", row => VerhuurJson.Lees<Regelset>(row.Text(0))));

    /// <summary>Adds a version with the next serial number.</summary>
    public static async ValueTask<Regelset> Voeg(this Session session, Regelset regelset)
    {
        var versie = regelset with { Versie = (int)await session.One("SELECT COALESCE(MAX(versie), 0) FROM verhuur_regelsets", row => row.Long(0)) + 1 };
        await session.Execute(
            "INSERT INTO verhuur_regelsets (id, versie, geldig_van, body, vorm) VALUES ($1, $2, $3, $4, $5)",
            versie.Id, versie.Versie, versie.GeldigVan, VerhuurJson.Schrijf(versie), VerhuurJson.Vorm);
        return versie;
    }
}
