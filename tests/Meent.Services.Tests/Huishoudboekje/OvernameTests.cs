using Meent.Services.Huishoudboekje.Import;
using Meent.Services.Tests.Verhuur;
using Meent.Standards.Beheer;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Huishoudboekje.HuishoudboekjeApiTests;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>The sample export of the existing system with its sample statements: the same balance, to the cent.</summary>
public sealed class OvernameTests
{
    [SharedEngineTheory]
    public async Task What_the_existing_system_kept_gives_the_same_balances(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var meldingen = await Lees(node, Omgeving.Shared("data", "bank", "hhb-sampledata", "import.json"));
        Assert.StartsWith("34 deelnemers, 25 organisaties, 70 afspraken", meldingen[^1], StringComparison.Ordinal);
        Assert.Single(meldingen);
        foreach (var maand in (string[])["202407", "202408", "202409", "202410"])
            await node.Bestand(200, "/afschriften", File.ReadAllBytes(Omgeving.Shared("data", "bank", "voorbeeldbankafschriften", "Persona 1", $"Persona 1 Periode {maand} CAMT.053.xml")));
        var persona = Assert.Single(Resultaten(await node.Post(200, "/deelnemers/_zoek", new { burgerservicenummer = "999999990" })));
        Assert.Equal(2_760_02, Cent(persona, "saldoCent"));
        var juli = await node.Get(200, $"/deelnemers/{Budgetnode.Id(persona)}/overzicht?van=2024-07-01&tot=2024-07-31");
        Assert.Equal((1_733_16, -1_063_96), (Cent(juli, "inkomstenCent"), Cent(juli, "uitgavenCent")));
        // Each account is one that nobody has confirmed yet.
        Assert.All(Resultaten(await node.Get(200, "/crediteuren?pageSize=500")).SelectMany(c => c.GetProperty("rekeningen").EnumerateArray()), r => Assert.Equal("voorgesteld", r.GetProperty("status").GetString()));
        // A second time nothing is taken twice, and it says so.
        Assert.StartsWith("0 deelnemers, 0 organisaties, 0 afspraken en 0 rekeningen", (await Lees(node, Omgeving.Shared("data", "bank", "hhb-sampledata", "import.json")))[^1], StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task What_cannot_be_taken_over_is_told_by_its_place_and_never_by_who_it_is(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        using var map = new TijdelijkeMap();
        var meldingen = await Lees(node, Schrijf(map, """
            {"burgers":[{"bsn":"123456789"},{"bsn":"999970008","rekeningen":[{"iban":"NL00ONZN0000000000","rekeninghouder":"x"}],"afspraken":[
              {"rubriek":{"naam":"Huur"},"omschrijving":"Huur","bedrag":10,"credit":false,"validFrom":"2024-01-01"},
              {"rubriek":{"naam":"Onbekend"},"omschrijving":"Huur","bedrag":10,"credit":false,"validFrom":"2024-01-01"}]}],
             "organisaties":[],"rubrieken":[{"naam":"Huur","grootboekrekening":"WBedHuiBeh"}]}
            """));
        Assert.Equal(
            ["configuraties: er is geen derdengeldenrekening met een IBAN dat klopt.", "burgers[0]: het BSN klopt niet, niet overgenomen.", "burgers[1]: een IBAN klopt niet, niet overgenomen.",
             "burgers[1].afspraken[0]: er is geen rekening bij, niet overgenomen.", "burgers[1].afspraken[1]: de rubriek bestaat niet, niet overgenomen."], meldingen.SkipLast(1));
        await Assert.ThrowsAsync<ProbleemException>(() => Lees(node, Schrijf(map, "{\"burgers\": [")));
        await Assert.ThrowsAsync<ProbleemException>(() => Lees(node, Schrijf(map, "{}")));
    }

    private static string Schrijf(TijdelijkeMap map, string json)
    {
        var pad = Path.Combine(map.Pad, Guid.NewGuid().ToString("N"));
        File.WriteAllText(pad, json);
        return pad;
    }

    private static async Task<List<string>> Lees(Budgetnode node, string bestand)
    {
        var meldingen = new List<string>();
        await new ImportHuishoudboekje(node.Stores, node.Klok).Voer(new Beheeropdracht(node.Store.Organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), CancellationToken.None);
        return meldingen;
    }
}
