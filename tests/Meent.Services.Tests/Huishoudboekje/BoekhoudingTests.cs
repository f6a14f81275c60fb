using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Inlezen;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Services.Huishoudboekje.Transacties;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>Statements in, lines booked and taken back: whatever happens, what the bank holds is what is owed.</summary>
public sealed class BoekhoudingTests
{
    private const string Iban = "NL91ABNA0417164300";
    private static readonly DateOnly Dag = new(2026, 5, 1);
    private static readonly Guid[] Deelnemers = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly Guid Rubriek = Guid.CreateVersion7();

    [EngineTheory]
    public async Task A_statement_is_read_once_however_often_it_is_offered_and_what_is_in_two_files_counts_once(Engine engine)
    {
        await using var boek = await Open(engine);
        var een = Afschrift("1", 1000, (250, "loon"), (-100, "huur"), (-100, "huur"));
        Assert.Equal((3, 0), await Lees(boek, een));
        Assert.Equal((0, 3), await Lees(boek, een));
        // The same lines by another message, as a notification of the day before the statement.
        Assert.Equal((1, 3), await Lees(boek, een with { Kenmerk = "melding", Begin = null, Eind = null, Regels = [.. een.Regels, Regel(7, "rente")] }));
        Assert.Equal((1057, -1000, -57), (await Saldo(boek, Grootboek.Bank(Iban)), await Saldo(boek, Grootboek.Begin(Iban)), await Saldo(boek, Grootboek.Ongeboekt(Iban))));
        await Klopt(boek);
    }

    [EngineTheory]
    public async Task A_statement_that_is_not_ours_does_not_add_up_or_leaves_one_out_is_refused_as_a_whole(Engine engine)
    {
        await using var boek = await Open(engine);
        await Lees(boek, Afschrift("1", 0, (500, "loon")));
        Assert.Equal("onbekendeRekening", await Weigering(boek, Afschrift("2", 500, (1, "x")) with { Rekening = "NL20INGB0001234567" }));
        Assert.Equal("sluitNiet", await Weigering(boek, Afschrift("2", 500, (1, "x")) with { Eind = new Saldo(999, Dag) }));
        Assert.Equal("sluitNietAan", await Weigering(boek, Afschrift("3", 501, (1, "x"))));
        Assert.Equal("geenKenmerk", await Weigering(boek, Afschrift("", 500, (1, "x"))));
        Assert.Equal((500, 1), (await Saldo(boek, Grootboek.Bank(Iban)), await Aantal(boek)));
        // Of two in one file, of which the second is wrong, neither is in.
        await Assert.ThrowsAsync<ProbleemException>(async () => await boek.Store.Write(s => s.LeesIn([Afschrift("2", 500, (1, "x")), Afschrift("3", 9, (1, "x"))])));
        Assert.Equal(1, await Aantal(boek));
        await Klopt(boek);
    }

    [EngineTheory]
    public async Task Of_many_who_read_the_same_statement_or_book_the_same_line_at_once_one_does(Engine engine)
    {
        await using var boek = await Open(engine);
        var een = Afschrift("1", 0, (500, "loon"), (-20, "kosten"));
        var verslagen = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Lees(boek, een)));
        Assert.Equal(2, verslagen.Sum(v => v.Nieuw));
        var regels = await Open(boek);
        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await boek.Store.Write(s => s.Boek(regels[0], Grootboek.Deelnemer(Deelnemers[i % 2]), null));
                return "geboekt";
            }
            catch (ProbleemException e)
            {
                return e.Probleem.Code;
            }
        }));
        Assert.Equal(["alGeboekt", "alGeboekt", "alGeboekt", "alGeboekt", "alGeboekt", "alGeboekt", "alGeboekt", "geboekt"], uitkomsten.Order(StringComparer.Ordinal));
        await Klopt(boek);
    }

    /// <summary>Whatever is done, in whatever order: residents, rubrieken and what is not booked are together what lies at the bank.</summary>
    [EngineTheory]
    public async Task After_any_sequence_of_statements_bookings_and_undos_the_sums_are_right(Engine engine)
    {
        await using var boek = await Open(engine);
        for (var zaad = 0; zaad < 12; zaad++)
        {
            var toeval = new Random(zaad);
            for (var stap = 0; stap < 12; stap++)
            {
                var (regels, geboekt) = (await Open(boek), await Geboekt(boek));
                switch (toeval.Next(4))
                {
                    case 0:
                        var begin = -await Saldo(boek, Grootboek.Begin(Iban)) == 0 && await Aantal(boek) == 0 ? 0 : await Saldo(boek, Grootboek.Bank(Iban));
                        await Lees(boek, Afschrift($"{zaad}-{stap}", begin, [.. Enumerable.Range(0, toeval.Next(1, 5)).Select(i => ((long)toeval.Next(-500, 900), $"{zaad} {stap} {i}"))]));
                        break;
                    case 1 or 2 when regels.Count > 0:
                        var rekening = toeval.Next(3) is var waar && waar < 2 ? Grootboek.Deelnemer(Deelnemers[waar]) : Grootboek.Rubriek(Rubriek);
                        await boek.Store.Write(s => s.Boek(regels[toeval.Next(regels.Count)], rekening, null));
                        break;
                    case 3 when geboekt.Count > 0:
                        await boek.Store.Write(async s =>
                        {
                            await s.Herroep(geboekt[toeval.Next(geboekt.Count)]);
                            return 0;
                        });
                        break;
                }

                await Klopt(boek);
            }
        }

        Assert.NotEqual(0, await Saldo(boek, Grootboek.Deelnemer(Deelnemers[0])));
    }

    private static async Task Klopt(TestStore boek)
    {
        Assert.Empty(await boek.Store.Read(s => s.Controleer()));
        var bank = await Saldo(boek, Grootboek.Bank(Iban));
        var verplicht = await Saldo(boek, Grootboek.Begin(Iban)) + await Saldo(boek, Grootboek.Ongeboekt(Iban)) + await Saldo(boek, Grootboek.Rubriek(Rubriek));
        foreach (var deelnemer in Deelnemers) verplicht += await Saldo(boek, Grootboek.Deelnemer(deelnemer));
        Assert.Equal(bank, -verplicht);
        var regels = await boek.Store.Read(s => s.One("SELECT CAST(COALESCE(SUM(cent), 0) AS BIGINT) FROM huishoudboekje_bankregels", row => row.Long(0)));
        Assert.Equal(bank + await Saldo(boek, Grootboek.Begin(Iban)), regels);
    }

    private static Task<long> Saldo(TestStore boek, string rekening) => boek.Store.Read(s => s.Saldo(rekening)).AsTask();

    private static Task<List<Guid>> Open(TestStore boek) => boek.Store.Read(s => s.All("SELECT id FROM huishoudboekje_bankregels WHERE geboekt IS NULL ORDER BY datum, id", row => row.Guid(0))).AsTask();

    private static Task<List<Guid>> Geboekt(TestStore boek) => boek.Store.Read(s => s.All("SELECT id FROM huishoudboekje_bankregels WHERE geboekt IS NOT NULL ORDER BY datum, id", row => row.Guid(0))).AsTask();

    private static Task<long> Aantal(TestStore boek) => boek.Store.Read(s => s.One("SELECT COUNT(*) FROM huishoudboekje_afschriften", row => row.Long(0))).AsTask();

    private static async Task<(int Nieuw, int Bekend)> Lees(TestStore boek, Afschrift afschrift)
    {
        var verslag = Assert.Single(await boek.Store.Write(s => s.LeesIn([afschrift])));
        return (verslag.Nieuw, verslag.Bekend);
    }

    private static async Task<string> Weigering(TestStore boek, Afschrift afschrift) =>
        (await Assert.ThrowsAsync<ProbleemException>(async () => await boek.Store.Write(s => s.LeesIn([afschrift])))).Probleem.Code;

    private static Afschrift Afschrift(string kenmerk, long begin, params (long Cent, string Tekst)[] regels) =>
        new(Iban, kenmerk, null, new Saldo(begin, Dag), new Saldo(begin + regels.Sum(r => r.Cent), Dag), [.. regels.Select(r => Regel(r.Cent, r.Tekst))]);

    private static Bankregel Regel(long cent, string tekst) => new(cent, Dag, Dag) { Omschrijving = tekst };

    private static async Task<TestStore> Open(Engine engine)
    {
        var boek = await TestStore.Create(engine, services => services.AddBron("huishoudboekje", typeof(Journaalboek).Assembly, "Meent.Services.Huishoudboekje.Migraties"));
        await boek.Store.Write(s => s.Execute("INSERT INTO huishoudboekje_bankrekeningen (iban, naam, bic) VALUES ($1, $2, $3)", Iban, "Gemeente Duinwaarde, derdengelden", null));
        return boek;
    }
}
