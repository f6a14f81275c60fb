using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Tests.Zaakgericht.Documenten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

/// <summary>Each kind of client on each way to read documents and what belongs to them.</summary>
public sealed class DocumentrechtenTests
{
    private const string Documenten = "/enkelvoudiginformatieobjecten";
    private static readonly string[] Niveaus = ["openbaar", "zaakvertrouwelijk", "zeer_geheim"];

    [EngineTheory]
    public async Task Each_way_to_read_shows_what_scope_type_level_and_readiness_allow_and_nothing_else(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine, new ApiClient("zaken", "") { Autorisaties = [new Autorisatie("zrc", ["zaken.lezen", "audittrails.lezen"])] });
        var keten = await Keten.Van(node.Zgw);
        var ander = await keten.Documenten.Catalogi.Publiceer(await keten.Documenten.Catalogi.Informatieobjecttype("Ander"));
        await keten.Documenten.Catalogi.ZaaktypeInformatieobjecttype(keten.Zaaktype, "Ander", 2);
        var zaak = await keten.Zaak();
        var alle = new List<Stuk>();
        foreach (var type in new[] { keten.Documenten.Type, ander })
            foreach (var niveau in Niveaus)
                alle.Add(await Maak(keten, zaak, type, niveau, gereed: niveau != "zaakvertrouwelijk"));

        var applicatie = Rechtennode.Pad(await node.Applicatie([Rechtennode.Drc(ander, "openbaar")]));
        foreach (var type in new[] { keten.Documenten.Type, ander, "https://elders.example/informatieobjecttypen/1" })
        {
            foreach (var (max, gereed) in Niveaus.SelectMany(max => new[] { (max, false), (max, true) }))
            {
                await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new
                {
                    alleenIsGereedVoorPublicatie = gereed,
                    autorisaties = new[] { Rechtennode.Drc(type, max, "documenten.lezen", "audittrails.lezen"), Rechtennode.Zrc(keten.Zaaktype, "zeer_geheim") },
                });
                await Ziet("a", [.. alle.Where(stuk => stuk.Type == type && Array.IndexOf(Niveaus, stuk.Niveau) <= Array.IndexOf(Niveaus, max) && (stuk.Gereed || !gereed))]);
            }
        }

        // Everything, and nothing: another scope, a scope of another API, none at all.
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { alleenIsGereedVoorPublicatie = false, heeftAlleAutorisaties = true, autorisaties = Array.Empty<object>() });
        await Ziet("a", alle);
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { heeftAlleAutorisaties = false, autorisaties = new[] { Rechtennode.Drc(ander, "zeer_geheim", "documenten.aanmaken") } });
        foreach (var client in new[] { "a", "b", "zaken" })
        {
            foreach (var pad in alle.SelectMany(stuk => stuk.Paden).Concat([Documenten, "/gebruiksrechten", "/objectinformatieobjecten", "/verzendingen", $"/zaakdossiers/{Zaaknode.Id(zaak)}"])) await Haal(client, pad, 403);
            await node.Als(client, 403, HttpMethod.Post, Diensten.Documenten, $"{Documenten}/_zoek", new { bronorganisatie = "990000011" });
        }

        // A layer of the organisation that names no purpose.
        foreach (var pad in alle.SelectMany(stuk => stuk.Paden).Append(Documenten)) await node.Zgw.Node.Vraag(403, HttpMethod.Get, Diensten.Documenten, pad);

        async Task Ziet(string client, List<Stuk> mag)
        {
            foreach (var stuk in alle)
                foreach (var pad in stuk.Paden) await Haal(client, pad, mag.Contains(stuk) ? 200 : 403);
            var verwacht = mag.Select(stuk => stuk.Document).Order(StringComparer.Ordinal).ToList();
            foreach (var vraag in new[] { "", "?bronorganisatie=990000011", "?trefwoorden=proef", "?objectinformatieobjecten_objectType=zaak", $"?objectinformatieobjecten__object={Uri.EscapeDataString(zaak)}", "?expand=informatieobjecttype" })
                Bevat(verwacht, await Haal(client, Documenten + vraag, 200));
            Bevat(verwacht, await node.Als(client, 200, HttpMethod.Post, Diensten.Documenten, $"{Documenten}/_zoek?expand=informatieobjecttype", new { uuid__in = alle.Select(stuk => Zaaknode.Id(stuk.Document)) }));
            Assert.Equal(mag.Count, (await Haal(client, $"{Documenten}?pageSize=1", 200)).GetProperty("count").GetInt32());

            foreach (var (lijst, deel) in new (string, Func<Stuk, string>)[] { ("/gebruiksrechten", s => s.Recht), ("/objectinformatieobjecten", s => s.Relatie), ("/verzendingen", s => s.Verzending) })
            {
                var blad = await Haal(client, $"{lijst}?expand=informatieobject", 200);
                var delen = blad.ValueKind == JsonValueKind.Array ? blad : blad.GetProperty("results");
                Assert.Equal(mag.Select(deel).Order(StringComparer.Ordinal), delen.EnumerateArray().Select(Zaaknode.Url).Order(StringComparer.Ordinal));
                Assert.Equal(verwacht, delen.EnumerateArray().Select(een => Zaaknode.Url(een.GetProperty("_expand").GetProperty("informatieobject"))).Order(StringComparer.Ordinal));
                if (blad.ValueKind == JsonValueKind.Object) Assert.Equal(mag.Count, blad.GetProperty("count").GetInt32());
                foreach (var stuk in alle)
                {
                    blad = await Haal(client, $"{lijst}?informatieobject={Uri.EscapeDataString(stuk.Document)}", 200);
                    Assert.Equal(mag.Contains(stuk) ? 1 : 0, blad.ValueKind == JsonValueKind.Array ? blad.GetArrayLength() : blad.GetProperty("count").GetInt32());
                }
            }

            // From the side of the zaak: all relations, and of the documents those that may be read.
            var gelezen = await node.Lees(client, $"{Catalogusnode.Pad(zaak)}?expand=zaakinformatieobjecten.informatieobject");
            var relaties = gelezen.GetProperty("_expand").GetProperty("zaakinformatieobjecten");
            Assert.Equal(alle.Count, relaties.GetArrayLength());
            Assert.Equal(verwacht, relaties.EnumerateArray().Where(relatie => relatie.TryGetProperty("_expand", out _)).Select(relatie => Zaaknode.Url(relatie.GetProperty("_expand").GetProperty("informatieobject"))).Order(StringComparer.Ordinal));
            using var antwoord = await node.Zgw.Node.Stuur(HttpMethod.Get, Diensten.Documenten, $"/zaakdossiers/{Zaaknode.Id(zaak)}", herkomst: Herkomst.Buiten, headers: Rechtennode.Kop(client));
            await using var zip = new ZipArchive(await antwoord.Content.ReadAsStreamAsync());
            Assert.Equal(mag.Select(stuk => $"{stuk.Niveau}-{Zaaknode.Id(stuk.Type)}.json").Order(StringComparer.Ordinal), zip.Entries.Select(deel => deel.FullName).Order(StringComparer.Ordinal));
        }

        async Task<JsonElement> Haal(string client, string pad, int status)
        {
            using var kop = await node.Zgw.Node.Stuur(HttpMethod.Head, Diensten.Documenten, pad, herkomst: Herkomst.Buiten, headers: Rechtennode.Kop(client));
            // The standard has HEAD for one resource only.
            if (kop.StatusCode is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound)) Assert.Equal(status, (int)kop.StatusCode);
            return await node.Als(client, status, HttpMethod.Get, Diensten.Documenten, pad);
        }
    }

    [EngineTheory]
    public async Task A_trail_does_not_show_what_the_document_was_when_the_caller_might_not_see_it(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var keten = await Keten.Van(node.Zgw);
        var document = await keten.Document(new { titel = "Nog geheim", vertrouwelijkheidaanduiding = "geheim" });
        await keten.Documenten.Wijzig(document, new { titel = "Concept", vertrouwelijkheidaanduiding = "openbaar" });
        await keten.Documenten.Wijzig(document, new { titel = "Klaar", isGereedVoorPublicatie = true });
        await keten.Gebruiksrecht(document);
        var applicatie = Rechtennode.Pad(await node.Applicatie([Rechtennode.Drc(keten.Documenten.Type, "openbaar", "documenten.lezen", "audittrails.lezen")]));

        Assert.Equal([": ", ": Concept", "Concept: Klaar", "gebruiksrechten"], await Spoor("a"));
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { alleenIsGereedVoorPublicatie = true });
        Assert.Equal([": ", ": ", ": Klaar", "gebruiksrechten"], await Spoor("a"));
        Assert.Equal([": Nog geheim", "Nog geheim: Concept", "Concept: Klaar", "gebruiksrechten"], await Spoor("proef"));

        async Task<string[]> Spoor(string client)
        {
            var pad = $"{Catalogusnode.Pad(document)}/audittrail";
            var spoor = client == "proef" ? await keten.Documenten.Vraag(200, HttpMethod.Get, pad) : await node.Als(client, 200, HttpMethod.Get, Diensten.Documenten, pad);
            foreach (var regel in spoor.EnumerateArray().Where(_ => client != "proef"))
                Assert.Equal(regel.GetRawText(), (await node.Als(client, 200, HttpMethod.Get, Diensten.Documenten, $"{pad}/{regel.GetProperty("uuid").GetString()}")).GetRawText());
            return [.. spoor.EnumerateArray().Select(regel => regel.GetProperty("resource").GetString() is var resource and not "enkelvoudiginformatieobject" ? resource! : $"{Titel(regel, "oud")}: {Titel(regel, "nieuw")}")];
        }

        static string? Titel(JsonElement regel, string stand) => regel.GetProperty("wijzigingen").TryGetProperty(stand, out var document) ? document.GetProperty("titel").GetString() : null;
    }

    private static async Task<Stuk> Maak(Keten keten, string zaak, string type, string niveau, bool gereed)
    {
        // A number is JSON too, so that a download can be read as the other answers.
        var document = await keten.Document(Catalogusnode.Met(Documentnode.MetInhoud("1"), new
        {
            informatieobjecttype = type,
            vertrouwelijkheidaanduiding = niveau,
            isGereedVoorPublicatie = gereed,
            bestandsnaam = $"{niveau}-{Zaaknode.Id(type)}.json",
            trefwoorden = new[] { "proef" },
        }));
        await keten.BijZaak(zaak, document);
        var relatie = (await keten.Documenten.Vraag(200, HttpMethod.Get, $"/objectinformatieobjecten?informatieobject={Uri.EscapeDataString(document)}"))[0];
        return new Stuk(type, niveau, gereed, document, await keten.Gebruiksrecht(document), Zaaknode.Url(relatie), await keten.Verzending(document));
    }

    private static void Bevat(List<string> verwacht, JsonElement blad)
    {
        Assert.Equal(verwacht.Count, blad.GetProperty("count").GetInt32());
        Assert.Equal(verwacht, blad.GetProperty("results").EnumerateArray().Select(Zaaknode.Url).Order(StringComparer.Ordinal));
    }

    /// <summary>A document with what belongs to it.</summary>
    private sealed record Stuk(string Type, string Niveau, bool Gereed, string Document, string Recht, string Relatie, string Verzending)
    {
        public IEnumerable<string> Paden =>
        [
            .. new[] { "", "?expand=informatieobjecttype", "?versie=1", "/download", "/download?versie=1", "/audittrail" }.Select(deel => Catalogusnode.Pad(Document) + deel),
            .. new[] { Recht, Relatie, Verzending }.SelectMany(url => new[] { Catalogusnode.Pad(url), $"{Catalogusnode.Pad(url)}?expand=informatieobject" }),
        ];
    }
}
