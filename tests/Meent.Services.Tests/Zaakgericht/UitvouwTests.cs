using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class UitvouwTests
{
    [EngineTheory, Trait("zgw", "zrc-026")]
    public async Task Linked_resources_come_along_at_any_depth_and_an_empty_link_is_an_empty_object(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var rol = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype)));
        var status = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/statussen", new { zaak, statustype = node.Statustypen[0], datumStatusGezet = "2026-06-02T10:00:00Z" }));

        var uit = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}?expand=zaaktype,rollen.roltype,status.statustype,status.zaak.rollen,resultaat,hoofdzaak,deelzaken");

        Assert.Equal(zaak, Zaaknode.Url(uit));
        var expand = uit.GetProperty("_expand");
        Assert.Equal(node.Zaaktype, Zaaknode.Url(expand.GetProperty("zaaktype")));
        Assert.Equal(rol, Zaaknode.Url(expand.GetProperty("rollen")[0]));
        Assert.Equal(node.Roltype, Zaaknode.Url(expand.GetProperty("rollen")[0].GetProperty("_expand").GetProperty("roltype")));
        Assert.Equal(status, Zaaknode.Url(expand.GetProperty("status")));
        Assert.Equal(rol, Zaaknode.Url(expand.GetProperty("status").GetProperty("_expand").GetProperty("zaak").GetProperty("_expand").GetProperty("rollen")[0]));
        Assert.Empty(expand.GetProperty("resultaat").EnumerateObject());
        Assert.Empty(expand.GetProperty("hoofdzaak").EnumerateObject());
        Assert.Equal(0, expand.GetProperty("deelzaken").GetArrayLength());
        Assert.Contains("rollen geraadpleegd", await node.Gelogd());

        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken?expand=status");
        Assert.Equal(status, Zaaknode.Url(lijst.GetProperty("results")[0].GetProperty("_expand").GetProperty("status")));
        Assert.Equal(1, lijst.GetProperty("count").GetInt32());
    }

    [EngineTheory, Trait("zgw", "zrc-027")]
    public async Task What_is_no_link_is_not_found_and_an_explosion_is_refused(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));

        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}?expand=omschrijving");
        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, "/zaken?expand=zaaktype.geheim");
        await node.Vraag(400, HttpMethod.Get, Diensten.Zaken, $"/zaken?expand={string.Join('.', Enumerable.Repeat("hoofdzaak", 40))}");
        await node.Vraag(400, HttpMethod.Get, Diensten.Zaken, $"/zaken?expand={string.Join(',', Enumerable.Range(0, 400).Select(i => $"a{i}"))}");
    }

    [EngineTheory]
    public async Task An_expanded_answer_has_the_fingerprint_of_all_that_is_in_it(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var ander = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", new
        {
            bronorganisatie = "990000011",
            verantwoordelijkeOrganisatie = "990000011",
            zaaktype = node.Zaaktype,
            startdatum = "2026-06-01",
            relevanteAndereZaken = new[] { new { url = zaak, aardRelatie = "vervolg" } },
        }));
        var pad = $"/zaken/{Zaaknode.Id(ander)}?expand=relevanteAndereZaken";
        async Task<(int Status, string Etag)> Haal(string? bekend = null)
        {
            using var antwoord = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, herkomst: Herkomst.Buiten, headers: h => h.TryAddWithoutValidation("If-None-Match", bekend ?? "\"x\""));
            return ((int)antwoord.StatusCode, antwoord.Headers.ETag!.ToString());
        }

        var (_, eerst) = await Haal();
        Assert.Equal(304, (await Haal(eerst)).Status);
        await node.Vraag(200, HttpMethod.Patch, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}", new { omschrijving = "Nu anders" });
        var (status, dan) = await Haal(eerst);
        Assert.Equal(200, status);
        Assert.NotEqual(eerst, dan);
    }

    [EngineTheory, Trait("zgw", "zrc-029")]
    public async Task A_search_gives_only_the_members_that_are_asked_for(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("A-1")));
        await node.Maak(Diensten.Zaken, "/statussen", new { zaak, statustype = node.Statustypen[0], datumStatusGezet = "2026-06-02T10:00:00Z" });

        var gevonden = await node.Vraag(200, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", new
        {
            identificatie = "A-1",
            fields = new object[] { "url", "Identificatie", new { status = new object[] { "datumstatusgezet", new { statustype = new[] { "*" } } }, verlenging = new[] { "reden" } } },
        });

        var een = gevonden.GetProperty("results")[0];
        Assert.Equal(["url", "identificatie"], een.EnumerateObject().Select(l => l.Name).Where(n => n is not ("_expand" or "verlenging")));
        var status = een.GetProperty("_expand").GetProperty("status");
        Assert.Equal(["datumStatusGezet", "_expand"], status.EnumerateObject().Select(l => l.Name));
        Assert.Equal(1, status.GetProperty("_expand").GetProperty("statustype").GetProperty("volgnummer").GetInt32());
        var beide = await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", new { identificatie = "A-1", expand = "status", fields = new[] { "url" } });
        Assert.Equal("mutually-exclusive", beide.GetProperty("invalidParams")[0].GetProperty("code").GetString());
    }
}
