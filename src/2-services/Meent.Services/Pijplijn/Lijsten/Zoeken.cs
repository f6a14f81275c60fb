using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Uitvouwen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// POST <c>_zoek</c>: the filters of the list in a body, which keeps personal data out of addresses and logs; and what a query cannot hold: an area,
/// many ids, a selection of members.
/// </summary>
internal static class Zoeken
{
    /// <param name="criterium">What this search can be asked that takes more than a filter.</param>
    public static async Task Behandel(HttpContext http, Resource resource, Dienstverlening diensten, Zoekcriterium? criterium = null)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeLezen, resource);
        Crs.Controleer(http, resource);
        using var json = await Inhoud.Lees(http);
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Verwachtte een object.");
        var inQuery = Vraag.Parameters(http.Request.Query);
        Lezen.Query.Alleen(http.Request, ["page", "pageSize", "cursor", "expand"]);

        var parameters = new Dictionary<string, string>(inQuery);
        Keuze? keuze = null;
        NetTopologySuite.Geometries.Geometry? zone = null;
        foreach (var lid in json.RootElement.EnumerateObject())
        {
            if (lid.Name == "fields") keuze = Keuze.VanVelden(lid.Value);
            else if (lid.Name == resource.Geometrie) zone = Gebied(lid.Value, lid.Name);
            else if (lid.Value.ValueKind != JsonValueKind.Null) parameters[lid.Name] = Tekst(lid);
        }

        if (json.RootElement.EnumerateObject().All(lid => lid.Name is "ordering" or "expand" or "fields" or "page" or "pageSize"))
            throw Weiger.Ongeldig("nonFieldErrors", "empty_search_body", "Geef ten minste één zoekcriterium.");
        if (parameters.TryGetValue("expand", out var paden))
            keuze = keuze is null ? Keuze.VanPaden(paden, resource) : throw Weiger.Ongeldig("fields", "mutually-exclusive", "Gebruik fields of expand, niet beide.");

        var gevraagd = criterium is not null && parameters.Remove(criterium.Naam, out var waarde) ? waarde : null;
        var vraag = Vraag.Lees(parameters, resource, [.. resource.Filters, .. resource.Zoekfilters], [aanroep.Organisatie.Basis]) with { Zone = zone };
        if (gevraagd is not null) vraag = await criterium!.Pas(await diensten.Stores.Get(aanroep.Organisatie), vraag, gevraagd, http.RequestAborted);
        await Pagina.Beantwoord(http, new Bladvraag(resource, aanroep, bereik, vraag, keuze, inQuery), diensten);
    }

    private static NetTopologySuite.Geometries.Geometry Gebied(JsonElement json, string naam)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("within", out var binnen)) throw Weiger.Ongeldig($"{naam}.within", "required", "Dit veld is vereist.");
        return GeoJson.Lees(binnen) is { IsValid: true } zone ? zone : throw Weiger.Ongeldig($"{naam}.within", "invalid", "Verwachtte een GeoJSON-geometrie.");
    }

    private static string Tekst(JsonProperty lid) => lid.Value.ValueKind switch
    {
        JsonValueKind.String => lid.Value.GetString()!,
        JsonValueKind.Array => string.Join(',', lid.Value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : item.GetRawText())),
        JsonValueKind.Object => throw Weiger.Ongeldig(lid.Name, "invalid", "Verwachtte een waarde."),
        _ => lid.Value.GetRawText(),
    };
}

/// <summary>A member of a search whose condition follows from what the store holds.</summary>
/// <param name="Pas">From a question and the value to the question with that condition; throws what is wrong with the value.</param>
internal sealed record Zoekcriterium(string Naam, Func<Store, Vraag, string, CancellationToken, ValueTask<Vraag>> Pas);
