using System.Net;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

public sealed class VersieTests
{
    [EngineTheory]
    public async Task Each_change_is_a_version_that_stays_readable_by_number_and_by_moment(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var eerste = await node.Maak(MetInhoud("een"));
        var url = Zaaknode.Url(eerste);
        var tweede = await node.Wijzig(url, new { titel = "Twee" });
        await node.Wijzig(url, Catalogusnode.Met(MetInhoud("drie!"), new { titel = "Drie" }));

        var nu = await node.Vraag(200, HttpMethod.Get, Pad(url));
        Assert.Equal((3, "Drie", 5), Kort(nu));
        Assert.Equal((1, "Brief", 3), Kort(await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}?versie=1")));
        Assert.Equal((2, "Twee", 3), Kort(await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}?versie=2")));
        Assert.Equal(nu.GetRawText(), (await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}?versie=3")).GetRawText());
        var moment = Uri.EscapeDataString(tweede.GetProperty("beginRegistratie").GetString()!);
        Assert.Equal((2, "Twee", 3), Kort(await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}?registratieOp={moment}")));
        Assert.Equal((3, "Drie", 5), Kort(await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}?registratieOp=2999-01-01T00:00:00Z")));
        await node.Vraag(404, HttpMethod.Get, $"{Pad(url)}?versie=4");
        await node.Vraag(404, HttpMethod.Get, $"{Pad(url)}?registratieOp=2001-01-01T00:00:00Z");
        Assert.Equal(["versie invalid"], await node.Fouten(HttpMethod.Get, $"{Pad(url)}?versie=nieuwste"));
        Assert.Equal(["registratieOp invalid"], await node.Fouten(HttpMethod.Get, $"{Pad(url)}?registratieOp=gisteren"));

        Assert.Equal("een", await node.Inhoud($"{Pad(url)}/download?versie=1"));
        Assert.Equal("een", await node.Inhoud($"{Pad(url)}/download?registratieOp={moment}"));
        Assert.Equal("drie!", await node.Inhoud($"{Pad(url)}/download"));
        await node.Vraag(404, HttpMethod.Get, $"{Pad(url)}/download?versie=9");
        // In the list the newest only.
        var lijst = await node.Vraag(200, HttpMethod.Get, "/enkelvoudiginformatieobjecten");
        Assert.Equal((1, "Drie"), (lijst.GetProperty("count").GetInt32(), lijst.GetProperty("results")[0].GetProperty("titel").GetString()));
        var uit = await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}?versie=1&expand=informatieobjecttype");
        Assert.Equal(("Brief", "Brief"), (uit.GetProperty("titel").GetString(), uit.GetProperty("_expand").GetProperty("informatieobjecttype").GetProperty("omschrijving").GetString()));

        static (int, string?, int) Kort(JsonElement document) =>
            (document.GetProperty("versie").GetInt32(), document.GetProperty("titel").GetString(), document.GetProperty("bestandsomvang").GetInt32());
    }

    [EngineTheory]
    public async Task A_version_has_a_tag_of_its_own_and_head_agrees_with_get(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var url = Zaaknode.Url(await node.Maak());
        await node.Wijzig(url, new { titel = "Twee" });

        var tags = new HashSet<string>();
        foreach (var pad in new[] { Pad(url), $"{Pad(url)}?versie=1", $"{Pad(url)}?versie=2" })
        {
            using var gelezen = await node.Download(pad);
            var tag = gelezen.Headers.ETag!.ToString();
            Assert.True(tags.Add(tag), tag);
            using var kop = await node.Zaken.Node.Stuur(HttpMethod.Head, Diensten.Documenten, pad, herkomst: Herkomst.Buiten);
            Assert.Equal((tag, gelezen.Content.Headers.ContentLength), (kop.Headers.ETag!.ToString(), kop.Content.Headers.ContentLength));
            using var bekend = await node.Download(pad, koppen => koppen.Add("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.NotModified, bekend.StatusCode);
        }
    }

    [EngineTheory]
    public async Task Without_content_a_change_keeps_what_there_was(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var url = Zaaknode.Url(await node.Maak(MetInhoud("blijft")));

        foreach (var leden in new object[] { new { titel = "A" }, new { inhoud = (string?)null, bestandsomvang = (int?)null }, new { bestandsomvang = 6 } })
        {
            var gewijzigd = await node.Wijzig(url, leden);
            Assert.Equal((6, JsonValueKind.String), (gewijzigd.GetProperty("bestandsomvang").GetInt32(), gewijzigd.GetProperty("inhoud").ValueKind));
            Assert.Equal("blijft", await node.Inhoud(Pad(gewijzigd.GetProperty("inhoud").GetString()!)));
        }

        var sleutel = await node.Vergrendel(url);
        var geheel = await node.Vraag(200, HttpMethod.Put, Pad(url), node.Document(new { @lock = sleutel, titel = "B" }));
        Assert.Equal("blijft", await node.Inhoud(Pad(geheel.GetProperty("inhoud").GetString()!)));
        var leeg = await node.Vraag(200, HttpMethod.Patch, Pad(url), new { bestandsomvang = 0, @lock = sleutel });
        Assert.Equal("", await node.Inhoud(Pad(leeg.GetProperty("inhoud").GetString()!)));
    }

    [EngineTheory, Trait("zgw", "drc-009"), Trait("zgw", "drc-010")]
    public async Task Who_holds_the_lock_may_change_and_nobody_else(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var url = Zaaknode.Url(await node.Maak());
        var geen = new string('0', 32);

        Assert.Equal(["nonFieldErrors unlocked"], await node.Fouten(HttpMethod.Put, Pad(url), node.Document(new { @lock = geen })));
        Assert.Equal(["nonFieldErrors unlocked"], await node.Fouten(HttpMethod.Patch, Pad(url), new { titel = "A" }));
        var sleutel = await node.Vergrendel(url);
        Assert.Matches("^[0-9a-f]{32}$", sleutel);
        Assert.True((await node.Vraag(200, HttpMethod.Get, Pad(url))).GetProperty("locked").GetBoolean());
        Assert.DoesNotContain(sleutel, (await node.Vraag(200, HttpMethod.Get, Pad(url))).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["nonFieldErrors existing-lock"], await node.Fouten(HttpMethod.Post, $"{Pad(url)}/lock", new { }));
        Assert.Equal(["lock required"], await node.Fouten(HttpMethod.Put, Pad(url), node.Document()));
        Assert.Equal(["nonFieldErrors missing-lock-id"], await node.Fouten(HttpMethod.Patch, Pad(url), new { titel = "A" }));
        Assert.Equal(["nonFieldErrors incorrect-lock-id"], await node.Fouten(HttpMethod.Put, Pad(url), node.Document(new { @lock = geen })));
        Assert.Equal(["nonFieldErrors incorrect-lock-id"], await node.Fouten(HttpMethod.Patch, Pad(url), new { @lock = geen }));
        await node.Vraag(200, HttpMethod.Put, Pad(url), node.Document(new { @lock = sleutel }));
        var gewijzigd = await node.Vraag(200, HttpMethod.Patch, Pad(url), new { @lock = sleutel, status = "definitief" });
        Assert.False(gewijzigd.TryGetProperty("lock", out _));

        Assert.Equal("nonFieldErrors incorrect-lock-id", Catalogusnode.Fouten(await node.Ontgrendel(url, geen, 400)).Single());
        // Inside the organisation forcing asks for a purpose that names it: without that, not even by leaving the lock out.
        var binnen = await node.Zaken.Node.Vraag(400, HttpMethod.Post, Diensten.Documenten, $"{Pad(url)}/unlock", new { }, doel: node.Zaken.Node.Doel("mijn-gegevens-inzien"));
        Assert.Equal(["nonFieldErrors missing-lock-id"], Catalogusnode.Fouten(binnen));
        await node.Ontgrendel(url, sleutel);
        Assert.Equal(["nonFieldErrors unlocked"], await node.Fouten(HttpMethod.Patch, Pad(url), new { @lock = sleutel }));
        await node.Vergrendel(url);
        await node.Vraag(204, HttpMethod.Post, $"{Pad(url)}/unlock", new { });
        Assert.False((await node.Vraag(200, HttpMethod.Get, Pad(url))).GetProperty("locked").GetBoolean());
    }

    [EngineTheory, Trait("zgw", "drc-009")]
    public async Task Of_two_who_lock_at_once_one_has_it(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var url = Zaaknode.Url(await node.Maak());
        var statussen = new System.Collections.Concurrent.ConcurrentBag<int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (_, _) =>
        {
            using var antwoord = await node.Zaken.Node.Stuur(HttpMethod.Post, Diensten.Documenten, $"{Pad(url)}/lock", new { }, Herkomst.Buiten);
            statussen.Add((int)antwoord.StatusCode);
        });

        Assert.Equal([200, 400, 400, 400, 400, 400, 400, 400], statussen.Order());
    }

    [EngineTheory]
    public async Task Who_reads_what_is_ready_for_publication_sees_nothing_else_on_any_way(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var (open, dicht) = (Zaaknode.Url(await node.Maak(Catalogusnode.Met(MetInhoud("open"), new { isGereedVoorPublicatie = true }))), Zaaknode.Url(await node.Maak(MetInhoud("dicht"))));
        // Ready now, but not in its first version.
        var later = Zaaknode.Url(await node.Maak(MetInhoud("concept")));
        await node.Wijzig(later, Catalogusnode.Met(MetInhoud("definitief"), new { isGereedVoorPublicatie = true }));
        foreach (var informatieobject in new[] { open, dicht })
            await node.Vraag(201, HttpMethod.Post, "/gebruiksrechten", new { informatieobject, startdatum = "2026-06-01T00:00:00Z", omschrijvingVoorwaarden = "Niet delen" });

        var lijst = await node.Vraag(200, HttpMethod.Get, "/enkelvoudiginformatieobjecten", als: "publicatie");
        Assert.Equal(2, lijst.GetProperty("count").GetInt32());
        Assert.Equal([open, later], lijst.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/enkelvoudiginformatieobjecten?bronorganisatie=990000023", als: "publicatie")).GetProperty("count").GetInt32());
        var zoek = await node.Vraag(200, HttpMethod.Post, "/enkelvoudiginformatieobjecten/_zoek", new { uuid__in = new[] { Zaaknode.Id(open), Zaaknode.Id(dicht) } }, als: "publicatie");
        Assert.Equal([open], zoek.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
        foreach (var deel in new[] { "", "/download", "/audittrail", "?versie=1" })
        {
            await node.Vraag(403, HttpMethod.Get, Pad(dicht) + deel, als: "publicatie");
            using var mag = await node.Download(Pad(open) + deel, Proefnode.Als("publicatie"));
            Assert.Equal(HttpStatusCode.OK, mag.StatusCode);
        }

        await node.Vraag(403, HttpMethod.Get, $"{Pad(later)}?versie=1", als: "publicatie");
        await node.Vraag(403, HttpMethod.Get, $"{Pad(later)}/download?versie=1", als: "publicatie");
        await node.Vraag(200, HttpMethod.Get, $"{Pad(later)}?versie=2", als: "publicatie");
        var rechten = await node.Vraag(200, HttpMethod.Get, "/gebruiksrechten?expand=informatieobject", als: "publicatie");
        Assert.Equal([open], rechten.EnumerateArray().Select(r => r.GetProperty("informatieobject").GetString()));
    }
}
