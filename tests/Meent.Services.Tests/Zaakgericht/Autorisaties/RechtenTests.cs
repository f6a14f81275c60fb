using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Autorisaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

public sealed class RechtenTests
{
    private static readonly string[] Niveaus = ["openbaar", "zaakvertrouwelijk", "zeer_geheim"];

    [EngineTheory, Trait("zgw", "zrc-006")]
    public async Task Each_way_to_read_shows_what_scope_type_and_level_allow_and_nothing_else(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var zgw = node.Zgw;
        var catalogus = (await zgw.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0].GetProperty("url").GetString()!;
        var (andertype, anderstatus, anderrol) = await zgw.MaakZaaktype(catalogus, "B");
        var zaken = new List<(string Type, string Niveau, string Pad, string Status, string Rol)>();
        foreach (var (type, status, rol) in new[] { (zgw.Zaaktype, zgw.Statustypen[0], zgw.Roltype), (andertype, anderstatus[0], anderrol) })
        {
            foreach (var niveau in Niveaus)
            {
                var zaak = await zgw.Maak(Diensten.Zaken, "/zaken", new { bronorganisatie = "990000011", verantwoordelijkeOrganisatie = "990000011", zaaktype = type, startdatum = "2026-06-01", vertrouwelijkheidaanduiding = niveau });
                var gezet = await zgw.Maak(Diensten.Zaken, "/statussen", new { zaak = Zaaknode.Url(zaak), statustype = status, datumStatusGezet = "2026-06-01T10:00:00Z" });
                var rolvan = await zgw.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(Zaaknode.Url(zaak), rol));
                zaken.Add((type, niveau, Rechtennode.Pad(zaak), Rechtennode.Pad(gezet), Rechtennode.Pad(rolvan)));
            }
        }

        var applicatie = Rechtennode.Pad(await node.Applicatie([Rechtennode.Zrc(zgw.Zaaktype, "openbaar")]));
        foreach (var type in (string[])[zgw.Zaaktype, andertype])
        {
            foreach (var max in Niveaus)
            {
                await zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { autorisaties = new[] { Rechtennode.Zrc(type, max, "zaken.lezen", "audittrails.lezen") } });
                var mag = zaken.Where(z => z.Type == type && Array.IndexOf(Niveaus, z.Niveau) <= Array.IndexOf(Niveaus, max)).ToList();
                foreach (var zaak in zaken)
                {
                    var status = mag.Contains(zaak) ? 200 : 403;
                    foreach (var pad in (string[])[zaak.Pad, zaak.Status, zaak.Rol, zaak.Pad + "/audittrail", zaak.Pad + "?expand=rollen"]) await node.Lees("a", pad, status);
                }

                foreach (var lijst in (string[])["/zaken", "/zaken?ordering=-startdatum", "/zaken?bronorganisatie=990000011", "/zaken?expand=status", "/statussen", "/rollen"])
                {
                    var blad = await node.Lees("a", lijst);
                    Assert.Equal(mag.Count, blad.GetProperty("count").GetInt32());
                    var verwacht = lijst.StartsWith("/zaken", StringComparison.Ordinal) ? mag.Select(z => z.Pad) : lijst == "/rollen" ? mag.Select(z => z.Rol) : mag.Select(z => z.Status);
                    Assert.Equal(verwacht.Order(), blad.GetProperty("results").EnumerateArray().Select(Rechtennode.Pad).Order());
                }

                var gezocht = await node.Als("a", 200, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", new { bronorganisatie = "990000011" });
                Assert.Equal(mag.Select(z => z.Pad).Order(), gezocht.GetProperty("results").EnumerateArray().Select(Rechtennode.Pad).Order());
            }
        }

        // Reading is no writing, and one scope is not the other.
        var eigen = zaken.First(z => z.Type == andertype);
        await node.Als("a", 403, HttpMethod.Post, Diensten.Zaken, "/zaken", zgw.Zaak(zaaktype: andertype));
        await node.Als("a", 403, HttpMethod.Patch, Diensten.Zaken, eigen.Pad, new { omschrijving = "x" });
        await node.Als("a", 403, HttpMethod.Delete, Diensten.Zaken, eigen.Pad);
        await zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { autorisaties = new[] { Rechtennode.Zrc(andertype, "openbaar", "zaken.aanmaken") } });
        await node.Lees("a", "/zaken", 403);
        await node.Lees("a", eigen.Pad + "/audittrail", 403);
        // Above its level, of another type, and as it should be.
        await node.Als("a", 403, HttpMethod.Post, Diensten.Zaken, "/zaken", zgw.Zaak(zaaktype: andertype));
        await node.Als("a", 403, HttpMethod.Post, Diensten.Zaken, "/zaken", zgw.Zaak());
        await node.Als("a", 201, HttpMethod.Post, Diensten.Zaken, "/zaken", new { bronorganisatie = "990000011", verantwoordelijkeOrganisatie = "990000011", zaaktype = andertype, startdatum = "2026-06-01", vertrouwelijkheidaanduiding = "openbaar" });
        // Client b has no applicatie.
        await node.Lees("b", "/zaken", 403);
        await zgw.Vraag(204, HttpMethod.Delete, Diensten.Autorisaties, applicatie);
        await node.Als("a", 403, HttpMethod.Post, Diensten.Zaken, "/zaken", zgw.Zaak());
    }

    [EngineTheory]
    public async Task A_trail_does_not_show_the_zaak_as_it_was_above_the_level_of_the_caller(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var zaak = Rechtennode.Pad(await node.Zgw.Maak(Diensten.Zaken, "/zaken", Catalogusnode.Met(node.Zgw.Zaak(), new { vertrouwelijkheidaanduiding = "geheim" })));
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Zaken, zaak, new { vertrouwelijkheidaanduiding = "openbaar" });
        await node.Applicatie([Rechtennode.Zrc(node.Zgw.Zaaktype, "openbaar", "zaken.lezen", "audittrails.lezen")]);

        Assert.Equal(["create: ", "partial_update: nieuw"], await Standen("a"));
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, Rechtennode.Pad((await node.Zgw.Vraag(200, HttpMethod.Get, Diensten.Autorisaties, "/applicaties")).GetProperty("results")[0]),
            new { autorisaties = new[] { Rechtennode.Zrc(node.Zgw.Zaaktype, "geheim", "zaken.lezen", "audittrails.lezen") } });
        Assert.Equal(["create: nieuw", "partial_update: oud nieuw"], await Standen("a"));

        async Task<string[]> Standen(string client) => [.. (await node.Lees(client, $"{zaak}/audittrail")).EnumerateArray()
            .Select(regel => $"{regel.GetProperty("actie").GetString()}: {string.Join(' ', regel.GetProperty("wijzigingen").EnumerateObject().Select(stand => stand.Name))}")];
    }

    [EngineTheory]
    public async Task A_right_per_type_or_catalogue_covers_a_new_version_at_once(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var zgw = node.Zgw;
        var catalogus = (await zgw.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0].GetProperty("url").GetString()!;
        var anders = Zaaknode.Url(await zgw.Maak(Diensten.Catalogi, "/catalogussen", new { domein = "ANDER", rsin = "990000011", contactpersoonBeheerNaam = "Beheer" }));
        var (elders, _, _) = await zgw.MaakZaaktype(anders, "A");
        await zgw.Maak(Diensten.Zaken, "/zaken", zgw.Zaak());
        await zgw.Maak(Diensten.Zaken, "/zaken", zgw.Zaak(zaaktype: elders));
        var applicatie = Zaaknode.Url(await node.Applicatie([new { component = "nrc", scopes = new[] { "notificaties.consumeren" } }]));
        await node.Lees("a", "/zaken", 403);

        // By identificatie in one catalogue, then in all, then a whole catalogue.
        var recht = Rechtennode.Pad(await zgw.Maak(Diensten.Rechten, "/rechten", Recht(catalogus, "A")));
        Assert.Equal(1, await Aantal());
        await zgw.Vraag(200, HttpMethod.Patch, Diensten.Rechten, recht, new { catalogus = "" });
        Assert.Equal(2, await Aantal());
        await zgw.Vraag(200, HttpMethod.Put, Diensten.Rechten, recht, Recht(anders, ""));
        Assert.Equal(1, await Aantal());
        await zgw.Vraag(200, HttpMethod.Put, Diensten.Rechten, recht, Recht(catalogus, "A"));

        // A second version, in force after the first.
        await zgw.Vraag(200, HttpMethod.Patch, Diensten.Catalogi, $"/zaaktypen/{Zaaknode.Id(zgw.Zaaktype)}", new { eindeGeldigheid = "2026-01-01" });
        var versie = Zaaknode.Url(await zgw.Maak(Diensten.Catalogi, "/zaaktypen", Versie(catalogus)));
        var standaard = await zgw.Vraag(200, HttpMethod.Get, Diensten.Autorisaties, "/applicaties/consumer?clientId=a");
        Assert.Equal([zgw.Zaaktype, versie], standaard[0].GetProperty("autorisaties").EnumerateArray().Where(a => a.GetProperty("component").GetString() == "zrc").Select(a => a.GetProperty("zaaktype").GetString()!));
        Assert.Single((await zgw.Vraag(200, HttpMethod.Get, Diensten.Autorisaties, new Uri(applicatie).AbsolutePath.Split("/api/v1")[1])).GetProperty("autorisaties").EnumerateArray());

        // Documents and besluiten by their omschrijving, or all of a catalogue.
        var soort = Zaaknode.Url(await zgw.Maak(Diensten.Catalogi, "/informatieobjecttypen", new { catalogus, omschrijving = "Brief", vertrouwelijkheidaanduiding = "openbaar", beginGeldigheid = "2024-01-01", informatieobjectcategorie = "x", besluittypen = Array.Empty<string>() }));
        await zgw.Maak(Diensten.Rechten, "/rechten", new { applicatie, component = "drc", scopes = new[] { "documenten.lezen" }, type = "Brief", maxVertrouwelijkheidaanduiding = "intern" });
        await zgw.Maak(Diensten.Rechten, "/rechten", new { applicatie, component = "drc", scopes = new[] { "documenten.lezen" }, catalogus = anders, maxVertrouwelijkheidaanduiding = "intern" });
        var drc = Assert.Single((await zgw.Vraag(200, HttpMethod.Get, Diensten.Autorisaties, "/applicaties/consumer?clientId=a"))[0].GetProperty("autorisaties").EnumerateArray(), a => a.GetProperty("component").GetString() == "drc");
        Assert.Equal((soort, "intern"), (drc.GetProperty("informatieobjecttype").GetString(), drc.GetProperty("maxVertrouwelijkheidaanduiding").GetString()));

        // It goes with what it belongs to.
        Assert.Equal(3, (await zgw.Vraag(200, HttpMethod.Get, Diensten.Rechten, "/rechten?applicatie=" + Uri.EscapeDataString(applicatie))).GetProperty("count").GetInt32());
        await zgw.Vraag(204, HttpMethod.Delete, Diensten.Rechten, recht);
        await node.Lees("a", "/zaken", 403);
        await zgw.Maak(Diensten.Rechten, "/rechten", Recht(catalogus, "A"));
        await zgw.Vraag(204, HttpMethod.Delete, Diensten.Autorisaties, new Uri(applicatie).AbsolutePath.Split("/api/v1")[1]);
        Assert.Equal(0, (await zgw.Vraag(200, HttpMethod.Get, Diensten.Rechten, "/rechten")).GetProperty("count").GetInt32());

        object Recht(string catalogus, string type) => new { applicatie, component = "zrc", scopes = new[] { "zaken.lezen" }, catalogus, type, maxVertrouwelijkheidaanduiding = "zaakvertrouwelijk" };

        async Task<int> Aantal() => (await node.Lees("a", "/zaken")).GetProperty("count").GetInt32();
    }

    [EngineTheory]
    public async Task A_right_that_says_nothing_or_too_much_is_refused(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var applicatie = Zaaknode.Url(await node.Applicatie([new { component = "nrc", scopes = new[] { "notificaties.consumeren" } }]));
        string[] lezen = ["zaken.lezen"];

        await Fout(new { applicatie, component = "zrc", scopes = lezen, maxVertrouwelijkheidaanduiding = "openbaar" }, "type required");
        await Fout(new { applicatie, component = "zrc", scopes = lezen, type = "A" }, "maxVertrouwelijkheidaanduiding required");
        await Fout(new { applicatie, component = "zrc", scopes = Array.Empty<string>(), type = "A", maxVertrouwelijkheidaanduiding = "openbaar" }, "scopes empty");
        await Fout(new { applicatie, component = "ac", scopes = lezen, type = "A" }, "component invalid_choice");
        await Fout(new { applicatie = node.Zgw.Zaaktype, component = "zrc", scopes = lezen, type = "A", maxVertrouwelijkheidaanduiding = "openbaar" }, "applicatie invalid-resource");
        await Fout(new { applicatie, component = "brc", scopes = lezen, catalogus = applicatie }, "catalogus invalid-resource");
        await Fout(new { applicatie, component = "brc", scopes = lezen, type = "A", zaaktype = "x" }, "zaaktype unknown");

        async Task Fout(object inhoud, string verwacht)
        {
            var fout = Assert.Single((await node.Zgw.Vraag(400, HttpMethod.Post, Diensten.Rechten, "/rechten", inhoud)).GetProperty("invalidParams").EnumerateArray());
            Assert.Equal(verwacht, $"{fout.GetProperty("name").GetString()} {fout.GetProperty("code").GetString()}");
        }
    }

    [EngineTheory]
    public async Task A_client_with_rights_in_the_configuration_keeps_those_and_a_get_asks_nothing_of_the_database_for_them(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine, new ApiClient("vast", "") { Autorisaties = [new Autorisatie("nrc", ["notificaties.consumeren"])] });
        await node.Applicatie([Rechtennode.Zrc(node.Zgw.Zaaktype, "zeer_geheim")], "vast", "a");

        await node.Lees("vast", "/zaken", 403);
        await node.Lees("a", "/zaken");
        // Behind the back of the node: it is not asked again until it is told, or half a minute has passed.
        var store = await node.Zgw.Node.Store();
        await store.Write(session => session.Execute("DELETE FROM zaakgericht_applicaties"));
        await node.Lees("a", "/zaken");
        node.Zgw.Node.Services.GetRequiredService<Rechtenboek>().Vergeet(store);
        await node.Lees("a", "/zaken", 403);
    }

    private static JsonElement Versie(string catalogus)
    {
        var velden = JsonSerializer.SerializeToNode(Zaaknode.Type(catalogus, "A"))!.AsObject();
        velden["beginGeldigheid"] = "2026-01-01";
        velden["versiedatum"] = "2026-01-01";
        return JsonSerializer.SerializeToElement(velden);
    }
}
