using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Afspraken;

internal sealed record AfspraakAntwoord(
    string Url, Guid Id, Guid Deelnemer, Richting Richting, string Omschrijving, long Cent, Guid Rubriek, Guid? Crediteur, string Tegenrekening, DateOnly Van, DateOnly? Tot,
    IReadOnlyList<string> Zoektermen, Schema? Schema, Marge? Alarm, string Versie)
{
    public static AfspraakAntwoord Maak(Afspraak a, long version, Organisatie organisatie) => new(
        organisatie.Url($"afspraken/{a.Id}"), a.Id, a.Deelnemer, a.Richting, a.Omschrijving, a.Cent, a.Rubriek, a.Crediteur, a.Tegenrekening, a.Van, a.Tot, a.Zoektermen, a.Schema, a.Alarm, Rijtabel.ETag(a.Id, version));
}

/// <summary>Agreements of a resident: what comes and what goes.</summary>
internal static class AfspraakEndpoints
{
    private const string Gegeven = "afspraken";
    private const string Wat = "Deze afspraak";
    private const int MaxDagen = 400;

    public static void MapAfspraken(this IEndpointRouteBuilder boek)
    {
        boek.MapPost("/deelnemers/{id:guid}/afspraken", Maak).WithName("huishoudboekje_afspraak_create").WithSummary("Leg vast wat er voor een deelnemer komt of gaat.")
            .Leest(invoer => AfspraakInvoer.Lees(invoer, default, default)).Produces<AfspraakAntwoord>(StatusCodes.Status201Created);
        boek.MapLees("/deelnemers/{id:guid}/afspraken", Lijst).WithName("huishoudboekje_afspraak_list").WithSummary("Afspraken van een deelnemer, ook die voorbij zijn.").VraagtDeel().Produces<Pagina<AfspraakAntwoord>>();
        boek.MapLees("/afspraken/{id:guid}", Een).WithName("huishoudboekje_afspraak_read").WithSummary("Een afspraak.").Produces<AfspraakAntwoord>();
        boek.MapPut("/afspraken/{id:guid}", Wijzig).WithName("huishoudboekje_afspraak_update").WithSummary("Wijzig een afspraak; wat al geboekt of uitbetaald is, verandert niet.")
            .Leest(invoer => AfspraakInvoer.Lees(invoer, default, default)).Produces<AfspraakAntwoord>();
        boek.MapLees("/afspraken/{id:guid}/dagen", Dagen).WithName("huishoudboekje_afspraak_dagen").WithSummary("Op welke dagen er betaald of verwacht wordt, met weekenden en feestdagen van de bank.")
            .Vraagt(Parameter.Datum("van", "Vanaf deze dag; verplicht."), Parameter.Datum("tot", "Tot en met deze dag; verplicht.")).Produces<IReadOnlyList<Betaaldag>>();
    }

    private static async Task<IResult> Maak(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var afspraak = AfspraakInvoer.Lees(await Invoer.Lees(http), Guid.CreateVersion7(), id);
        await verzoek.Store.Write(async session =>
        {
            await verzoek.Log(session, "Afspraak vastgelegd", (await Toets(session, afspraak)).Burgerservicenummer);
            await session.Voeg(afspraak);
            await verzoek.Gebeurde(session, "afspraak", $"afspraken/{afspraak.Id}", 1, "vastgelegd");
            return true;
        }, verzoek.Stop);
        var antwoord = AfspraakAntwoord.Maak(afspraak, 1, verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url, antwoord.Versie);
    }

    private static async Task<IResult> Lijst(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var (deelnemer, afspraken) = await verzoek.Store.Snapshot(async session => (await session.Vind<Deelnemer>(id, "Deze deelnemer"), await session.AfsprakenVan(id)), verzoek.Stop);
        await verzoek.LogLezen("Afspraken van een deelnemer ingezien", deelnemer.Burgerservicenummer);
        return http.Lijst(verzoek.Organisatie.Url($"deelnemers/{id}/afspraken"), deel, afspraken.Count,
            [.. afspraken.Skip((int)deel.Overslaan).Take(deel.PageSize).Select(a => AfspraakAntwoord.Maak(a, 0, verzoek.Organisatie))]);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var (verzoek, afspraak, version) = await Lees(id, http, toegang);
        return http.Json(AfspraakAntwoord.Maak(afspraak, version, verzoek.Organisatie), etag: Rijtabel.ETag(id, version));
    }

    private static async Task<IResult> Dagen(Guid id, HttpContext http, Toegang toegang)
    {
        var (_, afspraak, _) = await Lees(id, http, toegang);
        var vraag = Vraag.Lees(http);
        var (van, tot) = (vraag.Datum("van"), vraag.Datum("tot"));
        if (van is null || tot is null || tot < van || tot.Value.DayNumber - van.Value.DayNumber > MaxDagen) vraag.Fout("tot", $"Geef van en tot, met ten hoogste {MaxDagen} dagen ertussen.");
        vraag.Klaar();
        return http.Json<IReadOnlyList<Betaaldag>>(afspraak.Schema is { } schema ? [.. schema.Betaalschema(afspraak.Van, afspraak.Tot).Dagen(van!.Value, tot!.Value)] : []);
    }

    private static async Task<(Verzoek Verzoek, Afspraak Afspraak, long Version)> Lees(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var (gevonden, bsn) = await verzoek.Store.Snapshot(async session =>
        {
            var rij = await session.Rij<Afspraak>(id) ?? throw Weigering.NietGevonden(Wat);
            return (rij, (await session.Vind<Deelnemer>(rij.Rij.Deelnemer, Wat)).Burgerservicenummer);
        }, verzoek.Stop);
        await verzoek.LogLezen("Afspraak van een deelnemer ingezien", bsn);
        return (verzoek, gevonden.Rij, gevonden.Version);
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var (nieuw, version) = await verzoek.Store.Write(async session =>
        {
            var (huidig, oud) = await session.Vergrendeld<Afspraak>(id, Wat);
            http.EisVersie(Rijtabel.ETag(id, oud));
            var afspraak = AfspraakInvoer.Lees(invoer, id, huidig.Deelnemer);
            // The journal names the agreement with each booking: what was income cannot become a cost afterwards.
            if (afspraak.Richting != huidig.Richting) throw Weigering.Regel(new OngeldigVeld("richting", "nietWijzigbaar", "Van inkomst naar uitgave gaat niet; beëindig deze afspraak en maak een nieuwe."));
            await verzoek.Log(session, "Afspraak gewijzigd", (await Toets(session, afspraak)).Burgerservicenummer);
            await session.Zet(afspraak);
            await verzoek.Gebeurde(session, "afspraak", $"afspraken/{id}", oud + 1, "gewijzigd");
            return (afspraak, oud + 1);
        }, verzoek.Stop);
        return http.Json(AfspraakAntwoord.Maak(nieuw, version, verzoek.Organisatie), etag: Rijtabel.ETag(id, version));
    }

    /// <summary>Whether it goes with what is known.</summary>
    private static async ValueTask<Deelnemer> Toets(Session session, Afspraak afspraak)
    {
        var deelnemer = await session.Vind<Deelnemer>(afspraak.Deelnemer, "Deze deelnemer");
        var fouten = new List<OngeldigVeld>();
        if (deelnemer.Einde is { } einde && (afspraak.Tot is not { } tot || tot > einde)) fouten.Add(new("tot", "naEinde", "De deelname eindigt eerder."));
        if (await session.Rubriek(afspraak.Rubriek) is not { } rubriek) fouten.Add(new("rubriek", "onbekend", "Deze rubriek bestaat niet."));
        else if (rubriek.Richting != afspraak.Richting) fouten.Add(new("rubriek", "richting", $"De rubriek {rubriek.Naam} is er voor {(rubriek.Richting == Richting.Inkomst ? "inkomsten" : "uitgaven")}."));
        var eigenaar = afspraak.Crediteur ?? afspraak.Deelnemer;
        if (!(await session.Rekeningen([eigenaar])).Exists(r => r.Iban == afspraak.Tegenrekening && r.Status != Rekeningstatus.Vervallen))
            fouten.Add(new("tegenrekening", "onbekend", afspraak.Crediteur is null ? "De deelnemer heeft deze rekening niet." : "De organisatie heeft deze rekening niet."));
        return fouten.Count == 0 ? deelnemer : throw Weigering.Regel(fouten);
    }
}
