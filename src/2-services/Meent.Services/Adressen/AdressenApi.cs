using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Adressen;

/// <summary>
/// The addresses of BAG Individuele Bevragingen 2 at the source. Stored bodies are spliced, with the links added at their last brace.
/// </summary>
internal static class AdressenApi
{
    private const string Versie = "2.0.0";

    public static IServiceCollection AddAdressen(this IServiceCollection services) => services
        .AddBron("adressen", typeof(AdressenApi).Assembly, "Meent.Services.Adressen.Migraties", Diensten.Adressen)
        .AddTeller("adressen", Diensten.Adressen, "SELECT COUNT(*) FROM adressen_adressen");

    public static void MapAdressen(this IEndpointRouteBuilder routes)
    {
        var bag = routes.MapGroup(Diensten.Pad(Diensten.Adressen)).WithTags("Adres").WithMetadata(new PadAlsInstance(), new KentToestemming());
        bag.MapGet("/adressen", Zoek).WithName("bevraagAdressen");
        bag.MapGet("/adressen/{nummeraanduidingIdentificatie}", Een).WithName("bevraagAdressenMetNumId");
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        await Begin(http, aanroepen);
        var vraag = Adresvraag.Lees(http.Request.Query);
        var store = await stores.Get(http.Organisatie());
        var adressen = await store.Read(session => session.Zoek(vraag), http.RequestAborted);
        http.Response.Headers["X-Pagination-Page"] = vraag.Pagina.ToString(null, null);
        http.Response.Headers["X-Pagination-Limit"] = vraag.Paginagrootte.ToString(null, null);

        var antwoord = new StringBuilder("""{"_embedded":{"adressen":[""");
        antwoord.AppendJoin(',', adressen.Take(vraag.Paginagrootte).Select(adres => MetLinks(adres, http.Organisatie())));
        antwoord.Append("]},\"_links\":{\"self\":").Append(Link(Hier(http, vraag.Pagina)));
        if (adressen.Count > vraag.Paginagrootte) antwoord.Append(",\"next\":").Append(Link(Hier(http, vraag.Pagina + 1)));
        if (vraag.Pagina > 1) antwoord.Append(",\"previous\":").Append(Link(Hier(http, vraag.Pagina - 1)));
        return Antwoord(antwoord.Append("}}").ToString());
    }

    private static async Task<IResult> Een(string nummeraanduidingIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        await Begin(http, aanroepen);
        if (nummeraanduidingIdentificatie.Length != 16 || !nummeraanduidingIdentificatie.All(char.IsAsciiDigit))
            throw Rfc2616Problemen.Parameters([new("nummeraanduidingIdentificatie", "pattern", "Waarde voldoet niet aan patroon ^[0-9]{16}$.")]);
        if (http.Request.Query.Count > 0)
        {
            throw Rfc2616Problemen.Onverwacht(http.Request.Query.Keys);
        }

        var store = await stores.Get(http.Organisatie());
        var adres = await store.Read(session => session.Vind(nummeraanduidingIdentificatie), http.RequestAborted)
            ?? throw Rfc2616Problemen.BestaatNiet("Er is geen adres met deze identificatie.");
        return Antwoord(MetLinks(adres, http.Organisatie()));
    }

    private static async Task Begin(HttpContext http, Aanroepen aanroepen)
    {
        http.Response.Headers["api-version"] = Versie;
        await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd("autorisation", detail));
        var accept = http.Request.Headers.Accept.ToString();
        if (accept.Length > 0 && !accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains('*', StringComparison.Ordinal))
            throw Rfc2616Problemen.AntwoordNietOndersteund("application/hal+json");
    }

    // The stored body is an object; the links go before its last brace.
    private static string MetLinks(Adresrij adres, Organisatie organisatie) =>
        adres.Body[..^1] + ",\"_links\":{\"self\":"
        + Link($"{organisatie.Basis}{Diensten.Pad(Diensten.Adressen)}/adressen/{adres.Nummeraanduiding}") + "}}";

    private static string Hier(HttpContext http, int pagina)
    {
        var query = http.Request.Query.Where(p => p.Key != "page")
            .SelectMany(p => p.Value, (p, waarde) => KeyValuePair.Create(p.Key, waarde ?? "")).ToList();
        if (pagina > 1 || http.Request.Query.ContainsKey("page")) query.Add(KeyValuePair.Create("page", pagina.ToString(null, null)));
        return $"{http.Organisatie().Basis}{Diensten.Pad(Diensten.Adressen)}/adressen{new QueryBuilder(query)}";
    }

    private static string Link(string href) => $$"""{"href":"{{JsonEncodedText.Encode(href, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}"}""";

    private static IResult Antwoord(string json) => Results.Text(json, "application/hal+json", Encoding.UTF8);
}
