using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>The intake of who applied: a task of the process, which begins the participation when the employee says so.</summary>
internal sealed class AanvraagPaginas(Takenbron taken, Personenbron personen)
{
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["variabelen.toekennen"] = "besluit",
        ["variabelen.begin"] = "begin",
        ["variabelen.overeenkomstGetekendOp"] = "overeenkomst",
        ["variabelen.machtigingGetekendOp"] = "machtiging",
        ["variabelen.voorschotCent"] = "voorschot",
        ["variabelen.toelichting"] = "toelichting",
    };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<AanvraagPaginas>();
        pagina.Get(DeelnemerPaginas.Pad + "/aanvragen/{id}", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.Lees);
        pagina.Post(DeelnemerPaginas.Pad + "/aanvragen/{id}", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.Behandel);
    }

    private async Task<IResult> Lees(Verzoek verzoek) => await Taak(verzoek) is { } taak ? await Toon(verzoek, taak, Formulier.Leeg) : verzoek.NietGevonden();

    private async Task<IResult> Behandel(Verzoek verzoek)
    {
        if (await Taak(verzoek) is not { } taak) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        if (formulier["neem"].Length > 0)
        {
            await taken.Neem(verzoek, taak);
            return verzoek.GaNaar(taak.Pad);
        }

        if (taak.Behandelaar != verzoek.Medewerker.Id) return await Toon(verzoek, taak, formulier);
        var uitkomst = Uitkomst(verzoek, formulier);
        var gedaan = await formulier.Probeer(Velden, "besluit", _ => null, async () =>
        {
            await taken.Voltooi(verzoek, taak, uitkomst);
            return "afgerond";
        });
        return gedaan is null ? await Toon(verzoek, taak, formulier) : verzoek.GaNaar("/werk?gebeurd=" + gedaan);
    }

    private static object Uitkomst(Verzoek verzoek, Formulier f)
    {
        var t = verzoek.T;
        if (f.Keuze("besluit", ["wel", "niet"], t["Kies of de inwoner mee kan doen.", "Choose whether the resident can take part."]) != "wel")
            return new { toekennen = false, toelichting = f.Verplicht("toelichting", t["Schrijf op waarom niet. De inwoner kan dit lezen.", "Write down why not. The resident can read this."]) };
        return new
        {
            toekennen = true,
            begin = f.Datum("begin", t["Vul in op welke dag de deelname begint.", "Fill in on which day the participation begins."]),
            overeenkomstGetekendOp = f.Datum("overeenkomst", t["Vul in wanneer de overeenkomst is getekend.", "Fill in when the agreement was signed."]),
            machtigingGetekendOp = f.Datum("machtiging", t["Vul in wanneer de machtiging is getekend.", "Fill in when the authorisation was signed."]),
            voorschotCent = DeelnemerPaginas.Bedrag(f, "voorschot", t["Vul een bedrag in, zoals 250,00.", "Fill in an amount, such as 250.00."]),
            consulent = verzoek.Medewerker.Id,
        };
    }

    private async Task<IResult> Toon(Verzoek verzoek, Taak taak, Formulier formulier)
    {
        // Only who took the task sees who it is about, as the source tells now.
        var persoon = taak.Behandelaar == verzoek.Medewerker.Id && taak.Variabelen.Tekst("burgerservicenummer") is { } bsn ? await personen.Ander(verzoek, Persoonsvraag.Deelnemer, bsn) : null;
        return verzoek.Toon<AanvraagScherm>(new AanvraagModel(taak, persoon, formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A task for one of the employee's own roles; others do not exist for them.</summary>
    private async Task<Taak?> Taak(Verzoek verzoek) =>
        await taken.Haal(verzoek, verzoek.Route("id")!, Doelen.Huishoudboekje) is { IsOpen: true, Rol: Opvragen.Taak.Budgetrol } taak && verzoek.Medewerker.Rollen.Contains(taak.Rol) ? taak : null;
}

/// <param name="Persoon">Only for who has taken the task.</param>
internal sealed record AanvraagModel(Taak Taak, Persoon? Persoon, Formulier Formulier);
