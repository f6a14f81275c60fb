using System.Globalization;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Lezen;

/// <summary>
/// How often personal data was used, for who watches over it. Figures only: no person can be found in them, so that somebody looks is not itself on record.
/// </summary>
internal static class GebruikApi
{
    /// <summary>Of fewer persons than this it is not told how many: they might be recognised.</summary>
    public const int Drempel = 5;

    private const int MeesteMaanden = 60;

    /// <summary>A month of so many records is counted while somebody waits; a larger one was last night.</summary>
    private const long MeesteRegels = 100_000;

    private static readonly Parameter Van = Parameter.Tekst("van", "Eerste maand (UTC), als 2026-01; zonder: elf maanden voor de laatste.");
    private static readonly Parameter Tot = Parameter.Tekst("tot", "Laatste maand; zonder: deze maand.");

    public static void MapGebruik(this IEndpointRouteBuilder logboek) => logboek.MapGet("/gebruik", Toon).WithName("gebruik_list")
        .WithSummary("Hoe vaak gegevens gebruikt werden: per maand, verwerkingsactiviteit en vragende organisatie.").Vraagt(Van, Tot).Produces<Gebruiksoverzicht>();

    private static async Task<IResult> Toon(HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, Duiding duiding, TimeProvider klok)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        var doel = aanroep.VereisDoel(Diensten.Logboek, "gebruik");
        Query.Alleen(http.Request, ["van", "tot"]);
        var nu = klok.GetUtcNow();
        var tot = Maand(http, "tot") ?? new DateTimeOffset(nu.Year, nu.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var van = Maand(http, "van") ?? tot.AddMonths(-11);
        if (van > tot || van.AddMonths(MeesteMaanden) <= tot) throw Weiger.Ongeldig("van", "invalid", $"Kies een periode van ten hoogste {MeesteMaanden} maanden.");
        var einde = tot.AddMonths(1);
        var store = await stores.Get(aanroep.Organisatie);
        await Ververs(store, nu, http.RequestAborted);
        var (maanden, gebruik) = await store.Snapshot(async session => (await Gebruik.Maanden(session, van, einde), await Gebruik.Lees(session, van, einde)), http.RequestAborted);
        var versies = await doelen.Versies(aanroep.Organisatie);
        var magVertrouwelijk = doel.Dekt(Diensten.Logboek, "vertrouwelijk");
        return Results.Json(
            new Gebruiksoverzicht(
                Drempel,
                [.. maanden.Select(maand => new Gebruiksmaand(Naam(maand.Maand), maand.Geteld))],
                [.. gebruik.Where(een => magVertrouwelijk || versies[een.Activiteit].Op(een.Laatste)?.Activiteit.IsVerborgen(een.Laatste, nu) != true).Select(een => Regel(een, [.. versies[een.Activiteit]], duiding))]),
            Bronnen.Json);
    }

    /// <summary>When nothing can be written now, the figures of before will do: each says when it was counted.</summary>
    private static async Task Ververs(Store store, DateTimeOffset nu, CancellationToken stop)
    {
        try
        {
            await Gebruikstelling.Tel(store, nu, MeesteRegels, stop);
        }
        catch (ProbleemException)
        {
        }
    }

    private static Gebruiksregel Regel(Gebruik gebruik, IReadOnlyList<Versie> versies, Duiding duiding)
    {
        var toen = versies.Op(gebruik.Laatste);
        return new Gebruiksregel(
            Naam(gebruik.Maand),
            gebruik.Activiteit,
            (toen ?? (versies.Count > 0 ? versies[0] : null))?.Activiteit.Naam,
            toen is not null ? Registerstand.Geldig : versies.Count > 0 ? Registerstand.GoldNiet : Registerstand.Onbekend,
            gebruik.Aanroeper is { } aanroeper ? duiding.Wie(aanroeper) : null,
            gebruik.Aantal,
            gebruik.Mislukt,
            gebruik.Betrokkenen is > 0 and < Drempel ? null : gebruik.Betrokkenen,
            gebruik.Laatste);
    }

    private static DateTimeOffset? Maand(HttpContext http, string naam) => http.Request.Query[naam].ToString() is not { Length: > 0 } tekst ? null
        : DateTimeOffset.TryParseExact(tekst, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var maand) && maand.Year is >= 1970 and < 9990 ? maand
        : throw Weiger.Ongeldig(naam, "invalid", "Schrijf een maand als 2026-11.");

    private static string Naam(DateTimeOffset maand) => maand.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
