using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace Meent.Services.Verhuur.Gebieden;

/// <summary>A polygon as GeoJSON, to the millionth of a degree.</summary>
internal static class Vlakschrijver
{
    public static JsonObject GeoJson(Geometry vlak) => vlak is Polygon polygoon
        ? new() { ["type"] = "Polygon", ["coordinates"] = Ringen(polygoon) }
        : new() { ["type"] = "MultiPolygon", ["coordinates"] = new JsonArray([.. ((MultiPolygon)vlak).Geometries.Select(deel => Ringen((Polygon)deel))]) };

    private static JsonArray Ringen(Polygon vlak) => new([Ring(vlak.ExteriorRing), .. vlak.InteriorRings.Select(Ring)]);

    private static JsonArray Ring(LineString ring) => new([.. ring.Coordinates.Select(punt => (JsonNode)new JsonArray(Math.Round(punt.X, 6), Math.Round(punt.Y, 6)))]);
}
