using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>What an administrator of a catalogus needs beyond the standard, on a path of its own: the standard allows no further operations.</summary>
internal static class CatalogusbeheerApi
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private static readonly string[] Parameters = ["domein", "rsin", "concept"];
    private static readonly Scopes Lezen = "catalogi.lezen";
    private static readonly Scopes Schrijven = "catalogi.schrijven";

    public static void MapCatalogusbeheer(this IEndpointRouteBuilder routes, Dienstverlening diensten)
    {
        var groep = routes.MapGroup($"{Diensten.Pad(Diensten.Catalogusbeheer)}/catalogussen").WithTags("catalogussen");
        groep.MapGet("/{uuid}/export", (RequestDelegate)(http => Export(http, diensten))).WithName("catalogus_export")
            .WithSummary("Een catalogus als één bestand: een zip met JSON, ook te lezen door Open Zaak.").WithMetadata(new Scope(Lezen.ToString()));
        groep.MapPost("", (RequestDelegate)(http => Import(http, diensten))).WithName("catalogus_import")
            .WithSummary("Leest zo'n bestand in, met nieuwe ids; van een catalogus die er al is alleen de versies die er nog niet zijn.")
            .Vraagt(Parameter.Tekst("domein", "In plaats van dat in het bestand."), Parameter.Tekst("rsin", "In plaats van dat in het bestand."),
                Parameter.Tekst("concept", "true: ook wat gepubliceerd was wordt hier een concept."))
            .WithMetadata(new Scope(Schrijven.ToString()), new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(Invoerresultaat)));
        Zaakverhuizing.Map(routes, diensten);
    }

    private static async Task Export(HttpContext http, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        aanroep.Eis(Lezen, CatalogiResources.Catalogussen);
        Query.Alleen(http.Request, []);
        var id = Adressering.Id(http);
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var delen = await store.Snapshot(async session =>
            await session.One("SELECT 1 FROM zaakgericht_catalogussen WHERE id = $1", _ => true, id) ? await Uitvoer.Van(session, id, aanroep.Dag) : throw Weiger.NietGevonden(), http.RequestAborted);
        using var zip = new MemoryStream();
        await Archief.Schrijf(zip, delen);
        http.Response.ContentType = "application/zip";
        http.Response.ContentLength = zip.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"catalogus-{id:D}.zip\"";
        zip.Position = 0;
        await zip.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static async Task Import(HttpContext http, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        aanroep.Eis(Schrijven, CatalogiResources.Catalogussen);
        Query.Alleen(http.Request, Parameters);
        if (http.Request.ContentType?.Split(';')[0].Trim() != "application/zip")
            throw new ProbleemException(new Probleem(415, "unsupported_media_type", "Dit soort bericht wordt niet ondersteund.", "Stuur application/zip."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens) grens.MaxRequestBodySize = MaxBytes;
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        bytes.Position = 0;
        var resultaat = await Lees(await diensten.Stores.Get(aanroep.Organisatie), await Archief.Lees(bytes), Wijze(http.Request.Query), aanroep, diensten, http.RequestAborted);
        http.Response.Headers.Location = resultaat.Catalogus;
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(resultaat, Bronnen.Json, http.RequestAborted);
    }

    public static ValueTask<Invoerresultaat> Lees(Store store, Archief archief, Invoerwijze wijze, Aanroep aanroep, Dienstverlening diensten, CancellationToken stop) =>
        store.WriteBulk(session => new Catalogusinvoer(session, archief, wijze, aanroep, diensten.Klok.GetUtcNow(), diensten).Voer(), stop);

    private static Invoerwijze Wijze(IQueryCollection vraag)
    {
        var concept = vraag["concept"].ToString();
        if (concept is not ("" or "true" or "false")) throw Weiger.Ongeldig("concept", "invalid", "Kies true of false.");
        return new Invoerwijze(Tekst("domein"), Tekst("rsin"), concept == "true");

        string? Tekst(string naam) => vraag.TryGetValue(naam, out var waarde) ? waarde.ToString() : null;
    }
}
