using System.Text.RegularExpressions;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Toegang;

/// <summary>Employees, their roles, mandates and caseload, and sessions that were ended. Layer 5 asks at every request; what changes here holds at the next one.</summary>
internal static partial class ToegangApi
{
    public static IServiceCollection AddToegang(this IServiceCollection services) => services
        .AddBron(Diensten.Toegang, typeof(ToegangApi).Assembly, "Meent.Services.Toegang.Migraties", Diensten.Toegang);

    public static void MapToegang(this IEndpointRouteBuilder routes)
    {
        var toegang = routes.MapGroup(Diensten.Pad(Diensten.Toegang)).WithTags("Toegang").AlleenBekenden();
        toegang.MapGet("/medewerkers", Lijst).WithName("medewerker_list");
        toegang.MapGet("/medewerkers/{id}", Een).WithName("medewerker_read");
        toegang.MapPut("/medewerkers/{id}", Zet).WithName("medewerker_update");
        toegang.MapPost("/medewerkers/{id}/caseload", Neem).WithName("caseload_create");
        toegang.MapDelete("/medewerkers/{id}/caseload/{zaak}", Geef).WithName("caseload_delete");
        toegang.MapGet("/rollen", AlleRollen).WithName("toegangsrol_list");
        toegang.MapPut("/rollen/{naam}", ZetRol).WithName("rol_update");
        BeeindigdeSessies.Map(toegang);
    }

    private static async Task<IResult> Lijst(HttpContext http, Stores stores, TimeProvider klok)
    {
        var medewerkers = await (await stores.Get(http.Organisatie())).Read(s => s.AlleMedewerkers(klok.Vandaag()), http.RequestAborted);
        return Results.Json(new { count = medewerkers.Count, results = medewerkers }, Bronnen.Json);
    }

    private static async Task<IResult> Een(string id, HttpContext http, Stores stores, TimeProvider klok) =>
        await (await stores.Get(http.Organisatie())).Read(s => s.Medewerker(id, klok.Vandaag()), http.RequestAborted) is { } medewerker
            ? Results.Json(medewerker, Bronnen.Json)
            : throw Onbekend();

    private static async Task<IResult> Zet(string id, HttpContext http, Stores stores, TimeProvider klok)
    {
        var invoer = await Lichaam.Lees<Medewerkerinvoer>(http);
        var (nieuw, medewerker) = await (await stores.Get(http.Organisatie())).Write(async s =>
        {
            Controleer(id, invoer, [.. (await s.AlleRollen()).Select(r => r.Naam)]);
            var toegevoegd = await s.Zet(id, invoer);
            return (toegevoegd, await s.Medewerker(id, klok.Vandaag()));
        }, http.RequestAborted);
        return Results.Json(medewerker, Bronnen.Json, statusCode: nieuw ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Neem(string id, HttpContext http, Stores stores, TimeProvider klok)
    {
        var invoer = await Lichaam.Lees<Caseloadinvoer>(http);
        if (string.IsNullOrWhiteSpace(invoer.Zaak) || invoer.Zaak.Length > 100) throw Ongeldig(new OngeldigVeld("zaak", "required", "Noem een zaak, in ten hoogste 100 tekens."));
        return await Wijzig(id, http, stores, klok, s => s.Neem(id, invoer.Zaak, klok.GetUtcNow()));
    }

    private static Task<IResult> Geef(string id, string zaak, HttpContext http, Stores stores, TimeProvider klok) => Wijzig(id, http, stores, klok, s => s.Geef(id, zaak));

    private static async Task<IResult> Wijzig(string id, HttpContext http, Stores stores, TimeProvider klok, Func<Session, ValueTask<int>> wijziging) =>
        Results.Json(await (await stores.Get(http.Organisatie())).Write(async s =>
        {
            if (await s.Medewerker(id, klok.Vandaag()) is null) throw Onbekend();
            await wijziging(s);
            return await s.Medewerker(id, klok.Vandaag());
        }, http.RequestAborted), Bronnen.Json);

    private static async Task<IResult> AlleRollen(HttpContext http, Stores stores)
    {
        var rollen = await (await stores.Get(http.Organisatie())).Read(s => s.AlleRollen(), http.RequestAborted);
        return Results.Json(new { count = rollen.Count, results = rollen }, Bronnen.Json);
    }

    private static async Task<IResult> ZetRol(string naam, HttpContext http, Stores stores)
    {
        var invoer = await Lichaam.Lees<Rolinvoer>(http);
        var rechten = invoer.Rechten ?? [];
        if (!Kenmerk().IsMatch(naam)) throw Ongeldig(Vorm("naam"));
        if (rechten.Any(r => !Kenmerk().IsMatch(r))) throw Ongeldig(Vorm("rechten"));
        await (await stores.Get(http.Organisatie())).Write(s => s.Zet(new Rol(naam, rechten)), http.RequestAborted);
        return Results.Json(new Rol(naam, rechten), Bronnen.Json);
    }

    private static void Controleer(string id, Medewerkerinvoer invoer, IReadOnlyList<string> rollen)
    {
        var fouten = new List<OngeldigVeld>();
        if (!Kenmerk().IsMatch(id)) fouten.Add(Vorm("id"));
        if (string.IsNullOrWhiteSpace(invoer.Naam) || invoer.Naam.Length > 200) fouten.Add(new("naam", "required", "Noem de naam, in ten hoogste 200 tekens."));
        fouten.AddRange((invoer.Rollen ?? []).Except(rollen).Select(rol => new OngeldigVeld("rollen", "does-not-exist", $"De rol '{rol}' bestaat niet.")));
        foreach (var mandaat in invoer.Mandaten ?? [])
        {
            if (mandaat.Recht is null || !Kenmerk().IsMatch(mandaat.Recht)) fouten.Add(Vorm("mandaten.recht"));
            if (mandaat.GeldigTot < mandaat.GeldigVan) fouten.Add(new("mandaten.geldigTot", "date-order", "Het mandaat eindigt voor het begint."));
        }

        if (fouten.Count > 0) throw Ongeldig([.. fouten]);
    }

    internal static bool IsKenmerk(string tekst) => Kenmerk().IsMatch(tekst);

    internal static OngeldigVeld Vorm(string veld) => new(veld, "invalid", "Gebruik 1-60 letters, cijfers, punten, streepjes of apenstaartjes.");

    internal static ProbleemException Ongeldig(params IReadOnlyList<OngeldigVeld> velden) =>
        new(new Probleem(400, "invalid", "Ongeldige invoer.", velden[0].Reason) { InvalidParams = velden });

    private static ProbleemException Onbekend() => new(new Probleem(404, "not_found", "Niet gevonden.", "Deze medewerker is niet bekend."));

    [GeneratedRegex("^[A-Za-z0-9._@-]{1,60}$")]
    private static partial Regex Kenmerk();

    private sealed record Rolinvoer(IReadOnlyList<string>? Rechten);
}
