using System.Text.Json;
using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Gebieden;

internal sealed record GebiedAntwoord(string Url, Guid Id, string Naam, long Hectare, DateTimeOffset ToegevoegdOp, IReadOnlyList<string> Opmerkingen)
{
    public static GebiedAntwoord Van(Gebied gebied, Organisatie organisatie) =>
        new(organisatie.Url(Links.Gebied(gebied.Id)), gebied.Id, gebied.Naam, gebied.Hectare, gebied.ToegevoegdOp, gebied.Opmerkingen);
}

/// <summary>An area with its shape, as a Feature of GeoJSON (RFC 7946).</summary>
internal sealed record GebiedFeature(string Type, Guid Id, GebiedAntwoord Properties, JsonElement Geometry);

/// <summary>Areas with rules of their own, for everybody to see; an administrator adds them, and none is ever changed.</summary>
internal static class GebiedEndpoints
{
    private const int MaxBytes = 1024 * 1024;

    public static void MapGebieden(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapLees("/gebieden", Lijst).WithName("gebied_list").WithSummary("Gebieden waarvoor eigen regels kunnen gelden.")
            .VraagtDeel().Produces<Pagina<GebiedAntwoord>>().AllowAnonymous();
        verhuur.MapLees("/gebieden/{id:guid}", Een).WithName("gebied_read").WithSummary("Een gebied met zijn grenzen, als GeoJSON.")
            .Produces<GebiedFeature>().AllowAnonymous();
        verhuur.MapPost("/gebieden", Voeg).WithName("gebied_create").WithSummary("Voeg een gebied toe, uit GeoJSON of een zip met een shapefile.")
            .Vraagt(Parameter.Tekst("naam", "Hoe het gebied heet; verplicht.")).Produces<GebiedAntwoord>().Produces<GebiedAntwoord>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var gebieden = await (await toegang.Openbaar(http)).Read(session => session.Gebieden(), http.RequestAborted);
        return http.Lijst(http.Organisatie().Url("gebieden"), deel, gebieden.Count,
            [.. gebieden.Skip((int)deel.Overslaan).Take(deel.PageSize).Select(gebied => GebiedAntwoord.Van(gebied, http.Organisatie()))]);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        Vraag.Lees(http).Klaar();
        var (gebied, vlak) = await (await toegang.Openbaar(http)).Read(session => session.Gebied(id), http.RequestAborted) ?? throw Weigering.NietGevonden("Dit gebied");
        using var vorm = JsonDocument.Parse(vlak);
        // It never changes, so its id is its ETag.
        return http.Json(new GebiedFeature("Feature", id, GebiedAntwoord.Van(gebied, http.Organisatie()), vorm.RootElement), etag: $"\"{id:n}\"");
    }

    private static async Task<IResult> Voeg(HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, "regels");
        var vraag = Vraag.Lees(http);
        var naam = vraag.Tekst("naam")?.Trim() ?? "";
        if (naam.Length is 0 or > 100 || naam.Any(char.IsControl)) vraag.Fout("naam", "Geef het gebied een naam van ten hoogste honderd tekens.");
        vraag.Klaar();
        var (nieuw, vlak) = Gebiedlezer.Lees(naam, await Bestand(http), klok.GetUtcNow());
        var (gebied, gemaakt) = await verzoek.Store.Write(session => session.Voeg(nieuw, vlak), verzoek.Stop);
        var antwoord = GebiedAntwoord.Van(gebied, verzoek.Organisatie);
        return gemaakt ? http.Gemaakt(antwoord, antwoord.Url) : http.Json(antwoord);
    }

    private static async Task<byte[]> Bestand(HttpContext http)
    {
        using var buffer = new MemoryStream();
        var blok = new byte[8192];
        for (int n; (n = await http.Request.Body.ReadAsync(blok, http.RequestAborted)) > 0;)
        {
            if (buffer.Length + n > MaxBytes) throw new ProbleemException(new Probleem(413, "request-entity-too-large", "Het bestand is groter dan 1 MB."));
            buffer.Write(blok, 0, n);
        }

        return buffer.ToArray();
    }
}
