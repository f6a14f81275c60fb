using Meent.Services.EigenApi;
using Meent.Services.Toestemmingen;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Vergunningen;
using Meent.Standards;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Registraties;

internal static class RegistratieEndpoints
{
    private const string Gegeven = "registraties";
    private static readonly KentToestemming Kent = new();
    private const string Bestaand = "Bestaand registratienummer gegeven";

    public static void MapRegistraties(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapPost("/registraties", Registreer).WithName("registratie_create").WithSummary("Registreer een woonruimte; het nummer wordt meteen gegeven.")
            .Leest(invoer => RegistratieInvoer.Lees(invoer, default))
            .Produces<RegistratieAntwoord>().Produces<RegistratieAntwoord>(StatusCodes.Status201Created);
        verhuur.MapLees("/registraties", Lijst).WithName("registratie_list").WithSummary("Registraties van een woonruimte of met een status.")
            .VraagtDeel(
                Parameter.Tekst("adresseerbaarObjectIdentificatie", "De woonruimte (BAG)."),
                Parameter.Keuze<Registratiestatus>("status", "Alleen met deze status."))
            .WithMetadata(Kent).Produces<Pagina<RegistratieAntwoord>>();
        verhuur.MapPost("/registraties/_zoek", Zoek).WithName("registratie_zoek").WithSummary("Registraties van een verhuurder; een BSN staat nooit in een URL.")
            .WithMetadata(Kent).Leest(invoer => LeesZoek(invoer)).Produces<Pagina<RegistratieAntwoord>>();
        verhuur.MapLees("/registraties/{nummer}", Een).WithName("registratie_read").WithSummary("Een registratie.")
            .WithMetadata(Kent).Produces<RegistratieAntwoord>();
        verhuur.MapPost("/registraties/{nummer}/intrekking", TrekIn).WithName("registratie_intrekking").WithSummary("Trek een registratie in; geplande verblijven vervallen.")
            .Produces<RegistratieAntwoord>();
    }

    private static async Task<IResult> Registreer(HttpContext http, Toegang toegang, Adresplek adresplek, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var aanvraag = RegistratieInvoer.Lees(invoer, klok.GetUtcNow());
        var sleutel = http.Sleutel(invoer);
        var gemeentecode = verzoek.Organisatie.Gemeentecode ?? throw Weigering.NietGevonden("Een verhuurregister bij deze organisatie");

        var woonruimte = aanvraag.AdresseerbaarObjectIdentificatie;
        var geplaatst = await verzoek.Store.Read(session => session.IsGeplaatst(woonruimte), verzoek.Stop);
        var plek = geplaatst ? null : await adresplek.Zoek(verzoek.Organisatie, woonruimte, verzoek.Stop);
        var (registratie, nieuw) = await verzoek.Store.Write(async session =>
        {
            if (await session.Eerder(Gegeven, sleutel, aanvraag.Id, klok) is { } eerder)
            {
                await verzoek.Log(session, Bestaand, aanvraag.Verhuurder);
                return ((await session.Registratie(eerder))!, true);
            }

            await session.Plaats(woonruimte, plek);
            var regels = (await session.Regelboek()).Op(klok.Vandaag());
            var (gevonden, gemaakt) = await session.Voeg(aanvraag.Volgens(regels, await session.Geval(aanvraag)), gemeentecode);
            await verzoek.Log(session, gemaakt ? "Registratienummer voor toeristische verhuur gegeven" : Bestaand, gevonden.Verhuurder);
            if (gemaakt) await verzoek.Gebeurde(session, gevonden, "aangemaakt");
            else await session.Onthoud(Gegeven, sleutel, gevonden.Id);
            return (gevonden, gemaakt);
        }, verzoek.Stop);

        var antwoord = RegistratieAntwoord.Van(registratie, verzoek.Organisatie);
        return nieuw ? http.Gemaakt(antwoord, antwoord.Url, RegistratieAntwoord.ETag(registratie)) : http.Json(antwoord, etag: RegistratieAntwoord.ETag(registratie));
    }

    private static async Task<IResult> Een(string nummer, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var gelezen = Nummer(nummer);
        var registratie = await verzoek.Store.Read(session => session.Registratie(gelezen), verzoek.Stop) is { } gevonden && verzoek.Ziet(gevonden.Verhuurder)
            ? gevonden : throw Weigering.NietGevonden("Dit registratienummer");
        await verzoek.LogLezen("Registratie van toeristische verhuur ingezien", registratie.Verhuurder);
        return http.Json(RegistratieAntwoord.Van(registratie, verzoek.Organisatie), etag: RegistratieAntwoord.ETag(registratie));
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var filter = new Registratiefilter(null, vraag.Tekst("adresseerbaarObjectIdentificatie"), vraag.Keuze<Registratiestatus>("status"));
        var deel = vraag.Deel();
        if (filter.Woonruimte is { } woonruimte && !RegistratieInvoer.IsBag(woonruimte)) vraag.Fout("adresseerbaarObjectIdentificatie", RegistratieInvoer.BagVorm);
        vraag.Klaar();
        return await Toon(verzoek, filter, deel);
    }

    private static async Task<IResult> Zoek(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var (verhuurder, deel) = LeesZoek(invoer);
        return await Toon(verzoek, new Registratiefilter(verhuurder, null, null), deel);
    }

    private static (Verhuurder Verhuurder, Deelvraag Deel) LeesZoek(Invoer invoer)
    {
        var verhuurder = RegistratieInvoer.Verhuurder(invoer);
        var deel = new Deelvraag(invoer.OptioneelGetal("page", 1, 1_000_000) ?? 1, invoer.OptioneelGetal("pageSize", 1, 500) ?? 100);
        invoer.Klaar();
        return (verhuurder, deel);
    }

    /// <summary>Withdraws a number for good (R5). Stays that have not begun lapse, and their nights come back.</summary>
    private static async Task<IResult> TrekIn(string nummer, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var gelezen = Nummer(nummer);
        var registratie = await verzoek.Store.Write(async session =>
        {
            var huidig = await session.VergrendeldeRegistratie(gelezen) ?? throw Weigering.NietGevonden("Dit registratienummer");
            http.EisVersie(RegistratieAntwoord.ETag(huidig));
            await verzoek.Log(session, "Registratie van toeristische verhuur ingetrokken", huidig.Verhuurder);
            if (huidig.IsBeeindigd) return huidig;
            await verzoek.Vervallen(session, huidig, "Registratie ingetrokken", klok);
            var ingetrokken = await session.Vervang(huidig with { Status = Registratiestatus.Ingetrokken, BeeindigdOp = klok.GetUtcNow() });
            await verzoek.Gebeurde(session, ingetrokken, "ingetrokken");
            return ingetrokken;
        }, verzoek.Stop);
        return http.Json(RegistratieAntwoord.Van(registratie, verzoek.Organisatie), etag: RegistratieAntwoord.ETag(registratie));
    }

    private static async Task<IResult> Toon(Verzoek verzoek, Registratiefilter filter, Deelvraag deel)
    {
        var (aantal, registraties) = await verzoek.Store.Snapshot(session => session.Registraties(filter with { Toestemming = verzoek.Toestemming }, deel), verzoek.Stop);
        // Of who did not consent nothing was used.
        await verzoek.LogLezen("Registraties van toeristische verhuur opgezocht", [verzoek.Ziet(filter.Verhuurder) ? filter.Verhuurder : null, .. registraties.Select(registratie => registratie.Verhuurder)]);
        return verzoek.Http.Lijst(verzoek.Organisatie.Url("registraties"), deel, aantal,
            [.. registraties.Select(registratie => RegistratieAntwoord.Van(registratie, verzoek.Organisatie))]);
    }

    private static Registratienummer Nummer(string tekst) =>
        Registratienummer.TryParse(tekst, out var nummer) ? nummer : throw Weigering.NietGevonden("Dit registratienummer");

    /// <summary>Stays that have not begun and permits lapse with their number; the place of a permit is free for another.</summary>
    public static async ValueTask Vervallen(this Verzoek verzoek, Data.Opslag.Session session, Registratie registratie, string reden, TimeProvider klok)
    {
        foreach (var melding in await session.Gepland(registratie.Id, klok.Vandaag()))
            await verzoek.Gebeurde(session, await session.Annuleer(registratie, melding, reden, medewerker: false, klok), "geannuleerd");
        foreach (var vergunning in await session.Lopend(registratie.Id))
            await verzoek.Gebeurde(session, await session.TrekIn(vergunning, reden, klok.GetUtcNow()));
    }

    public static ValueTask Gebeurde(this Verzoek verzoek, Data.Opslag.Session session, Registratie registratie, string actie)
    {
        var pad = Links.Registratie(registratie.Registratienummer);
        return verzoek.Gebeurde(session, pad, registratie.Version, "registratie", pad, actie, registratie.Registratienummer);
    }
}
