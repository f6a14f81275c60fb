using System.Globalization;
using System.Security.Cryptography;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Integration.Afrekening;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Testing.Engines;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Tests.Afrekening;

/// <summary>What is counted, at what price, and that it stays so.</summary>
public sealed class AfrekeningTests
{
    private const string Afnemer = "00000001990000023000";
    private const string Aanbieder = "00000001990000035000";

    private static readonly Opdrachtgever Wie = new("proef", "b.deboer", "Zo besloot de directie.", null);

    [EngineTheory]
    public async Task Requests_months_and_a_beginning_are_counted_at_the_price_of_their_day(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Eenmalig, "2026-01-01", 250_000_000);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Maand, "2026-01-01", 12_500_000);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-01-01", 1_500);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-10-15", 2_000);
        // A month begins and ends in the Netherlands: the first is in October there, the last no longer.
        await proef.Log(levert: true, "2026-09-30T22:00:00Z", 3);
        await proef.Log(levert: true, "2026-10-14T21:59:59Z", 1);
        await proef.Log(levert: true, "2026-10-14T22:00:00Z", 2);
        await proef.Log(levert: true, "2026-10-31T23:00:00Z", 1);

        var oktober = await proef.Regels("2026-10");
        Assert.Equal(
            [(Prijssoort.Eenmalig, 1L, 250m), (Prijssoort.Maand, 1L, 12.5m), (Prijssoort.Verzoek, 4L, 0.01m), (Prijssoort.Verzoek, 2L, 0m)],
            oktober.Select(r => (r.Soort, r.Aantal, r.Bedrag)));
        Assert.Equal([0.0015m, 0.002m], oktober.Where(r => r.Soort == Prijssoort.Verzoek).Select(r => r.Euros));
        // The beginning is paid once.
        Assert.Equal([Prijssoort.Maand, Prijssoort.Verzoek], (await proef.Regels("2026-11")).Select(r => r.Soort));
        Assert.Empty(await proef.Regels("2026-09"));
    }

    [EngineTheory]
    public async Task What_we_use_is_counted_at_the_prices_of_the_other_and_a_grant_has_a_line_of_its_own(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Prijs(Aanbieder, "personen", Prijssoort.Verzoek, "2026-10-02", 120_000);
        await proef.Log(levert: false, "2026-10-01T10:00:00Z", 5);
        await proef.Log(levert: false, "2026-10-02T10:00:00Z", 5);
        await proef.Log(levert: false, "2026-10-02T11:00:00Z", 1, grant: "$1$4$ander", delegator: Afnemer);
        await proef.Log(levert: true, "2026-10-02T10:00:00Z", 2);
        var regels = await proef.Regels("2026-10");
        Assert.Equal(
            [(Afrekenregel.Levert, Afnemer, "$1$3$grant", "", 2L, 0m), (Afrekenregel.Neemt, Aanbieder, "$1$3$grant", "", 5L, 0m), (Afrekenregel.Neemt, Aanbieder, "$1$3$grant", "", 5L, 0.6m), (Afrekenregel.Neemt, Aanbieder, "$1$4$ander", Afnemer, 1L, 0.12m)],
            regels.Select(r => (r.Kant, r.Peer, r.Grant, r.Delegator, r.Aantal, r.Bedrag)));
    }

    [EngineTheory]
    public async Task The_proof_of_a_line_is_the_hash_of_its_transactions(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        var ids = await proef.Log(levert: true, "2026-10-05T10:00:00Z", 20);
        var regel = Assert.Single(await proef.Regels("2026-10"));
        var geordend = ids.OrderBy(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)), StringComparer.Ordinal).ToList();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. geordend.SelectMany(id => id.ToByteArray(bigEndian: true))])), regel.Bewijs);
        Assert.Equal((geordend[0], geordend[^1]), (regel.Eerste!.Value, regel.Laatste!.Value));
    }

    [EngineTheory]
    public async Task A_closed_month_stays_what_it_was_and_the_log_may_then_go(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-01-01", 10_000);
        await proef.Log(levert: true, "2026-09-10T10:00:00Z", 4);
        await proef.Log(levert: true, "2026-10-10T10:00:00Z", 7);
        await Weigert(409, () => proef.Afrekeningen.Sluit(proef.Organisatie, Maand.Lees("2026-11"), Wie, default));
        await proef.Afrekeningen.Sluit(proef.Organisatie, Maand.Lees("2026-10"), Wie, default);
        // Those before it are closed with it, and none twice.
        Assert.Equal([("2026-11", false), ("2026-10", true), ("2026-09", true)], await proef.Maanden());
        await Weigert(409, () => proef.Afrekeningen.Sluit(proef.Organisatie, Maand.Lees("2026-10"), Wie, default));
        Assert.Equal((0, 0), await proef.Verschillen("2026-10"));

        await Weigert(409, () => proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-10-31", 1));
        await Weigert(409, () => proef.Afrekeningen.ZetPrijs(proef.Organisatie, new(proef.Oin, "zaken", Prijssoort.Verzoek, new(2026, 1, 1), 0), weg: true, Wie, default));
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-11-01", 20_000);

        // Who set prices and closed months is on record; what was refused is not.
        Assert.Equal(
            ["afrekening.sluiten: 2026-09. Zo besloot de directie.", "afrekening.sluiten: 2026-10. Zo besloot de directie.",
                "prijs.zetten: 0.01: zaken, verzoek, vanaf 2026-01-01. Zo besloot de directie.", "prijs.zetten: 0.02: zaken, verzoek, vanaf 2026-11-01. Zo besloot de directie."],
            (await proef.Store.Read(s => s.All("SELECT handeling, reden FROM logboek_audit WHERE gebruiker = 'b.deboer'", rij => $"{rij.Text(0)}: {rij.Text(1)}"))).Order(StringComparer.Ordinal));

        // Somebody adds to the log, or takes from it: the statement stays, and counting again tells.
        await proef.Log(levert: true, "2026-10-20T10:00:00Z", 1);
        Assert.Equal(7, Assert.Single(await proef.Regels("2026-10")).Aantal);
        Assert.Equal((1, 1), await proef.Verschillen("2026-10"));
        Assert.Equal(12, await TransactieLog.Wis(proef.Store, Proef.Nu, default));
        Assert.Equal(0.07m, Assert.Single(await proef.Regels("2026-10")).Bedrag);
        Assert.Equal((1, 0), await proef.Verschillen("2026-10"));
    }

    [EngineTheory]
    public async Task The_log_does_not_go_before_what_it_says_is_on_a_statement(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Log(levert: true, "2026-09-10T10:00:00Z", 4);
        await proef.Log(levert: true, "2026-11-10T10:00:00Z", 2);
        // Without prices nothing is billed, and nothing kept for it.
        Assert.Equal(Proef.Nu, await proef.Afrekeningen.Verreken(proef.Store, Proef.Nu, default));
        Assert.All(await proef.Maanden(), m => Assert.False(m.Gesloten));

        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-01-01", 10_000);
        // November is not over: what came in then stays, whatever the time to keep says.
        Assert.Equal(Maand.Lees("2026-11").Van, await proef.Afrekeningen.Verreken(proef.Store, Proef.Nu, default));
        Assert.Equal([("2026-11", false), ("2026-10", true), ("2026-09", true)], await proef.Maanden());
        Assert.Equal(4, Assert.Single(await proef.Regels("2026-09")).Aantal);
        Assert.Equal(Maand.Lees("2026-10").Van, await proef.Afrekeningen.Verreken(proef.Store, Maand.Lees("2026-10").Van, default));
    }

    [EngineTheory]
    public async Task Cleaning_up_closes_months_first_and_takes_old_decisions_along(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-01-01", 10_000);
        foreach (var (moment, aantal) in new[] { ("2026-09-10T10:00:00Z", 4), ("2026-10-10T10:00:00Z", 1), ("2026-10-30T10:00:00Z", 1), ("2026-11-10T10:00:00Z", 2) }) await proef.Log(levert: true, moment, aantal);
        foreach (var moment in new[] { "2026-10-10T10:00:00Z", "2026-11-10T10:00:00Z" })
            await proef.Store.Write(s => s.Execute("INSERT INTO integratie_beslissingen (trace_id, span_id, transactie, gemaakt, record) VALUES ($1, '', $2, $3, '{}')", moment, Guid.Empty, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

        await proef.RuimOp(TimeSpan.FromDays(30));
        Assert.Equal((3L, 1L), (await proef.Rijen("integratie_transacties"), await proef.Rijen("integratie_beslissingen")));
        Assert.Equal([("2026-11", false), ("2026-10", true), ("2026-09", true)], await proef.Maanden());
        Assert.Equal((4L, 2L), ((await proef.Regels("2026-09"))[0].Aantal, (await proef.Regels("2026-10"))[0].Aantal));
        // Of the month that runs nothing goes.
        await proef.RuimOp(TimeSpan.FromDays(1));
        Assert.Equal((2L, 0L), (await proef.Rijen("integratie_transacties"), await proef.Rijen("integratie_beslissingen")));
    }

    [EngineTheory]
    public async Task A_service_that_was_used_in_a_month_that_is_closed_has_begun(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Eenmalig, "2026-01-01", 1_000_000);
        await proef.Log(levert: true, "2026-09-10T10:00:00Z", 1);
        await proef.Log(levert: true, "2026-10-10T10:00:00Z", 1);
        await proef.Afrekeningen.Sluit(proef.Organisatie, Maand.Lees("2026-09"), Wie, default);
        Assert.Equal(1, await TransactieLog.Wis(proef.Store, Maand.Lees("2026-10").Van, default));
        Assert.Contains(await proef.Regels("2026-09"), r => r.Soort == Prijssoort.Eenmalig);
        Assert.DoesNotContain(await proef.Regels("2026-10"), r => r.Soort == Prijssoort.Eenmalig);
    }

    [EngineTheory]
    public async Task A_look_at_an_open_month_counts_each_day_that_is_over_once(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Eenmalig, "2026-01-01", 5_000_000);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-01-01", 10_000);
        await proef.Prijs(proef.Oin, "zaken", Prijssoort.Verzoek, "2026-11-10", 20_000);
        await proef.Log(levert: true, "2026-10-20T10:00:00Z", 2);
        foreach (var moment in (string[])["2026-11-01T10:00:00Z", "2026-11-09T22:59:59Z", "2026-11-09T23:00:00Z", "2026-11-22T10:00:00Z"]) await proef.Log(levert: true, moment, 3);
        await proef.Log(levert: false, "2026-11-03T10:00:00Z", 1, grant: "$1$4$ander", delegator: Afnemer);
        foreach (var maand in (string[])["2026-11", "2026-10"])
            Assert.Equal((await proef.Regels(maand)).Select(r => r with { Bewijs = "" }), await proef.Bekeken(maand));

        // The records of days that were counted are not read again; those of today are.
        await proef.Store.Write(s => s.Execute("DELETE FROM integratie_transacties WHERE gemaakt < $1 AND gemaakt > $2", DateTimeOffset.Parse("2026-11-22T00:00:00Z", CultureInfo.InvariantCulture), Maand.Lees("2026-11").Van));
        await proef.Log(levert: true, "2026-11-22T11:00:00Z", 4);
        Assert.Equal([6L, 10L], (await proef.Bekeken("2026-11")).Where(r => r is { Kant: Afrekenregel.Levert, Soort: Prijssoort.Verzoek }).Select(r => r.Aantal));
        Assert.Equal([4L + 3L], (await proef.Regels("2026-11")).Where(r => r.Soort == Prijssoort.Verzoek).Select(r => r.Aantal));

        // A month that is closed needs them no more.
        await proef.Afrekeningen.Sluit(proef.Organisatie, Maand.Lees("2026-10"), Wie, default);
        Assert.Equal(21L, await proef.Rijen("integratie_getelde_dagen"));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026")]
    [InlineData("")]
    [InlineData("okt 2026")]
    public void Something_else_is_no_month(string tekst) => Assert.Equal(400, Assert.Throws<FscException>(() => Maand.Lees(tekst)).Fout.Status);

    [Fact]
    public void A_spreadsheet_reads_amounts_as_the_Dutch_write_them_and_runs_nothing()
    {
        var beeld = new Afrekeningbeeld(
            Maand.Lees("2026-10"), null, [new(Afrekenregel.Levert, Afnemer, "zaken", Prijssoort.Verzoek, "$1$3$g", "", 1_500, 1_234_567, null, null, "abc")],
            new Dictionary<string, string> { [Afnemer] = "=HYPERLINK(\"x\";\"y\")" });
        var regels = AfrekeningCsv.Schrijf(beeld).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("maand;gesloten;kant;peer;naam;", regels[0], StringComparison.Ordinal);
        Assert.Equal($"2026-10;nee;levert;{Afnemer};\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\";zaken;verzoek;$1$3$g;;1234567;0,0015;1851,85;;;abc", regels[1]);
    }

    private static async Task Weigert(int status, Func<Task> doe) => Assert.Equal(status, (await Assert.ThrowsAsync<FscException>(doe)).Fout.Status);

    private sealed class Proef(TestStore store) : IAsyncDisposable
    {
        public static readonly DateTimeOffset Nu = DateTimeOffset.Parse("2026-11-22T12:00:00Z", CultureInfo.InvariantCulture);

        public Store Store => store.Store;

        public Standards.Organisaties.Organisatie Organisatie => store.Organisatie;

        public string Oin => Organisatie.Oin;

        public Afrekeningen Afrekeningen { get; } = new(store.Stores, new Klok());

        public static async Task<Proef> Start(Engine engine) =>
            new(await TestStore.Create(engine, s => s.AddBron("integratie", typeof(FscOptions).Assembly, "Meent.Integration.Migraties")));

        public Task Prijs(string aanbieder, string dienst, string soort, string vanaf, long bedrag) =>
            Afrekeningen.ZetPrijs(Organisatie, new(aanbieder, dienst, soort, DateOnly.ParseExact(vanaf, "yyyy-MM-dd", CultureInfo.InvariantCulture), bedrag), weg: false, Wie, default);

        public async Task<List<Guid>> Log(bool levert, string moment, int aantal, string grant = "$1$3$grant", string? delegator = null)
        {
            var (sub, iss, dienst) = levert ? (Afnemer, Oin, "zaken") : (Oin, Aanbieder, "personen");
            var token = new TokenClaims(grant, "groep", sub, iss, dienst, "https://inway", 0, 0, "x", levert ? delegator : null, levert ? null : delegator, null);
            var ids = new List<Guid>();
            for (var i = 0; i < aantal; i++)
            {
                ids.Add(Guid.CreateVersion7());
                var regel = Transactie.Van(token, ids[^1], levert ? Transactie.Inkomend : Transactie.Uitgaand, null, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
                await new TransactieLog(store.Stores).Schrijf(Organisatie, regel, default);
            }

            return ids;
        }

        public Task RuimOp(TimeSpan bewaren) =>
            new Bewaarder(store.Stores, Afrekeningen, Options.Create(new FscOptions { LogBewaren = bewaren }), new OpslagOptions(), new Klok(), NullLogger<Bewaarder>.Instance).RuimOp(Store, default);

        public ValueTask<long> Rijen(string tabel) => Store.Read(s => s.One($"SELECT COUNT(*) FROM {tabel}", rij => rij.Long(0)));

        public async Task<IReadOnlyList<Afrekenregel>> Regels(string maand) => (await Afrekeningen.Maak(Organisatie, Maand.Lees(maand), metBewijs: true, default)).Regels;

        /// <summary>As the page has it.</summary>
        public async Task<IReadOnlyList<Afrekenregel>> Bekeken(string maand) => (await Afrekeningen.Maak(Organisatie, Maand.Lees(maand), metBewijs: false, default)).Regels;

        public async Task<List<(string Maand, bool Gesloten)>> Maanden() => [.. (await Afrekeningen.Maanden(Organisatie, default)).Select(m => (m.Maand.ToString(), m.Gesloten is not null))];

        public async Task<(int, int)> Verschillen(string maand)
        {
            var (gesloten, log) = await Afrekeningen.Controleer(Organisatie, Maand.Lees(maand), default);
            return (gesloten.Count, log.Count);
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();

        private sealed class Klok : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => Nu;
        }
    }
}
