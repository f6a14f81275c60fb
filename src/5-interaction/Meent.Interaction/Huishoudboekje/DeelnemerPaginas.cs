using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>The employee: who takes part, and everything of one resident.</summary>
internal sealed class DeelnemerPaginas(Budgetbron budget, Personenbron personen, TimeProvider klok)
{
    public const string Pad = "/werk/huishoudboekje";
    private const int OpBlad = 25;

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["burgerservicenummer"] = "bsn",
        ["begin"] = "begin",
        ["overeenkomstGetekendOp"] = "overeenkomst",
        ["machtigingGetekendOp"] = "machtiging",
        ["voorschotCent"] = "voorschot",
        ["einde"] = "einde",
        ["reden"] = "reden",
        ["iban"] = "iban",
        ["naam"] = "naam",
    };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<DeelnemerPaginas>();
        var (zien, bijwerken) = (Eis.Medewerker(Rechten.BudgetInzien), Eis.Medewerker(Rechten.BudgetBijwerken));
        pagina.Get(Pad, zien, p => p.Lijst);
        pagina.Post(Pad + "/begin", bijwerken, p => p.Begin);
        pagina.Get(Pad + "/deelnemers/{id:guid}", zien, p => p.Een);
        pagina.Post(Pad + "/deelnemers/{id:guid}/einde", bijwerken, p => p.Beeindig);
        pagina.Post(Pad + "/deelnemers/{id:guid}/rekening", bijwerken, p => p.VoegRekening);
        pagina.Post(Pad + "/rekeningen/{id:guid}/bevestig", Eis.Medewerker(Rechten.BudgetFiatteren), p => p.Bevestig);
    }

    private Task<IResult> Lijst(Verzoek verzoek) => ToonLijst(verzoek, Formulier.Leeg);

    private async Task<IResult> Begin(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var bsn = formulier["bsn"].Replace(" ", "", StringComparison.Ordinal);
        if (!Bsn.TryParse(bsn, out _)) formulier.Fout("bsn", t["Vul een burgerservicenummer van negen cijfers in.", "Fill in a citizen service number of nine digits."]);
        var begin = formulier.Datum("begin", t["Vul in op welke dag de deelname begint.", "Fill in on which day the participation begins."]);
        var overeenkomst = formulier.Datum("overeenkomst", t["Vul in wanneer de overeenkomst is getekend.", "Fill in when the agreement was signed."]);
        var machtiging = formulier.Datum("machtiging", t["Vul in wanneer de machtiging is getekend.", "Fill in when the authorisation was signed."]);
        var voorschot = Bedrag(formulier, "voorschot", t["Vul een bedrag in, zoals 250,00. Mag de gemeente niets vooruitbetalen, vul dan 0 in.", "Fill in an amount, such as 250.00; 0 if nothing may be paid ahead."]);
        var id = await formulier.Probeer(Velden, "bsn", _ => null, async () => (await budget.Zend<Deelnemer>(verzoek, Doelen.Huishoudboekje, "deelnemers", new
        {
            burgerservicenummer = bsn,
            begin,
            overeenkomstGetekendOp = overeenkomst,
            machtigingGetekendOp = machtiging,
            voorschotCent = voorschot,
            consulent = verzoek.Medewerker.Id,
        })).Id.ToString());
        return id is null ? await ToonLijst(verzoek, formulier) : verzoek.GaNaar($"{Pad}/deelnemers/{id}?gebeurd=begonnen");
    }

    private Task<IResult> Een(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg);

    private async Task<IResult> Beeindig(Verzoek verzoek)
    {
        if (await budget.Deelnemer(verzoek, verzoek.Route("id")) is null) return verzoek.NietGevonden();
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var einde = formulier.Datum("einde", t["Vul in op welke dag de deelname stopt.", "Fill in on which day the participation ends."]);
        var reden = formulier.Keuze("reden", ["zelfstandig", "opVerzoek", "verhuisd", "overleden", "doorverwezen"], t["Kies waarom de deelname stopt.", "Choose why the participation ends."]);
        var gedaan = await formulier.Probeer(Velden, "einde", _ => null, async () =>
        {
            await budget.Zend<Deelnemer>(verzoek, Doelen.Huishoudboekje, $"deelnemers/{verzoek.Route("id")}/beeindiging", new { einde, reden });
            return "beeindigd";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}/deelnemers/{verzoek.Route("id")}?gebeurd={gedaan}");
    }

    private async Task<IResult> VoegRekening(Verzoek verzoek)
    {
        if (await budget.Deelnemer(verzoek, verzoek.Route("id")) is null) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await formulier.Probeer(Velden, "iban", _ => null, async () =>
        {
            await budget.Zend<Budgetrekening>(verzoek, Doelen.Huishoudboekje, $"deelnemers/{verzoek.Route("id")}/rekeningen", new { iban = formulier["iban"], naam = formulier["naam"] });
            return "ingevoerd";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}/deelnemers/{verzoek.Route("id")}?gebeurd={gedaan}");
    }

    /// <summary>Of a resident or a creditor; it goes back to where it was pressed.</summary>
    private async Task<IResult> Bevestig(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await formulier.Probeer(Velden, "iban", _ => null, async () =>
        {
            await budget.Zend<Budgetrekening>(verzoek, Doelen.Huishoudboekje, $"rekeningen/{verzoek.Route("id")}/bevestiging");
            return "bevestigd";
        });
        var terug = Guid.TryParse(formulier["deelnemer"], out var deelnemer) ? $"{Pad}/deelnemers/{deelnemer}" : CrediteurPaginas.Pad;
        return verzoek.GaNaar($"{terug}?gebeurd={gedaan ?? "vierOgen"}");
    }

    private async Task<IResult> ToonLijst(Verzoek verzoek, Formulier formulier)
    {
        var allen = verzoek.Medewerker.Mag(Rechten.BudgetAlle);
        var pagina = int.TryParse(verzoek.Http.Request.Query["pagina"], out var nummer) && nummer is > 0 and < 10_000 ? nummer : 1;
        var caseload = allen ? "" : $"&consulent={Uri.EscapeDataString(verzoek.Medewerker.Id)}";
        var deelnemers = budget.Lijst<Deelnemer>(verzoek, Doelen.Huishoudboekje, $"deelnemers?pageSize={OpBlad}&page={pagina}{caseload}");
        var signalen = budget.Lijst<Budgetsignaal>(verzoek, Doelen.Huishoudboekje, $"signalen?pageSize=1{caseload}");
        return verzoek.Toon<DeelnemersScherm>(
            new DeelnemersModel(await deelnemers, (await signalen).Count, allen, pagina, OpBlad, formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier)
    {
        var pad = $"deelnemers/{verzoek.Route("id")}";
        if (await budget.Deelnemer(verzoek, verzoek.Route("id")) is not { } deelnemer) return verzoek.NietGevonden();
        var vandaag = klok.Vandaag();
        var maand = new DateOnly(vandaag.Year, vandaag.Month, 1);
        // The person at the source, each time: a move or a death is seen here the day that it is known there.
        var persoon = personen.Ander(verzoek, Persoonsvraag.Deelnemer, deelnemer.Burgerservicenummer);
        var afspraken = budget.Lijst<Budgetafspraak>(verzoek, Doelen.Huishoudboekje, pad + "/afspraken?pageSize=500");
        var rekeningen = budget.Lijst<Budgetrekening>(verzoek, Doelen.Huishoudboekje, pad + "/rekeningen");
        var signalen = budget.Lijst<Budgetsignaal>(verzoek, Doelen.Huishoudboekje, $"signalen?deelnemer={deelnemer.Id}");
        var overzicht = budget.Haal<Budgetoverzicht>(verzoek, Doelen.Huishoudboekje, $"{pad}/overzicht?van={maand.AddMonths(-2):O}&tot={maand.AddMonths(1).AddDays(-1):O}");
        return verzoek.Toon<DeelnemerScherm>(new DeelnemerModel(
            deelnemer, await persoon, (await afspraken).Results, (await rekeningen).Results, (await signalen).Results, (await overzicht)!, vandaag, verzoek.Http.Request.Query["gebeurd"].ToString(), formulier),
            formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    internal static long Bedrag(Formulier formulier, string veld, string fout)
    {
        if (Budgetwoorden.Cent(formulier[veld]) is { } cent) return cent;
        formulier.Fout(veld, fout);
        return 0;
    }
}

internal sealed record DeelnemersModel(Budgetblad<Deelnemer> Blad, long Signalen, bool Allen, int Pagina, int OpBlad, Formulier Formulier);

/// <param name="Persoon">As the source tells now; null when it does not know the person.</param>
internal sealed record DeelnemerModel(
    Deelnemer Deelnemer, Persoon? Persoon, IReadOnlyList<Budgetafspraak> Afspraken, IReadOnlyList<Budgetrekening> Rekeningen, IReadOnlyList<Budgetsignaal> Signalen, Budgetoverzicht Overzicht,
    DateOnly Vandaag, string Gebeurd, Formulier Formulier);
