using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Stappen;

/// <param name="Medewerker">Only told to employees.</param>
internal sealed record StapAntwoord(
    int Volgnummer, Stapsoort Stap, Registratiestatus Van, Registratiestatus Naar, string Reden, DateOnly? Termijn, string? Zaak, string? Medewerker, DateTimeOffset GedaanOp)
{
    public static StapAntwoord Maak(Stap stap, bool medewerker) =>
        new(stap.Volgnummer, stap.Soort, stap.Van, stap.Naar, stap.Reden, stap.Termijn, stap.Zaak, medewerker ? stap.Medewerker : null, stap.GedaanOp);
}

/// <summary>Verification after the number was given, up to suspension and striking off (Regulation (EU) 2024/1028 art. 6).</summary>
internal static class StapEndpoints
{
    private const string Gegeven = "registraties";

    public static void MapStappen(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapLees("/registraties/{nummer}/stappen", Lijst).WithName("stap_list").WithSummary("Wat er met een nummer is gedaan, op volgorde.")
            .VraagtDeel().Produces<Pagina<StapAntwoord>>();
        verhuur.MapPost("/registraties/{nummer}/stappen", Neem).WithName("stap_create").WithSummary("Neem een stap: herstelverzoek, voornemen, opschorten, doorhalen of hersteld.")
            .Leest(invoer => Lees(invoer, null)).Produces<StapAntwoord>(StatusCodes.Status201Created);
        verhuur.MapPost("/registraties/{nummer}/zienswijze", Zienswijze).WithName("stap_zienswijze").WithSummary("Wat de verhuurder zegt van een voornemen of een opschorting.")
            .Leest(invoer => LeesZienswijze(invoer)).Produces<StapAntwoord>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Lijst(string nummer, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var (registratie, stappen) = await verzoek.Store.Snapshot(async session =>
        {
            var gevonden = Registratienummer.TryParse(nummer, out var gelezen) ? await session.Registratie(gelezen) : null;
            return (gevonden, gevonden is null ? [] : await session.Stappen(gevonden.Id));
        }, verzoek.Stop);
        if (registratie is null || !verzoek.Ziet(registratie.Verhuurder)) throw Weigering.NietGevonden("Dit registratienummer");
        await verzoek.LogLezen("Stappen bij een registratie van toeristische verhuur ingezien", registratie.Verhuurder);
        return http.Lijst(verzoek.Organisatie.Url(Links.Stappen(registratie.Registratienummer)), deel, stappen.Count,
            [.. stappen.Skip((int)deel.Overslaan).Take(deel.PageSize).Select(stap => StapAntwoord.Maak(stap, verzoek.Medewerker is not null))]);
    }

    private static async Task<IResult> Neem(string nummer, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        if (verzoek.Medewerker is not { } wie) throw Weigering.Regel(new Standards.Problemen.OngeldigVeld("stap", "alleenMedewerker", "Alleen een medewerker van de gemeente kan deze stap nemen."));
        return await Voer(nummer, http, verzoek, Lees(await Invoer.Lees(http), wie), klok);
    }

    private static async Task<IResult> Zienswijze(string nummer, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        return await Voer(nummer, http, verzoek, LeesZienswijze(await Invoer.Lees(http)), klok);
    }

    private static async Task<IResult> Voer(string nummer, HttpContext http, Verzoek verzoek, Stapvraag vraag, TimeProvider klok)
    {
        if (!Registratienummer.TryParse(nummer, out var gelezen)) throw Weigering.NietGevonden("Dit registratienummer");
        var stap = await verzoek.Store.Write(async session =>
        {
            var huidig = await session.VergrendeldeRegistratie(gelezen) ?? throw Weigering.NietGevonden("Dit registratienummer");
            http.EisVersie(RegistratieAntwoord.ETag(huidig));
            var nieuw = Stappenplan.Neem(huidig.Status, await session.Stappen(huidig.Id), vraag, klok, klok.Vandaag());
            await verzoek.Log(session, "Stap genomen bij een registratie van toeristische verhuur", huidig.Verhuurder);
            await session.Voeg(huidig.Id, nieuw);
            if (nieuw.Naar == Registratiestatus.Doorgehaald) await verzoek.Vervallen(session, huidig, "Registratienummer doorgehaald", klok);
            var gewijzigd = await session.Vervang(huidig with
            {
                Status = nieuw.Naar,
                BeeindigdOp = nieuw.Naar == Registratiestatus.Doorgehaald ? klok.GetUtcNow() : null,
            });
            await verzoek.Gebeurde(session, gewijzigd, nieuw.Soort.Woord());
            return nieuw;
        }, verzoek.Stop);
        return http.Gemaakt(StapAntwoord.Maak(stap, verzoek.Medewerker is not null), verzoek.Organisatie.Url(Links.Stappen(gelezen.Waarde)));
    }

    private static Stapvraag Lees(Invoer invoer, string? medewerker)
    {
        var vraag = new Stapvraag(
            invoer.Keuze<Stapsoort>("stap"), invoer.Regels("reden", 4000), invoer.OptioneleDatum("termijn"), invoer.Optioneel("zaak", 1000), invoer.OptioneleVlag("kennelijk"), medewerker);
        if (vraag.Soort == Stapsoort.Zienswijze) invoer.Fout("stap", "invalid_choice", "Een zienswijze geeft de verhuurder, op haar eigen adres.");
        invoer.Klaar();
        return vraag;
    }

    private static Stapvraag LeesZienswijze(Invoer invoer)
    {
        var tekst = invoer.Regels("tekst", 10_000);
        invoer.Klaar();
        return new(Stapsoort.Zienswijze, tekst, null, null, false, null);
    }
}
