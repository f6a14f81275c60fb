using System.Text.Json;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

/// <summary>Verification afterwards, from the request to correct to striking off, as the host, the employees and the public see it.</summary>
public sealed class StappenApiTests
{
    [EngineTheory]
    public async Task A_number_is_suspended_after_the_host_was_heard_and_struck_off_by_another(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-09-01", "2026-09-05"));
        await Stap(node, 201, nummer, "anna", new { stap = "herstelverzoek", reden = "Het aantal slaapplaatsen klopt niet.", termijn = "2026-06-15" });
        Assert.Equal("termijnLoopt", (await Stap(node, 409, nummer, "anna", new { stap = "voornemen", reden = "Geen reactie.", termijn = "2026-07-01" })).GetProperty("code").GetString());
        node.Klok.Zet("2026-06-16T10:00:00Z");
        await Stap(node, 201, nummer, "anna", new { stap = "voornemen", reden = "Geen reactie.", termijn = "2026-07-01" });
        Assert.True(await Geldig(node, nummer));

        var zienswijze = await node.Post(201, $"/registraties/{nummer}/zienswijze", new { tekst = "Er staan twee bedden.\nDat klopt." });
        Assert.False(zienswijze.TryGetProperty("medewerker", out _));
        Assert.Equal("vierOgen", (await Stap(node, 422, nummer, "anna", new { stap = "opschorten", reden = "Er zijn zes bedden gezien." })).GetProperty("code").GetString());
        await Stap(node, 201, nummer, "bert", new { stap = "opschorten", reden = "Er zijn zes bedden gezien.", zaak = "Z-2026-1" });
        Assert.False(await Geldig(node, nummer));
        Assert.Equal("""{"geldig":false,"redenen":["nietActief"]}""", (await node.Post(200, "/geldigheid/_controle", new { registratienummer = nummer })).GetRawText());
        Assert.Equal("nietActief", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-10-01", "2026-10-02"))).GetProperty("code").GetString());
        // Registering again is no way round it.
        Assert.Equal(nummer, (await node.Post(200, "/registraties", Verhuurnode.Aanvraag())).GetProperty("registratienummer").GetString());
        Assert.Equal(4, await node.Store.Read(session => session.One("SELECT COUNT(*) FROM verhuur_nachten", row => row.Long(0))));

        await Stap(node, 201, nummer, "anna", new { stap = "doorhalen", reden = "Niet hersteld." });
        Assert.Equal("doorgehaald", (await node.Get(200, $"/registraties/{nummer}")).GetProperty("status").GetString());
        Assert.Equal(0, await node.Store.Read(session => session.One("SELECT COUNT(*) FROM verhuur_nachten", row => row.Long(0))));
        Assert.Equal("nietVanuitDezeStand", (await Stap(node, 409, nummer, "bert", new { stap = "hersteld", reden = "Toch goed." })).GetProperty("code").GetString());
        Assert.NotEqual(nummer, (await node.Post(201, "/registraties", Verhuurnode.Aanvraag())).GetProperty("registratienummer").GetString());
        Assert.Equal(
            [("registratie", "herstelverzoek"), ("registratie", "voornemen"), ("registratie", "zienswijze"), ("registratie", "opschorten"), ("melding", "geannuleerd"), ("registratie", "doorhalen")],
            (await node.Gebeurtenissen()).Skip(2).Take(6));
    }

    [EngineTheory]
    public async Task The_host_sees_each_step_and_not_who_took_it(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await Stap(node, 201, nummer, "anna", new { stap = "opschorten", reden = "Dit adres bestaat niet.", kennelijk = true });
        var voor = (await node.Logregels()).Count;
        var gezien = (await node.Get(200, $"/registraties/{nummer}/stappen")).GetProperty("results")[0];
        Assert.Equal(("opschorten", "actief", "opgeschort", "Dit adres bestaat niet."), (Lid(gezien, "stap"), Lid(gezien, "van"), Lid(gezien, "naar"), Lid(gezien, "reden")));
        Assert.False(gezien.TryGetProperty("medewerker", out _));
        Assert.Equal([("Stappen bij een registratie van toeristische verhuur ingezien", true)], (await node.Logregels())[voor..]);
        var intern = await node.Vraag(200, HttpMethod.Get, $"/registraties/{nummer}/stappen", null, Verhuurnode.Toezicht, (Headers.Gebruiker, "bert"));
        Assert.Equal("anna", Lid(intern.GetProperty("results")[0], "medewerker"));

        await Stap(node, 201, nummer, "anna", new { stap = "hersteld", reden = "Het adres is nagekeken." });
        Assert.True(await Geldig(node, nummer));
    }

    [EngineTheory]
    public async Task A_step_needs_an_employee_a_reason_and_the_version_that_was_seen(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        var stap = new { stap = "herstelverzoek", reden = "Klopt niet.", termijn = "2026-07-01" };
        Assert.Equal("alleenMedewerker", (await node.Post(422, $"/registraties/{nummer}/stappen", stap, Verhuurnode.Toezicht)).GetProperty("code").GetString());
        Assert.Equal(["reden:required", "stap:invalid_choice", "termijn:invalid"], Verhuurnode.Fouten(await Stap(node, 400, nummer, "anna", new { stap = "weg", termijn = "snel" })));
        Assert.Equal(["stap:invalid_choice"], Verhuurnode.Fouten(await Stap(node, 400, nummer, "anna", new { stap = "zienswijze", reden = "x" })));
        await node.Post(404, $"/registraties/{nummer[..4]}0000000000000000/stappen", stap, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"));
        await node.Post(412, $"/registraties/{nummer}/stappen", stap, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"), ("If-Match", "\"oud\""));
        Assert.Equal("nietVanuitDezeStand", (await node.Post(409, $"/registraties/{nummer}/zienswijze", new { tekst = "Ik ben het er niet mee eens." })).GetProperty("code").GetString());
        Assert.Equal(0, (await node.Get(200, $"/registraties/{nummer}/stappen")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task Eighteen_months_after_the_end_nothing_is_left_of_the_steps(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var nummer = await node.Registreer();
        await Stap(node, 201, nummer, "anna", new { stap = "opschorten", reden = "Dit adres bestaat niet.", kennelijk = true });
        await Stap(node, 201, nummer, "bert", new { stap = "doorhalen", reden = "Niet hersteld." });
        Assert.Equal(0, await node.Store.Write(session => session.VerwijderPersoonsgegevens(node.Klok.GetUtcNow().AddMonths(18).AddSeconds(-1))));
        Assert.Equal(1, await node.Store.Write(session => session.VerwijderPersoonsgegevens(node.Klok.GetUtcNow().AddMonths(18).AddSeconds(1))));
        Assert.Equal(0, await node.Store.Read(session => session.One("SELECT COUNT(*) FROM verhuur_stappen", row => row.Long(0))));
        Assert.False(await Geldig(node, nummer));
    }

    private static Task<JsonElement> Stap(Verhuurnode node, int status, string nummer, string wie, object stap) =>
        node.Post(status, $"/registraties/{nummer}/stappen", stap, Verhuurnode.Toezicht, (Headers.Gebruiker, wie));

    private static async Task<bool> Geldig(Verhuurnode node, string nummer) => (await node.Get(200, $"/geldigheid/{nummer}")).GetProperty("isValid").GetBoolean();

    private static string? Lid(JsonElement json, string naam) => json.GetProperty(naam).GetString();
}
