using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

/// <summary>Each kind of client on each way to read besluiten, their documents and their zaken.</summary>
public sealed class BesluitrechtenTests
{
    [EngineTheory]
    public async Task Each_way_to_read_shows_what_scope_and_type_allow_and_nothing_else(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var keten = await Keten.Van(node.Zgw);
        var ander = await keten.Documenten.Catalogi.Publiceer(await keten.Documenten.Catalogi.Besluittype("Ander", new { informatieobjecttypen = new[] { "Brief" } }));
        var (zaak, document) = (await keten.Zaak(), await keten.Document());
        var alle = new List<Stuk>();
        foreach (var (type, bij) in new[] { (keten.Besluittype, zaak), (keten.Besluittype, ""), (ander, "") })
        {
            var besluit = await keten.Besluit(bij, new { besluittype = type });
            alle.Add(new Stuk(type, besluit, await keten.BijBesluit(besluit, document), bij));
        }

        var applicatie = Rechtennode.Pad(await node.Applicatie([Rechtennode.Brc(ander)]));
        object[] ook = [Rechtennode.Zrc(keten.Zaaktype, "zeer_geheim"), Rechtennode.Drc(keten.Documenten.Type, "zeer_geheim")];
        foreach (var type in new[] { keten.Besluittype, ander, "https://elders.example/besluittypen/1" })
        {
            // With rights to the zaken and documents that belong to them, and without: then their URLs, and no more.
            foreach (var rechten in new[] { [], ook })
            {
                await Geef([Rechtennode.Brc(type, "besluiten.lezen", "audittrails.lezen"), .. rechten]);
                await Ziet([.. alle.Where(stuk => stuk.Type == type)], metAndere: rechten.Length > 0);
            }
        }

        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { heeftAlleAutorisaties = true, autorisaties = Array.Empty<object>() });
        await Ziet(alle, metAndere: true);
        // Another scope, scopes of other APIs, and none at all.
        foreach (var (client, rechten) in new (string, object[])[] { ("a", [Rechtennode.Brc(ander, "besluiten.aanmaken")]), ("a", ook), ("b", ook) })
        {
            await Geef(rechten);
            foreach (var pad in alle.SelectMany(stuk => stuk.Paden).Concat(["/besluiten", "/besluitinformatieobjecten"])) await node.Als(client, 403, HttpMethod.Get, Diensten.Besluiten, pad);
        }

        // A layer of the organisation that names no purpose.
        foreach (var pad in alle.SelectMany(stuk => stuk.Paden).Append("/besluiten")) await node.Zgw.Node.Vraag(403, HttpMethod.Get, Diensten.Besluiten, pad);

        // Who reads zaken sees that one has a besluit; the besluit itself only who reads those.
        await Geef(ook);
        var zonder = Assert.Single((await node.Lees("a", $"{Catalogusnode.Pad(zaak)}/besluiten?expand=besluit")).EnumerateArray());
        Assert.Equal((alle[0].Besluit, false), (zonder.GetProperty("besluit").GetString(), zonder.TryGetProperty("_expand", out _)));
        await Geef([.. ook, Rechtennode.Brc(keten.Besluittype)]);
        var met = Assert.Single((await node.Lees("a", $"{Catalogusnode.Pad(zaak)}/besluiten?expand=besluit")).EnumerateArray());
        Assert.Equal(alle[0].Besluit, Zaaknode.Url(met.GetProperty("_expand").GetProperty("besluit")));
        await Geef([.. ook, Rechtennode.Brc(ander)]);
        Assert.DoesNotContain("_expand", (await node.Lees("a", $"{Catalogusnode.Pad(zaak)}/besluiten?expand=besluit")).GetRawText(), StringComparison.Ordinal);

        async Task Ziet(List<Stuk> mag, bool metAndere)
        {
            foreach (var stuk in alle)
            {
                foreach (var pad in stuk.Paden)
                {
                    await node.Als("a", mag.Contains(stuk) ? 200 : 403, HttpMethod.Get, Diensten.Besluiten, pad);
                    if (pad.Contains("audittrail", StringComparison.Ordinal)) continue;
                    using var kop = await node.Zgw.Node.Stuur(HttpMethod.Head, Diensten.Besluiten, pad, herkomst: Herkomst.Buiten, headers: Rechtennode.Kop("a"));
                    Assert.Equal(mag.Contains(stuk) ? 200 : 403, (int)kop.StatusCode);
                }
            }

            var verwacht = mag.Select(stuk => stuk.Besluit).Order(StringComparer.Ordinal).ToList();
            foreach (var vraag in new[] { "", "?verantwoordelijkeOrganisatie=990000011", "?expand=besluittype,zaak", "?pageSize=500" })
            {
                var blad = await node.Als("a", 200, HttpMethod.Get, Diensten.Besluiten, $"/besluiten{vraag}");
                Assert.Equal(verwacht.Count, blad.GetProperty("count").GetInt32());
                Assert.Equal(verwacht, blad.GetProperty("results").EnumerateArray().Select(Zaaknode.Url).Order(StringComparer.Ordinal));
                if (!vraag.Contains("expand", StringComparison.Ordinal)) continue;
                foreach (var besluit in blad.GetProperty("results").EnumerateArray())
                {
                    Assert.True(besluit.GetProperty("_expand").TryGetProperty("besluittype", out _));
                    // An empty link is an empty object, for everybody.
                    var heeft = besluit.GetProperty("_expand").TryGetProperty("zaak", out var uit);
                    Assert.Equal(besluit.GetProperty("zaak").GetString() is "" || metAndere, heeft);
                    if (heeft && besluit.GetProperty("zaak").GetString() is { Length: > 0 } url) Assert.Equal(url, Zaaknode.Url(uit));
                }
            }

            Assert.Equal(mag.Count, (await node.Als("a", 200, HttpMethod.Get, Diensten.Besluiten, "/besluiten?pageSize=1")).GetProperty("count").GetInt32());
            Assert.Equal(mag.Count(stuk => stuk.Zaak.Length > 0), (await node.Als("a", 200, HttpMethod.Get, Diensten.Besluiten, $"/besluiten?zaak={Uri.EscapeDataString(zaak)}")).GetProperty("count").GetInt32());
            foreach (var vraag in new[] { "", $"informatieobject={Uri.EscapeDataString(document)}" })
            {
                var relaties = await node.Als("a", 200, HttpMethod.Get, Diensten.Besluiten, $"/besluitinformatieobjecten?expand=besluit,informatieobject&{vraag}");
                Assert.Equal(mag.Select(stuk => stuk.Relatie).Order(StringComparer.Ordinal), relaties.EnumerateArray().Select(Zaaknode.Url).Order(StringComparer.Ordinal));
                Assert.All(relaties.EnumerateArray(), relatie => Assert.Equal((true, metAndere), (Uit(relatie, "besluit"), Uit(relatie, "informatieobject"))));
            }

            foreach (var stuk in alle)
                Assert.Equal(mag.Contains(stuk) ? 1 : 0, (await node.Als("a", 200, HttpMethod.Get, Diensten.Besluiten, $"/besluitinformatieobjecten?besluit={Uri.EscapeDataString(stuk.Besluit)}")).GetArrayLength());
        }

        Task<JsonElement> Geef(object[] autorisaties) => node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { heeftAlleAutorisaties = false, autorisaties });
        static bool Uit(JsonElement resource, string lid) => resource.TryGetProperty("_expand", out var uit) && uit.TryGetProperty(lid, out _);
    }

    /// <summary>A besluit with the relation of its document.</summary>
    private sealed record Stuk(string Type, string Besluit, string Relatie, string Zaak)
    {
        public IEnumerable<string> Paden =>
        [
            .. new[] { "", "?expand=besluittype", "/audittrail" }.Select(deel => Catalogusnode.Pad(Besluit) + deel),
            .. new[] { "", "?expand=besluit" }.Select(deel => Catalogusnode.Pad(Relatie) + deel),
        ];
    }
}
