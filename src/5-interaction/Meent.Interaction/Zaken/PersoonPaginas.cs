using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Zaken;

/// <summary>The zaken of one person: asked with a zaak or a reason, which is on record before anything is looked for. The number is in no address.</summary>
internal sealed class PersoonPaginas(Zakenbron zaken, Catalogusbron catalogus, Logboekbron logboek, TimeProvider klok)
{
    private const int Hoogstens = 100;
    private const int KortsteReden = 10;

    public static void Map(Paginabouwer paginas)
    {
        var zoek = paginas.Van<PersoonPaginas>();
        zoek.Get("/werk/zaken/persoon", Eis.Medewerker(Rechten.ZakenInzien), _ => v => Task.FromResult(v.Toon<PersoonScherm>(new Persoonmodel(Formulier.Leeg, null))));
        zoek.Post("/werk/zaken/persoon", Eis.Medewerker(Rechten.ZakenInzien), p => p.Zoek);
    }

    private async Task<IResult> Zoek(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        if (!Bsn.TryParse(formulier["bsn"], out var bsn)) formulier.Fout("bsn", t["Vul een geldig burgerservicenummer in.", "Fill in a valid citizen service number."]);
        if (formulier["zaak"].Length == 0 && formulier["reden"].Length < KortsteReden)
            formulier.Fout("zaak", t["Noem een zaaknummer, of hieronder een reden van minstens 10 tekens.", "Name a case number, or a reason of at least 10 characters below."]);
        if (!formulier.IsGoed) return verzoek.Toon<PersoonScherm>(new Persoonmodel(formulier, null), StatusCodes.Status422UnprocessableEntity);

        await logboek.Verantwoord(verzoek, "zaken van een persoon opgezocht", Gevuld(formulier["zaak"]), Gevuld(formulier["reden"]), Doelen.ZakenBehandelen);
        var vraag = new Werkvraag("", "", "", Werkvraag.Alles, "", "", "-startdatum", Plaats.Begin);
        var criteria = vraag.Criteria(Zaakzicht.Van(verzoek.Medewerker), await catalogus.Zaaktypen(verzoek, Doelen.ZakenBehandelen), verzoek.Medewerker.Id, klok.Vandaag());
        if (criteria is null) return verzoek.Toon<PersoonScherm>(new Persoonmodel(formulier, []));
        criteria["rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"] = bsn.Cijfers;
        var blad = await zaken.Zoek(verzoek, criteria, Hoogstens, Plaats.Begin);
        return verzoek.Toon<PersoonScherm>(new Persoonmodel(formulier.Zonder("bsn"), [.. blad.Results.Select(zaak => Zaakregel.Van(zaak, klok.Vandaag()))]));
    }

    private static string? Gevuld(string tekst) => tekst.Length == 0 ? null : tekst;
}

/// <param name="Gevonden">Null before a search.</param>
internal sealed record Persoonmodel(Formulier Formulier, IReadOnlyList<Zaakregel>? Gevonden);
