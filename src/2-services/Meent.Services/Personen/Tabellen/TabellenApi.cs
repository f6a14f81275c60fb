using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Personen.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Personen.Tabellen;

/// <summary>Landelijke tabellen 1.0.0: what the codes of the BRP stand for. Public knowledge, so there is no record of who asks.</summary>
internal static class TabellenApi
{
    private const string Json = "application/json";
    private const string Hal = "application/hal+json";
    private const string Tabelidentificatie = "tabelidentificatie";
    private const string Omschrijving = "omschrijving";
    private const string InclusiefBeeindigd = "inclusiefbeeindigd";

    public static void MapTabellen(this IEndpointRouteBuilder routes)
    {
        var tabellen = routes.MapGroup(Diensten.Pad(Diensten.Tabellen) + "/tabellen").WithTags("Tabellen").WithMetadata(new PadAlsInstance(), new KentToestemming());
        tabellen.MapGet("", Lijst).WithName("getTabellen").WithSummary("De tabellen.").Produces<Tabelcollectie>();
        tabellen.MapGet("/{tabelidentificatie}", Een).WithName("getTabel").WithSummary("Een tabel.").Produces<Landelijketabel>(StatusCodes.Status200OK, Hal);
        tabellen.MapGet("/{tabelidentificatie}/waarden", Waarden).WithName("getWaarden").WithSummary("Wat er in een tabel staat; zonder inclusiefbeeindigd=true alleen wat vandaag geldt.").Produces<Waardecollectie>();
        tabellen.MapGet("/{tabelidentificatie}/waarden/{code}", Waarde).WithName("getWaarde").WithSummary("Waar een code voor staat, ook als zij niet meer geldt.").Produces<Tabelwaarde>();
    }

    private static async Task<IResult> Lijst(HttpContext http, Aanroepen aanroepen)
    {
        await Begin(http, aanroepen, Json, Tabelidentificatie, Omschrijving);
        IEnumerable<Landelijketabel> tabellen = Landelijketabel.Alle;
        if (Parameter(http, Tabelidentificatie) is { } naam) tabellen = tabellen.Where(tabel => tabel.Tabelidentificatie == naam);
        if (Patroon(http) is { } patroon) tabellen = tabellen.Where(tabel => patroon.Past(tabel.Omschrijving));
        return Results.Json(new Tabelcollectie([.. tabellen]), Bronnen.Json);
    }

    private static async Task<IResult> Een(string tabelidentificatie, HttpContext http, Aanroepen aanroepen)
    {
        await Begin(http, aanroepen, Hal);
        return Results.Json(Landelijketabel.Alle.FirstOrDefault(tabel => tabel.Tabelidentificatie == tabelidentificatie) ?? throw GeenTabel(), Bronnen.Json, Hal);
    }

    private static async Task<IResult> Waarden(string tabelidentificatie, HttpContext http, Aanroepen aanroepen, Stores stores, Tabelopslag opslag, TimeProvider klok)
    {
        await Begin(http, aanroepen, Json, Omschrijving, InclusiefBeeindigd);
        var waarden = await Alle(tabelidentificatie, http, stores, opslag);
        if (!Beeindigd(http)) waarden = waarden.Where(waarde => waarde.IsActueel(klok.Vandaag()));
        if (Patroon(http) is { } patroon) waarden = waarden.Where(waarde => patroon.Past(waarde.Omschrijving));
        return Results.Json(new Waardecollectie([.. waarden]), Bronnen.Json);
    }

    private static async Task<IResult> Waarde(string tabelidentificatie, string code, HttpContext http, Aanroepen aanroepen, Stores stores, Tabelopslag opslag)
    {
        await Begin(http, aanroepen, Json);
        return Results.Json(
            (await Alle(tabelidentificatie, http, stores, opslag)).FirstOrDefault(waarde => waarde.Code == code) ?? throw Rfc2616Problemen.BestaatNiet("Deze code staat niet in de tabel."), Bronnen.Json);
    }

    private static async ValueTask<IEnumerable<Tabelwaarde>> Alle(string tabelidentificatie, HttpContext http, Stores stores, Tabelopslag opslag)
    {
        var tabel = Landelijketabel.Vind(tabelidentificatie) ?? throw GeenTabel();
        return (await opslag.Van(await stores.Get(http.Organisatie()), http.RequestAborted)).Alle(tabel);
    }

    private static async Task Begin(HttpContext http, Aanroepen aanroepen, string soort, params string[] parameters)
    {
        await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd("autorisatie", detail));
        var accept = http.Request.Headers.Accept.ToString();
        if (accept.Length > 0 && !accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains('*', StringComparison.Ordinal))
            throw Rfc2616Problemen.AntwoordNietOndersteund(soort);
        if (http.Request.Query.Keys.Except(parameters, StringComparer.Ordinal).ToList() is { Count: > 0 } onverwacht) throw Rfc2616Problemen.Onverwacht(onverwacht);
        if (http.Request.Query.Where(een => een.Value.Count > 1).ToList() is { Count: > 0 } dubbel)
            throw Rfc2616Problemen.Parameters([.. dubbel.Select(een => new OngeldigVeld(een.Key, "maxItems", "Parameter mag één keer voorkomen."))]);
    }

    private static string? Parameter(HttpContext http, string naam) => http.Request.Query.TryGetValue(naam, out var waarde) ? waarde.ToString() : null;

    private static Zoekpatroon? Patroon(HttpContext http) => Parameter(http, Omschrijving) is { } tekst ? new(tekst) : null;

    private static bool Beeindigd(HttpContext http) => Parameter(http, InclusiefBeeindigd) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Rfc2616Problemen.Parameters([new(InclusiefBeeindigd, "boolean", "Waarde is geen geldige boolean.")]),
    };

    private static ProbleemException GeenTabel() => Rfc2616Problemen.BestaatNiet("Er is geen tabel met deze identificatie.");
}

internal sealed record Tabelcollectie(IReadOnlyList<Landelijketabel> Tabellen);

internal sealed record Waardecollectie(IReadOnlyList<Tabelwaarde> Waarden);
