using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>Organisations that are paid, or pay, with their accounts.</summary>
internal sealed class CrediteurPaginas(Budgetbron budget)
{
    public const string Pad = "/werk/huishoudboekje/organisaties";

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["naam"] = "naam",
        ["kvkNummer"] = "kvk",
        ["vestigingsnummer"] = "kvk",
        ["afdeling"] = "afdeling",
        ["iban"] = "iban",
    };

    private static readonly Dictionary<string, string> Rekeningvelden = new(StringComparer.Ordinal) { ["iban"] = "anderIban", ["naam"] = "houder" };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<CrediteurPaginas>();
        pagina.Get(Pad, Eis.Medewerker(Rechten.BudgetInzien), p => p.Lijst);
        pagina.Post(Pad, Eis.Medewerker(Rechten.BudgetBijwerken), p => p.Voeg);
        pagina.Post(Pad + "/rekening", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.VoegRekening);
    }

    private Task<IResult> Lijst(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg);

    private async Task<IResult> Voeg(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await formulier.Probeer(Velden, "naam", _ => null, async () =>
        {
            var afdeling = formulier["afdeling"] is { Length: > 0 } gegeven ? gegeven : null;
            await budget.Zend<Crediteur>(verzoek, Doelen.Huishoudboekje, "crediteuren", new { naam = formulier["naam"], kvkNummer = formulier["kvk"], afdeling, iban = formulier["iban"] });
            return "toegevoegd";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}?gebeurd={gedaan}");
    }

    private async Task<IResult> VoegRekening(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        if (!Guid.TryParse(formulier["organisatie"], out var organisatie)) formulier.Fout("organisatie", verzoek.T["Kies een organisatie.", "Choose an organisation."]);
        var gedaan = await formulier.Probeer(Rekeningvelden, "anderIban", _ => null, async () =>
        {
            await budget.Zend<Budgetrekening>(verzoek, Doelen.Huishoudboekje, $"crediteuren/{organisatie}/rekeningen", new { iban = formulier["anderIban"], naam = formulier["houder"] });
            return "ingevoerd";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}?gebeurd={gedaan}");
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier) => verzoek.Toon<CrediteurenScherm>(
        new CrediteurenModel((await budget.Lijst<Crediteur>(verzoek, Doelen.Huishoudboekje, "crediteuren?pageSize=500")).Results, verzoek.Http.Request.Query["gebeurd"].ToString(), formulier),
        formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

internal sealed record CrediteurenModel(IReadOnlyList<Crediteur> Crediteuren, string Gebeurd, Formulier Formulier);
