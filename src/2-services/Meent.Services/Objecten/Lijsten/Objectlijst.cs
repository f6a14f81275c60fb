using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Objecten.Records;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Lijsten;

/// <summary>
/// The list of objects and the search. Keys from a covering index, then the records of that page in one query; <c>next</c> carries a cursor. The count is linear
/// in the index, as of every list with a filter: which record counts depends on the day.
/// </summary>
internal static class Objectlijst
{
    private static readonly string[] Bladeren = ["page", "pageSize", "cursor"];

    public static async Task Lijst(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.VanObjecten(http, diensten);
        Query.Alleen(http.Request, [.. Objectvraag.Filters, .. Bladeren]);
        Crs.Controleer(http, stuurt: false);
        var parameters = Parameters(http.Request.Query);
        await Beantwoord(verzoek, new Objectvraag(parameters.ToLookup(p => p.Key, p => p.Value), null, verzoek), "/objects", parameters);
    }

    /// <summary>The filters of the list in a body, and an area.</summary>
    public static async Task Zoek(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.VanObjecten(http, diensten);
        Query.Alleen(http.Request, [.. Objectvraag.Filters, .. Bladeren]);
        Crs.Controleer(http, stuurt: true);
        var json = await verzoek.Lees(verplicht: false);
        Zuiver.Controleer(json, "nonFieldErrors");
        if (json.EnumerateObject().Where(lid => lid.Name != "geometry" && !Objectvraag.Filters.Contains(lid.Name)).Select(lid => lid.Name).ToList() is { Count: > 0 } onbekend)
            throw Weiger.OnbekendeParameters(onbekend);
        var inQuery = Parameters(http.Request.Query);
        var inBody = json.EnumerateObject().Where(lid => lid.Name != "geometry").SelectMany(lid => Waarden(lid.Value, lid.Name).Select(waarde => KeyValuePair.Create(lid.Name, waarde)));
        var zone = json.TryGetProperty("geometry", out var geometrie) ? Zone(geometrie) : null;
        await Beantwoord(verzoek, new Objectvraag(inQuery.Concat(inBody).ToLookup(p => p.Key, p => p.Value), zone, verzoek), "/objects/search", inQuery);
    }

    private static async Task Beantwoord(Objectverzoek verzoek, Objectvraag vraag, string pad, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        using var buffer = new Buffer();
        var weergave = new Weergave(verzoek, buffer, vraag.Velden);
        await verzoek.Store.Snapshot(async session =>
        {
            if (vraag.Type is { } type && !await session.One("SELECT 1 FROM objecten_objecttypen WHERE id = $1", _ => true, type))
                throw Weiger.Ongeldig("type", "invalid_choice", "Dit objecttype bestaat niet.");
            var gebied = vraag.Zone is null ? null : await Binnen(session, vraag);
            var aantal = gebied?.Count ?? await session.One($"SELECT COUNT(*) FROM objecten_records r WHERE {vraag.Voorwaarde}", row => row.Long(0), vraag.Filterargs);
            var bladzijde = new Bladzijde(vraag.Blad, aantal, buffer);
            bladzijde.Begin();
            var (sleutels, args) = gebied is null ? vraag.Sleutels() : Deel(gebied, vraag.Blad);
            Guid? laatste = null;
            await session.Each($"SELECT {Objectvorm.Kolommen} FROM ({sleutels}) k JOIN objecten_records r ON r.id = k.id ORDER BY {(gebied is null ? vraag.Volgorde.Sorteer("k.id") : "k.plek")}", row =>
            {
                bladzijde.Rij();
                weergave.Object(row);
                laatste = row.Guid(0);
            }, args);
            bladzijde.Einde(verzoek.Basis + pad, parameters, gebied is null && vraag.Volgorde.IsVast ? laatste : null);
            return true;
        }, verzoek.Stop);
        weergave.Meld();
        await Antwoord.Json(verzoek.Http, buffer, StatusCodes.Status200OK);
    }

    /// <summary>What lies within the area, in order: the boxes in the index leave some, an exact test decides.</summary>
    private static async ValueTask<List<Guid>> Binnen(Session session, Objectvraag vraag)
    {
        var precies = PreparedGeometryFactory.Prepare(vraag.Zone!);
        var binnen = new List<Guid>();
        await session.Each(
            $"SELECT r.id, r.geometrie{vraag.Volgorde.Kies} FROM objecten_records r{vraag.Volgorde.Erbij} WHERE {vraag.Voorwaarde} ORDER BY {vraag.Volgorde.Sorteer("r.id")}",
            row =>
            {
                using var json = JsonDocument.Parse(row.Bytes(1));
                if (GeoJson.Lees(json.RootElement) is { } vorm && precies.Contains(vorm)) binnen.Add(row.Guid(0));
            },
            vraag.Args);
        return binnen;
    }

    private static (string Sql, object?[] Args) Deel(List<Guid> binnen, Vraag blad)
    {
        var ids = binnen.Skip((blad.Pagina - 1) * blad.Grootte).Take(blad.Grootte).ToList();
        return ids.Count == 0
            ? ("SELECT id, 0 AS plek FROM objecten_records WHERE 1 = 0", [])
            : ($"SELECT column1 AS id, column2 AS plek FROM (VALUES {string.Join(", ", ids.Select((_, i) => $"(${i + 1}, {i})"))}) v", [.. ids.Cast<object?>()]);
    }

    private static List<KeyValuePair<string, string>> Parameters(IQueryCollection query) =>
        [.. query.SelectMany(p => p.Value.Select(waarde => KeyValuePair.Create(p.Key, waarde ?? "")))];

    private static IEnumerable<string> Waarden(JsonElement waarde, string naam) => waarde.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => [waarde.GetString()!],
        JsonValueKind.Array when naam == "data_attr" => waarde.EnumerateArray().SelectMany(item => Waarden(item, "")),
        JsonValueKind.Array or JsonValueKind.Object => throw Weiger.Ongeldig(naam, "invalid", "Verwachtte een waarde."),
        _ => [waarde.GetRawText()],
    };

    private static Geometry? Zone(JsonElement geometrie)
    {
        if (geometrie.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("geometry", "invalid", "Verwachtte een object.");
        if (!geometrie.TryGetProperty("within", out var binnen)) return null;
        return binnen.ValueKind == JsonValueKind.Object && GeoJson.Lees(binnen) is { IsValid: true, IsEmpty: false } zone ? zone : throw Weiger.Ongeldig("geometry.within", "invalid", "Verwachtte een GeoJSON-geometrie.");
    }
}
