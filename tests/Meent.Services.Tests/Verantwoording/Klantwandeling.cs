using System.Text.Json;
using Meent.Services.Tests.Klantinteracties;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>Klantinteracties: a partij with a BSN, a contact that it had, and what hangs on either.</summary>
internal static class Klantwandeling
{
    private const string Fenna = Wandeling.Fenna;

    public static async Task Loop(Wandeling w)
    {
        var partij = await Maak(w, "partijen", new { soortPartij = "persoon", indicatieActief = true, partijIdentificatoren = new[] { new { partijIdentificator = Klantnode.Bsn(Fenna) } } }, Fenna, Fenna);
        var fenna = Klantnode.Naar(partij);
        var ander = Klantnode.Naar(await Goed(w, HttpMethod.Post, "/partijen", new { soortPartij = "organisatie", indicatieActief = true }));
        await Rond(w, "partijen", partij, new { soortPartij = "persoon", indicatieActief = true });
        await Spoor(w, "partijen", partij);

        var nummer = partij.GetProperty("partijIdentificatoren")[0];
        await Rond(w, "partij-identificatoren", nummer, new { identificeerdePartij = fenna, partijIdentificator = Klantnode.Bsn(Fenna) });
        foreach (var (meervoud, inhoud) in new (string, object)[]
        {
            ("digitaleadressen", new { adres = "fenna@voorbeeld.nl", soortDigitaalAdres = "email", verstrektDoorPartij = fenna }),
            ("rekeningnummers", new { iban = "NL18BANK23481326", bic = "BANKNL2A", partij = fenna }),
            ("vertegenwoordigingen", new { vertegenwoordigendePartij = ander, vertegenwoordigdePartij = fenna }),
            ("categorie-relaties", new { partij = fenna, categorie = Klantnode.Naar(await Goed(w, HttpMethod.Post, "/categorieen", new { naam = "Ondernemers" })), beginDatum = "2026-01-01" }),
        })
        {
            var gemaakt = await Maak(w, meervoud, inhoud, Fenna);
            if (meervoud == "digitaleadressen") await Doe(w, HttpMethod.Post, "/digitaleadressen/_zoek", new { verstrektDoorPartij__uuid = Klantnode.Uuid(partij) }, Fenna);
            await Rond(w, meervoud, gemaakt, inhoud);
            await Doe(w, HttpMethod.Delete, $"/{meervoud}/{Klantnode.Uuid(gemaakt)}", null, Fenna);
        }

        await Doe(w, HttpMethod.Post, "/partijen/_zoek", new Dictionary<string, string> { ["partijIdentificator__objectId"] = Fenna }, Fenna);
        await Doe(w, HttpMethod.Post, "/partij-identificatoren/_zoek", new { partijIdentificatorObjectId = Fenna }, Fenna);
        await Contact(w, partij);
        await Doe(w, HttpMethod.Delete, $"/partij-identificatoren/{Klantnode.Uuid(nummer)}", null, Fenna);
        var nieuw = await Maak(w, "partij-identificatoren", new { identificeerdePartij = fenna, partijIdentificator = Klantnode.Bsn(Fenna) }, Fenna);
        await Doe(w, HttpMethod.Delete, $"/partij-identificatoren/{Klantnode.Uuid(nieuw)}", null, Fenna);
        await Goed(w, HttpMethod.Delete, $"/partijen/{Klantnode.Uuid(partij)}", null);
    }

    private static async Task Contact(Wandeling w, JsonElement partij)
    {
        var fenna = Klantnode.Naar(partij);
        // Who it is about is known from its betrokkenen, so not yet when it is made.
        var gemaakt = await Goed(w, HttpMethod.Post, "/klantcontacten", Klantnode.Contact());
        var contact = Klantnode.Naar(gemaakt);
        object wie = new { hadKlantcontact = contact, wasPartij = fenna, rol = "klant", initiator = true };
        var betrokkene = await Maak(w, "betrokkenen", wie, Fenna);
        await Rond(w, "betrokkenen", betrokkene, wie);
        await Rond(w, "klantcontacten", gemaakt, Klantnode.Contact());
        await Doe(w, HttpMethod.Post, "/klantcontacten/_zoek", new { hadBetrokkene__uuid = Klantnode.Uuid(betrokkene) }, Fenna);
        await Doe(w, HttpMethod.Post, "/betrokkenen/_zoek", new { wasPartij__uuid = Klantnode.Uuid(partij) }, Fenna);
        await Spoor(w, "klantcontacten", gemaakt);

        var actor = Klantnode.Naar(await Goed(w, HttpMethod.Post, "/actoren", new { naam = "Burgerzaken", soortActor = "organisatorische_eenheid" }));
        foreach (var (meervoud, inhoud) in new (string, object)[]
        {
            ("actorklantcontacten", new { actor, klantcontact = contact }),
            ("bijlagen", new { wasBijlageVanKlantcontact = contact, bijlageidentificator = Klantnode.Nummer("openzaak", "zgw-Document", "uuid", "095be615-a8ad-4c33-8e9c-c7612fbf6c9f") }),
            ("internetaken", new { gevraagdeHandeling = "Terugbellen", aanleidinggevendKlantcontact = contact, toegewezenAanActoren = new[] { actor }, status = "te_verwerken" }),
            ("onderwerpobjecten", new { klantcontact = contact }),
        })
        {
            var erbij = await Maak(w, meervoud, inhoud, Fenna);
            await Rond(w, meervoud, erbij, inhoud);
            if (meervoud == "internetaken") await Spoor(w, meervoud, erbij);
            await Doe(w, HttpMethod.Delete, $"/{meervoud}/{Klantnode.Uuid(erbij)}", null, Fenna);
        }

        await Doe(w, HttpMethod.Post, "/maak-klantcontact", new { klantcontact = Klantnode.Contact(), betrokkene = new { wasPartij = fenna, rol = "klant", initiator = true } }, Fenna);
        await Doe(w, HttpMethod.Delete, $"/betrokkenen/{Klantnode.Uuid(betrokkene)}", null, Fenna);
        await Maak(w, "betrokkenen", wie, Fenna);
        await Doe(w, HttpMethod.Delete, $"/klantcontacten/{Klantnode.Uuid(gemaakt)}", null, Fenna);
    }

    private static Task<JsonElement> Maak(Wandeling w, string meervoud, object inhoud, params string[] wie) => Doe(w, HttpMethod.Post, $"/{meervoud}", inhoud, wie);

    /// <summary>Reads one and all, replaces it by the same, and changes nothing of it.</summary>
    private static async Task Rond(Wandeling w, string meervoud, JsonElement gemaakt, object inhoud)
    {
        var pad = $"/{meervoud}/{Klantnode.Uuid(gemaakt)}";
        await Doe(w, HttpMethod.Get, pad, null, Fenna);
        await Doe(w, HttpMethod.Get, $"/{meervoud}", null, Fenna);
        await Doe(w, HttpMethod.Put, pad, inhoud, Fenna);
        await Doe(w, HttpMethod.Patch, pad, new { }, Fenna);
    }

    private static async Task Spoor(Wandeling w, string meervoud, JsonElement gemaakt)
    {
        var pad = $"/{meervoud}/{Klantnode.Uuid(gemaakt)}/audittrail";
        var regel = (await Doe(w, HttpMethod.Get, pad, null, Fenna))[0].GetProperty("uuid").GetString();
        await Doe(w, HttpMethod.Get, $"{pad}/{regel}", null, Fenna);
    }

    private static Task<JsonElement> Doe(Wandeling w, HttpMethod methode, string pad, object? inhoud, params string[] wie) => w.Doe(methode, Diensten.Klantinteracties, pad, inhoud, wie);

    private static Task<JsonElement> Goed(Wandeling w, HttpMethod methode, string pad, object? inhoud, params string[] wie) => w.Goed(methode, Diensten.Klantinteracties, pad, inhoud, wie);
}
