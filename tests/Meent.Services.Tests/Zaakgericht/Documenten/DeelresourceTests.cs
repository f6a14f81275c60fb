using System.IO.Compression;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

/// <summary>What belongs to a document: gebruiksrechten and verzendingen; and the documents of a zaak in one file.</summary>
public sealed class DeelresourceTests
{
    [EngineTheory]
    public async Task A_verzending_goes_to_exactly_one_address_and_a_document_has_one_sender(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var informatieobject = Zaaknode.Url(await node.Maak());
        object[] adressen =
        [
            new { binnenlandsCorrespondentieadres = new { huisnummer = 1, naamOpenbareRuimte = "Duinweg", woonplaatsnaam = "Duinwaarde" } },
            new { buitenlandsCorrespondentieadres = new { adresBuitenland1 = "Rue 1", landPostadres = "https://landen.example/be" } },
            new { correspondentiePostadres = new { postBusOfAntwoordnummer = 12, postadresPostcode = "1234AB", postadresType = "postbusnummer", woonplaatsnaam = "Duinwaarde" } },
            new { faxnummer = "0201234567" }, new { emailadres = "a@example.nl" }, new { mijnOverheid = true }, new { telefoonnummer = "0201234567" },
        ];
        Assert.Equal(["nonFieldErrors invalid-address"], await node.Fouten(HttpMethod.Post, "/verzendingen", Verzending(null)));
        Assert.Equal(["nonFieldErrors invalid-address"], await node.Fouten(HttpMethod.Post, "/verzendingen", Verzending(new { emailadres = "a@example.nl", mijnOverheid = true })));
        Assert.Equal(["binnenlandsCorrespondentieadres.huisnummer max_value"],
            await node.Fouten(HttpMethod.Post, "/verzendingen", Verzending(new { binnenlandsCorrespondentieadres = new { huisnummer = 100_000, naamOpenbareRuimte = "Duinweg", woonplaatsnaam = "Duinwaarde" } })));
        var urls = new List<string>();
        foreach (var adres in adressen) urls.Add(Zaaknode.Url(await node.Vraag(201, HttpMethod.Post, "/verzendingen", Verzending(adres))));

        Assert.Equal(["nonFieldErrors invalid-address"], await node.Fouten(HttpMethod.Patch, Pad(urls[3]), new { emailadres = "a@example.nl" }));
        await node.Vraag(200, HttpMethod.Patch, Pad(urls[3]), new { emailadres = "a@example.nl", faxnummer = (string?)null });
        await node.Vraag(200, HttpMethod.Patch, Pad(urls[0]), new { aardRelatie = "afzender" });
        Assert.Equal(["nonFieldErrors unique"], await node.Fouten(HttpMethod.Patch, Pad(urls[1]), new { aardRelatie = "afzender" }));
        Assert.Equal(["informatieobject wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Patch, Pad(urls[1]), new { informatieobject = Zaaknode.Url(await node.Maak()) }));
        var lijst = await node.Vraag(200, HttpMethod.Get, $"/verzendingen?aardRelatie=afzender&informatieobject={Uri.EscapeDataString(informatieobject)}&betrokkene={Uri.EscapeDataString("https://personen.example/1")}");
        Assert.Equal([urls[0]], lijst.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
        await node.Vraag(204, HttpMethod.Delete, Pad(urls[0]));
        await node.Vraag(204, HttpMethod.Delete, Pad(informatieobject));
        await node.Vraag(404, HttpMethod.Get, Pad(urls[1]));

        Dictionary<string, JsonElement> Verzending(object? adres) => Catalogusnode.Met(
            new { informatieobject, betrokkene = "https://personen.example/1", contactPersoon = "https://personen.example/2", aardRelatie = "geadresseerde" }, adres);
    }

    [EngineTheory]
    public async Task Gebruiksrechten_are_found_by_document_and_by_moment(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var informatieobject = Zaaknode.Url(await node.Maak());
        var eerste = Zaaknode.Url(await node.Vraag(201, HttpMethod.Post, "/gebruiksrechten", Recht("2026-01-01T00:00:00+01:00", "2026-02-01T00:00:00Z")));
        var tweede = Zaaknode.Url(await node.Vraag(201, HttpMethod.Post, "/gebruiksrechten", Recht("2026-03-01T00:00:00Z", null)));

        Assert.Equal([eerste, tweede], await Lijst($"informatieobject={Uri.EscapeDataString(informatieobject)}"));
        Assert.Equal([eerste], await Lijst("startdatum__lte=2025-12-31T23:00:00Z"));
        Assert.Empty(await Lijst("startdatum__lt=2025-12-31T23:00:00Z"));
        Assert.Equal([tweede], await Lijst("startdatum__gt=2026-01-01"));
        Assert.Equal([eerste], await Lijst("einddatum__gte=2026-02-01T00:00:00Z"));
        Assert.Equal(["startdatum__gt invalid"], await node.Fouten(HttpMethod.Get, "/gebruiksrechten?startdatum__gt=ooit"));
        var gewijzigd = await node.Vraag(200, HttpMethod.Patch, Pad(tweede), new { einddatum = "2027-01-01T00:00:00Z" });
        Assert.NotEqual(JsonValueKind.Null, gewijzigd.GetProperty("einddatum").ValueKind);
        Assert.Equal(["informatieobject bad-url"], await node.Fouten(HttpMethod.Post, "/gebruiksrechten", Catalogusnode.Met(Recht("2026-01-01T00:00:00Z", null), new { informatieobject = informatieobject[..^36] + Guid.NewGuid().ToString("D") })));

        object Recht(string startdatum, string? einddatum) => new { informatieobject, startdatum, einddatum, omschrijvingVoorwaarden = "Niet delen" };
        async Task<string[]> Lijst(string vraag) => [.. (await node.Vraag(200, HttpMethod.Get, $"/gebruiksrechten?{vraag}")).EnumerateArray().Select(Zaaknode.Url)];
    }

    [EngineTheory]
    public async Task Documents_are_found_by_number_by_words_by_what_they_belong_to_and_by_id(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var bouw = Zaaknode.Url(await node.Maak(new { identificatie = "D-1", trefwoorden = new[] { "bouwtekening", "vergunning", "vergunning" } }));
        var brief = Zaaknode.Url(await node.Maak(new { trefwoorden = new[] { "vergunning" } }));
        var zaak = Zaaknode.Url(await node.Zaken.Maak(Diensten.Zaken, "/zaken", node.Zaken.Zaak()));
        await Koppel(node, brief, zaak);

        Assert.Equal([bouw], await Lijst("identificatie=D-1&bronorganisatie=990000011"));
        Assert.Equal([bouw, brief], await Lijst("trefwoorden=vergunning"));
        Assert.Equal([bouw], await Lijst("trefwoorden=vergunning,bouwtekening"));
        Assert.Empty(await Lijst("trefwoorden=bouw"));
        foreach (var streep in new[] { "_", "__" })
        {
            Assert.Equal([brief], await Lijst($"objectinformatieobjecten{streep}object={Uri.EscapeDataString(zaak)}"));
            Assert.Equal([brief], await Lijst($"objectinformatieobjecten{streep}objectType=zaak"));
            Assert.Empty(await Lijst($"objectinformatieobjecten{streep}objectType=besluit"));
        }

        await node.Wijzig(bouw, new { trefwoorden = new[] { "anders" } });
        Assert.Equal([brief], await Lijst("trefwoorden=vergunning"));
        Assert.Equal(["nonFieldErrors unknown-parameters"], await node.Fouten(HttpMethod.Get, "/enkelvoudiginformatieobjecten?trefwoord=vergunning"));
        var gezocht = await node.Vraag(200, HttpMethod.Post, "/enkelvoudiginformatieobjecten/_zoek", new { uuid__in = new[] { Zaaknode.Id(bouw), Guid.NewGuid().ToString("D") }, bronorganisatie = "990000011" });
        Assert.Equal([bouw], gezocht.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));

        async Task<string[]> Lijst(string vraag) => [.. (await node.Vraag(200, HttpMethod.Get, $"/enkelvoudiginformatieobjecten?{vraag}")).GetProperty("results").EnumerateArray().Select(Zaaknode.Url)];
    }

    [EngineTheory]
    public async Task The_documents_of_a_zaak_come_in_one_file_as_far_as_the_caller_may_read_them(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var zaak = Zaaknode.Url(await node.Zaken.Maak(Diensten.Zaken, "/zaken", node.Zaken.Zaak("Z/1")));
        var (eerste, tweede, leeg) = (await Maak("een", "brief.txt", true), await Maak("twee", "brief.txt", false), Zaaknode.Url(await node.Maak()));
        await Maak("buiten", "los.txt", true, koppel: false);
        await Koppel(node, leeg, zaak);
        var pad = $"/zaakdossiers/{Zaaknode.Id(zaak)}";

        Assert.Equal(["brief (2).txt: twee", "brief.txt: een"], await Lees("proef"));
        Assert.Equal(["brief.txt: een"], await Lees("publicatie"));
        await node.Vraag(403, HttpMethod.Get, pad, als: "zakenlezer");
        await Koppel(node, Zaaknode.Url(await node.Maak(Catalogusnode.Met(MetInhoud("stil"), new { bestandsnaam = "stil.txt", vertrouwelijkheidaanduiding = "geheim" }))), zaak);
        Assert.Equal(2, (await Lees("proef", "?maximaleVertrouwelijkheidaanduiding=vertrouwelijk")).Length);
        Assert.Equal(3, (await Lees("proef", "?maximaleVertrouwelijkheidaanduiding=geheim")).Length);
        await node.Vraag(400, HttpMethod.Get, $"{pad}?maximaleVertrouwelijkheidaanduiding=heel");
        await node.Vraag(404, HttpMethod.Get, $"/zaakdossiers/{Guid.NewGuid():D}");

        async Task<string[]> Lees(string client, string vraag = "")
        {
            using var antwoord = await node.Download(pad + vraag, Proefnode.Als(client));
            Assert.Equal(("application/zip", "Z_1.zip"), (antwoord.Content.Headers.ContentType!.MediaType, antwoord.Content.Headers.ContentDisposition!.FileName));
            await using var zip = new ZipArchive(await antwoord.Content.ReadAsStreamAsync());
            var inhoud = new List<string>();
            foreach (var deel in zip.Entries)
            {
                using var lezer = new StreamReader(await deel.OpenAsync());
                inhoud.Add($"{deel.FullName}: {await lezer.ReadToEndAsync()}");
            }

            return [.. inhoud.Order(StringComparer.Ordinal)];
        }

        async Task<string> Maak(string inhoud, string bestandsnaam, bool gereed, bool koppel = true)
        {
            var url = Zaaknode.Url(await node.Maak(Catalogusnode.Met(MetInhoud(inhoud), new { bestandsnaam, isGereedVoorPublicatie = gereed })));
            if (koppel) await Koppel(node, url, zaak);
            return url;
        }
    }

    private static async Task Koppel(Documentnode node, string document, string zaak) => await (await node.Zaken.Node.Store()).Write(async session =>
    {
        await Services.Zaakgericht.Documenten.Objectinformatieobjecten.Koppel(session, Guid.Parse(Zaaknode.Id(document)), "\u0001/zaken/api/v1/zaken/" + Zaaknode.Id(zaak), "zaak");
        return 0;
    });
}
