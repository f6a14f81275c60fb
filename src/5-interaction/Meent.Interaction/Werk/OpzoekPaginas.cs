using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Interaction.Verhuur;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Werk;

/// <summary>Looking up a registration: only for a zaak or a reason, which is on record before anything is shown.</summary>
internal sealed class OpzoekPaginas(Verhuurbron verhuur, Personenbron personen, VerhuurPaginas registraties, Logboekbron logboek, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<OpzoekPaginas>();
        pagina.Get("/werk/verhuur", Eis.Medewerker(Rechten.VerhuurInzien), p => v => Task.FromResult(v.Toon<OpzoekScherm>(new OpzoekModel(Formulier.Leeg))));
        // A form, because what is looked up does not belong in an address that browsers and proxies keep.
        pagina.Post("/werk/verhuur", Eis.Medewerker(Rechten.VerhuurInzien), p => p.Zoek);
        pagina.Post("/werk/verhuur/verhuurder", Eis.Medewerker(Rechten.VerhuurHandhaven), p => p.VraagVerhuurder);
        pagina.Post("/werk/verhuur/stap", Eis.Medewerker(Rechten.VerhuurHandhaven), p => p.Neem);
        pagina.Post("/werk/verhuur/signaal", Eis.Medewerker(Rechten.VerhuurSignaleren), p => p.Signaleer);
    }

    /// <summary>The registration with all that a supervisor sees; null when there is none.</summary>
    public async Task<(Registratiebeeld Beeld, IReadOnlyList<Signaal> Signalen, IReadOnlyList<Verhuurstap> Stappen)?> Dossier(Verzoek verzoek, string nummer)
    {
        if (await verhuur.Registratie(verzoek, Doelen.Toezicht, nummer) is not { } registratie) return null;
        var beeld = await registraties.Beeld(verzoek, Doelen.Toezicht, registratie, klok.Vandaag().Year);
        var stappen = verhuur.Stappen(verzoek, Doelen.Toezicht, nummer);
        return (beeld, await verhuur.Signalen(verzoek, nummer), await stappen);
    }

    private async Task<IResult> Zoek(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var nummer = Nummer(verzoek, formulier);
        if (formulier["zaak"].Length == 0 && formulier["reden"].Length < 10)
            formulier.Fout("zaak", t["Noem een zaaknummer, of hieronder een reden van minstens 10 tekens.", "Name a case number, or a reason of at least 10 characters below."]);
        if (!formulier.IsGoed) return Opnieuw();

        await logboek.Verantwoord(verzoek, $"registratie {nummer} opgezocht", Gevuld(formulier["zaak"]), Gevuld(formulier["reden"]));
        if (await Dossier(verzoek, nummer) is { } dossier)
            return verzoek.Toon<DossierScherm>(new DossierModel(dossier.Beeld, dossier.Signalen, dossier.Stappen, formulier, null));
        formulier.Fout("nummer", t["Dit nummer is hier niet geregistreerd.", "This number is not registered here."]);
        return Opnieuw();

        IResult Opnieuw() => verzoek.Toon<OpzoekScherm>(new OpzoekModel(formulier), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Where the host lives, asked at the base registry for this check; never before the employee says so.</summary>
    private async Task<IResult> VraagVerhuurder(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var nummer = Nummer(verzoek, formulier);
        if (!formulier.IsGoed || (formulier["zaak"].Length == 0 && formulier["reden"].Length < 10)) return verzoek.GaNaar("/werk/verhuur");
        if (await Dossier(verzoek, nummer) is not { } dossier || dossier.Beeld.Registratie.Verhuurder?.Burgerservicenummer is not { } bsn) return verzoek.GaNaar("/werk/verhuur");
        await logboek.Verantwoord(verzoek, $"verhuurder van registratie {nummer} nagevraagd in de BRP", Gevuld(formulier["zaak"]), Gevuld(formulier["reden"]));
        var persoon = await personen.Ander(verzoek, Persoonsvraag.Verhuurder, bsn);
        return verzoek.Toon<DossierScherm>(new DossierModel(dossier.Beeld, dossier.Signalen, dossier.Stappen, formulier, null) { IsGevraagd = true, Verhuurder = persoon });
    }

    private async Task<IResult> Signaleer(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var nummer = Nummer(verzoek, formulier);
        if (!formulier.IsGoed || (formulier["zaak"].Length == 0 && formulier["reden"].Length < 10)) return verzoek.GaNaar("/werk/verhuur");
        formulier.Verplicht("toelichting", t["Beschrijf wat u opviel.", "Describe what you noticed."]);
        string? gebeurd = null;
        if (formulier.IsGoed)
        {
            var reden = formulier["zaak"].Length > 0 ? formulier["zaak"] : formulier["reden"];
            try
            {
                await verhuur.Signaleer(verzoek, nummer, formulier["toelichting"], reden);
                gebeurd = t["Het signaal is vastgelegd.", "The signal was noted."];
            }
            catch (BronException fout) when (fout.Status is 400 or 409 or 422)
            {
                formulier.Neem(fout.Velden, fout.Detail, new Dictionary<string, string>(), "toelichting");
            }
        }

        if (await Dossier(verzoek, nummer) is not { } dossier) return verzoek.GaNaar("/werk/verhuur");
        var verder = gebeurd is null ? formulier : formulier.Zonder("toelichting");
        return verzoek.Toon<DossierScherm>(
            new DossierModel(dossier.Beeld, dossier.Signalen, dossier.Stappen, verder, gebeurd), gebeurd is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> Neem(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var nummer = Nummer(verzoek, formulier);
        if (!formulier.IsGoed || (formulier["zaak"].Length == 0 && formulier["reden"].Length < 10)) return verzoek.GaNaar("/werk/verhuur");
        var stap = formulier.Keuze("stap", Stapkeuze.Alle, t["Kies wat u doet.", "Choose what you do."]);
        var uitleg = formulier.Verplicht("uitleg", t["Schrijf op waarom. De verhuurder leest dit.", "Write down why. The host reads this."]);
        var termijn = formulier["termijn"].Length == 0 ? null : formulier.Datum("termijn", t["Vul een datum in.", "Fill in a date."]);
        var gedaan = await formulier.Probeer(Stapkeuze.Velden, "stap", code => code == "invalid" ? null : t == Taal.Tekst.Engels ? Woorden.Weigering(t, code, "") : null, async () =>
        {
            await verhuur.NeemStap(verzoek, nummer, new
            {
                stap = stap == Stapkeuze.Kennelijk ? "opschorten" : stap,
                reden = uitleg,
                termijn,
                zaak = Gevuld(formulier["zaak"]),
                kennelijk = stap == Stapkeuze.Kennelijk,
            });
            return t["De stap is genomen. De verhuurder ziet hem.", "The step is taken. The host sees it."];
        });
        if (await Dossier(verzoek, nummer) is not { } dossier) return verzoek.GaNaar("/werk/verhuur");
        var verder = gedaan is null ? formulier : formulier.Zonder("stap").Zonder("uitleg").Zonder("termijn");
        return verzoek.Toon<DossierScherm>(
            new DossierModel(dossier.Beeld, dossier.Signalen, dossier.Stappen, verder, gedaan), gedaan is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Nummer(Verzoek verzoek, Formulier formulier)
    {
        var nummer = Weergave.KaalNummer(formulier["nummer"]);
        if (nummer.Length != 20 || !nummer[..4].All(char.IsAsciiDigit) || !nummer.All(char.IsAsciiHexDigit))
            formulier.Fout("nummer", verzoek.T["Vul een registratienummer in: 20 tekens, de eerste 4 zijn cijfers.", "Fill in a registration number: 20 characters, the first 4 are digits."]);
        return nummer;
    }

    private static string? Gevuld(string tekst) => tekst.Length == 0 ? null : tekst;
}

internal sealed record OpzoekModel(Formulier Formulier);

/// <param name="Gebeurd">What was just done.</param>
internal sealed record DossierModel(Registratiebeeld Beeld, IReadOnlyList<Signaal> Signalen, IReadOnlyList<Verhuurstap> Stappen, Formulier Formulier, string? Gebeurd)
{
    /// <summary>The host was asked for at the base registry.</summary>
    public bool IsGevraagd { get; init; }

    /// <summary>As the base registry has the host; null when it does not know them.</summary>
    public Persoon? Verhuurder { get; init; }

    /// <summary>Whether the host lives in the home that is let.</summary>
    public bool WoontHier => Verhuurder?.Verblijfplaats?.AdresseerbaarObjectIdentificatie == Beeld.Registratie.AdresseerbaarObjectIdentificatie;
}
