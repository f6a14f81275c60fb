using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

public sealed class LogboekSessionTests
{
    [EngineTheory]
    public async Task A_record_comes_back_as_it_was_written(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var regel = Regels.Nieuw(Pseudoniem(proef)) with { Aanroeper = "urn:nld:oin:00000001990000023000", Systeem = """{"service.name":"meent"}""" };
        await proef.Store.Write(session => session.Logboek(regel));

        var bewaard = Assert.Single(await proef.Store.Read(Regels.Alle)).Regel;
        Assert.Equal(regel.Betrokkene!.Value.Tekst, bewaard.Betrokkene!.Value.Tekst);
        Assert.Equal(regel with { Betrokkene = null }, bewaard with { Betrokkene = null });
    }

    [EngineTheory]
    public async Task The_same_action_on_the_same_subject_is_kept_once(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var regel = Regels.Nieuw(Pseudoniem(proef));

        Assert.Equal(1, await proef.Store.Write(session => session.Logboek([regel, regel])));
        Assert.Equal(0, await proef.Store.Write(session => session.Logboek(regel with { Naam = "Anders" })));
        Assert.Equal(1, await proef.Store.Write(session => session.Logboek(regel with { Betrokkene = null })));
    }

    [EngineTheory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task A_batch_is_written_whole_and_what_was_there_is_left_alone(Engine engine, int aantal)
    {
        await using var proef = await TestStore.Create(engine);
        var regels = Enumerable.Range(0, aantal).Select(i => Regels.Nieuw(Pseudoniem(proef), $"Regel {i}")).ToList();
        await proef.Store.Write(session => session.Logboek(regels[3]));

        Assert.Equal(aantal - 1, await proef.Store.Write(session => session.Logboek([.. regels, regels[0]])));
        Assert.Equal(regels.Select(regel => regel.Naam).Order(), (await proef.Store.Read(Regels.Alle)).Select(regel => regel.Regel.Naam).Order());
    }

    [EngineTheory]
    public async Task Records_stand_by_retention_class_and_month_and_are_found_as_one_log(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var pseudoniem = Pseudoniem(proef);
        foreach (var maand in Enumerable.Range(0, 20))
        {
            foreach (var termijn in new[] { "P5Y", "P20Y" })
            {
                var begin = Regels.Moment.AddMonths(-maand).AddMinutes(termijn.Length);
                await proef.Store.Write(session => session.Logboek(Regels.Nieuw(pseudoniem, $"{maand} {termijn}") with { Begin = begin, Einde = begin, Bewaartermijn = termijn }));
            }
        }

        Assert.Equal(40, (await proef.Store.Read(Logtabellen.Alle)).Count(tabel => tabel.Nummer > 0));
        var gevonden = new List<string>();
        Logplaats? na = null;
        do
        {
            var pagina = await proef.Store.Read(session => session.Zoek(new Logvraag(7) { Betrokkene = pseudoniem, Na = na }));
            na = pagina.Count == 0 ? null : new Logplaats(pagina[^1].Regel.Begin, pagina[^1].Nummer);
            gevonden.AddRange(pagina.Select(regel => regel.Regel.Naam));
        }
        while (na is not null);

        Assert.Equal(Enumerable.Range(0, 20).SelectMany(maand => new[] { $"{maand} P20Y", $"{maand} P5Y" }), gevonden);
        var jaar = await proef.Store.Read(session => session.Zoek(new Logvraag(100) { Betrokkene = pseudoniem, Vanaf = Regels.Moment.AddMonths(-3), Tot = Regels.Moment.AddMonths(-1).AddMinutes(10) }));
        Assert.Equal(["1 P20Y", "1 P5Y", "2 P20Y", "2 P5Y", "3 P20Y", "3 P5Y"], jaar.Select(regel => regel.Regel.Naam));
        Assert.Equal(["P5Y"], jaar.Where(regel => regel.Regel.Naam == "2 P5Y").Select(regel => regel.Regel.Bewaartermijn));
    }

    [EngineTheory]
    public async Task Writers_that_need_the_same_new_table_at_once_make_it_once(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => proef.Store.Write(session => session.Logboek(Regels.Nieuw())).AsTask()));

        Assert.Equal([1L, 0L], (await proef.Store.Read(Logtabellen.Alle)).Select(tabel => tabel.Nummer));
        Assert.Equal(40, await proef.Store.Read(session => session.AantalLogregels()));
    }

    [EngineTheory]
    public async Task A_transaction_that_fails_leaves_no_record(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await proef.Store.Write<int>(async session =>
        {
            await session.Logboek(Regels.Nieuw());
            throw new InvalidOperationException();
        }));

        Assert.Empty(await proef.Store.Read(Regels.Alle));
    }

    [PostgresFact]
    public async Task A_connection_that_breaks_under_a_record_says_that_the_store_is_away_and_not_the_logbook()
    {
        // A server of its own: all its connections break with the one that is killed.
        await using var postgres = await PostgresServer.Start();
        await using var proef = await TestStore.Create(Engine.Postgres, opties: opties => opties with { Postgres = postgres.Verbinding("meent_{organisatie}") });
        var regel = Regels.Nieuw(Pseudoniem(proef));

        var fout = await Assert.ThrowsAsync<ProbleemException>(async () => await proef.Store.Write(async session =>
        {
            var verbinding = await session.One("SELECT pg_backend_pid()", row => row.Long(0));
            Process.GetProcessById((int)verbinding).Kill();
            return await session.Logboek(regel);
        }));

        Assert.Equal((503, "serviceUnavailable"), (fout.Probleem.Status, fout.Probleem.Code));
    }

    [Fact]
    public void A_pseudonym_is_the_same_each_time_and_another_at_each_organisation_and_type()
    {
        using var map = new TijdelijkeMap();
        var pseudoniemen = new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad }));
        var opnieuw = new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad }));
        var (hier, daar) = (TestStore.TestOrganisatie(), TestStore.TestOrganisatie("lindewoude"));

        Assert.Equal(pseudoniemen.Van(hier, "BSN", "999970008").Tekst, opnieuw.Van(hier, "BSN", "999970008").Tekst);
        Assert.Equal(4, new[] { ("BSN", hier), ("BSN", daar), ("KVK", hier), ("KVK", daar) }
            .Select(geval => pseudoniemen.Van(geval.Item2, geval.Item1, "999970008").Tekst).Distinct().Count());
    }

    [Fact]
    public void Another_main_key_does_not_open_the_secret()
    {
        using var map = new TijdelijkeMap();
        new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad })).Van(TestStore.TestOrganisatie(), "BSN", "999970008");
        var anders = new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad, Hoofdsleutel = Convert.ToBase64String(new byte[32]) }));

        Assert.Throws<InvalidOperationException>(() => anders.Van(TestStore.TestOrganisatie(), "BSN", "999970008"));
    }

    private static Pseudoniem Pseudoniem(TestStore proef) =>
        proef.Services.GetRequiredService<Pseudoniemen>().Van(proef.Organisatie, "BSN", "999970008");
}
