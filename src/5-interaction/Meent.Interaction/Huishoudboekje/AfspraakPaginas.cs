using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>One agreement: made, changed, and on which days the money goes.</summary>
internal sealed class AfspraakPaginas(Budgetbron budget, TimeProvider klok)
{
    private const int VooruitDagen = 190;

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["richting"] = "rubriek",
        ["omschrijving"] = "omschrijving",
        ["cent"] = "bedrag",
        ["rubriek"] = "rubriek",
        ["crediteur"] = "tegenpartij",
        ["tegenrekening"] = "tegenpartij",
        ["van"] = "van",
        ["tot"] = "tot",
        ["zoektermen"] = "zoektermen",
        ["alarm"] = "margeBedrag",
        ["alarm.cent"] = "margeBedrag",
        ["alarm.dagen"] = "margeDagen",
        ["schema.byDay"] = "soort",
        ["schema.byMonthDay"] = "dag",
        ["schema.endDate"] = "tot",
    };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<AfspraakPaginas>();
        pagina.Get(DeelnemerPaginas.Pad + "/deelnemers/{deelnemer:guid}/afspraak", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.Nieuw);
        pagina.Post(DeelnemerPaginas.Pad + "/deelnemers/{deelnemer:guid}/afspraak", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.Maak);
        pagina.Get(DeelnemerPaginas.Pad + "/afspraken/{id:guid}", Eis.Medewerker(Rechten.BudgetInzien), p => p.Een);
        pagina.Post(DeelnemerPaginas.Pad + "/afspraken/{id:guid}", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.Wijzig);
    }

    private async Task<IResult> Nieuw(Verzoek verzoek) => Guid.TryParse(verzoek.Route("deelnemer"), out var id) && await budget.Deelnemer(verzoek, id) is { } deelnemer
        ? await Toon(verzoek, deelnemer, null, new Formulier(new Dictionary<string, string> { ["soort"] = "maand", ["dag"] = "1", ["van"] = $"{klok.Vandaag():yyyy-MM-dd}" }))
        : verzoek.NietGevonden();

    private async Task<IResult> Maak(Verzoek verzoek)
    {
        if (await budget.Deelnemer(verzoek, verzoek.Route("deelnemer")) is not { } deelnemer) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        var inhoud = Lees(verzoek, formulier, await Rubrieken(verzoek));
        var gedaan = await formulier.Probeer(Velden, "omschrijving", _ => null, async () =>
        {
            await budget.Zend<Budgetafspraak>(verzoek, Doelen.Huishoudboekje, $"deelnemers/{deelnemer.Id}/afspraken", inhoud);
            return "afgesproken";
        });
        return gedaan is null ? await Toon(verzoek, deelnemer, null, formulier) : verzoek.GaNaar($"{DeelnemerPaginas.Pad}/deelnemers/{deelnemer.Id}?gebeurd={gedaan}");
    }

    private async Task<IResult> Een(Verzoek verzoek) => await Vind(verzoek) is { } gevonden ? await Toon(verzoek, gevonden.Deelnemer, gevonden.Afspraak, Ingevuld(gevonden.Afspraak)) : verzoek.NietGevonden();

    private async Task<IResult> Wijzig(Verzoek verzoek)
    {
        if (await Vind(verzoek) is not { } gevonden) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        var inhoud = Lees(verzoek, formulier, await Rubrieken(verzoek));
        var gedaan = await formulier.Probeer(Velden, "omschrijving", _ => null, async () =>
        {
            await budget.Zend<Budgetafspraak>(verzoek, Doelen.Huishoudboekje, $"afspraken/{gevonden.Afspraak.Id}", inhoud, HttpMethod.Put);
            return "afgesproken";
        });
        return gedaan is null ? await Toon(verzoek, gevonden.Deelnemer, gevonden.Afspraak, formulier) : verzoek.GaNaar($"{DeelnemerPaginas.Pad}/deelnemers/{gevonden.Deelnemer.Id}?gebeurd={gedaan}");
    }

    private async Task<(Deelnemer Deelnemer, Budgetafspraak Afspraak)?> Vind(Verzoek verzoek) =>
        await budget.Haal<Budgetafspraak>(verzoek, Doelen.Huishoudboekje, $"afspraken/{verzoek.Route("id")}") is { } afspraak
        && await budget.Deelnemer(verzoek, afspraak.Deelnemer) is { } deelnemer ? (deelnemer, afspraak) : null;

    private async Task<IReadOnlyList<Rubriek>> Rubrieken(Verzoek verzoek) => (await budget.Lijst<Rubriek>(verzoek, Doelen.Huishoudboekje, "rubrieken?pageSize=500")).Results;

    private async Task<IResult> Toon(Verzoek verzoek, Deelnemer deelnemer, Budgetafspraak? afspraak, Formulier formulier)
    {
        var vandaag = klok.Vandaag();
        var crediteuren = budget.Lijst<Crediteur>(verzoek, Doelen.Huishoudboekje, "crediteuren?pageSize=500");
        var eigen = budget.Lijst<Budgetrekening>(verzoek, Doelen.Huishoudboekje, $"deelnemers/{deelnemer.Id}/rekeningen");
        var dagen = afspraak is null ? null : await budget.Haal<IReadOnlyList<Budgetdag>>(verzoek, Doelen.Huishoudboekje, $"afspraken/{afspraak.Id}/dagen?van={vandaag:O}&tot={vandaag.AddDays(VooruitDagen):O}");
        return verzoek.Toon<AfspraakScherm>(
            new AfspraakModel(deelnemer, afspraak, await Rubrieken(verzoek), (await crediteuren).Results, (await eigen).Results, dagen ?? [], formulier),
            formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static object Lees(Verzoek verzoek, Formulier f, IReadOnlyList<Rubriek> rubrieken)
    {
        var t = verzoek.T;
        var omschrijving = f.Verplicht("omschrijving", t["Vul in waar het voor is.", "Fill in what it is for."]);
        var cent = DeelnemerPaginas.Bedrag(f, "bedrag", t["Vul een bedrag in, zoals 612,35.", "Fill in an amount, such as 612.35."]);
        var rubriek = f.Keuze("rubriek", rubrieken.Select(r => r.Id.ToString()), t["Kies waar het bij hoort.", "Choose what it belongs to."]);
        var (crediteur, iban) = f["tegenpartij"].Split('|') is [var wie, var rekening] ? (wie, rekening) : ("", "");
        if (iban.Length == 0) f.Fout("tegenpartij", t["Kies met wie.", "Choose with whom."]);
        var van = f.Datum("van", t["Vul de eerste dag in.", "Fill in the first day."]);
        var tot = f["tot"].Length == 0 ? null : f.Datum("tot", t["Vul de laatste dag in, of laat dit leeg.", "Fill in the last day, or leave this empty."]);
        object? schema = f["soort"] switch
        {
            "maand" => new { byMonthDay = new[] { f.Getal("dag", 1, 31, t["Vul een dag van 1 tot en met 31 in.", "Fill in a day from 1 to 31."]) } },
            "week" => new { byDay = new[] { f.Getal("weekdag", 1, 7, t["Kies een dag van de week.", "Choose a day of the week."]) } },
            "eenmalig" => new { eenmalig = true },
            _ => null,
        };
        object? alarm = f["margeBedrag"].Length == 0 ? null : new
        {
            cent = DeelnemerPaginas.Bedrag(f, "margeBedrag", t["Vul een bedrag in, zoals 10,00.", "Fill in an amount, such as 10.00."]),
            dagen = f.Getal("margeDagen", 0, 31, t["Vul een aantal dagen van 0 tot en met 31 in.", "Fill in a number of days from 0 to 31."]),
        };
        return new
        {
            richting = rubrieken.FirstOrDefault(r => r.Id.ToString() == rubriek)?.Richting,
            omschrijving,
            cent,
            rubriek,
            crediteur = Guid.TryParse(crediteur, out var id) ? id : (Guid?)null,
            tegenrekening = iban,
            van,
            tot,
            zoektermen = f["zoektermen"].Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            schema,
            alarm,
        };
    }

    private static Formulier Ingevuld(Budgetafspraak a)
    {
        var waarden = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["omschrijving"] = a.Omschrijving,
            ["bedrag"] = Bedrag(a.Cent),
            ["rubriek"] = a.Rubriek.ToString(),
            ["tegenpartij"] = $"{a.Crediteur}|{a.Tegenrekening}",
            ["van"] = $"{a.Van:yyyy-MM-dd}",
            ["tot"] = a.Tot is { } tot ? $"{tot:yyyy-MM-dd}" : "",
            ["zoektermen"] = string.Join(", ", a.Zoektermen),
            ["soort"] = "geen",
        };
        if (a.Schema is { } s)
        {
            waarden["soort"] = s.Eenmalig ? "eenmalig" : s.ByDay.Count > 0 ? "week" : "maand";
            if (s.ByDay.Count > 0) waarden["weekdag"] = s.ByDay[0].ToString(CultureInfo.InvariantCulture);
            if (s.ByMonthDay.Count > 0) waarden["dag"] = s.ByMonthDay[0].ToString(CultureInfo.InvariantCulture);
        }

        if (a.Alarm is { } marge) (waarden["margeBedrag"], waarden["margeDagen"]) = (Bedrag(marge.Cent), marge.Dagen.ToString(CultureInfo.InvariantCulture));
        return new Formulier(waarden);
    }

    private static string Bedrag(long cent) => string.Create(CultureInfo.InvariantCulture, $"{cent / 100},{cent % 100:00}");
}

internal sealed record AfspraakModel(
    Deelnemer Deelnemer, Budgetafspraak? Afspraak, IReadOnlyList<Rubriek> Rubrieken, IReadOnlyList<Crediteur> Crediteuren, IReadOnlyList<Budgetrekening> Eigen, IReadOnlyList<Budgetdag> Dagen, Formulier Formulier);
