using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Reservekopie;
using Meent.Standards.Beheer;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

public sealed class RetentieTests
{
    private static readonly string Hoofdsleutel = Convert.ToBase64String(new byte[32]);

    [EngineTheory]
    public async Task At_the_end_of_a_term_its_table_goes_and_the_chain_can_still_be_checked(Engine engine)
    {
        await using var proef = await Gevuld(engine);
        // The last day of the term of November 2026: the record of the 30th is a year old.
        Assert.Equal(0, await Zegels(proef, "2027-11-30T22:00:00Z").Ruim(proef.Store));
        Assert.Equal(3, await Zegels(proef, "2027-11-30T23:30:00Z").Ruim(proef.Store));

        Assert.Equal(["P5Y 0", "P5Y 1", "P5Y 2"], (await proef.Store.Read(Regels.Alle)).Select(regel => regel.Regel.Naam));
        var controle = await Zegels(proef).Controleer(proef.Store);
        Assert.Empty(controle.Bevindingen);
        Assert.Equal((3, 2), (controle.Regels, controle.Zegels));
        var steen = Assert.Single(await proef.Store.Read(Grafsteen.Alle));
        Assert.Equal(("P1Y", 3), (steen.Tabel.Termijn, steen.Aantal));

        // One of that month that comes in late is kept again until somebody looks.
        await proef.Store.Write(session => session.Logboek(Regels.Nieuw() with { Bewaartermijn = "P1Y" }));
        Assert.Equal(1, await Zegels(proef, "2027-12-01T12:00:00Z").Ruim(proef.Store));
        Assert.Empty((await Zegels(proef).Controleer(proef.Store)).Bevindingen);
    }

    [EngineTheory]
    [InlineData("UPDATE logboek_tabellen SET aantal = 2 WHERE termijn = 'P1Y'", Afwijking.GrafsteenGewijzigd)]
    [InlineData("UPDATE logboek_tabellen SET vervallen = vervallen - 1 WHERE termijn = 'P1Y'", Afwijking.GrafsteenGewijzigd)]
    [InlineData("UPDATE logboek_tabellen SET handtekening = NULL WHERE termijn = 'P1Y'", Afwijking.GrafsteenGewijzigd)]
    [InlineData("DELETE FROM logboek_tabellen WHERE termijn = 'P1Y'", Afwijking.TabelVerwijderd)]
    [InlineData("CREATE TABLE logboek_regels_1 AS SELECT * FROM logboek_regels_2", Afwijking.TabelToegevoegd)]
    [InlineData("DROP TABLE logboek_regels_2", Afwijking.TabelVerwijderd)]
    public async Task Who_takes_a_table_away_or_puts_one_back_is_found(Engine engine, string sql, Afwijking afwijking)
    {
        await using var proef = await Gevuld(engine);
        await Zegels(proef, "2028-01-01T00:00:00Z").Ruim(proef.Store);
        await proef.Store.Write(session => session.Execute(sql));

        Assert.Contains((await Zegels(proef).Controleer(proef.Store)).Bevindingen, bevinding => bevinding.Afwijking == afwijking);
    }

    [EngineTheory]
    public async Task A_table_that_went_before_its_time_is_found_though_its_tombstone_was_signed_elsewhere(Engine engine)
    {
        await using var proef = await Gevuld(engine);
        await proef.Store.Write(async session =>
        {
            var tabel = (await Logtabellen.Een(session, 1))!;
            await session.Execute("DROP TABLE logboek_regels_1");
            return await Grafsteen.Zet(session, tabel, 3, Regels.Moment, new byte[32]);
        });

        Assert.Contains(new Bevinding(Afwijking.GrafsteenGewijzigd, 1), (await Zegels(proef).Controleer(proef.Store)).Bevindingen);
    }

    [EngineTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_backup_brings_the_tables_along_with_their_numbers_to_either_engine(Engine van, Engine naar)
    {
        using var map = new TijdelijkeMap();
        await using var bron = await Gevuld(van);
        var stil = new Progress<Voortgang>();
        await bron.Services.GetRequiredService<Reservekopieen>().Maak(bron.Organisatie, map.Bestand("kopie.zip"), stil, default);
        await using var doel = await TestStore.Create(naar, opties: opslag => opslag with { Hoofdsleutel = Hoofdsleutel });
        await doel.Services.GetRequiredService<Reservekopieen>().ZetTerug(doel.Organisatie, map.Bestand("kopie.zip"), stil, default);
        await doel.Store.Write(session => session.Logboek(Regels.Nieuw(naam: "daarna") with { Bewaartermijn = "P1Y" }));
        await doel.Store.Write(session => session.Logboek(Regels.Nieuw(naam: "andere maand") with { Begin = Regels.Moment.AddMonths(1), Bewaartermijn = "P1Y" }));
        await Zegels(doel).Verzegel(doel.Store);
        await Zegels(doel).Verzegel(doel.Store);

        Assert.Empty((await Zegels(doel).Controleer(doel.Store)).Bevindingen);
        Assert.Equal(Regels.Nummer(4), (await doel.Store.Read(Regels.Alle)).Single(regel => regel.Regel.Naam == "daarna").Nummer);
        Assert.Equal(3, Logtabel.Van((await doel.Store.Read(Regels.Alle)).Single(regel => regel.Regel.Naam == "andere maand").Nummer));
    }

    /// <summary>Three records that are kept a year, in table 1, and three that are kept five, in table 2; sealed.</summary>
    private static async Task<TestStore> Gevuld(Engine engine)
    {
        var proef = await TestStore.Create(engine, opties: opslag => opslag with { Hoofdsleutel = Hoofdsleutel });
        foreach (var termijn in new[] { "P1Y", "P5Y" })
        {
            for (var i = 0; i < 3; i++) await proef.Store.Write(session => session.Logboek(Regels.Nieuw(naam: $"{termijn} {i}") with { Bewaartermijn = termijn }));
        }

        while (await Zegels(proef).Verzegel(proef.Store) > 0)
        {
            // Until none waits.
        }

        return proef;
    }

    private static Zegels Zegels(TestStore proef, string? moment = null) => moment is null
        ? proef.Services.GetRequiredService<Zegels>()
        : new Zegels(proef.Services.GetRequiredService<Sleutelkluis>(), new OpslagOptions(), new Stilstaand(DateTimeOffset.Parse(moment, null)));

    private sealed class Stilstaand(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
