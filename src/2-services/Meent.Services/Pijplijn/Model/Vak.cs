using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Meent.Services.Pijplijn.Model;

/// <summary>A bounding box in ten-millionths of a degree, rounded outwards, so that what lies within an area has a box within the area's.</summary>
internal sealed record Vak(long X1, long Y1, long X2, long Y2)
{
    private const double Graad = 1e7;

    /// <param name="eenheid">How many units of the index go into one of the coordinates.</param>
    public static Vak Van(Geometry vorm, double eenheid = Graad)
    {
        var vak = vorm.EnvelopeInternal;
        return new Vak((long)Math.Floor(vak.MinX * eenheid), (long)Math.Floor(vak.MinY * eenheid), (long)Math.Ceiling(vak.MaxX * eenheid), (long)Math.Ceiling(vak.MaxY * eenheid));
    }

    /// <summary>Of a GeoJSON member; null when it is empty.</summary>
    public static Vak? Van(JsonElement? geometrie) => geometrie is { ValueKind: JsonValueKind.Object } json && GeoJson.Lees(json) is { IsEmpty: false } vorm ? Van(vorm) : null;
}
