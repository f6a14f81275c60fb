using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Meent.Services.Pijplijn.Model;

/// <summary>Geometries of RFC 7946 in WGS 84 (the package that reads them is not to be had here; this is the part the standards use).</summary>
internal static class GeoJson
{
    private const int MaxPunten = 100_000;

    private static readonly GeometryFactory Fabriek = new(new PrecisionModel(), 4326);

    /// <returns>Null when it is no geometry.</returns>
    public static Geometry? Lees(JsonElement json)
    {
        try
        {
            var punten = 0;
            return Vorm(json, ref punten, 0);
        }
        catch (Exception fout) when (fout is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static Geometry Vorm(JsonElement json, ref int punten, int diepte)
    {
        if (diepte > 3) throw new FormatException("Te diep.");
        var soort = json.GetProperty("type").GetString();
        if (soort == "GeometryCollection")
        {
            var delen = new List<Geometry>();
            foreach (var deel in json.GetProperty("geometries").EnumerateArray()) delen.Add(Vorm(deel, ref punten, diepte + 1));
            return Fabriek.CreateGeometryCollection([.. delen]);
        }

        var plaatsen = json.GetProperty("coordinates");
        switch (soort)
        {
            case "Point":
                return Fabriek.CreatePoint(Punt(plaatsen, ref punten));
            case "MultiPoint":
                return Fabriek.CreateMultiPointFromCoords(Punten(plaatsen, ref punten));
            case "LineString":
                return Fabriek.CreateLineString(Punten(plaatsen, ref punten));
            case "Polygon":
                return Vlak(plaatsen, ref punten);
            case "MultiLineString":
                var lijnen = new List<LineString>();
                foreach (var lijn in plaatsen.EnumerateArray()) lijnen.Add(Fabriek.CreateLineString(Punten(lijn, ref punten)));
                return Fabriek.CreateMultiLineString([.. lijnen]);
            case "MultiPolygon":
                var vlakken = new List<Polygon>();
                foreach (var vlak in plaatsen.EnumerateArray()) vlakken.Add(Vlak(vlak, ref punten));
                return Fabriek.CreateMultiPolygon([.. vlakken]);
            default:
                throw new FormatException(soort);
        }
    }

    private static Polygon Vlak(JsonElement ringen, ref int punten)
    {
        var lijst = new List<LinearRing>();
        foreach (var ring in ringen.EnumerateArray()) lijst.Add(Fabriek.CreateLinearRing(Punten(ring, ref punten)));
        return Fabriek.CreatePolygon(lijst[0], [.. lijst.Skip(1)]);
    }

    private static Coordinate[] Punten(JsonElement json, ref int punten)
    {
        var lijst = new List<Coordinate>();
        foreach (var punt in json.EnumerateArray()) lijst.Add(Punt(punt, ref punten));
        return [.. lijst];
    }

    private static Coordinate Punt(JsonElement json, ref int punten)
    {
        if (++punten > MaxPunten) throw new FormatException("Te veel punten.");
        var (lengte, breedte) = (json[0].GetDouble(), json[1].GetDouble());
        return Math.Abs(lengte) <= 180 && Math.Abs(breedte) <= 90 ? new Coordinate(lengte, breedte) : throw new FormatException("Buiten de aarde.");
    }
}
