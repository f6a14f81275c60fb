using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Meent.Testing;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Huishoudboekje.HuishoudboekjeApiTests;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>Paying: what is due, once, by two people, within what there is.</summary>
public sealed class BetaalrunTests
{
    [EngineTheory]
    public async Task What_is_due_is_proposed_by_one_released_by_another_and_found_on_the_statement(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer();
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Loon(opzet));
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet));
        await node.Bestand(200, "/afschriften", Budgetnode.Camt("A1", 0, ("2026-04-24", 1_500_00, Budgetnode.Werkgever, "Loon april", null)));

        var run = await node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-06-05"));
        var betaling = Assert.Single(Betalingen(run));
        Assert.Equal(("voorgesteld", 600_00, "2026-06-01"), (Status(betaling), Cent(betaling, "cent"), betaling.GetProperty("uitvoering").GetString()));
        var pad = $"/betaalruns/{Budgetnode.Id(run)}";
        Assert.Equal("nietVrijgegeven", Code(await node.Get(409, pad + "/bestand")));
        Assert.Equal(["vrijgegevenDoor:vierOgen"], Budgetnode.Fouten(await node.Post(422, pad + "/vrijgave")));
        Assert.Equal(["van:nietsTeBetalen"], Budgetnode.Fouten(await node.Post(422, "/betaalruns", Periode("2026-05-25", "2026-06-05"))));
        await node.Post(200, pad + "/vrijgave", wie: "c.twee");
        Assert.Equal("nietVanuitDezeStand", Code(await node.Post(409, pad + "/vrijgave", wie: "c.twee")));

        // The file is the same each time, so the bank takes it once.
        var bestand = await node.Tekst(pad + "/bestand");
        Assert.Equal(bestand, await node.Tekst(pad + "/bestand"));
        Assert.Contains("pain.001.001.03", await node.Tekst(pad + "/bestand?versie=v03"), StringComparison.Ordinal);
        XNamespace pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
        var kenmerk = XDocument.Parse(bestand).Descendants(pain + "EndToEndId").Single().Value;

        // It comes back with its number, whatever else the bank says of it.
        await node.Bestand(200, "/afschriften", Budgetnode.Camt("A2", 1_500_00, ("2026-06-01", -600_00, Budgetnode.Verhuurder, "betaling", kenmerk)));
        Assert.Equal("uitgevoerd", Status(Assert.Single(Betalingen(await node.Get(200, pad)))));
        Assert.Equal(900_00, Cent(await node.Get(200, $"/deelnemers/{fenna}"), "saldoCent"));
        await Balans(node, bank: 900_00, deelnemers: 900_00, rubrieken: 0, ongeboekt: 0, begin: 0);
        var regel = Resultaten(await node.Get(200, "/transacties?geboekt=true")).Single(t => Cent(t, "cent") < 0);
        await node.Vraag(200, HttpMethod.Delete, $"/transacties/{Budgetnode.Id(regel)}/boeking");
        Assert.Equal("vrijgegeven", Status(Assert.Single(Betalingen(await node.Get(200, pad)))));
    }

    [EngineTheory]
    public async Task More_than_there_is_and_what_may_be_paid_ahead_or_to_an_account_that_one_person_saw_is_not_paid(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer(voorschotCent: 700_00);
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet));
        await node.Post(201, $"/deelnemers/{fenna}/rekeningen", new { iban = Budgetnode.Eigen, naam = "F. Dijkgraaf" });
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", new { richting = "uitgave", omschrijving = "Leefgeld", cent = 50_00, rubriek = opzet.Wonen, tegenrekening = Budgetnode.Eigen, van = "2026-04-01", schema = new { byDay = new[] { 5 } } });
        var run = await node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-07-03"));
        Assert.Equal(["geblokkeerd rekening", "geblokkeerd saldo", "voorgesteld "],
            Betalingen(run).Select(b => $"{Status(b)} {(b.TryGetProperty("reden", out var reden) ? reden.GetString() : "")}").Distinct().Order(StringComparer.Ordinal));
        // Of what was blocked nothing is paid, and it can be proposed again.
        await node.Post(200, $"/betaalruns/{Budgetnode.Id(run)}/vrijgave", wie: "c.twee");
        var weer = await node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-07-03"));
        Assert.DoesNotContain("voorgesteld", Betalingen(weer).Select(Status));
    }

    [EngineTheory]
    public async Task What_changed_since_it_was_proposed_is_not_released_and_what_the_bank_refuses_can_be_paid_again(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer(voorschotCent: 2_000_00);
        var huur = Budgetnode.Id(await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet)));
        var eerste = $"/betaalruns/{Budgetnode.Id(await node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-06-05")))}";
        await node.Vraag(200, HttpMethod.Put, $"/afspraken/{huur}", Budgetnode.Huur(opzet, 650_00));
        Assert.Equal("afspraakGewijzigd", Code(await node.Post(409, eerste + "/vrijgave", wie: "c.twee")));
        await node.Post(200, eerste + "/verval");
        var run = await node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-06-05"));
        var pad = $"/betaalruns/{Budgetnode.Id(run)}";
        await node.Post(200, pad + "/vrijgave", wie: "c.twee");

        var (bericht, kenmerk) = (Budgetnode.Id(run).ToString("N"), Budgetnode.Id(Betalingen(run)[0]).ToString("N"));
        Assert.Equal(":andereRun", Assert.Single(Budgetnode.Fouten(await node.Bestand(422, pad + "/antwoord", Pain002("anders", kenmerk)))));
        var na = await node.Bestand(200, pad + "/antwoord", Pain002(bericht, kenmerk));
        Assert.Equal(("geweigerd", "AC04"), (Status(Betalingen(na)[0]), Betalingen(na)[0].GetProperty("reden").GetString()));
        Assert.Equal("voorgesteld", Status(Betalingen(await node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-06-05")))[0]));
    }

    [EngineTheory]
    public async Task Of_many_who_propose_or_release_at_once_each_day_is_paid_once(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer(voorschotCent: 1_000_00);
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet));
        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Poging(() => node.Post(201, "/betaalruns", Periode("2026-05-25", "2026-06-05")))));
        var run = Assert.Single(uitkomsten, u => u is not null)!.Value;
        var vrij = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Poging(() => node.Post(200, $"/betaalruns/{Budgetnode.Id(run)}/vrijgave", wie: "c.twee"))));
        Assert.Single(vrij, v => v is not null);
    }

    /// <summary>Null when it was refused.</summary>
    private static async Task<JsonElement?> Poging(Func<Task<JsonElement>> doe)
    {
        try
        {
            return await doe();
        }
        catch (Xunit.Sdk.XunitException)
        {
            return null;
        }
    }

    private static object Periode(string van, string tot) => new { rekening = Budgetnode.Bank, van, tot };

    private static List<JsonElement> Betalingen(JsonElement run) => [.. run.GetProperty("betalingen").EnumerateArray()];

    private static string? Status(JsonElement betaling) => betaling.GetProperty("status").GetString();

    internal static byte[] Pain002(string bericht, string kenmerk) => Encoding.UTF8.GetBytes(
        $"""<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>{bericht}</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>{kenmerk}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>""");
}
