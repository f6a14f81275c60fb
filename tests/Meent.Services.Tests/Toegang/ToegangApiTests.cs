using System.Text.Json;
using Meent.Services.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Toegang;

public sealed class ToegangApiTests
{
    [EngineTheory]
    public async Task Rights_come_from_roles_and_mandates_that_hold_today(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        await node.Vraag(200, HttpMethod.Put, Diensten.Toegang, "/medewerkers/k.osman", new
        {
            naam = "Kemal Osman",
            rollen = new[] { "toezichthouder" },
            mandaten = new object[]
            {
                new { recht = "verhuur.verifieren", geldigVan = "2020-01-01", geldigTot = "2099-12-31" },
                new { recht = "toegang.beheren", geldigVan = "2020-01-01", geldigTot = "2020-12-31" },
            },
        });
        var kaart = await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, "/medewerkers/k.osman");
        Assert.Equal(["verhuur.handhaven", "verhuur.inzien", "verhuur.signaleren", "verhuur.verifieren", "werkvoorraad"], Namen(kaart, "rechten"));
    }

    [EngineTheory]
    public async Task Who_left_has_no_right_at_the_next_question(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        Assert.NotEmpty(Namen(await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, "/medewerkers/m.visser"), "rechten"));
        await node.Vraag(200, HttpMethod.Put, Diensten.Toegang, "/medewerkers/m.visser", new { naam = "Marit Visser", actief = false, rollen = new[] { "behandelaar-verhuur" } });
        Assert.Empty(Namen(await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, "/medewerkers/m.visser"), "rechten"));
    }

    [EngineTheory]
    public async Task Caseload_is_taken_once_and_given_back(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        for (var keer = 0; keer < 2; keer++)
            await node.Vraag(200, HttpMethod.Post, Diensten.Toegang, "/medewerkers/m.visser/caseload", new { zaak = "ZAAK-2026-7K3M9QXT22PA" });
        Assert.Equal(["ZAAK-2026-7K3M9QXT22PA"], Namen(await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, "/medewerkers/m.visser"), "caseload"));
        await node.Vraag(200, HttpMethod.Delete, Diensten.Toegang, "/medewerkers/m.visser/caseload/ZAAK-2026-7K3M9QXT22PA");
        Assert.Empty(Namen(await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, "/medewerkers/m.visser"), "caseload"));
    }

    [EngineTheory]
    public async Task Wrong_input_names_every_field_and_writes_nothing(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        var fout = await node.Vraag(400, HttpMethod.Put, Diensten.Toegang, "/medewerkers/nieuw%20iemand", new { naam = "", rollen = new[] { "keizer" } });
        Assert.Equal(["id", "naam", "rollen"], fout.GetProperty("invalidParams").EnumerateArray().Select(v => v.GetProperty("name").GetString()!));
        await node.Vraag(404, HttpMethod.Get, Diensten.Toegang, "/medewerkers/nieuw%20iemand");
        await node.Vraag(400, HttpMethod.Put, Diensten.Toegang, "/medewerkers/x", new { naam = "X", baas = true });
    }

    [EngineTheory]
    public async Task The_demo_does_not_undo_what_an_administrator_changed(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        await node.Vraag(200, HttpMethod.Put, Diensten.Toegang, "/medewerkers/b.deboer", new { naam = "Bas de Boer", actief = false });
        await ToegangDemo.Vul(await node.Store());
        Assert.False((await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, "/medewerkers/b.deboer")).GetProperty("actief").GetBoolean());
    }

    [EngineTheory]
    public async Task A_session_that_was_ended_stays_ended_until_it_would_have_ended_by_itself(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        const string een = "/beeindigde-sessies/5c1d0f2a9b8e4d7c6a5b4c3d2e1f0a9b";
        await node.Vraag(404, HttpMethod.Get, Diensten.Toegang, een);
        var tot = DateTimeOffset.UtcNow.AddHours(2);
        for (var keer = 0; keer < 2; keer++) await node.Vraag(200, HttpMethod.Put, Diensten.Toegang, een, new { tot });
        await node.Vraag(200, HttpMethod.Get, Diensten.Toegang, een);

        // One whose time is over is no longer kept once another ends.
        const string oud = "/beeindigde-sessies/00000000000000000000000000000000";
        await node.Vraag(200, HttpMethod.Put, Diensten.Toegang, oud, new { tot = DateTimeOffset.UtcNow.AddSeconds(-1) });
        await node.Vraag(404, HttpMethod.Get, Diensten.Toegang, oud);
        await node.Vraag(200, HttpMethod.Put, Diensten.Toegang, "/beeindigde-sessies/ander", new { tot });
        var store = await node.Store();
        Assert.Equal(["5c1d0f2a9b8e4d7c6a5b4c3d2e1f0a9b", "ander"], await store.Read(s => s.All("SELECT sessie FROM toegang_beeindigde_sessies ORDER BY sessie", r => r.Text(0))));
    }

    [EngineTheory]
    public async Task Ending_a_session_is_for_the_own_organisation_and_names_what_is_wrong(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var node = await Start(engine, map);
        var tot = DateTimeOffset.UtcNow.AddHours(2);
        await node.Vraag(403, HttpMethod.Put, Diensten.Toegang, "/beeindigde-sessies/abc", new { tot }, Herkomst.Inway);
        await node.Vraag(403, HttpMethod.Get, Diensten.Toegang, "/beeindigde-sessies/abc", herkomst: Herkomst.Inway);
        foreach (var (sessie, wat, veld) in new (string, object, string)[] { ("a%20b", new { tot }, "sessie"), ("abc", new { }, "tot"), ("abc", new { tot = tot.AddDays(2) }, "tot") })
        {
            var fout = await node.Vraag(400, HttpMethod.Put, Diensten.Toegang, "/beeindigde-sessies/" + sessie, wat);
            Assert.Equal(veld, fout.GetProperty("invalidParams")[0].GetProperty("name").GetString());
        }
    }

    private static async Task<Proefnode> Start(Engine engine, TijdelijkeMap map)
    {
        var node = await Proefnode.Start(engine, map, s => s.AddToegang(), r => r.MapToegang());
        await ToegangDemo.Vul(await node.Store());
        return node;
    }

    private static IEnumerable<string> Namen(JsonElement json, string veld) => json.GetProperty(veld).EnumerateArray().Select(v => v.GetString()!);
}
