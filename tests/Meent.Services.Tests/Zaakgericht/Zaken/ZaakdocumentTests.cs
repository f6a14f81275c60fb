using System.Text;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>The documents of a zaak, and what they do to its closing, archiving and destruction.</summary>
public sealed class ZaakdocumentTests
{
    [EngineTheory, Trait("zgw", "zrc-003"), Trait("zgw", "zrc-004"), Trait("zgw", "zrc-005"), Trait("zgw", "zrc-017")]
    public async Task A_document_of_a_zaak_shows_at_both_sides(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (soort, vreemd) = await Soorten(node);
        var (zaak, andere) = (await node.Zaak(), await node.Zaak());
        var (document, verkeerd) = (await Document(node, soort), await Document(node, vreemd));

        Assert.Equal(["informatieobject bad-url"], await node.Fouten(HttpMethod.Post, "/zaakinformatieobjecten", new { zaak, informatieobject = document[..^4] + "0000" }));
        Assert.Equal(["informatieobject bad-url"], await node.Fouten(HttpMethod.Post, "/zaakinformatieobjecten", new { zaak, informatieobject = "http://elders.example/1" }));
        Assert.Equal(["informatieobject invalid-resource"], await node.Fouten(HttpMethod.Post, "/zaakinformatieobjecten", new { zaak, informatieobject = zaak }));
        Assert.Equal(["nonFieldErrors missing-zaaktype-informatieobjecttype-relation"], await node.Fouten(HttpMethod.Post, "/zaakinformatieobjecten", new { zaak, informatieobject = verkeerd }));
        var relatie = await node.Maak("/zaakinformatieobjecten", new { zaak, informatieobject = document, titel = "Brief", aardRelatieWeergave = "Legt vast, omgekeerd: kan vastgelegd zijn als" });
        var pad = Zakennode.Pad(Zaaknode.Url(relatie));
        Assert.Equal("Hoort bij, omgekeerd: kent", relatie.GetProperty("aardRelatieWeergave").GetString());
        Assert.Equal(DateTime.UtcNow.Date, relatie.GetProperty("registratiedatum").GetDateTimeOffset().UtcDateTime.Date);
        Assert.Equal(["nonFieldErrors unique"], await node.Fouten(HttpMethod.Post, "/zaakinformatieobjecten", new { zaak, informatieobject = document }));

        var spiegel = await Spiegel(node, zaak, document);
        Assert.Equal(("zaak", 1), (spiegel[0].GetProperty("objectType").GetString(), spiegel.GetArrayLength()));
        Assert.Equal(Zaaknode.Url(relatie), (await node.Lees(zaak)).GetProperty("zaakinformatieobjecten")[0].GetString());
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, $"/zaakinformatieobjecten?informatieobject={Uri.EscapeDataString(document)}")).GetArrayLength());
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, $"/zaakinformatieobjecten?zaak={Uri.EscapeDataString(andere)}")).GetArrayLength());

        Assert.Equal("Nieuw", (await node.Vraag(200, HttpMethod.Patch, pad, new { titel = "Nieuw", beschrijving = "x" })).GetProperty("titel").GetString());
        Assert.Equal("", (await node.Vraag(200, HttpMethod.Put, pad, new { zaak, informatieobject = document })).GetProperty("titel").GetString());
        Assert.Equal(["zaak wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Put, pad, new { zaak = andere, informatieobject = document }));
        Assert.Equal(["informatieobject wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Patch, pad, new { informatieobject = verkeerd }));

        var status = Zaaknode.Url(await node.Maak("/statussen", node.Status(zaak, 1, "2026-06-01T10:00:00Z")));
        var elders = Zaaknode.Url(await node.Maak("/statussen", node.Status(andere, 1, "2026-06-01T10:00:00Z")));
        Assert.Equal(["status zaak-mismatch"], await node.Fouten(HttpMethod.Patch, pad, new { status = elders }));
        await node.Vraag(200, HttpMethod.Patch, pad, new { status });
        Assert.Equal([Zaaknode.Url(relatie)], Catalogusnode.Teksten(await node.Lees(status), "zaakinformatieobjecten"));

        await node.Node.Vraag(400, HttpMethod.Delete, Diensten.Documenten, Zakennode.Pad(document));
        await node.Vraag(204, HttpMethod.Delete, pad);
        Assert.Equal(0, (await Spiegel(node, zaak, document)).GetArrayLength());
        Assert.Empty((await node.Lees(status)).GetProperty("zaakinformatieobjecten").EnumerateArray());
        Assert.Empty((await node.Lees(zaak)).GetProperty("zaakinformatieobjecten").EnumerateArray());
        await node.Node.Vraag(204, HttpMethod.Delete, Diensten.Documenten, Zakennode.Pad(document));
    }

    [EngineTheory, Trait("zgw", "zrc-007"), Trait("zgw", "zrc-022"), Trait("zgw", "zrc-023")]
    public async Task Documents_keep_a_zaak_open_until_all_is_known_and_outlive_it(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (soort, _) = await Soorten(node);
        var zaak = await node.Zaak();
        var document = await Document(node, soort);
        await node.Maak("/zaakinformatieobjecten", new { zaak, informatieobject = document });
        await node.Maak("/resultaten", new { zaak, resultaattype = node.Resultaattype });

        Assert.Equal(["nonFieldErrors indicatiegebruiksrecht-unset"], await node.Fouten(HttpMethod.Post, "/statussen", node.Status(zaak, 2, "2026-06-10T10:00:00Z")));
        var slot = await Vergrendel(node, document);
        await Documenten(node, 200, HttpMethod.Patch, Zakennode.Pad(document), new { indicatieGebruiksrecht = false, @lock = slot });
        Assert.Equal(["nonFieldErrors informatieobject-locked"], await node.Fouten(HttpMethod.Post, "/statussen", node.Status(zaak, 2, "2026-06-10T10:00:00Z")));
        await Documenten(node, 204, HttpMethod.Post, Zakennode.Pad(document) + "/unlock", new { @lock = slot });
        await node.Maak("/statussen", node.Status(zaak, 2, "2026-06-10T10:00:00Z"));

        Assert.Equal(["archiefstatus documents-not-archived"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(zaak), new { archiefstatus = "gearchiveerd" }));
        slot = await Vergrendel(node, document);
        await Documenten(node, 200, HttpMethod.Patch, Zakennode.Pad(document), new { status = "gearchiveerd", @lock = slot });
        await Documenten(node, 204, HttpMethod.Post, Zakennode.Pad(document) + "/unlock", new { @lock = slot });
        await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(zaak), new { archiefstatus = "gearchiveerd" });
        Assert.Equal(["zaak zaak-archiefstatus-invalid"], await node.Fouten(HttpMethod.Post, "/zaakinformatieobjecten", new { zaak, informatieobject = await Document(node, soort) }));

        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(zaak));
        Assert.Equal(0, (await Spiegel(node, zaak, document)).GetArrayLength());
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/zaakinformatieobjecten")).GetArrayLength());
        await Documenten(node, 200, HttpMethod.Get, Zakennode.Pad(document));
    }

    /// <returns>A type that belongs to the zaaktype, and one that does not.</returns>
    private static async Task<(string Eigen, string Vreemd)> Soorten(Zakennode node)
    {
        var catalogi = new Catalogusnode { Zaken = node.Node, Catalogus = Zaaknode.Url((await node.Node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]) };
        var eigen = await catalogi.Publiceer(await catalogi.Informatieobjecttype("Brief"));
        await catalogi.ZaaktypeInformatieobjecttype(node.Node.Zaaktype, "Brief");
        return (eigen, await catalogi.Publiceer(await catalogi.Informatieobjecttype("Foto")));
    }

    private static async Task<string> Document(Zakennode node, string informatieobjecttype) => Zaaknode.Url(await Documenten(node, 201, HttpMethod.Post, "/enkelvoudiginformatieobjecten", new
    {
        bronorganisatie = "990000011",
        creatiedatum = "2026-06-01",
        titel = "Brief",
        auteur = "Gemeente",
        taal = "nld",
        informatieobjecttype,
        inhoud = Convert.ToBase64String(Encoding.UTF8.GetBytes("inhoud")),
        bestandsomvang = 6,
    }));

    private static async Task<string> Vergrendel(Zakennode node, string document) =>
        (await Documenten(node, 200, HttpMethod.Post, Zakennode.Pad(document) + "/lock", new { })).GetProperty("lock").GetString()!;

    private static Task<JsonElement> Spiegel(Zakennode node, string zaak, string document) =>
        Documenten(node, 200, HttpMethod.Get, $"/objectinformatieobjecten?object={Uri.EscapeDataString(zaak)}&informatieobject={Uri.EscapeDataString(document)}");

    private static Task<JsonElement> Documenten(Zakennode node, int status, HttpMethod methode, string pad, object? inhoud = null) => node.Node.Vraag(status, methode, Diensten.Documenten, pad, inhoud);
}
