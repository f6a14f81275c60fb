using System.Diagnostics;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Logboek.Signalen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Meent.Services.Tests.Logboek;

/// <summary>Signals of unusual use: off unless switched on, without a name unless two people want one.</summary>
public sealed class SignaalTests : IDisposable
{
    private const string Doel = "gegevensgebruik-bewaken";
    private readonly TijdelijkeMap _map = new();

    /// <summary>A weekday that is over, at ten in the morning.</summary>
    private static readonly DateOnly Dag = Werkdag(TimeProvider.System.Vandaag().AddDays(-1));

    [Fact]
    public void A_rule_says_what_stands_out_and_nothing_below_its_limit_does()
    {
        var tien = Dag.BeginVanDag().AddHours(10);
        Assert.Equal([("veel", Signalering.VeelPersonen, "doel", 6, 6)], Uitkomst(s =>
        {
            for (var i = 0; i < 6; i++) Neem(s, "veel", tien, i);
            foreach (var wie in (string[])["a", "b", "c"]) for (var i = 0; i < 2; i++) Neem(s, wie, tien, i);
        }));
        // Often the same person is one person; too few colleagues, or the limit of colleagues who look up more, and nothing stands out.
        Assert.Empty(Uitkomst(s =>
        {
            for (var i = 0; i < 6; i++) Neem(s, "een", tien, 1);
            foreach (var wie in (string[])["a", "b", "c"]) Neem(s, wie, tien, 1);
        }));
        Assert.Empty(Uitkomst(s =>
        {
            for (var i = 0; i < 9; i++) Neem(s, "alleen", tien, i);
            foreach (var wie in (string[])["a", "b"]) Neem(s, wie, tien, 1);
        }));
        Assert.Empty(Uitkomst(s =>
        {
            for (var i = 0; i < 8; i++) Neem(s, "druk", tien, i);
            foreach (var wie in (string[])["a", "b", "c"]) for (var i = 0; i < 3; i++) Neem(s, wie, tien, i);
        }));
        Assert.Equal([("laat", Signalering.BuitenWerktijd, "", 2, 2)], Uitkomst(s =>
        {
            Neem(s, "laat", Dag.BeginVanDag().AddHours(20), 1);
            Neem(s, "laat", Dag.BeginVanDag().AddHours(6), 2);
            Neem(s, "op-tijd", Dag.BeginVanDag().AddHours(7), 1);
            Neem(s, "op-tijd", Dag.BeginVanDag().AddHours(19.9), 2);
        }));
        Assert.Equal([("los", Signalering.ZonderZaak, "", 3, 3)], Uitkomst(s =>
        {
            for (var i = 0; i < 3; i++) Neem(s, "los", tien, i, zaak: false);
            for (var i = 0; i < 3; i++) Neem(s, "met", tien, i);
        }));

        static List<(string, string, string, int, int)> Uitkomst(Action<Signalering> vul)
        {
            var signalering = new Signalering(new Signaalinstelling { Aan = true, VeelPersonen = 4, BuitenWerktijd = 2, ZonderZaak = 3 });
            vul(signalering);
            return [.. signalering.Uitkomst()];
        }

        static void Neem(Signalering s, string wie, DateTimeOffset moment, int persoon, bool zaak = true) => s.Neem(new(wie, "doel", moment, zaak, $"{persoon}"));
    }

    [EngineTheory]
    public async Task A_name_is_known_only_when_one_asks_and_another_agrees_and_the_employee_sees_it(Engine engine)
    {
        await using var node = await Start(engine, aan: true);
        await ZoekOp(node, "k.osman", 3, zaak: null);
        await ZoekOp(node, "m.visser", 2, zaak: null);
        await ZoekOp(node, "s.bakker", 3, zaak: "ZAAK-1");
        var store = await node.Store();
        for (var i = 0; i < 2; i++) await node.Services.GetRequiredService<Signaleerder>().Signaleer(store);

        var signaal = Assert.Single((await Haal(node, "/signalen")).GetProperty("signalen").EnumerateArray());
        Assert.Equal(("zonder-zaak", 3, 3), (signaal.GetProperty("regel").GetString(), signaal.GetProperty("personen").GetInt32(), signaal.GetProperty("grens").GetInt32()));
        Assert.DoesNotContain("osman", signaal.GetRawText(), StringComparison.Ordinal);
        var pad = $"/signalen/{signaal.GetProperty("id").GetString()}";
        Assert.Empty((await Haal(node, "/signalen/over-mij", "k.osman")).GetProperty("signalen").EnumerateArray());

        await Stuur(node, 409, pad + "/heridentificatie/besluit", "g.fontein", new { akkoord = true, toelichting = "x" });
        await Stuur(node, 400, pad + "/heridentificatie", "p.jansen", new { reden = " " });
        await Stuur(node, 400, pad + "/heridentificatie", "p.jansen", new { reden = "over 999970021" });
        await Stuur(node, 403, pad + "/heridentificatie", "k.osman", new { reden = "ben ik het?" });
        await Stuur(node, 200, pad + "/heridentificatie", "p.jansen", new { reden = "klacht van een inwoner" });
        await Stuur(node, 409, pad + "/heridentificatie", "p.jansen", new { reden = "nog eens" });
        await Stuur(node, 403, pad + "/heridentificatie/besluit", "p.jansen", new { akkoord = true, toelichting = "ik vind van wel" });
        await Stuur(node, 403, pad + "/heridentificatie/besluit", "k.osman", new { akkoord = false, toelichting = "liever niet" });
        await Stuur(node, 400, pad + "/heridentificatie/besluit", "g.fontein", new { akkoord = true });
        Assert.Equal(JsonValueKind.Null, (await Haal(node, pad)).GetProperty("medewerker").ValueKind);

        var besloten = await Stuur(node, 200, pad + "/heridentificatie/besluit", "g.fontein", new { akkoord = true, toelichting = "nodig voor de klacht" });
        Assert.Equal("k.osman", besloten.GetProperty("medewerker").GetString());
        await Stuur(node, 409, pad + "/heridentificatie/besluit", "g.fontein", new { akkoord = false, toelichting = "toch niet" });
        var overMij = Assert.Single((await Haal(node, "/signalen/over-mij", "k.osman")).GetProperty("signalen").EnumerateArray()).GetProperty("heridentificaties")[0];
        Assert.Equal(("p.jansen", "klacht van een inwoner", "g.fontein"), (overMij.GetProperty("vrager").GetString(), overMij.GetProperty("reden").GetString(), overMij.GetProperty("beslisser").GetString()));
        Assert.Empty((await Haal(node, "/signalen/over-mij", "m.visser")).GetProperty("signalen").EnumerateArray());
        var audit = await store.Read(session => session.All("SELECT gebruiker, reden FROM logboek_audit WHERE handeling LIKE 'naam bij signaal%' ORDER BY nummer", row => (row.Text(0), row.Text(1))));
        Assert.Equal([("p.jansen", "klacht van een inwoner"), ("g.fontein", "nodig voor de klacht")], audit);
    }

    [EngineTheory]
    public async Task Signals_are_made_in_the_background_once_a_database_is_in_use(Engine engine)
    {
        var opslag = await TestStore.Opslag(engine, _map);
        await using (var eerst = await Start(engine, aan: true, opslag)) await ZoekOp(eerst, "k.osman", 3, zaak: null);
        await using var node = await Start(engine, aan: true, opslag, vanzelf: true);
        while ((await Haal(node, "/signalen")).GetProperty("signalen").GetArrayLength() == 0) await Task.Delay(20);
    }

    [EngineTheory]
    public async Task What_was_refused_stays_without_a_name_and_old_signals_go(Engine engine)
    {
        await using var node = await Start(engine, aan: true);
        await ZoekOp(node, "k.osman", 3, zaak: null);
        var store = await node.Store();
        await node.Services.GetRequiredService<Signaleerder>().Signaleer(store);
        var pad = $"/signalen/{Assert.Single((await Haal(node, "/signalen")).GetProperty("signalen").EnumerateArray()).GetProperty("id").GetString()}";
        await Stuur(node, 200, pad + "/heridentificatie", "p.jansen", new { reden = "nieuwsgierig" });
        Assert.Equal(JsonValueKind.Null, (await Stuur(node, 200, pad + "/heridentificatie/besluit", "g.fontein", new { akkoord = false, toelichting = "geen goede reden" })).GetProperty("medewerker").ValueKind);
        Assert.Empty((await Haal(node, "/signalen/over-mij", "k.osman")).GetProperty("signalen").EnumerateArray());
        await Stuur(node, 200, pad + "/heridentificatie", "p.jansen", new { reden = "nu een klacht" });

        Assert.Equal(0, await store.Write(session => Signaal.Wis(session, Dag.AddDays(1), Dag)));
        Assert.Equal(1, await store.Write(session => Signaal.Wis(session, Dag.AddDays(1), Dag.AddDays(1))));
        await node.Vraag(404, HttpMethod.Get, Diensten.Logboek, pad, doel: node.Doel(Doel));
    }

    [EngineTheory]
    public async Task Off_there_is_nothing_to_see_but_the_rule_and_others_see_nothing_at_all(Engine engine)
    {
        await using var node = await Start(engine, aan: false);
        await node.Vraag(404, HttpMethod.Get, Diensten.Logboek, "/signalen", doel: node.Doel(Doel));
        Assert.False((await Haal(node, "/signaalregels")).GetProperty("aan").GetBoolean());
        foreach (var pad in (string[])["/signalen", "/signaalregels", "/signalen/over-mij"])
        {
            await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, pad, herkomst: Herkomst.Inway);
            await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, pad, herkomst: Herkomst.Buiten, doel: node.Doel(Doel));
        }

        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, "/signalen", doel: node.Doel("toeristische-verhuur-toezicht"));
        await node.Vraag(400, HttpMethod.Get, Diensten.Logboek, "/signalen/over-mij", doel: node.Doel(Doel));
    }

    [Theory]
    [InlineData("duinwaarde:Aan", "true", null)]
    [InlineData("nergens:Aan", "true", "is geen organisatie van deze node")]
    [InlineData("duinwaarde:VeelPersoenen", "3", "bestaat niet")]
    [InlineData("duinwaarde:ZonderZaak", "0", "grens onder 1")]
    [InlineData("duinwaarde:Van", "21:00", "eindigen voor ze beginnen")]
    [InlineData("duinwaarde:Aan", "misschien", "kan niet gelezen worden")]
    public void A_mistake_in_the_configuration_is_named(string sleutel, string waarde, string? fout)
    {
        var fouten = new Signaalregels(new OrganisatieLijst([TestStore.TestOrganisatie()]), Configuratie((sleutel, waarde))).Fouten().ToList();
        if (fout is null) Assert.Empty(fouten);
        else Assert.Contains(fout, Assert.Single(fouten).Reden, StringComparison.Ordinal);
    }

    public void Dispose() => _map.Dispose();

    /// <param name="vanzelf">Whether signals are made in the background; else the test says when.</param>
    private async Task<Proefnode> Start(Engine engine, bool aan, OpslagOptions? opslag = null, bool vanzelf = false)
    {
        var node = await Proefnode.Start(
            engine, _map,
            services =>
            {
                services.AddLogboek().AddVerwerkingsregister().AddSingleton<IConfiguration>(Configuratie(("duinwaarde:Aan", aan ? "true" : "false"), ("duinwaarde:ZonderZaak", "3")));
                if (!vanzelf) services.RemoveAll<IHostedService>();
            },
            routes =>
            {
                routes.MapLogboek();
                routes.MapVerwerkingsregister();
            },
            opslag);
        var store = await node.Store();
        await VerwerkingsregisterDemo.Vul(store, TimeProvider.System);
        // It goes on where it came; at first it would look at yesterday alone.
        await store.Write(session => Signaal.Bewaar(session, Dag.AddDays(-1), []));
        return node;
    }

    private static IConfiguration Configuratie(params (string Sleutel, string Waarde)[] waarden) =>
        new ConfigurationBuilder().AddInMemoryCollection(waarden.Select(w => KeyValuePair.Create($"Meent:Signalen:{w.Sleutel}", (string?)w.Waarde))).Build();

    /// <summary>As a page does it: what the employee did with its reason, and a record for each person, of one trace.</summary>
    private static async Task ZoekOp(Proefnode node, string wie, int personen, string? zaak)
    {
        var (store, moment) = (await node.Store(), Dag.BeginVanDag().AddHours(10));
        for (var i = 0; i < personen; i++)
        {
            var trace = ActivityTraceId.CreateRandom();
            var regel = new Logregel
            {
                Spoor = new Spoor(trace, ActivitySpanId.CreateRandom(), null),
                Activiteit = node.Doel("toeristische-verhuur-toezicht"),
                Naam = "Registratie bekeken",
                Begin = moment,
                Einde = moment,
                Betrokkene = node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, LogboekAttributen.Kvk, $"{i}"),
            };
            await store.Write(async session =>
            {
                await session.Audit(new Auditregel(trace, wie, "registratie opgezocht", regel.Activiteit, "reden", zaak, moment));
                return await session.Logboek(regel);
            });
        }

        // What is about nobody does not count.
        await store.Write(session => session.Audit(new Auditregel(ActivityTraceId.CreateRandom(), wie, "lijst bekeken", null, null, null, moment)));
    }

    private static Task<JsonElement> Haal(Proefnode node, string pad, string? wie = null) =>
        node.Vraag(200, HttpMethod.Get, Diensten.Logboek, pad, doel: node.Doel(Doel), headers: h => { if (wie is not null) h.Add(Headers.Gebruiker, wie); });

    private static Task<JsonElement> Stuur(Proefnode node, int status, string pad, string wie, object inhoud) =>
        node.Vraag(status, HttpMethod.Post, Diensten.Logboek, pad, inhoud, doel: node.Doel(Doel), headers: h => h.Add(Headers.Gebruiker, wie));

    private static DateOnly Werkdag(DateOnly dag) => dag.DayOfWeek switch
    {
        DayOfWeek.Sunday => dag.AddDays(-2),
        DayOfWeek.Saturday => dag.AddDays(-1),
        _ => dag,
    };
}
