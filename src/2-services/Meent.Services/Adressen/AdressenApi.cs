using System.Text.Json;
using Meent.Data.Migraties;
using Meent.Services.Adressen.Invoer;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.Adressen.Zoeken;
using Meent.Services.HaalCentraal;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Adressen;

/// <summary>
/// BAG Individuele Bevragingen 2 at the source. Stored bodies are spliced, with the links added at their last brace.
/// </summary>
internal static class AdressenApi
{
    private static readonly HashSet<string> AlleenExpand = new(["expand"], StringComparer.Ordinal);

    public static IServiceCollection AddAdressen(this IServiceCollection services) => services
        .AddSingleton<Bagbron>()
        .AddSingleton<IBeheertaak, ImportBag>()
        .AddBron("adressen", typeof(AdressenApi).Assembly, "Meent.Services.Adressen.Migraties", Diensten.Adressen)
        .AddTeller("adressen", Diensten.Adressen, "SELECT COUNT(*) FROM adressen_adressen");

    public static void MapAdressen(this IEndpointRouteBuilder routes)
    {
        var bag = routes.MapGroup(Diensten.Pad(Diensten.Adressen)).WithTags("Adres").WithMetadata(new PadAlsInstance(MetStreepje: true), new KentToestemming());
        bag.MapGet("/adressen", Zoek).WithName("bevraagAdressen");
        bag.MapGet("/adressen/{nummeraanduidingIdentificatie}", Een).WithName("bevraagAdressenMetNumId");
        bag.MapZoeken();
        bag.MapUitgebreid();
        bag.MapGet("/info", Info).WithName("getInfo").WithTags("Algemene informatie");
        bag.MapObjecten();
    }

    private static async Task<IResult> Zoek(HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var vraag = Adresvraag.Lees(http.Request.Query);
        return await bron.Lees(http, async session => Hal.Bladzijde(
            http, "adressen", await new Adresantwoord(session, http.Organisatie(), Tijdreis.Nu(bron.Klok)).Alle(await session.Zoek(vraag), vraag.Expand), vraag.Pagina, vraag.Paginagrootte));
    }

    private static async Task<IResult> Een(string nummeraanduidingIdentificatie, HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var lezer = new Parameterlezer(http.Request.Query, AlleenExpand);
        if (nummeraanduidingIdentificatie.Length != 16 || !nummeraanduidingIdentificatie.All(char.IsAsciiDigit))
            lezer.Fout("nummeraanduidingIdentificatie", "pattern", "Waarde voldoet niet aan patroon ^[0-9]{16}$.");
        var expand = lezer.Expand(Adresantwoord.Kan);
        lezer.Klaar();
        return await bron.Lees(http, async session => Hal.Antwoord(await new Adresantwoord(session, http.Organisatie(), Tijdreis.Nu(bron.Klok)).Maak(
            await session.Vind(nummeraanduidingIdentificatie) ?? throw Rfc2616Problemen.BestaatNiet("Er is geen adres met deze identificatie."), expand)));
    }

    private static async Task<IResult> Info(HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        return Results.Text(JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["api-name"] = "IMBAG API - van de LVBAG",
            ["api-version"] = Bagverzoek.Versie,
            ["api-description"] = "BAG Individuele Bevragingen, op de adressen die deze organisatie houdt.",
            ["informationmodel"] = "IMBAGLV",
            ["informationmodel-version"] = "v20190601",
            ["informationmodel-location"] = "https://imbag.github.io/praktijkhandleiding/",
        }), "application/json");
    }
}
