using System.Text.Json;
using Meent.Services.Tests.Verhuur;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>A resident takes part, money comes and goes, and everybody sees the same cents.</summary>
public sealed class HuishoudboekjeApiTests
{
    [EngineTheory]
    public async Task What_comes_in_is_booked_by_itself_and_the_overview_has_the_same_cents_as_the_bank(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer();
        var loon = Budgetnode.Id(await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Loon(opzet)));
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet));

        var verslag = await node.Bestand(200, "/afschriften", Budgetnode.Camt("A1", 100_00,
            ("2026-04-24", 1_500_00, Budgetnode.Werkgever, "Loon april", null), ("2026-04-30", -600_00, Budgetnode.Verhuurder, "HUUR Zeelaan 12 mei", null), ("2026-04-30", -2_50, "NL05BNGH0000000001", "Kosten", null)));
        Assert.Equal((2, 3), (verslag.GetProperty("geboekt").GetInt32(), verslag.GetProperty("afschriften")[0].GetProperty("nieuw").GetInt32()));

        var april = await node.Get(200, $"/deelnemers/{fenna}/overzicht?van=2026-04-01&tot=2026-04-30");
        Assert.Equal((0, 1_500_00, -600_00, 900_00), (Cent(april, "beginCent"), Cent(april, "inkomstenCent"), Cent(april, "uitgavenCent"), Cent(april, "eindCent")));
        Assert.Equal(["Loon Inkomsten 150000", "Huur Zeelaan 12 Huur -60000"], april.GetProperty("regels").EnumerateArray().Select(r => $"{r.GetProperty("omschrijving").GetString()} {r.GetProperty("rubriek").GetString()} {Cent(r, "cent")}"));
        Assert.Equal(900_00, Cent(await node.Get(200, $"/deelnemers/{fenna}"), "saldoCent"));
        Assert.Equal(900_00, Cent(Resultaten(await node.Get(200, "/rapport?van=2026-04-01&tot=2026-04-30"))[0], "eindCent"));

        // What nobody knows waits; it goes to a rubriek, and comes back.
        var open = Assert.Single(Resultaten(await node.Get(200, "/transacties?geboekt=false")));
        var kosten = Budgetnode.Id(await node.Post(201, "/rubrieken", new { naam = "Bankkosten", grootboekrekening = "WBedAlkOak", richting = "uitgave" }));
        await node.Post(200, $"/transacties/{Budgetnode.Id(open)}/boeking", new { rubriek = kosten });
        await Balans(node, bank: 997_50, deelnemers: 900_00, rubrieken: -2_50, ongeboekt: 0, begin: 100_00);
        Assert.Equal("alGeboekt", Code(await node.Post(409, $"/transacties/{Budgetnode.Id(open)}/boeking", new { afspraak = loon })));
        await node.Vraag(200, HttpMethod.Delete, $"/transacties/{Budgetnode.Id(open)}/boeking");
        await Balans(node, bank: 997_50, deelnemers: 900_00, rubrieken: 0, ongeboekt: -2_50, begin: 100_00);

        // A booking that is taken back is in the journal, and not in what people read.
        var regel = Budgetnode.Id(Assert.Single(Resultaten(await node.Get(200, $"/transacties?afspraak={loon}"))));
        await node.Vraag(200, HttpMethod.Delete, $"/transacties/{regel}/boeking");
        Assert.Equal(-600_00, Cent(await node.Get(200, $"/deelnemers/{fenna}/overzicht?van=2026-04-01&tot=2026-04-30"), "eindCent"));
        var suggestie = Resultaten(await node.Get(200, $"/transacties/{regel}/suggesties"))[0];
        Assert.Equal((loon, true, true), (suggestie.GetProperty("afspraak").GetGuid(), suggestie.GetProperty("alleTermen").GetBoolean(), suggestie.GetProperty("bedrag").GetBoolean()));
        Assert.Equal(1, (await node.Post(200, "/transacties/_boek")).GetProperty("geboekt").GetInt32());
        await Balans(node, bank: 997_50, deelnemers: 900_00, rubrieken: 0, ongeboekt: -2_50, begin: 100_00);
    }

    [EngineTheory]
    public async Task The_same_file_twice_changes_nothing_and_a_file_that_is_wrong_leaves_nothing(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        await node.Richt();
        var een = Budgetnode.Camt("A1", 0, ("2026-04-24", 5_00, Budgetnode.Werkgever, "x", null));
        await node.Bestand(200, "/afschriften", een);
        var weer = await node.Bestand(200, "/afschriften", een);
        Assert.Equal((0, 1), (weer.GetProperty("afschriften")[0].GetProperty("nieuw").GetInt32(), weer.GetProperty("afschriften")[0].GetProperty("bekend").GetInt32()));
        Assert.Equal("onleesbaar", Code(await node.Bestand(422, "/afschriften", "geen bank"u8.ToArray())));
        Assert.Equal("sluitNietAan", Code(await node.Bestand(409, "/afschriften", Budgetnode.Camt("A3", 9_00, ("2026-04-26", 5_00, Budgetnode.Werkgever, "x", null)))));
        await Balans(node, bank: 5_00, deelnemers: 0, rubrieken: 0, ongeboekt: 5_00, begin: 0);
        Assert.Equal(1, (await node.Get(200, "/afschriften")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task Somebody_takes_part_once_at_a_time_and_an_end_ends_all_agreements(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer();
        Assert.Equal("neemtAlDeel", Code(await node.Post(409, "/deelnemers", new { burgerservicenummer = Testregister.Fenna, begin = "2026-05-01", overeenkomstGetekendOp = "2026-03-20", machtigingGetekendOp = "2026-03-20" })));
        Assert.Equal(["machtigingGetekendOp:required", "overeenkomstGetekendOp:invalid"], Budgetnode.Fouten(await node.Post(400, "/deelnemers", new { burgerservicenummer = Testregister.Milan, begin = "2026-05-01", overeenkomstGetekendOp = "2026-05-20" })));

        var lopend = Budgetnode.Id(await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Loon(opzet)));
        await node.Post(200, $"/deelnemers/{fenna}/beeindiging", new { einde = "2026-05-31", reden = "zelfstandig" });
        Assert.Equal("2026-05-31", (await node.Get(200, $"/afspraken/{lopend}")).GetProperty("tot").GetString());
        Assert.Equal("alBeeindigd", Code(await node.Post(409, $"/deelnemers/{fenna}/beeindiging", new { einde = "2026-06-30", reden = "verhuisd" })));
        Assert.Equal(["tot:naEinde"], Budgetnode.Fouten(await node.Post(422, $"/deelnemers/{fenna}/afspraken", Budgetnode.Loon(opzet))));
        // Back again later, under a number of its own.
        Assert.Equal("HHB000002", (await node.Get(200, $"/deelnemers/{await node.Deelnemer()}")).GetProperty("nummer").GetString());
        Assert.Equal(2, (await node.Post(200, "/deelnemers/_zoek", new { burgerservicenummer = Testregister.Fenna })).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task An_agreement_fits_its_resident_its_creditor_and_its_rubriek_or_is_refused_with_every_reason(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer();
        Assert.Equal(["rubriek:richting", "tegenrekening:onbekend"], Budgetnode.Fouten(await node.Post(422, $"/deelnemers/{fenna}/afspraken", new
        {
            richting = "uitgave",
            omschrijving = "x",
            cent = 1,
            rubriek = opzet.Inkomsten,
            crediteur = opzet.Verhuurder,
            tegenrekening = Budgetnode.Werkgever,
            van = "2026-04-01",
        })));
        Assert.Equal(["alarm:invalid", "cent:invalid", "rubriek:required", "tot:invalid", "zoektermen:invalid"], Budgetnode.Fouten(await node.Post(400, $"/deelnemers/{fenna}/afspraken", new
        {
            richting = "uitgave",
            omschrijving = "x",
            cent = 0,
            tegenrekening = Budgetnode.Werkgever,
            van = "2026-04-01",
            tot = "2026-03-01",
            zoektermen = new[] { "--" },
            alarm = new { cent = 0, dagen = 0 },
        })));
        Assert.Equal(["schema.byDay:invalid"], Budgetnode.Fouten(await node.Post(400, $"/deelnemers/{fenna}/afspraken", new
        {
            richting = "uitgave",
            omschrijving = "x",
            cent = 1,
            rubriek = opzet.Wonen,
            tegenrekening = Budgetnode.Werkgever,
            van = "2026-04-01",
            schema = new { },
        })));

        var huur = Budgetnode.Id(await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet)));
        // The first of August is a Saturday, the first of May a holiday of the banks: fixed costs are never late.
        Assert.Equal(["2026-05-01 2026-04-30", "2026-06-01 2026-06-01", "2026-07-01 2026-07-01", "2026-08-01 2026-07-31"],
            (await node.Get(200, $"/afspraken/{huur}/dagen?van=2026-04-15&tot=2026-08-15")).EnumerateArray().Select(d => $"{d.GetProperty("gepland").GetString()} {d.GetProperty("uitvoering").GetString()}"));
        await node.Vraag(403, HttpMethod.Get, $"/afspraken/{huur}", doel: null);
        await node.Vraag(403, HttpMethod.Get, $"/afspraken/{huur}", doel: "zaken-behandelen");
    }

    internal static async Task Balans(Budgetnode node, long bank, long deelnemers, long rubrieken, long ongeboekt, long begin)
    {
        var balans = await node.Get(200, "/balans");
        Assert.Empty(balans.GetProperty("fouten").EnumerateArray());
        Assert.Equal((bank, deelnemers, rubrieken, ongeboekt, begin), (Cent(balans, "bankCent"), Cent(balans, "deelnemersCent"), Cent(balans, "rubriekenCent"), Cent(balans, "ongeboektCent"), Cent(balans, "beginCent")));
        Assert.Equal(bank, deelnemers + rubrieken + ongeboekt + begin);
    }

    internal static long Cent(JsonElement van, string veld) => van.GetProperty(veld).GetInt64();

    internal static string? Code(JsonElement probleem) => probleem.GetProperty("code").GetString();

    internal static List<JsonElement> Resultaten(JsonElement lijst) => [.. lijst.GetProperty("results").EnumerateArray()];
}
