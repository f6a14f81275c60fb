using System.Globalization;
using System.Text;
using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>Somebody begins, money comes and goes, another releases what is paid, and the resident sees the same cents.</summary>
public sealed class BudgetTests(Browser browser) : IClassFixture<Browser>
{
    private const string Werk = "/duinwaarde/werk/huishoudboekje";
    private const string Bank = "NL65PROE0100000001";
    private const string Werkgever = "NL82PROE0200000002";
    private const string Eigen = "NL34PROE0300000009";

    [BrowserFact]
    public async Task A_resident_begins_is_paid_for_and_sees_the_same_cents()
    {
        var vandaag = DateOnly.FromDateTime(DateTime.UtcNow);
        var begin = new DateOnly(vandaag.Year, vandaag.Month, 1).AddMonths(-2);
        var lotte = await browser.Als("l.meijer", "/werk/huishoudboekje", "medewerker");
        Assert.Contains("HHB000001", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(lotte);
        await lotte.FillAsync("#bsn", "999970022");
        await lotte.ClickAsync("main form[action$='/begin'] button[type=submit]");
        Assert.Contains("negen cijfers", await lotte.InnerTextAsync("#fouten"), StringComparison.Ordinal);
        await Browser.Keur(lotte);
        await Vraagt(lotte, begin);
        // The name comes from the registry of persons, now.
        Assert.Contains("Milan Dijkgraaf", await lotte.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("Zeelaan 12", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
        var milan = new Uri(lotte.Url).AbsolutePath;
        await lotte.FillAsync("#iban", Eigen);
        await lotte.FillAsync("#naam", "M. Dijkgraaf");
        await lotte.ClickAsync("main form[action$='/rekening'] button[type=submit]");
        await Browser.Keur(lotte);

        var carla = await browser.Als("c.dekker", milan["/duinwaarde".Length..], "medewerker");
        await carla.ClickAsync("main form[action$='/bevestig'] button[type=submit]");
        Assert.Contains("De rekening is bevestigd", await carla.InnerTextAsync("main"), StringComparison.Ordinal);

        await Afspraak(lotte, milan, "Loon", "1.684,50", "Inkomst: Inkomen", Werkgever, "dijkgraaf", "24", begin);
        await Afspraak(lotte, milan, "Leefgeld", "75,00", "Uitgave: Leefgeld", Eigen, "", "28", begin);
        await lotte.ClickAsync("main table a >> text=Leefgeld");
        await Browser.Keur(lotte);
        Assert.Contains("Het komende half jaar", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);

        // What the bank says: three wages, of which the words are right, and one line that nobody knows.
        var omar = await browser.Als("o.haddad", "/werk/huishoudboekje/bank", "medewerker");
        await Browser.Keur(omar);
        await LeesIn(omar, "main form[action$='/bank'] input[type=file]", Melding("e2e-1", [.. Enumerable.Range(0, 3).Select(m => (begin.AddMonths(m), 1_684_50L, Werkgever, "Salaris M Dijkgraaf")), (vandaag, 12_34, "NL71PROE0200000006", "Gevonden geld")]));
        Assert.Contains("4 nieuwe regels, waarvan 3 vanzelf geboekt", await omar.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(omar);
        await omar.GotoAsync(Werk + "/bank?toon=geboekt");
        await Browser.Keur(omar);

        // Payments: proposed by one, refused to the same, released by another, in a file for the bank.
        await omar.GotoAsync(Werk + "/betalen");
        await Browser.Keur(omar);
        await omar.FillAsync("#van", $"{vandaag:yyyy-MM-dd}");
        await omar.FillAsync("#tot", $"{vandaag.AddDays(60):yyyy-MM-dd}");
        await omar.ClickAsync("main form.vorm button[type=submit]");
        await Browser.Keur(omar);
        Assert.Contains("Een ander geeft deze betalingen vrij", await omar.InnerTextAsync("main"), StringComparison.Ordinal);
        var run = new Uri(omar.Url).AbsolutePath;
        await carla.GotoAsync(run);
        await carla.ClickAsync("main form[action$='/vrijgave'] button[type=submit]");
        Assert.Contains("De betalingen zijn vrijgegeven", await carla.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(carla);
        await omar.GotoAsync(run);
        var wacht = omar.WaitForDownloadAsync();
        await omar.ClickAsync("main a[href$='/bestand']");
        var bestand = await File.ReadAllTextAsync((await (await wacht).PathAsync())!);
        Assert.Contains("pain.001.001.09", bestand, StringComparison.Ordinal);
        Assert.Contains(Eigen, bestand, StringComparison.Ordinal);
        Assert.DoesNotContain("999970021", bestand, StringComparison.Ordinal);

        foreach (var pad in (string[])["/signalen", "/organisaties"])
        {
            await lotte.GotoAsync(Werk + pad);
            await Browser.Keur(lotte);
        }

        // Who has a caseload sees no more than that.
        Assert.Equal(403, (await lotte.GotoAsync(Werk + "/rapport"))!.Status);
        var hanna = await browser.Als("h.jacobs", "/werk/huishoudboekje", "medewerker");
        Assert.Contains("Er is niemand", await hanna.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(404, (await hanna.GotoAsync(milan))!.Status);
        await omar.GotoAsync(Werk + "/rapport");
        await Browser.Keur(omar);
        Assert.DoesNotContain("De boeken kloppen niet", await omar.InnerTextAsync("main"), StringComparison.Ordinal);
        foreach (var breedte in (int[])[1280, 320])
        {
            var inwoner = await browser.Als("999970021", "/mijn/huishoudboekje", breedte: breedte);
            await Browser.Keur(inwoner);
            Assert.Contains("5.053,50", await inwoner.InnerTextAsync(".groot-getal"), StringComparison.Ordinal);
            Assert.Contains("1.684,50", await inwoner.InnerTextAsync("main table"), StringComparison.Ordinal);
            Assert.Contains("geen budgetbeheer en geen bewind", await inwoner.InnerTextAsync("main"), StringComparison.Ordinal);
        }

        var lezer = await browser.Als("999970021", "/mijn/huishoudboekje");
        var pdf = lezer.WaitForDownloadAsync();
        await lezer.EvaluateAsync("document.querySelector(\"a[href*='overzicht.pdf']\").setAttribute('download', '')");
        await lezer.ClickAsync("a[href*='overzicht.pdf']");
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync((await (await pdf).PathAsync())!, Encoding.Latin1), StringComparison.Ordinal);
        // Somebody who does not take part sees nothing of it, and who uses what is on record for the resident.
        var fenna = await browser.Als("999970008", "/mijn/huishoudboekje");
        Assert.Contains("U doet niet mee", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(fenna);
        await lezer.GotoAsync("/duinwaarde/mijn/gebruik");
        Assert.Contains("Huishoudboekje", await lezer.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The resident applies, the adviser has a talk, and the process begins the participation.</summary>
    private async Task Vraagt(IPage lotte, DateOnly begin)
    {
        var milan = await browser.Als("999970021", "/mijn/huishoudboekje");
        await milan.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("waar u hulp bij wilt", await milan.InnerTextAsync("#fouten"), StringComparison.Ordinal);
        await Browser.Keur(milan);
        await milan.FillAsync("#situatie", "Ik raak het overzicht kwijt.");
        await milan.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Uw aanvraag is ontvangen", await milan.InnerTextAsync("main"), StringComparison.Ordinal);

        for (var keer = 0; keer < 50 && !(await lotte.InnerTextAsync("main")).Contains("Intakegesprek", StringComparison.Ordinal); keer++)
        {
            await Task.Delay(200);
            await lotte.GotoAsync("/duinwaarde/werk");
        }

        await Browser.Keur(lotte);
        await lotte.ClickAsync("main table a >> text=Intakegesprek");
        Assert.DoesNotContain("Milan", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
        await lotte.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Milan Dijkgraaf", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Ik raak het overzicht kwijt", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
        await lotte.ClickAsync("main form.vorm button[type=submit]");
        await Browser.Keur(lotte);
        await lotte.CheckAsync("#besluit-wel");
        foreach (var veld in (string[])["#begin", "#overeenkomst", "#machtiging"]) await lotte.FillAsync(veld, $"{begin:yyyy-MM-dd}");
        await lotte.FillAsync("#voorschot", "100,00");
        await lotte.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("De taak is afgerond", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
        for (var keer = 0; keer < 50 && !(await lotte.InnerTextAsync("main")).Contains("HHB000002", StringComparison.Ordinal); keer++)
        {
            await Task.Delay(200);
            await lotte.GotoAsync(Werk);
        }

        await lotte.ClickAsync("main table a >> text=HHB000002");
    }

    private static async Task Afspraak(IPage lotte, string deelnemer, string wat, string bedrag, string rubriek, string iban, string woorden, string dag, DateOnly begin)
    {
        await lotte.GotoAsync(deelnemer + "/afspraak");
        await lotte.FillAsync("#omschrijving", wat);
        await lotte.FillAsync("#bedrag", bedrag);
        await lotte.SelectOptionAsync("#rubriek", new SelectOptionValue { Label = rubriek });
        var partij = await lotte.GetAttributeAsync($"#tegenpartij option[value$='|{iban}']", "value");
        await lotte.SelectOptionAsync("#tegenpartij", partij!);
        await lotte.FillAsync("#van", $"{begin:yyyy-MM-dd}");
        await lotte.FillAsync("#zoektermen", woorden);
        await lotte.FillAsync("#dag", dag);
        await Browser.Keur(lotte);
        await lotte.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("De afspraak is vastgelegd", await lotte.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task LeesIn(IPage pagina, string veld, string inhoud)
    {
        await pagina.SetInputFilesAsync(veld, new FilePayload { Name = "afschrift.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(inhoud) });
        await pagina.ClickAsync("main form[action$='/bank'] button[type=submit]");
    }

    /// <summary>A notification of the bank (CAMT.054), which needs no balances.</summary>
    private static string Melding(string kenmerk, IReadOnlyList<(DateOnly Dag, long Cent, string Iban, string Omschrijving)> regels) =>
        $"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.02\"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>{kenmerk}</Id><Acct><Id><IBAN>{Bank}</IBAN></Id></Acct>{string.Concat(regels.Select(Regel))}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";

    private static string Regel((DateOnly Dag, long Cent, string Iban, string Omschrijving) r) => string.Create(CultureInfo.InvariantCulture,
        $"<Ntry><Amt Ccy=\"EUR\">{r.Cent / 100}.{r.Cent % 100:00}</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>{r.Dag:yyyy-MM-dd}</Dt></BookgDt><ValDt><Dt>{r.Dag:yyyy-MM-dd}</Dt></ValDt><NtryDtls><TxDtls><RltdPties><DbtrAcct><Id><IBAN>{r.Iban}</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>{r.Omschrijving}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>");
}
