using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

public sealed class ZegelsTests
{
    [EngineTheory]
    public async Task A_log_that_nobody_touched_is_intact(Engine engine)
    {
        await using var proef = await Gevuld(engine, 25, 25, 1);
        var controle = await Zegels(proef).Controleer(proef.Store);

        Assert.True(controle.IsOngeschonden);
        Assert.Equal((51, 0, 3), (controle.Regels, controle.Ongezegeld, controle.Zegels));
        Assert.StartsWith("3:", controle.Hoofd);
    }

    [EngineTheory]
    [InlineData("UPDATE logboek_regels_1 SET naam = 'niets gezien' WHERE nummer = #7", Afwijking.RegelGewijzigd, 7)]
    [InlineData("UPDATE logboek_regels_1 SET betrokkene_type = NULL WHERE nummer = #7", Afwijking.RegelGewijzigd, 7)]
    [InlineData("UPDATE logboek_regels_1 SET begin = 9223372036854775807 WHERE nummer = #7", Afwijking.RegelGewijzigd, 7)]
    [InlineData("DELETE FROM logboek_regels_1 WHERE nummer = #7", Afwijking.RegelVerwijderd, 7)]
    [InlineData("DELETE FROM logboek_regels_1 WHERE nummer = #20", Afwijking.RegelVerwijderd, 20)]
    [InlineData("DELETE FROM logboek_zegels WHERE nummer = 2", Afwijking.ZegelOntbreekt, 2)]
    [InlineData("UPDATE logboek_zegels SET moment = moment - 1 WHERE nummer = 2", Afwijking.ZegelGewijzigd, 2)]
    [InlineData("UPDATE logboek_zegels SET wortel = keten WHERE nummer = 1", Afwijking.ZegelGewijzigd, 1)]
    public async Task What_was_changed_or_removed_in_the_database_is_found(Engine engine, string sql, Afwijking afwijking, long nummer)
    {
        await using var proef = await Gevuld(engine, 10, 10);
        await proef.Store.Write(session => session.Execute(Sql(sql)));

        var bevinding = new Bevinding(afwijking, sql.Contains("logboek_regels", StringComparison.Ordinal) ? Regels.Nummer(nummer) : nummer);
        Assert.Contains(bevinding, (await Zegels(proef).Controleer(proef.Store)).Bevindingen);
    }

    [EngineTheory]
    public async Task A_record_slipped_in_after_the_fact_is_found(Engine engine)
    {
        await using var proef = await Gevuld(engine, 10);
        await proef.Store.Write(session => session.Execute(Sql(
            """
            INSERT INTO logboek_regels_1 (trace, span, activiteit, betrokkene, naam, status, begin, einde, zout)
            SELECT trace, zout, activiteit, betrokkene, naam, status, begin, einde, zout FROM logboek_regels_1 WHERE nummer = #3
            """)));

        Assert.Equal([new Bevinding(Afwijking.RegelToegevoegd, Regels.Nummer(11))], (await Zegels(proef).Controleer(proef.Store)).Bevindingen);
    }

    [EngineTheory]
    public async Task Records_taken_off_the_end_with_their_seals_are_found(Engine engine)
    {
        await using var proef = await Gevuld(engine, 10, 10);
        await proef.Store.Write(async session =>
        {
            await session.Execute(Sql("DELETE FROM logboek_regels_1 WHERE nummer > #10"));
            return await session.Execute("DELETE FROM logboek_zegels WHERE nummer = 2");
        });

        Assert.Equal([new Bevinding(Afwijking.ZegelOntbreekt, 2)], (await Zegels(proef).Controleer(proef.Store)).Bevindingen);

        // Sealing goes on, and does not cover it up.
        for (var i = 0; i < 3; i++)
        {
            await proef.Store.Write(session => session.Logboek(Regels.Nieuw()));
            await Zegels(proef).Verzegel(proef.Store);
        }

        Assert.Equal([new Bevinding(Afwijking.ZegelOntbreekt, 2)], (await Zegels(proef).Controleer(proef.Store)).Bevindingen);
    }

    [EngineTheory]
    public async Task Who_seals_a_changed_log_anew_without_the_key_is_found(Engine engine)
    {
        await using var proef = await Gevuld(engine, 10);
        var store = proef.Store;
        await store.Write(session => session.Execute(Sql("UPDATE logboek_regels_1 SET naam = 'niets gezien' WHERE nummer = #7")));
        var zegel = (await store.Read(session => Zegel.Lees(session, "nummer = 1")))[0];
        var bladeren = await store.Read(async session => await session.Bladeren((await Logtabellen.Een(session, 1))!, "nummer > 0 ORDER BY nummer"));
        var vals = Zegel.Maak(1, Zegel.Begin, bladeren, zegel.Moment, new byte[32]);
        await store.Write(async session =>
        {
            await session.Execute("DELETE FROM logboek_zegels");
            return await vals.Bewaar(session);
        });

        Assert.Contains(new Bevinding(Afwijking.ZegelGewijzigd, 1), (await Zegels(proef).Controleer(store)).Bevindingen);
    }

    [EngineTheory]
    public async Task Sealers_and_writers_at_the_same_time_lose_no_record(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var zegels = Zegels(proef);
        var schrijvers = Enumerable.Range(0, 200).Select(async i => await proef.Store.Write(session => session.Logboek([Regels.Nieuw(), Regels.Nieuw()])));
        var zegelaars = Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 10; i++) await zegels.Verzegel(proef.Store);
        });
        await Task.WhenAll([.. schrijvers, .. zegelaars]);
        while (await zegels.Verzegel(proef.Store) > 0)
        {
            // Until none waits.
        }

        var controle = await zegels.Controleer(proef.Store);
        Assert.Empty(controle.Bevindingen);
        Assert.Equal((400, 0), (controle.Regels, controle.Ongezegeld));
    }

    [EngineTheory]
    public async Task A_committed_record_is_sealed_within_a_second(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var zegelaar = new Zegelaar(Zegels(proef), proef.Services.GetRequiredService<Meent.Data.Outbox.Wekker>(), TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<Zegelaar>.Instance);
        await zegelaar.StartAsync(CancellationToken.None);
        await proef.Store.Write(session => session.Logboek(Regels.Nieuw()));
        var klok = Stopwatch.StartNew();
        while (await Ongezegeld(proef.Store) > 0 && klok.Elapsed < TimeSpan.FromSeconds(10)) await Task.Delay(20);

        Assert.InRange(klok.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await zegelaar.StopAsync(CancellationToken.None);
    }

    /// <summary>Writes the n-th record as <c>#n</c>.</summary>
    private static string Sql(string sql) => System.Text.RegularExpressions.Regex.Replace(sql, "#([0-9]+)", deel => $"{Regels.Nummer(long.Parse(deel.Groups[1].Value, null))}");

    internal static Zegels Zegels(TestStore proef) => proef.Services.GetRequiredService<Zegels>();

    private static ValueTask<long> Ongezegeld(Store store) => store.Read(session => session.One("SELECT count(*) FROM logboek_ongezegeld", row => row.Long(0)));

    private static async Task<TestStore> Gevuld(Engine engine, params int[] partijen)
    {
        var proef = await TestStore.Create(engine);
        var pseudoniem = proef.Services.GetRequiredService<Pseudoniemen>().Van(proef.Organisatie, "BSN", "999970008");
        foreach (var partij in partijen)
        {
            for (var i = 0; i < partij; i++) await proef.Store.Write(session => session.Logboek(Regels.Nieuw(pseudoniem)));
            await Zegels(proef).Verzegel(proef.Store);
        }

        return proef;
    }
}
