using System.Text.Json;
using Meent.Services.Pijplijn.Model;
using NetTopologySuite.Geometries;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>Geometries as the BAG has them, in metres of the Rijksdriehoek system: the one that the standard tells them in.</summary>
internal static class Rijksdriehoek
{
    public const string Epsg = "epsg:28992";

    /// <summary>Millimetres in the unit of the coordinates.</summary>
    public const double Millimeter = 1_000;

    /// <summary>A geometry, or the one that stands under <c>punt</c>, <c>vlak</c> or <c>multivlak</c>.</summary>
    public static Geometry? Lees(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        foreach (var lid in (string[])["punt", "vlak", "multivlak"])
            if (json.TryGetProperty(lid, out var deel)) return Lees(deel);
        return GeoJson.Lees(json, GeoJson.Rijksdriehoek);
    }
}
