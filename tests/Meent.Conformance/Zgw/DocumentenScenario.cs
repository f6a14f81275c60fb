using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Meent.Conformance.Zgw;

/// <summary>A document with one of everything, each made, read, changed and removed through every operation of the Documenten API.</summary>
internal sealed class DocumentenScenario(Verkenner drc, Verkenner zrc, CatalogiScenario typen)
{
    /// <summary>A document to link to.</summary>
    public async Task<string> Document(string identificatie) => Url(await drc.Maak("/enkelvoudiginformatieobjecten", Inhoud(identificatie)));

    public async Task Voer(string zaak)
    {
        var document = await Document("D-1");
        var pad = document[drc.Basis.Length..];
        var slot = (await drc.Stuur(HttpMethod.Post, $"{pad}/lock", new { }, 200)).GetProperty("lock").GetString()!;
        await drc.Stuur(HttpMethod.Put, document, Inhoud("D-1", slot), 200);
        await drc.Stuur(HttpMethod.Patch, document, new { titel = "Anders", @lock = slot }, 200);
        await drc.Stuur(HttpMethod.Post, $"{pad}/unlock", new { @lock = slot }, 204);
        await drc.Stuur(HttpMethod.Get, $"{pad}/download", null, 200);
        await drc.Stuur(HttpMethod.Post, "/enkelvoudiginformatieobjecten/_zoek", new { uuid__in = new[] { document.Split('/')[^1] } }, 200);
        await Bestandsdeel();

        var rechten = new { informatieobject = document, startdatum = "2026-06-01T00:00:00Z", omschrijvingVoorwaarden = "Geen" };
        var recht = await Een("/gebruiksrechten", rechten, new { omschrijvingVoorwaarden = "Wel" });
        var verzending = await Een(
            "/verzendingen",
            new { betrokkene = "https://klant.example/1", informatieobject = document, aardRelatie = "geadresseerde", contactPersoon = "https://klant.example/2", verzenddatum = "2026-06-01", emailadres = "a@b.example" },
            new { toelichting = "Anders" });
        // A relation is made and removed from the zaak (drc-004); here it is there already, and cannot go before.
        var zio = Url(await zrc.Maak("/zaakinformatieobjecten", new { zaak, informatieobject = document }));
        await drc.Stuur(HttpMethod.Post, "/objectinformatieobjecten", new { informatieobject = document, @object = zaak, objectType = "zaak" }, 400);
        var relatie = (await drc.Haal($"/objectinformatieobjecten?object={Uri.EscapeDataString(zaak)}"))[0].GetProperty("url").GetString()!;

        foreach (var een in new[] { document, recht, verzending, relatie })
        {
            await drc.Haal(een);
            await drc.Stuur(HttpMethod.Head, een, null, 200);
        }

        foreach (var lijst in new[] { "/enkelvoudiginformatieobjecten?expand=informatieobjecttype", "/gebruiksrechten", "/objectinformatieobjecten", "/verzendingen", $"{pad}/audittrail" }) await drc.Haal(lijst);
        await drc.Haal($"{pad}/audittrail/{(await drc.Haal($"{pad}/audittrail"))[0].GetProperty("uuid").GetString()}");
        await drc.Stuur(HttpMethod.Delete, relatie, null, 400);
        await zrc.Stuur(HttpMethod.Delete, zio, null, 204);
        foreach (var weg in new[] { recht, verzending, document }) await drc.Stuur(HttpMethod.Delete, weg, null, 204);
    }

    private async Task Bestandsdeel()
    {
        var bytes = Encoding.UTF8.GetBytes("in delen");
        var groot = await drc.Maak("/enkelvoudiginformatieobjecten", Inhoud("D-2", metInhoud: false, omvang: bytes.Length));
        var slot = groot.GetProperty("lock").GetString()!;
        using var deel = new MultipartFormDataContent { { new StringContent(slot), "lock" } };
        var inhoud = new ByteArrayContent(bytes);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        deel.Add(inhoud, "inhoud", "deel");
        await drc.Stuur(HttpMethod.Put, groot.GetProperty("bestandsdelen")[0].GetProperty("url").GetString()!, deel, 200);
        await drc.Stuur(HttpMethod.Post, Url(groot)[drc.Basis.Length..] + "/unlock", new { @lock = slot }, 204);
        await drc.Stuur(HttpMethod.Delete, Url(groot), null, 204);
    }

    private async Task<string> Een(string pad, object geheel, object deel)
    {
        var url = Url(await drc.Maak(pad, geheel));
        await drc.Stuur(HttpMethod.Put, url, geheel, 200);
        await drc.Stuur(HttpMethod.Patch, url, deel, 200);
        return url;
    }

    private Dictionary<string, object?> Inhoud(string identificatie, string? slot = null, bool metInhoud = true, int? omvang = null)
    {
        var inhoud = new Dictionary<string, object?>
        {
            ["identificatie"] = identificatie,
            ["bronorganisatie"] = "990000011",
            ["creatiedatum"] = "2026-06-01",
            ["titel"] = "Brief",
            ["auteur"] = "Proef",
            ["taal"] = "nld",
            ["bestandsnaam"] = "brief.txt",
            ["formaat"] = "text/plain",
            ["informatieobjecttype"] = typen.Informatieobjecttype,
            ["inhoud"] = metInhoud ? Convert.ToBase64String("inhoud"u8) : null,
            ["bestandsomvang"] = metInhoud ? 6 : omvang,
            ["indicatieGebruiksrecht"] = null,
        };
        if (slot is not null) inhoud["lock"] = slot;
        return inhoud;
    }

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;
}
