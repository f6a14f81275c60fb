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
        Assert.Equal(["verhuur.inzien", "verhuur.signaleren", "verhuur.verifieren", "werkvoorraad"], Namen(kaart, "rechten"));
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

    private static async Task<Proefnode> Start(Engine engine, TijdelijkeMap map)
    {
        var node = await Proefnode.Start(engine, map, s => s.AddToegang(), r => r.MapToegang());
        await ToegangDemo.Vul(await node.Store());
        return node;
    }

    private static IEnumerable<string> Namen(JsonElement json, string veld) => json.GetProperty(veld).EnumerateArray().Select(v => v.GetString()!);
}
