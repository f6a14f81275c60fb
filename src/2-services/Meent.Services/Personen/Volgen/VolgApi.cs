using System.Security.Cryptography;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Logboek.Inname;
using Meent.Services.Notificaties;
using Meent.Services.Personen.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Personen.Volgen;

/// <param name="Gebeurtenissen">Some of <see cref="Mutatie.Velden"/>.</param>
/// <param name="Tot">Last day; a year from now, when absent.</param>
internal sealed record Volginvoer(string Burgerservicenummer, IReadOnlyList<string> Gebeurtenissen, DateOnly? Tot = null);

/// <summary>That somebody is followed, for who follows.</summary>
/// <param name="Url">The reference: it comes back as <c>hoofdObject</c> in each message.</param>
internal sealed record Volgantwoord(string Url, string Burgerservicenummer, IReadOnlyList<string> Gebeurtenissen, DateOnly Tot);

/// <summary>
/// Of our own, beside the standard: who keeps no copy of persons has itself told when one of them moves, dies or gets another name. Messages go over the channel
/// <c>personen</c> of the Notificaties API, and name a reference.
/// </summary>
internal static class VolgApi
{
    private const int MaxJaren = 2;

    public static void MapVolgen(this IEndpointRouteBuilder routes)
    {
        var volgen = routes.MapGroup(Volgtabel.Pad).WithTags("Personen").ExcludeFromDescription();
        volgen.MapPost("", Volg).WithName("volgindicatie_create");
        volgen.MapGet("/{id:guid}", Wie).WithName("volgindicatie_read");
        volgen.MapDelete("/{id:guid}", Ontvolg).WithName("volgindicatie_delete");
    }

    private static async Task<IResult> Volg(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log, TimeProvider klok)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var invoer = await http.Request.LeesStreng<Volginvoer>(http.RequestAborted);
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var tot = invoer.Tot ?? vandaag.AddYears(1);
        Controleer(invoer, tot, vandaag, aanroep);
        var volgindicatie = await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            if (await session.Vind([invoer.Burgerservicenummer], null) is not [var persoon])
                throw new ProbleemException(new Probleem(404, "not_found", "Niet gevonden.", "Deze persoon staat niet, of niet eenduidig, in de registratie."));
            // No UUID of version 7: it would tell others when somebody began to follow.
            var een = new Volgindicatie(new Guid(RandomNumberGenerator.GetBytes(16)), persoon.Id, Afnemer(aanroep), aanroep.Doel!.Uri, [.. invoer.Gebeurtenissen.Distinct(StringComparer.Ordinal)], nu, tot.AddDays(1).BeginVanDag());
            await session.Volg(een);
            await session.Logboek(Regel(aanroep, log, "Gevolgd om wijzigingen te horen", persoon.Betrokkene, een));
            return een;
        }, http.RequestAborted);
        return Results.Json(Antwoord(aanroep, volgindicatie, invoer.Burgerservicenummer), Bronnen.Json, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Wie(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        var (een, bsn) = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Volgindicatie(id, Afnemer(aanroep)), http.RequestAborted) ?? throw Weiger.NietGevonden();
        await log.Schrijf(aanroep.Organisatie, [Regel(aanroep, log, "Opgezocht wie gevolgd wordt", Betrokkene.Van(Bsn.Parse(bsn!)), een)], http.RequestAborted);
        return Results.Json(Antwoord(aanroep, een, bsn!), Bronnen.Json);
    }

    private static async Task<IResult> Ontvolg(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = Mag(await aanroepen.Van(http));
        await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            var (een, bsn) = await session.Volgindicatie(id, Afnemer(aanroep)) ?? throw Weiger.NietGevonden();
            await session.Ontvolg(id);
            return await session.Logboek(Regel(aanroep, log, "Niet langer gevolgd", Betrokkene.Van(Bsn.Parse(bsn!)), een));
        }, http.RequestAborted);
        return Results.NoContent();
    }

    /// <exception cref="ProbleemException">400, or 403: the purpose does not cover what a message would tell.</exception>
    private static void Controleer(Volginvoer invoer, DateOnly tot, DateOnly vandaag, Aanroep aanroep)
    {
        var fouten = new List<OngeldigVeld>();
        if (!Bsn.TryParse(invoer.Burgerservicenummer, out _)) fouten.Add(new("burgerservicenummer", "invalid", "Geen geldig burgerservicenummer."));
        if (invoer.Gebeurtenissen.Count == 0 || !invoer.Gebeurtenissen.All(Mutatie.Velden.ContainsKey)) fouten.Add(new("gebeurtenissen", "invalid_choice", $"Kies uit {string.Join(", ", Mutatie.Velden.Keys)}."));
        if (tot < vandaag || tot > vandaag.AddYears(MaxJaren)) fouten.Add(new("tot", "invalid", $"Kies een dag vanaf vandaag, hoogstens {MaxJaren} jaar vooruit."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        foreach (var gebeurtenis in invoer.Gebeurtenissen) aanroep.VereisDoel(Diensten.Personen, Mutatie.Velden[gebeurtenis]);
    }

    private static Aanroep Mag(Aanroep aanroep)
    {
        if (aanroep.Doel is null) throw Weiger.GeenDoel();
        // What another keeps is followed there; and a consent is for what is told now.
        return aanroep.Organisatie.Elders.Contains(Diensten.Personen) ? throw Weiger.NietGevonden() : aanroep.Toestemming is null ? aanroep : throw Weiger.NietMetToestemming(aanroep.Doel.Uri);
    }

    private static string Afnemer(Aanroep aanroep) => AbonnementApi.Eigenaar(aanroep) ?? "";

    private static Volgantwoord Antwoord(Aanroep aanroep, Volgindicatie een, string bsn) =>
        new($"{aanroep.Organisatie.Basis}{Volgtabel.Pad}/{een.Id:D}", bsn, een.Gebeurtenissen, een.Einde.AddTicks(-1).LokaleDag());

    private static Logregel Regel(Aanroep aanroep, Verwerkingslog log, string naam, Betrokkene wie, Volgindicatie een) => log.Regel(
        aanroep, naam, wie, aanroep.Peer is null ? null : aanroep.Organisatie.Verwerkingsactiviteit(Vastlegging.Activiteit), een.Gebeurtenissen.Select(gebeurtenis => $"{Diensten.Personen}:{Mutatie.Velden[gebeurtenis]}"));
}
