using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Logboek.Inname;
using Meent.Services.Personen.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Personen.Onderzoeken;

/// <param name="Gegeven">One of <see cref="Onderzoekbaar.Gegevens"/>.</param>
/// <param name="Loopt">Whether it begins or ends.</param>
internal sealed record Onderzoekinvoer(string Burgerservicenummer, string Gegeven, bool Loopt);

/// <summary>Of our own, beside the standard: the bronhouder looks into what somebody doubts, and whoever asks for it is told so.</summary>
internal static class OnderzoekApi
{
    /// <summary>What a purpose has to name itself: <c>personen:*</c> is to read.</summary>
    public const string Scope = "personen.onderzoeken";

    public static void MapOnderzoeken(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Diensten.Pad(Diensten.Personen) + "/onderzoeken", Zet).WithName("onderzoek_create").WithTags("Personen").ExcludeFromDescription();

    private static async Task<IResult> Zet(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log, TimeProvider klok)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        if ((aanroep.Doel ?? throw Weiger.GeenDoel()) is var doel && !doel.Geeft(Scope)) throw Weiger.DoelDektNiet(doel.Uri, "scope:" + Scope);
        var invoer = await http.Request.LeesStreng<Onderzoekinvoer>(http.RequestAborted);
        if (!Onderzoekbaar.Gegevens.Contains(invoer.Gegeven)) throw Weiger.Ongeldig("gegeven", "invalid_choice", $"Kies uit {string.Join(", ", Onderzoekbaar.Gegevens)}.");
        await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            if (await session.Vind([invoer.Burgerservicenummer], null) is not [var persoon]) throw Onbekend("Deze persoon staat niet, of niet eenduidig, in de registratie.");
            var body = Onderzoekbaar.Zet(persoon.Body, invoer.Gegeven, invoer.Loopt, klok.Vandaag()) ?? throw Onbekend("Van deze persoon staat dit gegeven niet in de registratie.");
            await session.Zet(Persoonsrij.Van(body)!);
            return await session.Logboek(log.Regel(aanroep, invoer.Loopt ? "Gegeven in onderzoek genomen" : "Onderzoek naar gegeven beëindigd", persoon.Betrokkene, gegevens: [$"{Diensten.Personen}:{invoer.Gegeven}"]));
        }, http.RequestAborted);
        return Results.NoContent();
    }

    private static ProbleemException Onbekend(string detail) => new(new Probleem(404, "not_found", "Niet gevonden.", detail));
}
