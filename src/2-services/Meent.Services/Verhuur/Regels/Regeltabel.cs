using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;

namespace Meent.Services.Verhuur.Regels;

internal static class Regeltabel
{
    /// <summary>Shape of the stored rules: 1 had one row for the whole municipality, written flat.</summary>
    private const int Vorm = 2;

    public static async ValueTask<Regelboek> Regelboek(this Session session) =>
        new(await session.All("SELECT body, vorm FROM verhuur_regelsets", row => row.Long(1) == 1 ? VanVorm1(row.Text(0)) : EigenJson.Lees<Regelset>(row.Text(0))));

    /// <summary>Adds a version with the next serial number.</summary>
    public static async ValueTask<Regelset> Voeg(this Session session, Regelset regelset)
    {
        var versie = regelset with { Versie = (int)await session.One("SELECT COALESCE(MAX(versie), 0) FROM verhuur_regelsets", row => row.Long(0)) + 1 };
        await session.Execute(
            "INSERT INTO verhuur_regelsets (id, versie, geldig_van, body, vorm) VALUES ($1, $2, $3, $4, $5)",
            versie.Id, versie.Versie, versie.GeldigVan, EigenJson.Schrijf(versie), Vorm);
        return versie;
    }

    internal static Regelset VanVorm1(string body)
    {
        var oud = JsonNode.Parse(body)!.AsObject();
        var regel = new JsonObject { ["naam"] = "Hele gemeente", ["vergunningplicht"] = false };
        foreach (var lid in (string[])["registratieplicht", "meldplicht", "maxNachtenPerKalenderjaar", "maxPersonen"])
            if (oud.Remove(lid, out var waarde)) regel[lid] = waarde;
        oud["regels"] = new JsonArray(regel);
        oud["boetes"] = new JsonArray();
        oud["recidivejaren"] = 0;
        return oud.Deserialize<Regelset>(EigenJson.Options)!;
    }
}
