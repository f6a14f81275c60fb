using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Reservekopie;
using Meent.Standards.Beheer;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

/// <summary>The audit log of employees: sealed as the log is, and kept for a number of days.</summary>
public sealed class AuditlogTests
{
    private static readonly string Hoofdsleutel = Convert.ToBase64String(new byte[32]);
    private static readonly DateTimeOffset Begin = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [EngineTheory]
    [InlineData("UPDATE logboek_audit SET gebruiker = 'een ander' WHERE nummer = 2", Afwijking.RegelGewijzigd, 2)]
    [InlineData("UPDATE logboek_audit SET reden = NULL WHERE nummer = 2", Afwijking.RegelGewijzigd, 2)]
    [InlineData("UPDATE logboek_audit SET moment = 9223372036854775807 WHERE nummer = 2", Afwijking.RegelGewijzigd, 2)]
    [InlineData("UPDATE logboek_audit SET zout = NULL WHERE nummer = 2", Afwijking.RegelGewijzigd, 2)]
    [InlineData("DELETE FROM logboek_audit WHERE nummer = 1", Afwijking.RegelVerwijderd, 1)]
    [InlineData("DELETE FROM logboek_audit WHERE nummer = 6", Afwijking.RegelVerwijderd, 6)]
    [InlineData("DELETE FROM logboek_audit", Afwijking.RegelVerwijderd, 3)]
    [InlineData("INSERT INTO logboek_audit (trace, gebruiker, handeling, moment, zout) SELECT trace, gebruiker, handeling, moment, zout FROM logboek_audit WHERE nummer = 3", Afwijking.RegelToegevoegd, 7)]
    public async Task A_line_that_was_changed_removed_or_inserted_is_found(Engine engine, string sql, Afwijking afwijking, long regel)
    {
        await using var proef = await Gevuld(engine);
        var gaaf = await Zegels(proef).Controleer(proef.Store);
        Assert.Empty(gaaf.Bevindingen);
        // Six lines, and a record of the log.
        Assert.Equal((7, 0), (gaaf.Regels, gaaf.Ongezegeld));

        await proef.Store.Write(session => session.Execute(sql));
        var bevindingen = (await Zegels(proef).Controleer(proef.Store)).Bevindingen;
        Assert.Contains(bevindingen, bevinding => bevinding.Afwijking == afwijking && bevinding is { IsAudit: true } && bevinding.Auditregel == regel);
        Assert.All(bevindingen, bevinding => Assert.True(bevinding.IsAudit));
    }

    [EngineTheory]
    public async Task After_its_days_a_line_goes_and_the_chain_can_still_be_checked(Engine engine)
    {
        await using var proef = await Gevuld(engine);
        Assert.Equal(0, await Zegels(proef, Begin.AddDays(99)).Ruim(proef.Store));
        Assert.Equal(3, await Zegels(proef, Begin.AddDays(100)).Ruim(proef.Store));
        Assert.Equal([4, 5, 6], await Nummers(proef));
        var controle = await Zegels(proef).Controleer(proef.Store);
        Assert.Empty(controle.Bevindingen);
        Assert.Equal(4, controle.Regels);
        Assert.Equal(0, await Zegels(proef, Begin.AddDays(100)).Ruim(proef.Store));

        // What is left is guarded as before, also when all lines of before are gone.
        Assert.Equal(3, await Zegels(proef, Begin.AddDays(110)).Ruim(proef.Store));
        await Schrijf(proef, 1);
        await Zegels(proef, Begin.AddDays(111)).Verzegel(proef.Store);
        Assert.Equal([7], await Nummers(proef));
        Assert.Empty((await Zegels(proef).Controleer(proef.Store)).Bevindingen);
        await proef.Store.Write(session => session.Execute("DELETE FROM logboek_audit"));
        Assert.Equal([7L], (await Zegels(proef).Controleer(proef.Store)).Bevindingen.Select(bevinding => bevinding.Auditregel));
    }

    [EngineTheory]
    [InlineData("UPDATE logboek_auditgrafstenen SET aantal = 2", Afwijking.AuditgrafsteenGewijzigd)]
    [InlineData("UPDATE logboek_auditgrafstenen SET dagen = 1", Afwijking.AuditgrafsteenGewijzigd)]
    [InlineData("UPDATE logboek_auditgrafstenen SET handtekening = NULL", Afwijking.AuditgrafsteenGewijzigd)]
    [InlineData("UPDATE logboek_auditgrafstenen SET zegel = 3", Afwijking.AuditgrafsteenGewijzigd)]
    [InlineData("DELETE FROM logboek_auditgrafstenen", Afwijking.RegelVerwijderd)]
    [InlineData("DELETE FROM logboek_audit WHERE nummer = 4", Afwijking.RegelVerwijderd)]
    [InlineData("INSERT INTO logboek_audit (nummer, trace, gebruiker, handeling, moment, zout) SELECT 2, trace, gebruiker, handeling, moment, zout FROM logboek_audit WHERE nummer = 4", Afwijking.RegelToegevoegd)]
    public async Task Who_meddles_with_what_was_removed_is_found(Engine engine, string sql, Afwijking afwijking)
    {
        await using var proef = await Gevuld(engine);
        await Zegels(proef, Begin.AddDays(100)).Ruim(proef.Store);
        if (engine == Engine.Postgres) sql = sql.Replace("SELECT 2", "OVERRIDING SYSTEM VALUE SELECT 2", StringComparison.Ordinal);
        await proef.Store.Write(session => session.Execute(sql));
        Assert.Contains((await Zegels(proef).Controleer(proef.Store)).Bevindingen, bevinding => bevinding.Afwijking == afwijking);
    }

    [EngineTheory]
    public async Task Lines_that_a_clock_that_was_ahead_removed_too_early_are_found(Engine engine)
    {
        await using var proef = await Gevuld(engine);
        await Zegels(proef, Begin.AddDays(100)).Ruim(proef.Store);
        var bevindingen = (await Zegels(proef, Begin.AddDays(50)).Controleer(proef.Store)).Bevindingen;
        Assert.Contains(bevindingen, bevinding => bevinding.Afwijking == Afwijking.AuditgrafsteenGewijzigd);
        Assert.Equal([1L, 2, 3], bevindingen.Where(bevinding => bevinding.Afwijking == Afwijking.RegelVerwijderd).Select(bevinding => bevinding.Auditregel));
    }

    [EngineTheory]
    public async Task What_employees_did_is_not_sent_to_a_collector(Engine engine)
    {
        await using var proef = await Gevuld(engine);
        var verzonden = new List<BewaardeLogregel>();
        while (await proef.Store.Read(session => session.TeVerzenden()) is { } deel)
        {
            verzonden.AddRange(deel.Regels);
            await proef.Store.Write(session => session.Verzonden(deel.Zegel));
        }

        Assert.Equal("Registratie bekeken", Assert.Single(verzonden).Regel.Naam);
    }

    [EngineTheory]
    public async Task Progress_counts_lines_with_the_records_and_ends_at_all_of_them(Engine engine)
    {
        await using var proef = await Gevuld(engine);
        var voortgang = new Meldingen();
        var controle = await Zegels(proef).Controleer(proef.Store, voortgang);
        Assert.Equal((7, 7, 7), (controle.Regels, voortgang.Laatste.Gedaan, voortgang.Laatste.Totaal));
    }

    private sealed class Meldingen : IProgress<Voortgang>
    {
        public Voortgang Laatste { get; private set; }

        public void Report(Voortgang value) => Laatste = value;
    }

    [EngineTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_backup_brings_lines_seals_and_what_was_removed_to_either_engine(Engine van, Engine naar)
    {
        using var map = new TijdelijkeMap();
        await using var bron = await Gevuld(van);
        await Zegels(bron, Begin.AddDays(100)).Ruim(bron.Store);
        var stil = new Progress<Voortgang>();
        await bron.Services.GetRequiredService<Reservekopieen>().Maak(bron.Organisatie, map.Bestand("kopie.zip"), stil, default);
        await using var doel = await TestStore.Create(naar, opties: opslag => opslag with { Hoofdsleutel = Hoofdsleutel });
        await doel.Services.GetRequiredService<Reservekopieen>().ZetTerug(doel.Organisatie, map.Bestand("kopie.zip"), stil, default);
        await Schrijf(doel, 1);
        await Zegels(doel, Begin.AddDays(101)).Verzegel(doel.Store);
        Assert.Equal([4, 5, 6, 7], await Nummers(doel));
        Assert.Empty((await Zegels(doel).Controleer(doel.Store)).Bevindingen);
    }

    /// <summary>Three lines, a record of the log, and three lines ten days later; kept a hundred days.</summary>
    private static async Task<TestStore> Gevuld(Engine engine)
    {
        var proef = await TestStore.Create(engine, opties: opslag => opslag with { Hoofdsleutel = Hoofdsleutel });
        await Schrijf(proef, 3);
        await proef.Store.Write(session => session.Logboek(Regels.Nieuw()));
        while (await Zegels(proef, Begin).Verzegel(proef.Store) > 0)
        {
            // Lines and records have a seal each.
        }

        await Schrijf(proef, 3);
        await Zegels(proef, Begin.AddDays(10)).Verzegel(proef.Store);
        return proef;
    }

    private static async Task Schrijf(TestStore proef, int aantal)
    {
        for (var i = 0; i < aantal; i++)
            await proef.Store.Write(session => session.Audit(new Auditregel(ActivityTraceId.CreateRandom(), "k.osman", "registratie opgezocht", "urn:x", "vraag aan de balie", null, Begin)));
    }

    private static ValueTask<List<long>> Nummers(TestStore proef) => proef.Store.Read(session => session.All("SELECT nummer FROM logboek_audit ORDER BY nummer", row => row.Long(0)));

    private static Zegels Zegels(TestStore proef, DateTimeOffset? moment = null) =>
        new(proef.Services.GetRequiredService<Sleutelkluis>(), new OpslagOptions { Auditdagen = 100 }, new Stilstaand(moment ?? Begin.AddDays(120)));

    private sealed class Stilstaand(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
