using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Meldingen;

internal static class MeldingEndpoints
{
    private const string Gegeven = "meldingen";

    public static void MapMeldingen(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapPost("/meldingen", Meld).WithName("melding_create").WithSummary("Meld een verblijf voordat het begint.")
            .Leest(invoer => Lees(invoer)).Produces<MeldingAntwoord>().Produces<MeldingAntwoord>(StatusCodes.Status201Created);
        verhuur.MapLees("/meldingen", Lijst).WithName("melding_list").WithSummary("Meldingen bij een registratienummer of woonruimte, de laatste aankomst eerst.")
            .VraagtDeel(
                Parameter.Tekst("registratienummer", "Bij dit nummer."),
                Parameter.Tekst("adresseerbaarObjectIdentificatie", "Bij deze woonruimte (BAG)."),
                Parameter.Keuze<Meldingstatus>("status", "Alleen met deze status."))
            .Produces<Pagina<MeldingAntwoord>>();
        verhuur.MapLees("/meldingen/{id:guid}", Een).WithName("melding_read").WithSummary("Een melding.")
            .Produces<MeldingAntwoord>();
        verhuur.MapPut("/meldingen/{id:guid}", Wijzig).WithName("melding_update").WithSummary("Wijzig een verblijf dat nog niet begonnen is.")
            .Leest(invoer => Lees(invoer)).Produces<MeldingAntwoord>();
        verhuur.MapPost("/meldingen/{id:guid}/annulering", Annuleer).WithName("melding_annulering").WithSummary("Annuleer een verblijf; de nachten komen terug.")
            .Leest(invoer => LeesReden(invoer), verplicht: false).Produces<MeldingAntwoord>();
    }

    private static async Task<IResult> Meld(HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var (nummer, verblijf) = Lees(invoer);
        var sleutel = http.Sleutel(invoer);
        var id = Guid.CreateVersion7();

        var uitkomst = await verzoek.Store.Write(async session =>
        {
            if (await session.Eerder(Gegeven, sleutel, id, klok) is { } eerder)
            {
                var melding = (await session.Melding(eerder))!;
                var eigen = (await session.Registratie(melding.Registratie))!;
                await verzoek.Log(session, "Gemeld verblijf opnieuw getoond", eigen.Verhuurder);
                return new Meldresultaat(melding, await session.Telling(melding, eigen), true);
            }

            var registratie = await session.VergrendeldeRegistratie(nummer) ?? throw Onbekend();
            var resultaat = await session.Meld(id, registratie, verblijf, klok);
            await verzoek.Log(session, "Verblijf van toeristische verhuur gemeld", registratie.Verhuurder);
            if (resultaat.Gewijzigd) await verzoek.Gebeurde(session, resultaat, "ontvangen");
            else await session.Onthoud(Gegeven, sleutel, resultaat.Melding.Id);
            return resultaat;
        }, verzoek.Stop);

        return Antwoord(verzoek, uitkomst, gemaakt: uitkomst.Gewijzigd);
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (nummer, verblijf) = Lees(await Invoer.Lees(http));

        var uitkomst = await verzoek.Store.Write(async session =>
        {
            var (melding, registratie) = await session.VergrendeldeMelding(id) ?? throw Weigering.NietGevonden("Deze melding");
            http.EisVersie(MeldingAntwoord.ETag(melding, klok.Vandaag()));
            if (melding.Registratienummer != nummer.Waarde)
                throw Weigering.Regel(new OngeldigVeld("registratienummer", "nietWijzigbaar", "Een melding blijft bij haar registratienummer; annuleer haar en meld opnieuw."));
            var resultaat = await session.Wijzig(registratie, melding, verblijf, klok);
            await verzoek.Log(session, "Melding van een verblijf gewijzigd", registratie.Verhuurder);
            if (resultaat.Gewijzigd) await verzoek.Gebeurde(session, resultaat, "gewijzigd");
            return resultaat;
        }, verzoek.Stop);

        return Antwoord(verzoek, uitkomst, gemaakt: false);
    }

    private static async Task<IResult> Annuleer(Guid id, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        // A host needs no reason, and then no body either.
        var reden = http.Request.ContentLength is not (null or 0) || http.Request.HasJsonContentType() ? LeesReden(await Invoer.Lees(http)) : null;

        var uitkomst = await verzoek.Store.Write(async session =>
        {
            var (melding, registratie) = await session.VergrendeldeMelding(id) ?? throw Weigering.NietGevonden("Deze melding");
            http.EisVersie(MeldingAntwoord.ETag(melding, klok.Vandaag()));
            var resultaat = await session.Annuleer(registratie, melding, reden, verzoek.Medewerker is not null, klok);
            await verzoek.Log(session, "Melding van een verblijf geannuleerd", registratie.Verhuurder);
            if (resultaat.Gewijzigd) await verzoek.Gebeurde(session, resultaat, "geannuleerd");
            return resultaat;
        }, verzoek.Stop);

        return Antwoord(verzoek, uitkomst, gemaakt: false);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var (melding, registratie) = await verzoek.Store.Snapshot(async session =>
        {
            var gevonden = await session.Melding(id);
            return (gevonden, gevonden is null ? null : await session.Registratie(gevonden.Registratie));
        }, verzoek.Stop);
        if (melding is null) throw Weigering.NietGevonden("Deze melding");
        await verzoek.LogLezen("Melding van een verblijf ingezien", [registratie?.Verhuurder]);
        return http.Json(MeldingAntwoord.Van(melding, verzoek.Organisatie, klok.Vandaag()), etag: MeldingAntwoord.ETag(melding, klok.Vandaag()));
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        Registratienummer? nummer = Registratienummer.TryParse(vraag.Tekst("registratienummer"), out var gelezen) ? gelezen : null;
        var woonruimte = vraag.Tekst("adresseerbaarObjectIdentificatie");
        var filter = new Meldingfilter(nummer, woonruimte, vraag.Keuze<Meldingstatus>("status"), klok.Vandaag());
        var deel = vraag.Deel();
        if (nummer is null && vraag.Tekst("registratienummer") is not null) vraag.Fout("registratienummer", "Dit is geen registratienummer.");
        if (woonruimte is not null && !RegistratieInvoer.IsBag(woonruimte)) vraag.Fout("adresseerbaarObjectIdentificatie", RegistratieInvoer.BagVorm);
        vraag.Klaar();

        var (aantal, rijen) = await verzoek.Store.Snapshot(session => session.Meldingen(filter, deel), verzoek.Stop);
        await verzoek.LogLezen("Meldingen van verblijven ingezien", [.. rijen.Select(rij => rij.Verhuurder)]);
        return http.Lijst(verzoek.Organisatie.Url("meldingen"), deel, aantal,
            [.. rijen.Select(rij => MeldingAntwoord.Van(rij.Melding, verzoek.Organisatie, filter.Vandaag))]);
    }

    private static (Registratienummer Nummer, Meldingsinvoer Verblijf) Lees(Invoer invoer)
    {
        var tekst = invoer.Verplicht("registratienummer", t => Registratienummer.TryParse(t, out _), "Een registratienummer heeft vier cijfers en zestien cijfers of letters A tot en met F.");
        var verblijf = new Meldingsinvoer(invoer.Datum("aankomst"), invoer.Datum("vertrek"), invoer.Getal("gasten", 1, 1000));
        invoer.Klaar();
        return (Registratienummer.TryParse(tekst, out var nummer) ? nummer : default, verblijf);
    }

    private static string? LeesReden(Invoer invoer)
    {
        var reden = invoer.Optioneel("reden", 500);
        invoer.Klaar();
        return reden;
    }

    private static ProbleemException Onbekend() => Weigering.Regel(new OngeldigVeld("registratienummer", "onbekend", "Dit registratienummer is niet bekend."));

    private static IResult Antwoord(Verzoek verzoek, Meldresultaat uitkomst, bool gemaakt)
    {
        var vandaag = verzoek.Klok.Vandaag();
        var antwoord = MeldingAntwoord.Van(uitkomst.Melding, verzoek.Organisatie, vandaag, uitkomst.Telling);
        var etag = MeldingAntwoord.ETag(uitkomst.Melding, vandaag);
        return gemaakt ? verzoek.Http.Gemaakt(antwoord, antwoord.Url, etag) : verzoek.Http.Json(antwoord, etag: etag);
    }
}
