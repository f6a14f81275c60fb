using System.Text.Json;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Meent.Services.Verhuur.Vergunningen;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

/// <summary>Permits (art. 23c): applied for by the host, decided by the municipality, with a maximum and a draw.</summary>
public sealed class VergunningenTests
{
    private const string Tweede = "9901010000000002";
    private const string Derde = "9901010000000003";

    [EngineTheory]
    public async Task Where_a_permit_is_needed_no_night_is_reported_without_one(Engine engine)
    {
        await using var node = await Start(engine, maximum: null);
        var nummer = await node.Registreer();
        Assert.Equal("geenVergunning", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-08-01", "2026-08-03"))).GetProperty("code").GetString());
        var id = await VraagAan(node, nummer, "2026-08-01");
        Assert.Equal("geenVergunning", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-08-01", "2026-08-03"))).GetProperty("code").GetString());
        var verleend = await Besluit(node, 200, id, "verleend");
        Assert.Equal(("verleend", "2026-08-01", "2027-07-31"), (Lid(verleend, "status"), Lid(verleend, "van"), Lid(verleend, "tot")));
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-08-01", "2026-08-03"));
        // The night before it starts, and the night after it ends: each night counts, not the first one only.
        Assert.Equal("geenVergunning", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-07-31", "2026-08-01"))).GetProperty("code").GetString());
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(nummer, "2027-07-31", "2027-08-01"));
        Assert.Equal("geenVergunning", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2027-07-30", "2027-08-02"))).GetProperty("code").GetString());

        await Besluit(node, 200, id, "ingetrokken", "Overlast.");
        Assert.Equal("geenVergunning", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(nummer, "2026-09-01", "2026-09-03"))).GetProperty("code").GetString());
        Assert.Equal([("vergunning", "aangevraagd"), ("vergunning", "verleend"), ("melding", "ontvangen"), ("melding", "ontvangen"), ("vergunning", "ingetrokken")], (await node.Gebeurtenissen()).TakeLast(5));
    }

    [EngineTheory]
    public async Task With_more_applications_than_places_the_draw_decides_who_goes_first(Engine engine)
    {
        await using var node = await Start(engine, maximum: 1);
        var aanvragen = new List<string>();
        foreach (var (bsn, woonruimte) in new[] { (Testregister.Fenna, Testregister.Woonruimte), (Testregister.Milan, Tweede), (Testregister.Fenna, Derde) })
            aanvragen.Add(await VraagAan(node, await node.Registreer(bsn, woonruimte), "2026-08-01"));
        Assert.Equal("lotingNodig", (await Besluit(node, 409, aanvragen[0], "verleend")).GetProperty("code").GetString());
        var quotum = Lid(await node.Get(200, $"/vergunningen/{aanvragen[0]}"), "quotum");
        Assert.Equal("alleenMedewerker", (await node.Post(422, "/lotingen", new { quotum }, Verhuurnode.Toezicht)).GetProperty("code").GetString());
        var loting = await node.Post(201, "/lotingen", new { quotum }, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"));
        var volgorde = loting.GetProperty("volgorde").EnumerateArray().Select(e => e.GetGuid()).ToList();
        Assert.Equal(aanvragen.Select(Guid.Parse).Order(), volgorde.Order());
        // Anybody can read it, and do it over.
        var openbaar = await node.Vraag(200, HttpMethod.Get, $"/lotingen/{Lid(loting, "url").Split('/')[^1]}", null, null);
        Assert.Equal(volgorde, Loting.Trek(Lid(openbaar, "zaad"), openbaar.GetProperty("deelnemers").EnumerateArray().Select(e => e.GetGuid())));
        // Who has a place keeps it.
        Assert.Equal("nietsTeLoten", (await node.Post(409, "/lotingen", new { quotum }, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"))).GetProperty("code").GetString());

        Assert.Equal("eerderePlaats", (await Besluit(node, 409, volgorde[1].ToString(), "verleend")).GetProperty("code").GetString());
        await Besluit(node, 200, volgorde[0].ToString(), "geweigerd", "De woning is verkocht.");
        await Besluit(node, 200, volgorde[1].ToString(), "verleend");
        Assert.Equal("quotumVol", (await Besluit(node, 409, volgorde[2].ToString(), "verleend")).GetProperty("code").GetString());
        // A place that comes free goes to the next; who comes later stands behind.
        await node.Post(200, $"/vergunningen/{volgorde[1]}/intrekking", new { reden = "Ik stop ermee." });
        await Besluit(node, 200, volgorde[2].ToString(), "verleend");
    }

    [EngineTheory]
    public async Task At_the_same_moment_no_more_are_granted_than_there_may_be(Engine engine)
    {
        await using var node = await Start(engine, maximum: 1);
        var aanvragen = new List<string>();
        foreach (var (bsn, woonruimte) in new[] { (Testregister.Fenna, Testregister.Woonruimte), (Testregister.Milan, Tweede) })
            aanvragen.Add(await VraagAan(node, await node.Registreer(bsn, woonruimte), "2026-08-01"));
        await node.Post(201, "/lotingen", new { quotum = "*:*:*" }, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"));
        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => node.Status(
            $"/vergunningen/{aanvragen[i % 2]}/besluit", new { uitkomst = "verleend", reden = "Past binnen de regels." }, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"))));
        Assert.Equal([200, 409, 409, 409, 409, 409], uitkomsten.Order());
        Assert.Equal(1, (await node.Get(200, "/vergunningen?status=verleend")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task A_number_that_ends_takes_its_permits_along_and_after_the_retention_period_nothing_is_left(Engine engine)
    {
        await using var node = await Start(engine, maximum: 1);
        var nummer = await node.Registreer();
        var id = await VraagAan(node, nummer, "2026-08-01");
        await Besluit(node, 200, id, "verleend");
        await node.Post(200, $"/registraties/{nummer}/intrekking", new { });
        Assert.Equal("ingetrokken", Lid(await node.Get(200, $"/vergunningen/{id}"), "status"));
        var ander = await VraagAan(node, await node.Registreer(Testregister.Milan, Tweede), "2026-08-01");
        await Besluit(node, 200, ander, "verleend");
        Assert.Equal(1, await node.Store.Write(session => session.VerwijderPersoonsgegevens(node.Klok.GetUtcNow().AddMonths(18).AddSeconds(1))));
        await node.Get(404, $"/vergunningen/{id}");
    }

    [EngineTheory]
    public async Task What_cannot_be_is_refused_with_its_reason(Engine engine)
    {
        await using var node = await Start(engine, maximum: null);
        var nummer = await node.Registreer();
        Assert.Equal(["van:required"], Verhuurnode.Fouten(await node.Post(400, $"/registraties/{nummer}/vergunningen", new { })));
        Assert.Equal("voorbij", (await node.Post(422, $"/registraties/{nummer}/vergunningen", new { van = "2026-05-31" })).GetProperty("code").GetString());
        await node.Post(404, $"/registraties/{nummer[..4]}0000000000000000/vergunningen", new { van = "2026-08-01" });
        var id = await VraagAan(node, nummer, "2026-08-01");
        Assert.Equal("dubbel", (await node.Post(409, $"/registraties/{nummer}/vergunningen", new { van = "2027-07-31" })).GetProperty("code").GetString());
        await node.Post(201, $"/registraties/{nummer}/vergunningen", new { van = "2027-08-01" });
        Assert.Equal("alleenMedewerker", (await node.Post(422, $"/vergunningen/{id}/besluit", new { uitkomst = "verleend", reden = "x" }, Verhuurnode.Toezicht)).GetProperty("code").GetString());
        Assert.Equal(["reden:required", "uitkomst:invalid_choice"], Verhuurnode.Fouten(await Post(node, 400, id, new { uitkomst = "aangevraagd" })));
        Assert.Equal("nietVanuitDezeStand", (await Besluit(node, 409, id, "ingetrokken")).GetProperty("code").GetString());
        await Besluit(node, 200, id, "geweigerd");
        Assert.Equal("nietVanuitDezeStand", (await Besluit(node, 409, id, "verleend")).GetProperty("code").GetString());
        // Who decided is for employees.
        Assert.False((await node.Get(200, $"/vergunningen/{id}")).GetProperty("besluiten")[0].TryGetProperty("medewerker", out _));
        Assert.Equal(["aangevraagd", "geweigerd"], (await node.Get(200, $"/vergunningen?registratienummer={nummer}")).GetProperty("results").EnumerateArray().Select(v => Lid(v, "status")).Order(StringComparer.Ordinal));
        Assert.Equal(1, (await node.Get(200, "/vergunningen?status=geweigerd")).GetProperty("count").GetInt32());
        await node.Get(400, "/vergunningen?status=weg");
    }

    /// <summary>From July 2026 a permit of a year is needed everywhere.</summary>
    private static async Task<Verhuurnode> Start(Engine engine, int? maximum)
    {
        var node = await Verhuurnode.Start(engine);
        await node.Post(201, "/regels", new
        {
            geldigVan = "2026-07-01",
            voorwaardenversie = "2026-2",
            regels = new[]
            {
                new { naam = "Hele gemeente", registratieplicht = true, meldplicht = true, vergunningplicht = true, maxNachtenPerKalenderjaar = 60, maxVergunningen = maximum, vergunningMaanden = 12 },
            },
            boetes = Array.Empty<object>(),
        });
        return node;
    }

    private static async Task<string> VraagAan(Verhuurnode node, string nummer, string van) => Lid(await node.Post(201, $"/registraties/{nummer}/vergunningen", new { van }), "id");

    private static Task<JsonElement> Besluit(Verhuurnode node, int status, string id, string uitkomst, string reden = "Past binnen de regels.") => Post(node, status, id, new { uitkomst, reden });

    private static Task<JsonElement> Post(Verhuurnode node, int status, string id, object besluit) =>
        node.Post(status, $"/vergunningen/{id}/besluit", besluit, Verhuurnode.Toezicht, (Headers.Gebruiker, "anna"));

    private static string Lid(JsonElement json, string naam) => json.GetProperty(naam).GetString()!;
}
