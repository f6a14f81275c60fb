using System.Text.Json.Schema;
using Meent.Data.Logboek;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Terugmelden;

/// <summary>Terugmelden at the bronhouder: who doubts what the registry of persons says reports that here, from the own organisation or another over FSC, and follows what becomes of it.</summary>
internal static class TerugmeldenApi
{
    /// <summary>The entry in the own register of processing activities under which this is done for others.</summary>
    public const string Activiteit = "terugmeldingen-behandelen";

    private const string Gegeven = "terugmeldingen";
    private const string Behandelen = "behandeling";
    private const string Getoond = "Terugmeldingen getoond";
    private const int Hoogstens = 100;

    public static IServiceCollection AddTerugmelden(this IServiceCollection services)
    {
        services.TryAddSingleton<Bronnen>();
        return services.AddBron(Diensten.Terugmeldingen, typeof(TerugmeldenApi).Assembly, "Meent.Services.Terugmelden.Migraties", Diensten.Terugmeldingen).AddSingleton<Behandeling>();
    }

    public static void MapTerugmelden(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Diensten.Pad(Diensten.Terugmeldingen)).WithTags("Terugmeldingen");
        api.MapPost("/terugmeldingen", Meld).WithName("terugmelding_create").WithSummary("Meld twijfel over een gegeven in de basisregistratie personen.")
            .WithMetadata(Body<Terugmeldinvoer>()).Produces<Terugmeldantwoord>(StatusCodes.Status201Created);
        api.MapPost("/terugmeldingen/_zoek", Zoek).WithName("terugmelding_zoek").WithSummary("Wat de vragende organisatie over iemand terugmeldde; een BSN staat nooit in een URL.")
            .WithMetadata(Body<Persoonsvraag>()).Produces<Terugmeldlijst>();
        api.MapGet("/terugmeldingen", Open).WithName("terugmelding_list").WithSummary("Wat de bronhouder nog moet afhandelen, de oudste eerst; hoogstens 100.").Produces<Terugmeldlijst>();
        api.MapGet("/terugmeldingen/{id:guid}", Een).WithName("terugmelding_read").WithSummary("Een terugmelding, voor wie haar behandelt.").Produces<Terugmeldantwoord>();
        api.MapPost("/terugmeldingen/{id:guid}/status", ZetStatus).WithName("terugmelding_status").WithSummary("Neem in onderzoek, of sluit af met uitleg voor de melder.")
            .WithMetadata(Body<Statusinvoer>()).Produces<Terugmeldantwoord>();
    }

    private static async Task<IResult> Meld(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog logboek, TimeProvider klok)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var melding = (await http.Request.LeesStreng<Terugmeldinvoer>(http.RequestAborted)).Lees(Afzender(aanroep), klok.GetUtcNow());
        var regel = Regel(aanroep, logboek, "Twijfel over een gegeven gemeld", melding.Bsn, melding.Gegeven);
        await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            await session.Voeg(melding);
            return await session.Logboek(regel);
        }, http.RequestAborted);
        return Results.Json(Terugmeldantwoord.Van(melding), Bronnen.Json, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog logboek)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var bsn = (await http.Request.LeesStreng<Persoonsvraag>(http.RequestAborted)).Bsn();
        var lijst = await (await stores.Get(aanroep.Organisatie)).Read(session => session.TerugmeldingenVan(bsn, Afzender(aanroep)), http.RequestAborted);
        if (lijst.Count > 0) await logboek.Schrijf(aanroep.Organisatie, [Regel(aanroep, logboek, Getoond, bsn, [.. lijst.Select(een => een.Gegeven).Distinct()])], http.RequestAborted);
        return Results.Json(new Terugmeldlijst([.. lijst.Select(Terugmeldantwoord.Van)]), Bronnen.Json);
    }

    private static async Task<IResult> Open(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog logboek)
    {
        var aanroep = MagBehandelen(await aanroepen.Van(http));
        var lijst = await (await stores.Get(aanroep.Organisatie)).Read(session => session.OpenTerugmeldingen(Hoogstens), http.RequestAborted);
        await logboek.Schrijf(aanroep.Organisatie, [.. lijst.Select(een => Regel(aanroep, logboek, Getoond, een.Bsn, een.Gegeven))], http.RequestAborted);
        return Results.Json(new Terugmeldlijst([.. lijst.Select(Terugmeldantwoord.VoorBehandelaar)]), Bronnen.Json);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog logboek)
    {
        var aanroep = MagBehandelen(await aanroepen.Van(http));
        var een = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Terugmelding(id), http.RequestAborted) ?? throw Weiger.NietGevonden();
        await logboek.Schrijf(aanroep.Organisatie, [Regel(aanroep, logboek, Getoond, een.Bsn, een.Gegeven)], http.RequestAborted);
        return Results.Json(Terugmeldantwoord.VoorBehandelaar(een), Bronnen.Json);
    }

    private static async Task<IResult> ZetStatus(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog logboek, Behandeling behandeling)
    {
        var aanroep = MagBehandelen(await aanroepen.Van(http));
        var invoer = await http.Request.LeesStreng<Statusinvoer>(http.RequestAborted);
        var status = invoer.Lees();
        var een = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Terugmelding(id), http.RequestAborted) ?? throw Weiger.NietGevonden();
        var regel = Regel(aanroep, logboek, "Terugmelding behandeld", een.Bsn, een.Gegeven);
        return Results.Json(Terugmeldantwoord.VoorBehandelaar(await behandeling.Zet(aanroep, een, status, invoer.Uitleg?.Trim(), regel, http.RequestAborted)), Bronnen.Json);
    }

    private static Aanroep Mag(Aanroep aanroep)
    {
        if (aanroep.Peer is null) InnameApi.AlleenBinnen(aanroep);
        aanroep.VereisDoel(Diensten.Terugmeldingen, Gegeven);
        return aanroep;
    }

    private static Aanroep MagBehandelen(Aanroep aanroep)
    {
        InnameApi.AlleenBinnen(aanroep).VereisDoel(Diensten.Terugmeldingen, Behandelen);
        return aanroep;
    }

    private static string Afzender(Aanroep aanroep) => aanroep.Peer ?? "";

    private static Logregel Regel(Aanroep aanroep, Verwerkingslog logboek, string naam, string bsn, params IReadOnlyList<string> gegevens) => logboek.Regel(
        aanroep, naam, Betrokkene.Van(Bsn.Parse(bsn)), aanroep.Peer is null ? null : aanroep.Organisatie.Verwerkingsactiviteit(Activiteit), gegevens.Select(gegeven => $"{Diensten.Personen}:{gegeven}"));

    private static Bodyschema Body<T>() => new(() => StrengeInvoer.Json.GetJsonSchemaAsNode(typeof(T)).AsObject(), true);
}
