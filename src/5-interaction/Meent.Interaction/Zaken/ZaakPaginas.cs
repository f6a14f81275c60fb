using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Zaken;

/// <summary>The work list, and a zaak with what can be done with it, for every zaaktype that the employee's role may see.</summary>
internal sealed class ZaakPaginas(Zakenbron zaken, Catalogusbron catalogus, Werklijst werklijst, Handelingen handelingen, Toegangsbron toegang, Logboekbron logboek, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<ZaakPaginas>();
        werk.Get("/werk/zaken", Eis.Medewerker(Rechten.ZakenInzien), p => p.Lijst);
        werk.Get("/werk/zaken/{id}", Eis.Medewerker(Rechten.ZakenInzien), p => p.Zaak);
        werk.Get("/werk/zaken/{id}/{handeling}", Eis.Medewerker(Rechten.ZakenInzien), p => p.Vraag);
        werk.PostBestand($"/werk/zaken/{{id}}/{Dossierhandelingen.MetBestand}", Eis.Medewerker(Rechten.ZakenBehandelen), p => p.Voer);
        werk.Post("/werk/zaken/{id}/{handeling}", Eis.Medewerker(Rechten.ZakenInzien), p => p.Voer);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var vraag = Werkvraag.Lees(verzoek);
        var medewerkers = toegang.Medewerkers(verzoek);
        var zaaktypen = await catalogus.Zaaktypen(verzoek, Doelen.ZakenBehandelen);
        var blad = await werklijst.Zoek(verzoek, vraag, zaaktypen);
        var zicht = Zaakzicht.Van(verzoek.Medewerker);
        return verzoek.Toon<WerklijstScherm>(new Werklijstmodel(
            vraag, blad, [.. zaaktypen.Soorten.Where(z => zicht.Omvat(z.Identificatie))], vraag.Zaaktype.Length == 0 ? [] : zaaktypen.Statussen(vraag.Zaaktype),
            [.. (await medewerkers).Where(m => m.Actief && m.Rechten.Contains(Rechten.ZakenBehandelen) && m.Id != verzoek.Medewerker.Id)]));
    }

    private async Task<IResult> Zaak(Verzoek verzoek)
    {
        if (await Kop(verzoek) is not { } kop) return verzoek.NietGevonden();
        await logboek.Verantwoord(verzoek, $"zaak {kop.Identificatie} bekeken", kop.Identificatie, null, Doelen.ZakenBehandelen);
        var historie = zaken.Historie(verzoek, kop);
        var besluiten = zaken.Besluiten(verzoek, kop);
        var notities = zaken.Notities(verzoek, kop);
        var medewerkers = toegang.Medewerkers(verzoek);
        if (await Beeld(verzoek, kop) is not { } beeld) return verzoek.NietGevonden();
        var namen = (await medewerkers).ToDictionary(m => m.Id, m => m.Naam, StringComparer.Ordinal);
        return verzoek.Toon<ZaakScherm>(new Zaakmodel(
            beeld, await historie, await besluiten, await notities, namen, handelingen.Voor(beeld, verzoek.Medewerker), handelingen.Gedaan(verzoek.Http.Request.Query["gebeurd"])));
    }

    private async Task<IResult> Vraag(Verzoek verzoek)
    {
        if (await Stand(verzoek) is not { } stand) return verzoek.NietGevonden();
        if (stand.Handeling is not { } handeling) return KanNiet(verzoek);
        var velden = await handeling.Velden(verzoek, stand.Beeld);
        var begin = velden.ToDictionary(v => v.Naam, v => v.Begin, StringComparer.Ordinal);
        return verzoek.Toon<HandelingScherm>(new Handelingmodel(stand.Beeld, handeling, velden, new Formulier(begin)));
    }

    private async Task<IResult> Voer(Verzoek verzoek)
    {
        if (await Stand(verzoek) is not { } stand) return verzoek.NietGevonden();
        if (stand.Handeling is not { } handeling) return KanNiet(verzoek);
        var velden = await handeling.Velden(verzoek, stand.Beeld);
        var formulier = await Formulier.Lees(verzoek);
        await Handelingen.Voer(handeling, new Uitvoering(verzoek, stand.Beeld, formulier, formulier[Handelingen.Reden]), velden);
        return formulier.IsGoed
            ? verzoek.GaNaar($"{stand.Beeld.Zaak.Pad}?gebeurd={handeling.Pad}")
            : verzoek.Toon<HandelingScherm>(new Handelingmodel(stand.Beeld, handeling, velden, formulier), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The zaak of the address with what is to be done with it; null when either does not exist. What is done stands in the audit trail.</summary>
    private async Task<(Zaakbeeld Beeld, Handeling? Handeling)?> Stand(Verzoek verzoek) =>
        (verzoek.Route("handeling") ?? Dossierhandelingen.MetBestand) is var pad && handelingen.Bestaat(pad) && await Kop(verzoek) is { } kop && await Beeld(verzoek, kop) is { } beeld
            ? (beeld, handelingen.Vind(pad, beeld, verzoek.Medewerker))
            : null;

    /// <summary>Null when there is no such zaak, or none that the role may see: that it exists is told to nobody else.</summary>
    private async Task<Opvragen.Zaak?> Kop(Verzoek verzoek) =>
        Guid.TryParseExact(verzoek.Route("id"), "D", out var id) && await zaken.Kop(verzoek, id) is { Uit.Zaaktype.Identificatie: { } zaaktype } zaak
            && Zaakzicht.Van(verzoek.Medewerker).Omvat(zaaktype, zaak.Vertrouwelijkheidaanduiding) ? zaak : null;

    private async Task<Zaakbeeld?> Beeld(Verzoek verzoek, Opvragen.Zaak kop)
    {
        var statussen = zaken.Statussen(verzoek, kop);
        var typen = await catalogus.Zaaktypen(verzoek, Doelen.ZakenBehandelen);
        if (await zaken.Haal(verzoek, kop.Uuid) is not { Uit.Zaaktype: { } zaaktype } zaak) return null;
        // A zaaktype may have been published since the catalogue was read.
        var statustypen = typen.Versies.Any(v => v.Url == zaaktype.Url)
            ? typen.Statustypen.Where(s => s.Zaaktype == zaaktype.Url)
            : await catalogus.Van<Statustype>(verzoek, Doelen.ZakenBehandelen, "statustypen", zaaktype.Url);
        return new Zaakbeeld(
            zaak, zaaktype, [.. statustypen.OrderBy(s => s.Volgnummer)], await statussen, Termijn.Van(zaak, zaaktype.Doorlooptijd, klok.Vandaag()));
    }

    private static IResult KanNiet(Verzoek verzoek) => verzoek.Fout(
        StatusCodes.Status409Conflict,
        verzoek.T["Dit kan nu niet met deze zaak", "This cannot be done with this case now"],
        verzoek.T["De zaak staat anders dan daarvoor nodig is, of uw rol geeft er geen recht op. Er is niets gewijzigd.", "The case is not in the state that it needs, or your role does not allow it. Nothing was changed."]);
}

/// <param name="Zaaktypen">Those of the employee's role.</param>
/// <param name="Statussen">Of the zaaktype that was chosen.</param>
internal sealed record Werklijstmodel(Werkvraag Vraag, Werkblad Blad, IReadOnlyList<Zaaktype> Zaaktypen, IReadOnlyList<string> Statussen, IReadOnlyList<MedewerkerKaart> Collegas);

internal sealed record Handelingmodel(Zaakbeeld Beeld, Handeling Handeling, IReadOnlyList<Invoer> Velden, Formulier Formulier);
