using System.Globalization;
using System.Text.Json;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Beheer;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Kvk;

/// <summary>The API's of the KVK on the handelsregister: Zoeken 2, Basisprofiel 1, Vestigingsprofiel 1 and Naamgeving 1.</summary>
internal static class KvkApi
{
    /// <summary>The entry in the own register of processing activities under which this source tells others.</summary>
    public const string Activiteit = "handelsregister-verstrekken";

    // What a purpose covers is one of these products; the API's have no choice of members.
    private const string Zoekproduct = "zoeken";
    private const string Basis = "basisprofiel";
    private const string Eigenaar = "eigenaar";
    private const string Hoofd = "hoofdvestiging";
    private const string Vestigingen = "vestigingen";
    private const string Vestiging = "vestigingsprofiel";
    private const string Namen = "naamgevingen";
    private const string Geo = "geoData";

    public static IServiceCollection AddKvk(this IServiceCollection services) => services
        .AddBron("kvk", typeof(KvkApi).Assembly, "Meent.Services.Kvk.Migraties", Diensten.Kvk)
        .AddTeller("bedrijven", Diensten.Kvk, "SELECT COUNT(*) FROM kvk_inschrijvingen")
        .AddSingleton<IBeheertaak, ImportKvk>();

    public static void MapKvk(this IEndpointRouteBuilder routes)
    {
        var kvk = routes.MapGroup(Diensten.Pad(Diensten.Kvk)).WithMetadata(Kvkfouten.Vorm);
        kvk.MapGet("/v2/zoeken", Zoek).WithName("getResults").WithTags("Zoeken").WithSummary("Voor een bedrijf zoeken naar basisinformatie.").Produces<Resultaat>(200, Hal.Mediatype);
        var basis = kvk.MapGroup("/v1/basisprofielen/{kvkNummer}").WithTags("Basisprofiel");
        Profiel<Basisprofiel>(basis, "", "getBasisprofielByKvkNummer", "Voor een specifiek bedrijf basisinformatie opvragen.", Basis,
            (profielen, aanroep) => profielen.Basisprofiel(Dekt(aanroep, Hoofd), Dekt(aanroep, Eigenaar)));
        Profiel<Eigenaar>(basis, "/eigenaar", "getEigenaar", "Voor een specifiek bedrijf eigenaar informatie opvragen.", Eigenaar, (profielen, _) => profielen.Eigenaar());
        Profiel<Vestigingsprofiel>(basis, "/hoofdvestiging", "getHoofdvestiging", "Voor een specifiek bedrijf hoofdvestigingsinformatie opvragen.", Hoofd, (profielen, _) => profielen.Hoofdvestiging());
        Profiel<Vestigingenlijst>(basis, "/vestigingen", "getVestigingen", "Voor een specifiek bedrijf een lijst met vestigingen opvragen.", Vestigingen, (profielen, _) => profielen.Vestigingen(), metGeo: false);
        kvk.MapGet("/v1/vestigingsprofielen/{vestigingsnummer}", Vestigingsprofiel).WithName("getVestigingByVestigingsnummer").WithTags("Vestigingsprofiel")
            .WithSummary("Voor een specifieke vestiging informatie opvragen.").Produces<Vestigingsprofiel>(200, Hal.Mediatype);
        Profiel<Naamgeving>(kvk.MapGroup("/v1/naamgevingen/kvknummer/{kvkNummer}").WithTags("Naamgeving"), "", "naamgevingBijKvkNummer", "Naamgegevens van een bedrijf opvragen.", Namen,
            (profielen, _) => profielen.Naamgeving(), metGeo: false);
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log, TimeProvider klok)
    {
        var aanroep = await Begin(http, aanroepen, "2.1.0", Zoekproduct);
        var vraag = Zoekvraag.Lees(http.Request.Query);
        var vandaag = klok.Vandaag().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var store = await stores.Get(aanroep.Organisatie);
        var (gevonden, totaal) = await store.Read(session => session.Zoek(vraag, vandaag), http.RequestAborted);
        if (gevonden.Count == 0) throw Kvkfouten.NietsGevonden();
        await Vastleggen(log, aanroep, "Gevonden in het handelsregister", Zoekproduct, gevonden.Where(een => een.VanPersonen).SelectMany(een => Wie(een.KvkNummer, een.Burgerservicenummers)), http.RequestAborted);
        return Antwoord(Zoekresultaat.Van(http, vraag, gevonden, totaal, vandaag));
    }

    private static void Profiel<T>(
        RouteGroupBuilder groep, string pad, string naam, string samenvatting, string product, Func<Profielen, Aanroep, T?> maak, bool metGeo = true)
        where T : class =>
        groep.MapGet(pad, async (string kvkNummer, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log) =>
        {
            var aanroep = await Begin(http, aanroepen, "1.5.0", product);
            var geo = Lees(http, metGeo, Kvkregels.IsKvkNummer(kvkNummer) ? null : Kvkfouten.KvkNummer(kvkNummer));
            var inschrijving = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindInschrijving(kvkNummer), http.RequestAborted);
            var antwoord = inschrijving is null ? null : maak(new Profielen(inschrijving, aanroep.Organisatie, geo), aanroep);
            if (antwoord is null) throw Kvkfouten.NietBijKvkNummer(kvkNummer);
            await Vastleggen(log, aanroep, inschrijving!, product, http.RequestAborted);
            return Antwoord(antwoord);
        }).WithName(naam).WithSummary(samenvatting).Produces<T>(200, Hal.Mediatype);

    private static async Task<IResult> Vestigingsprofiel(string vestigingsnummer, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = await Begin(http, aanroepen, "1.4.1", Vestiging);
        var geo = Lees(http, metGeo: true, Kvkregels.IsVestigingsnummer(vestigingsnummer) ? null : Kvkfouten.Vestigingsnummer(vestigingsnummer));
        var inschrijving = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindBijVestiging(vestigingsnummer), http.RequestAborted)
            ?? throw Kvkfouten.NietBijVestigingsnummer(vestigingsnummer);
        await Vastleggen(log, aanroep, inschrijving, Vestiging, http.RequestAborted);
        return Antwoord(new Profielen(inschrijving, aanroep.Organisatie, geo).Vestigingsprofiel(vestigingsnummer));
    }

    private static async ValueTask<Aanroep> Begin(HttpContext http, Aanroepen aanroepen, string versie, string product)
    {
        http.Response.Headers["api-version"] = versie;
        http.Response.Headers.CacheControl = "no-store";
        var aanroep = await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd("autorisatie", detail));
        Hal.Controleer(http.Request);
        aanroep.VereisDoel(Diensten.Kvk, product);
        return aanroep;
    }

    private static bool Dekt(Aanroep aanroep, string product) => aanroep.Doel?.Dekt(Diensten.Kvk, product) == true;

    private static bool Lees(HttpContext http, bool metGeo, Kvkfouten.Fout? nummer)
    {
        var lezer = new Kvklezer(http.Request.Query, metGeo ? [Geo] : []);
        if (nummer is not null) lezer.Fout(nummer);
        var geo = metGeo && lezer.Ja(Geo);
        lezer.Klaar();
        return geo;
    }

    private static ValueTask Vastleggen(Verwerkingslog log, Aanroep aanroep, Inschrijving inschrijving, string product, CancellationToken stop) => Vastleggen(
        log, aanroep, "Gegevens uit het handelsregister verstrekt", product, inschrijving.IsVanPersonen ? Wie(inschrijving.KvkNummer, inschrijving.Burgerservicenummers ?? []) : [], stop);

    /// <summary>A record for each person whose company is in the answer, before it goes out; a rechtspersoon is nobody.</summary>
    private static ValueTask Vastleggen(Verwerkingslog log, Aanroep aanroep, string naam, string product, IEnumerable<Betrokkene> betrokkenen, CancellationToken stop)
    {
        List<Betrokkene> wie = [.. betrokkenen.Distinct()];
        if (wie.Count == 0) return ValueTask.CompletedTask;
        var regels = log.Regels(aanroep, naam, wie, aanroep.Peer is null ? null : aanroep.Organisatie.Verwerkingsactiviteit(Activiteit), [$"{Diensten.Kvk}:{product}"]);
        return log.Schrijf(aanroep.Organisatie, regels, stop);
    }

    // Who is not known by a BSN is known by the company.
    private static IEnumerable<Betrokkene> Wie(string kvkNummer, IReadOnlyList<string> burgerservicenummers) =>
        burgerservicenummers.Count == 0 ? [new Betrokkene(LogboekAttributen.Kvk, kvkNummer)] : burgerservicenummers.Select(bsn => Betrokkene.Van(Bsn.Parse(bsn)));

    private static IResult Antwoord<T>(T antwoord) => Hal.Antwoord(JsonSerializer.Serialize(antwoord, Regelvorm.Json));
}
