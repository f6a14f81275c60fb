using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Meent.Data.Logboek;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Toestemmingen;

/// <summary>Residents decide about their own data: what they share with whom, for what and until when. Only the pages of the organisation itself speak for them.</summary>
internal static class ToestemmingenApi
{
    private const string Gegeven = "toestemmingen";
    private const string Getoond = "Toestemmingen getoond";

    public static IServiceCollection AddToestemmingen(this IServiceCollection services) =>
        services.AddBron(Diensten.Toestemmingen, typeof(ToestemmingenApi).Assembly, "Meent.Services.Toestemmingen.Migraties", Diensten.Toestemmingen);

    public static void MapToestemmingen(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Diensten.Pad(Diensten.Toestemmingen)).WithTags("Toestemmingen");
        api.MapGet("/mogelijkheden", Mogelijkheden).WithName("mogelijkheid_list").WithSummary("Waarvoor een inwoner nu toestemming kan geven.").Produces<Mogelijkhedenlijst>();
        api.MapPost("/toestemmingen/_zoek", Zoek).WithName("toestemming_zoek").WithSummary("Alle toestemmingen van een inwoner, ook wat voorbij is; een BSN staat nooit in een URL.")
            .WithMetadata(Body<Persoonsvraag>()).Produces<Toestemmingenlijst>();
        api.MapPost("/toestemmingen", Geef).WithName("toestemming_create").WithSummary("Geef toestemming; wat eerder voor hetzelfde doel gegeven is, eindigt dan.")
            .WithMetadata(Body<Toestemmingsinvoer>()).Produces<Toestemmingsantwoord>(StatusCodes.Status201Created);
        api.MapPost("/toestemmingen/{id:guid}/intrekking", TrekIn).WithName("toestemming_intrekking").WithSummary("Trek een toestemming in; dat werkt bij de volgende vraag aan een bron.")
            .WithMetadata(Body<Persoonsvraag>()).Produces<Toestemmingsantwoord>();
    }

    private static async Task<IResult> Mogelijkheden(HttpContext http, Aanroepen aanroepen, Toestemmingsboek boek)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        return Results.Json(new Mogelijkhedenlijst(await boek.Mogelijkheden(aanroep.Organisatie)), Bronnen.Json);
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, Toestemmingsboek boek, Verwerkingslog logboek, TimeProvider klok)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var bsn = (await http.Request.LeesStreng<Persoonsvraag>(http.RequestAborted)).Bsn();
        var lijst = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VanPersoon(bsn), http.RequestAborted);
        if (lijst.Count > 0) await logboek.Schrijf(aanroep.Organisatie, [Regel(aanroep, logboek, Getoond, bsn, [$"{Diensten.Toestemmingen}:{Gegeven}"])], http.RequestAborted);
        var antwoorden = new List<Toestemmingsantwoord>();
        foreach (var een in lijst) antwoorden.Add(await Antwoord(aanroep, een, doelen, boek, klok.GetUtcNow()));
        return Results.Json(new Toestemmingenlijst(antwoorden), Bronnen.Json);
    }

    private static async Task<IResult> Geef(HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, Toestemmingsboek boek, Verwerkingslog logboek, TimeProvider klok)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var nu = klok.GetUtcNow();
        var toestemming = (await http.Request.LeesStreng<Toestemmingsinvoer>(http.RequestAborted)).Lees(await boek.Mogelijkheden(aanroep.Organisatie), nu);
        var regel = Regel(aanroep, logboek, "U gaf toestemming om gegevens te delen", toestemming.Bsn, toestemming.Gegevens);
        await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            await session.Voeg(toestemming);
            return await session.Logboek(regel);
        }, http.RequestAborted);
        return Results.Json(await Antwoord(aanroep, toestemming, doelen, boek, nu), Bronnen.Json, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> TrekIn(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, Toestemmingsboek boek, Verwerkingslog logboek, TimeProvider klok)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var nu = klok.GetUtcNow();
        var bsn = (await http.Request.LeesStreng<Persoonsvraag>(http.RequestAborted)).Bsn();
        var toestemming = await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            var ingetrokken = await session.TrekIn(id, bsn, nu);
            var een = (await session.VanPersoon(bsn)).Find(een => een.Id == id) ?? throw Weiger.NietGevonden();
            // Once more changes nothing, and shows it all the same.
            await session.Logboek(ingetrokken > 0
                ? Regel(aanroep, logboek, "U trok toestemming om gegevens te delen in", bsn, een.Gegevens)
                : Regel(aanroep, logboek, Getoond, bsn, [$"{Diensten.Toestemmingen}:{Gegeven}"]));
            return een;
        }, http.RequestAborted);
        return Results.Json(await Antwoord(aanroep, toestemming, doelen, boek, nu), Bronnen.Json);
    }

    /// <summary>The layers of the organisation, for a purpose that covers it: nobody else can say what a resident wants.</summary>
    private static Aanroep Mag(Aanroep aanroep)
    {
        InnameApi.AlleenBinnen(aanroep).VereisDoel(Diensten.Toestemmingen, Gegeven);
        return aanroep;
    }

    private static Logregel Regel(Aanroep aanroep, Verwerkingslog logboek, string naam, string bsn, IEnumerable<string> gegevens) =>
        logboek.Regel(aanroep, naam, Betrokkene.Van(Bsn.Parse(bsn)), gegevens: gegevens);

    private static async ValueTask<Toestemmingsantwoord> Antwoord(Aanroep aanroep, Toestemming een, Doelen doelen, Toestemmingsboek boek, DateTimeOffset nu)
    {
        var naam = (await doelen.Versies(aanroep.Organisatie))[een.Activiteit].ToList() is { Count: > 0 } versies ? versies.Naaste(nu).Activiteit.Naam : null;
        return Toestemmingsantwoord.Van(een, naam, (await boek.Mogelijkheden(aanroep.Organisatie)).Any(mogelijk => mogelijk.Doel == een.Doel && mogelijk.Activiteit == een.Activiteit), nu);
    }

    private static Bodyschema Body<T>() => new(() => StrengeInvoer.Json.GetJsonSchemaAsNode(typeof(T)).AsObject(), true);
}
