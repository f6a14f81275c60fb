using System.Text.Json;
using Meent.Data.Outbox;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

public sealed class ApplicatieTests
{
    private static readonly object Publiceren = new { component = "nrc", scopes = new[] { "notificaties.publiceren" } };

    [EngineTheory, Trait("zgw", "ac-001")]
    public async Task A_client_id_belongs_to_one_applicatie(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);

        var eerste = await node.Applicatie([Publiceren], "x", "y");
        Assert.Equal(["x", "y"], eerste.GetProperty("clientIds").EnumerateArray().Select(c => c.GetString()));
        await Fout(node, HttpMethod.Post, "/applicaties", new { clientIds = new[] { "z", "y" }, label = "Ander", autorisaties = new[] { Publiceren } }, "clientIds clientId-exists");
        await Fout(node, HttpMethod.Post, "/applicaties", new { clientIds = new[] { "z", "z" }, label = "Ander", autorisaties = new[] { Publiceren } }, "clientIds clientId-exists");
        var tweede = await node.Applicatie([Publiceren], "z");
        await Fout(node, HttpMethod.Patch, Rechtennode.Pad(tweede), new { clientIds = new[] { "x" } }, "clientIds clientId-exists");
        // Its own are no others', and one that is given up can be taken.
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, Rechtennode.Pad(eerste), new { clientIds = new[] { "y" } });
        await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, Rechtennode.Pad(tweede), new { clientIds = new[] { "x", "z" } });
        var gelijk = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => node.Zgw.Node.Stuur(HttpMethod.Post, Diensten.Autorisaties, "/applicaties", new { clientIds = new[] { "nieuw" }, label = "Een", autorisaties = new[] { Publiceren } }, Herkomst.Buiten)));
        Assert.Single(gelijk, antwoord => (int)antwoord.StatusCode == 201);
        Assert.Equal(5, gelijk.Count(antwoord => (int)antwoord.StatusCode == 400));
    }

    [EngineTheory, Trait("zgw", "ac-002"), Trait("zgw", "ac-003")]
    public async Task Autorisaties_are_given_or_all_of_them_and_each_is_complete(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var zaaktype = node.Zgw.Zaaktype;

        await Fout(node, HttpMethod.Post, "/applicaties", new { clientIds = new[] { "x" }, label = "x", heeftAlleAutorisaties = true, autorisaties = new[] { Publiceren } }, "nonFieldErrors ambiguous-authorizations-specified");
        await Fout(node, HttpMethod.Post, "/applicaties", new { clientIds = new[] { "x" }, label = "x" }, "nonFieldErrors missing-authorizations");
        await Fout(node, HttpMethod.Post, "/applicaties", new { clientIds = new[] { "x" }, label = "x", heeftAlleAutorisaties = false, autorisaties = Array.Empty<object>() }, "nonFieldErrors missing-authorizations");
        await Fout(node, HttpMethod.Post, "/applicaties", new { }, "clientIds required", "label required");
        await Onvolledig(new { component = "zrc", scopes = new[] { "zaken.lezen" }, zaaktype = "", maxVertrouwelijkheidaanduiding = "" }, "maxVertrouwelijkheidaanduiding required", "zaaktype required");
        await Onvolledig(new { component = "zrc", scopes = new[] { "zaken.lezen" }, zaaktype }, "maxVertrouwelijkheidaanduiding required");
        await Onvolledig(new { component = "drc", scopes = new[] { "notificaties.publiceren", "documenten.lezen" } }, "informatieobjecttype required", "maxVertrouwelijkheidaanduiding required");
        await Onvolledig(new { component = "brc", scopes = new[] { "besluiten.lezen" } }, "besluittype required");
        await Onvolledig(new { component = "zrc", scopes = Array.Empty<string>(), zaaktype, maxVertrouwelijkheidaanduiding = "openbaar" }, "scopes empty");
        await Onvolledig(new { component = "xyz", scopes = new[] { "zaken.lezen" } }, "component invalid_choice");

        var leeg = new { zaaktype = "", informatieobjecttype = "", besluittype = "", maxVertrouwelijkheidaanduiding = "" };
        var goed = await node.Applicatie([
            Rechtennode.Zrc(zaaktype, "openbaar"),
            new { component = "zrc", scopes = new[] { "notificaties.publiceren" }, leeg.zaaktype, leeg.maxVertrouwelijkheidaanduiding },
            new { component = "drc", scopes = new[] { "notificaties.publiceren" }, leeg.informatieobjecttype, leeg.maxVertrouwelijkheidaanduiding },
            new { component = "brc", scopes = new[] { "notificaties.publiceren" }, leeg.besluittype },
        ], "x");
        var zrc = goed.GetProperty("autorisaties")[0];
        Assert.Equal(["component", "componentWeergave", "scopes", "zaaktype", "maxVertrouwelijkheidaanduiding"], zrc.EnumerateObject().Select(lid => lid.Name));
        Assert.Equal(("Zaken API", zaaktype), (zrc.GetProperty("componentWeergave").GetString(), zrc.GetProperty("zaaktype").GetString()));
        Assert.False(goed.GetProperty("alleenIsGereedVoorPublicatie").GetBoolean());
        await node.Zgw.Maak(Diensten.Autorisaties, "/applicaties", new { clientIds = new[] { "y" }, label = "y", heeftAlleAutorisaties = true, alleenIsGereedVoorPublicatie = true });

        async Task Onvolledig(object autorisatie, params string[] fouten) =>
            await Fout(node, HttpMethod.Post, "/applicaties", new { clientIds = new[] { "x" }, label = "x", autorisaties = new[] { Publiceren, autorisatie } }, [.. fouten.Select(fout => "autorisaties.1." + fout)]);
    }

    [EngineTheory]
    public async Task Applicaties_are_found_by_client_id_changed_and_removed_and_subscribers_hear_of_it(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var x = await node.Applicatie([Publiceren], "x", "x2");
        var y = await node.Applicatie([Publiceren], "y");

        Assert.Equal(2, (await Haal("/applicaties")).GetProperty("count").GetInt32());
        Assert.Equal([Zaaknode.Url(x)], (await Haal("/applicaties?clientIds=x2")).GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
        Assert.Equal(2, (await Haal("/applicaties?clientIds=x,x2,y")).GetProperty("count").GetInt32());
        Assert.Equal(0, (await Haal("/applicaties?clientIds=z")).GetProperty("count").GetInt32());
        await Haal("/applicaties?label=Proef", 400);
        Assert.Equal(x.GetRawText(), Assert.Single((await Haal("/applicaties/consumer?clientId=x")).EnumerateArray()).GetRawText());
        await Haal("/applicaties/consumer?clientId=z", 404);
        await Haal("/applicaties/consumer", 400);

        Assert.Equal("Anders", (await node.Zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, Rechtennode.Pad(x), new { label = "Anders" })).GetProperty("label").GetString());
        await node.Zgw.Vraag(200, HttpMethod.Put, Diensten.Autorisaties, Rechtennode.Pad(x), new { clientIds = new[] { "x" }, label = "Weer anders", heeftAlleAutorisaties = true });
        Assert.Empty((await Haal(Rechtennode.Pad(x))).GetProperty("autorisaties").EnumerateArray());
        await node.Zgw.Vraag(204, HttpMethod.Delete, Diensten.Autorisaties, Rechtennode.Pad(x));
        await Haal(Rechtennode.Pad(x), 404);
        await Haal("/applicaties/consumer?clientId=x", 404);

        var gemeld = await (await node.Zgw.Node.Store()).Read(session => session.All(
            "SELECT actie FROM outbox_gebeurtenissen WHERE kanaal = 'autorisaties' AND resource_url LIKE $1 ORDER BY id", row => row.Text(0), "%" + Zaaknode.Id(Zaaknode.Url(x))));
        Assert.Equal(["create", "partial_update", "update", "destroy"], gemeld);
        Assert.NotNull(y.GetProperty("url").GetString());

        Task<JsonElement> Haal(string pad, int status = 200) => node.Zgw.Vraag(status, HttpMethod.Get, Diensten.Autorisaties, pad);
    }

    [EngineTheory]
    public async Task Only_who_may_reads_and_changes_what_others_may(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine, new ApiClient("lezer", "") { Autorisaties = [new Autorisatie("ac", ["autorisaties.lezen"])] });
        var zelf = new { clientIds = new[] { "lezer" }, label = "Alles", heeftAlleAutorisaties = true };

        await node.Als("lezer", 200, HttpMethod.Get, Diensten.Autorisaties, "/applicaties");
        await node.Als("lezer", 403, HttpMethod.Post, Diensten.Autorisaties, "/applicaties", zelf);
        await node.Als("a", 403, HttpMethod.Get, Diensten.Autorisaties, "/applicaties");
        await node.Als("a", 403, HttpMethod.Get, Diensten.Autorisaties, "/applicaties/consumer?clientId=a");
        await node.Als("a", 403, HttpMethod.Post, Diensten.Rechten, "/rechten", new { });
        // A layer of the organisation has no purpose that says so.
        await node.Zgw.Node.Vraag(403, HttpMethod.Post, Diensten.Autorisaties, "/applicaties", zelf);
    }

    private static async Task Fout(Rechtennode node, HttpMethod methode, string pad, object inhoud, params string[] verwacht)
    {
        var probleem = await node.Zgw.Vraag(400, methode, Diensten.Autorisaties, pad, inhoud);
        Assert.Equal(verwacht, probleem.GetProperty("invalidParams").EnumerateArray().Select(fout => $"{fout.GetProperty("name").GetString()} {fout.GetProperty("code").GetString()}").Order(StringComparer.Ordinal));
    }
}
