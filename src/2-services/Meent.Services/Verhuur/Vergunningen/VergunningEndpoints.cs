using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Vergunningen;

/// <summary>Permits (art. 23c): a host applies, an employee decides.</summary>
internal static class VergunningEndpoints
{
    private const string Gegeven = "registraties";

    public static void MapVergunningen(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapPost("/registraties/{nummer}/vergunningen", VraagAan).WithName("vergunning_create").WithSummary("Vraag een vergunning aan voor wat onder een nummer verhuurd wordt.")
            .Leest(invoer => LeesAanvraag(invoer)).Produces<VergunningAntwoord>(StatusCodes.Status201Created);
        verhuur.MapLees("/vergunningen", Lijst).WithName("vergunning_list").WithSummary("Vergunningen en aanvragen, de oudste eerst.")
            .VraagtDeel(Parameter.Tekst("registratienummer", "Bij dit nummer."), Parameter.Keuze<Vergunningstatus>("status", "Met deze status.")).Produces<Pagina<VergunningAntwoord>>();
        verhuur.MapLees("/vergunningen/{id:guid}", Een).WithName("vergunning_read").WithSummary("Een vergunning of aanvraag.").Produces<VergunningAntwoord>();
        verhuur.MapPost("/vergunningen/{id:guid}/besluit", Besluit).WithName("vergunning_besluit").WithSummary("Verleen of weiger wat is aangevraagd, of trek een vergunning in.")
            .Leest(invoer => LeesBesluit(invoer)).Produces<VergunningAntwoord>();
        verhuur.MapPost("/vergunningen/{id:guid}/intrekking", TrekIn).WithName("vergunning_intrekking").WithSummary("De verhuurder ziet af van een aanvraag of vergunning.")
            .Leest(invoer => LeesReden(invoer)).Produces<VergunningAntwoord>();
    }

    private static async Task<IResult> VraagAan(string nummer, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var van = LeesAanvraag(invoer);
        var sleutel = http.Sleutel(invoer);
        var vergunning = await verzoek.Store.Write(async session =>
        {
            var registratie = (Registratienummer.TryParse(nummer, out var gelezen) ? await session.VergrendeldeRegistratie(gelezen) : null) is { } gevonden && verzoek.Ziet(gevonden.Verhuurder)
                ? gevonden
                : throw Weigering.NietGevonden("Dit registratienummer");
            var id = Guid.CreateVersion7();
            await verzoek.Log(session, "Vergunning voor toeristische verhuur aangevraagd", registratie.Verhuurder);
            if (await session.Eerder("vergunningen", sleutel, id, klok) is { } eerder) return (await session.Vergunning(eerder))!;
            var nieuw = await session.VraagAan(id, registratie, van, klok);
            await verzoek.Gebeurde(session, nieuw);
            return nieuw;
        }, verzoek.Stop);
        var antwoord = VergunningAntwoord.Maak(vergunning, verzoek.Organisatie, verzoek.Medewerker is not null);
        return http.Gemaakt(antwoord, antwoord.Url, VergunningAntwoord.ETag(vergunning));
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        Registratienummer? nummer = null;
        if (vraag.Tekst("registratienummer") is { } tekst)
        {
            if (Registratienummer.TryParse(tekst, out var gelezen)) nummer = gelezen;
            else vraag.Fout("registratienummer", "Geef een registratienummer.");
        }

        var status = vraag.Keuze<Vergunningstatus>("status");
        vraag.Klaar();
        var (aantal, rijen) = await verzoek.Store.Snapshot(session => session.Vergunningen(nummer, status, verzoek.Toestemming, deel), verzoek.Stop);
        await verzoek.LogLezen("Vergunningen voor toeristische verhuur ingezien", [.. rijen.Select(rij => rij.Verhuurder)]);
        return http.Lijst(verzoek.Organisatie.Url("vergunningen"), deel, aantal,
            [.. rijen.Select(rij => VergunningAntwoord.Maak(rij.Vergunning, verzoek.Organisatie, verzoek.Medewerker is not null))]);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (vergunning, registratie) = await verzoek.Store.Snapshot(session => Vind(session, verzoek, id), verzoek.Stop);
        await verzoek.LogLezen("Vergunning voor toeristische verhuur ingezien", registratie.Verhuurder);
        return Toon(http, verzoek, vergunning);
    }

    private static async Task<IResult> Besluit(Guid id, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        if (verzoek.Medewerker is not { } wie) throw Weigering.Regel(new OngeldigVeld("besluit", "alleenMedewerker", "Alleen een medewerker van de gemeente kan besluiten."));
        var (uitkomst, reden, zaak) = LeesBesluit(await Invoer.Lees(http));
        return await Wijzig(id, http, verzoek, "Besluit over een vergunning voor toeristische verhuur genomen",
            (session, vergunning, registratie) => session.Besluit(vergunning, new(uitkomst, reden, zaak, wie, klok.GetUtcNow()), registratie));
    }

    private static async Task<IResult> TrekIn(Guid id, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var reden = LeesReden(await Invoer.Lees(http));
        return await Wijzig(id, http, verzoek, "Afgezien van een vergunning voor toeristische verhuur",
            (session, vergunning, _) => session.TrekIn(vergunning, reden, klok.GetUtcNow()));
    }

    private static async Task<IResult> Wijzig(
        Guid id, HttpContext http, Verzoek verzoek, string naam, Func<Session, Vergunning, Registratie, ValueTask<Vergunning>> wijziging)
    {
        var vergunning = await verzoek.Store.Write(async session =>
        {
            await session.VergrendelQuotum((await Vind(session, verzoek, id)).Vergunning.Quotum);
            var (huidig, registratie) = await Vind(session, verzoek, id);
            http.EisVersie(VergunningAntwoord.ETag(huidig));
            await verzoek.Log(session, naam, registratie.Verhuurder);
            var nieuw = await wijziging(session, huidig, registratie);
            await verzoek.Gebeurde(session, nieuw);
            return nieuw;
        }, verzoek.Stop);
        return Toon(http, verzoek, vergunning);
    }

    private static async ValueTask<(Vergunning Vergunning, Registratie Registratie)> Vind(Session session, Verzoek verzoek, Guid id) =>
        await session.Vergunning(id) is { } vergunning && await session.Registratie(vergunning.Registratie) is { } registratie && verzoek.Ziet(registratie.Verhuurder)
            ? (vergunning, registratie)
            : throw Weigering.NietGevonden("Deze vergunning");

    private static IResult Toon(HttpContext http, Verzoek verzoek, Vergunning vergunning) =>
        http.Json(VergunningAntwoord.Maak(vergunning, verzoek.Organisatie, verzoek.Medewerker is not null), etag: VergunningAntwoord.ETag(vergunning));

    /// <summary>The event of the state that it has now.</summary>
    public static ValueTask Gebeurde(this Verzoek verzoek, Session session, Vergunning vergunning)
    {
        var pad = Links.Vergunning(vergunning.Id);
        return verzoek.Gebeurde(session, pad, vergunning.Version, "vergunning", pad, vergunning.Status.Woord(), vergunning.Registratienummer);
    }

    private static DateOnly LeesAanvraag(Invoer invoer)
    {
        var van = invoer.Datum("van");
        invoer.Klaar();
        return van;
    }

    private static (Vergunningstatus Uitkomst, string Reden, string? Zaak) LeesBesluit(Invoer invoer)
    {
        var gelezen = (invoer.Keuze<Vergunningstatus>("uitkomst"), invoer.Regels("reden", 4000), invoer.Optioneel("zaak", 1000));
        if (gelezen.Item1 == Vergunningstatus.Aangevraagd) invoer.Fout("uitkomst", "invalid_choice", "Kies verleend, geweigerd of ingetrokken.");
        invoer.Klaar();
        return gelezen;
    }

    private static string LeesReden(Invoer invoer)
    {
        var reden = invoer.Regels("reden", 4000);
        invoer.Klaar();
        return reden;
    }
}
