using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.Adressen.Invoer;
using Meent.Services.Adressen.Voorkomens;
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
/// The addresses of BAG Individuele Bevragingen 2 at the source. Stored bodies are spliced, with the links added at their last brace.
/// </summary>
internal static class AdressenApi
{
    public static IServiceCollection AddAdressen(this IServiceCollection services) => services
        .AddSingleton<Bagbron>()
        .AddSingleton<IBeheertaak, ImportBag>()
        .AddBron("adressen", typeof(AdressenApi).Assembly, "Meent.Services.Adressen.Migraties", Diensten.Adressen)
        .AddTeller("adressen", Diensten.Adressen, "SELECT COUNT(*) FROM adressen_adressen");

    public static void MapAdressen(this IEndpointRouteBuilder routes)
    {
        var bag = routes.MapGroup(Diensten.Pad(Diensten.Adressen)).WithTags("Adres").WithMetadata(new PadAlsInstance(), new KentToestemming());
        bag.MapGet("/adressen", Zoek).WithName("bevraagAdressen");
        bag.MapGet("/adressen/{nummeraanduidingIdentificatie}", Een).WithName("bevraagAdressenMetNumId");
        bag.MapObjecten();
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        await Bagverzoek.Begin(http, aanroepen);
        var vraag = Adresvraag.Lees(http.Request.Query);
        var store = await stores.Get(http.Organisatie());
        var adressen = await store.Read(session => session.Zoek(vraag), http.RequestAborted);
        return Hal.Bladzijde(http, "adressen", [.. adressen.Select(adres => MetLinks(adres, http.Organisatie()))], vraag.Pagina, vraag.Paginagrootte);
    }

    private static async Task<IResult> Een(string nummeraanduidingIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        await Bagverzoek.Begin(http, aanroepen);
        if (nummeraanduidingIdentificatie.Length != 16 || !nummeraanduidingIdentificatie.All(char.IsAsciiDigit))
            throw Rfc2616Problemen.Parameters([new("nummeraanduidingIdentificatie", "pattern", "Waarde voldoet niet aan patroon ^[0-9]{16}$.")]);
        if (http.Request.Query.Count > 0)
        {
            throw Rfc2616Problemen.Onverwacht(http.Request.Query.Keys);
        }

        var store = await stores.Get(http.Organisatie());
        var adres = await store.Read(session => session.Vind(nummeraanduidingIdentificatie), http.RequestAborted)
            ?? throw Rfc2616Problemen.BestaatNiet("Er is geen adres met deze identificatie.");
        return Hal.Antwoord(MetLinks(adres, http.Organisatie()));
    }

    // The stored body is an object; the links go before its last brace.
    private static string MetLinks(Adresrij adres, Organisatie organisatie) =>
        adres.Body[..^1] + ",\"_links\":{\"self\":"
        + Hal.Link($"{organisatie.Basis}{Diensten.Pad(Diensten.Adressen)}/adressen/{adres.Nummeraanduiding}") + "}}";
}
