using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Logboek.Signalen;

/// <summary>Signals of unusual use, and who one is about: only after one person asked and another agreed (four eyes), both on record.</summary>
internal static class SignaalApi
{
    private const int Meeste = 500;
    private const int LangsteTekst = 1000;

    public static IServiceCollection AddSignalen(this IServiceCollection services) => services
        .AddSingleton<Signaalregels>().AddSingleton<IConfiguratieControle>(diensten => diensten.GetRequiredService<Signaalregels>())
        .AddSingleton<Heridentificaties>()
        .AddSingleton<Signaleerder>().AddHostedService(diensten => diensten.GetRequiredService<Signaleerder>());

    public static void MapSignalen(this IEndpointRouteBuilder logboek)
    {
        logboek.MapGet("/signaalregels", Regels).WithName("signaalregels_read").WithSummary("Of er signalen gemaakt worden, en bij welke grenzen.").Produces<Signaalinstelling>();
        logboek.MapGet("/signalen", Alle).WithName("gebruikssignaal_list").WithSummary("Signalen van opvallend gebruik, zonder naam; de nieuwste eerst.").Produces<Signaallijst>();
        logboek.MapGet("/signalen/over-mij", OverMij).WithName("gebruikssignaal_over_mij").WithSummary("Signalen waarvan bekend werd dat ze over de vragende medewerker gaan.").Produces<Signaallijst>();
        logboek.MapGet("/signalen/{id:guid}", Een).WithName("gebruikssignaal_read").WithSummary("Een signaal; met de medewerker als twee mensen dat samen wilden.").Produces<Signaalbeeld>();
        logboek.MapPost("/signalen/{id:guid}/heridentificatie", Vraag).WithName("heridentificatie_create").WithSummary("Vraag over wie een signaal gaat, met de reden.").Produces<Signaalbeeld>();
        logboek.MapPost("/signalen/{id:guid}/heridentificatie/besluit", Besluit).WithName("heridentificatie_update").WithSummary("Beslis over die vraag; een ander dan wie hem stelde.").Produces<Signaalbeeld>();
    }

    /// <summary>For each employee: the rule is readable for whom it is about.</summary>
    private static async Task<IResult> Regels(HttpContext http, Aanroepen aanroepen, Signaalregels regels) =>
        Results.Json(regels.Van(InnameApi.AlleenBinnen(await aanroepen.Van(http)).Organisatie), Bronnen.Json);

    private static async Task<IResult> Alle(HttpContext http, Aanroepen aanroepen, Stores stores, Signaalregels regels, Heridentificaties heridentificaties)
    {
        var aanroep = await Open(http, aanroepen, regels);
        var store = await stores.Get(aanroep.Organisatie);
        return Results.Json(new Signaallijst(await heridentificaties.Beeld(store, await store.Read(session => Signaal.Alle(session, Meeste), http.RequestAborted), http.RequestAborted)), Bronnen.Json);
    }

    private static async Task<IResult> OverMij(HttpContext http, Aanroepen aanroepen, Stores stores, Pseudoniemen pseudoniemen, Heridentificaties heridentificaties)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        var ik = pseudoniemen.Van(aanroep.Organisatie, Signaal.Soort, Wie(aanroep));
        var store = await stores.Get(aanroep.Organisatie);
        var beelden = await heridentificaties.Beeld(store, await store.Read(session => Signaal.Over(session, ik), http.RequestAborted), http.RequestAborted);
        // A signal that nobody knows the name of stays without one, for the employee too.
        return Results.Json(new Signaallijst([.. beelden.Where(beeld => beeld.Medewerker is not null)]), Bronnen.Json);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Signaalregels regels, Heridentificaties heridentificaties)
    {
        var aanroep = await Open(http, aanroepen, regels);
        return await Toon(id, await stores.Get(aanroep.Organisatie), heridentificaties, http.RequestAborted);
    }

    private static async Task<IResult> Vraag(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Signaalregels regels, Heridentificaties heridentificaties, TimeProvider klok)
    {
        var aanroep = await Open(http, aanroepen, regels);
        var (wie, reden, nu) = (Wie(aanroep), Tekst("reden", (await Lichaam.Lees<Heridentificatievraag>(http)).Reden), klok.GetUtcNow());
        var store = await stores.Get(aanroep.Organisatie);
        await store.Write(async session =>
        {
            var signaal = await Signaal.Een(session, id) ?? throw Weiger.NietGevonden();
            heridentificaties.NietOverZichzelf(session.Store.Organisatie, signaal, wie);
            if ((await Heridentificatie.Van(session, id)).Find(vraag => vraag.Toegestaan != false) is not null) throw Bezig();
            try
            {
                await new Heridentificatie(Guid.CreateVersion7(), id, wie, reden, nu, null, null, null, null).Vraag(session);
            }
            catch (UniqueConflictException)
            {
                throw Bezig();
            }

            return await session.Audit(Regel(aanroep, wie, $"naam bij signaal {id} gevraagd", reden, nu));
        }, http.RequestAborted);
        return await Toon(id, store, heridentificaties, http.RequestAborted);
    }

    private static async Task<IResult> Besluit(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Signaalregels regels, Heridentificaties heridentificaties, TimeProvider klok)
    {
        var aanroep = await Open(http, aanroepen, regels);
        var besluit = await Lichaam.Lees<Heridentificatiebesluit>(http);
        var (wie, toelichting, nu) = (Wie(aanroep), Tekst("toelichting", besluit.Toelichting), klok.GetUtcNow());
        var store = await stores.Get(aanroep.Organisatie);
        await store.Write(async session =>
        {
            var signaal = await Signaal.Een(session, id) ?? throw Weiger.NietGevonden();
            heridentificaties.NietOverZichzelf(session.Store.Organisatie, signaal, wie);
            var open = (await Heridentificatie.Van(session, id)).Find(vraag => vraag.Toegestaan is null) ?? throw new ProbleemException(new Probleem(409, "geen-vraag", "Er is niets om over te beslissen.", "Niemand vroeg over wie dit signaal gaat, of er is al beslist."));
            if (open.Vrager == wie) throw new ProbleemException(new Probleem(403, "vier-ogen", "Een ander moet dit doen.", "Wie de naam vroeg, kan er niet zelf over beslissen."));
            if (await open.Besluit(session, wie, besluit.Akkoord, toelichting, nu) == 0) throw Bezig();
            return await session.Audit(Regel(aanroep, wie, $"naam bij signaal {id} {(besluit.Akkoord ? "vrijgegeven" : "geweigerd")}", toelichting, nu));
        }, http.RequestAborted);
        return await Toon(id, store, heridentificaties, http.RequestAborted);
    }

    private static async Task<IResult> Toon(Guid id, Store store, Heridentificaties heridentificaties, CancellationToken stop)
    {
        var signaal = await store.Read(session => Signaal.Een(session, id), stop) ?? throw Weiger.NietGevonden();
        return Results.Json((await heridentificaties.Beeld(store, [signaal], stop))[0], Bronnen.Json);
    }

    /// <summary>An organisation that did not switch signals on has none to look at.</summary>
    private static async Task<Aanroep> Open(HttpContext http, Aanroepen aanroepen, Signaalregels regels)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        aanroep.VereisDoel(Diensten.Logboek, "signalen");
        return regels.Van(aanroep.Organisatie).Aan ? aanroep : throw Weiger.NietGevonden();
    }

    private static string Wie(Aanroep aanroep) => aanroep.Gebruiker is { Length: > 0 } wie ? wie : throw Weiger.Ongeldig(Headers.Gebruiker, "required", "De header is verplicht.");

    private static string Tekst(string veld, string? tekst) => string.IsNullOrWhiteSpace(tekst) ? throw Weiger.Ongeldig(veld, "required", "Dit veld is verplicht.")
        : tekst.Length > LangsteTekst ? throw Weiger.Ongeldig(veld, "max_length", $"Hoogstens {LangsteTekst} tekens.")
        : Burgerservicenummers.Bevat(tekst) ? throw Weiger.Ongeldig(veld, "invalid", "Noem hier geen burgerservicenummer.")
        : tekst;

    private static Auditregel Regel(Aanroep aanroep, string wie, string handeling, string reden, DateTimeOffset nu) =>
        new(Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom(), wie, handeling, aanroep.Doel?.Uri, reden, null, nu);

    private static ProbleemException Bezig() => new(new Probleem(409, "al-gevraagd", "Dit is al gevraagd.", "De naam is al gevraagd of vrijgegeven, of een ander was u voor."));
}

internal sealed record Heridentificatievraag(string? Reden);

internal sealed record Heridentificatiebesluit(bool Akkoord, string? Toelichting);
