using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Meent.Services.Pijplijn.Model;

/// <summary>Geometries of RFC 7946, in WGS 84 unless said otherwise (the package that reads them is not to be had here; this is the part the standards use).</summary>
internal static class GeoJson
{
    private const int MaxPunten = 100_000;

    /// <summary>The coordinate systems in use, each with how far from its origin a point may be.</summary>
    public sealed record Stelsel(double X, double Y);

    public static readonly Stelsel Wgs84 = new(180, 90);

    /// <summary>Metres; the Netherlands and the sea around it lie well within.</summary>
    public static readonly Stelsel Rijksdriehoek = new(400_000, 900_000);

    private static readonly GeometryFactory Fabriek = new(new PrecisionModel(), 4326);

    /// <returns>Null when it is no geometry.</returns>
    public static Geometry? Lees(JsonElement json, Stelsel? stelsel = null)
    {
        try
        {
            return Vorm(json, new Lezing(stelsel ?? Wgs84), 0);
        }
        catch (Exception fout) when (fout is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static Geometry Vorm(JsonElement json, Lezing lezing, int diepte)
    {
        if (diepte > 3) throw new FormatException("Te diep.");
        var soort = json.GetProperty("type").GetString();
        if (soort == "GeometryCollection")
        {
            var delen = new List<Geometry>();
            foreach (var deel in json.GetProperty("geometries").EnumerateArray()) delen.Add(Vorm(deel, lezing, diepte + 1));
            return Fabriek.CreateGeometryCollection([.. delen]);
        }

        var plaatsen = json.GetProperty("coordinates");
        switch (soort)
        {
            case "Point":
                return Fabriek.CreatePoint(Punt(plaatsen, lezing));
            case "MultiPoint":
                return Fabriek.CreateMultiPointFromCoords(Punten(plaatsen, lezing));
            case "LineString":
                return Fabriek.CreateLineString(Punten(plaatsen, lezing));
            case "Polygon":
                return Vlak(plaatsen, lezing);
            case "MultiLineString":
                var lijnen = new List<LineString>();
                foreach (var lijn in plaatsen.EnumerateArray()) lijnen.Add(Fabriek.CreateLineString(Punten(lijn, lezing)));
                return Fabriek.CreateMultiLineString([.. lijnen]);
            case "MultiPolygon":
                var vlakken = new List<Polygon>();
                foreach (var vlak in plaatsen.EnumerateArray()) vlakken.Add(Vlak(vlak, lezing));
                return Fabriek.CreateMultiPolygon([.. vlakken]);
            default:
                throw new FormatException(soort);
        }
    }

    private static Polygon Vlak(JsonElement ringen, Lezing lezing)
    {
        var lijst = new List<LinearRing>();
        foreach (var ring in ringen.EnumerateArray()) lijst.Add(Fabriek.CreateLinearRing(Punten(ring, lezing)));
        return Fabriek.CreatePolygon(lijst[0], [.. lijst.Skip(1)]);
    }

    private static Coordinate[] Punten(JsonElement json, Lezing lezing)
    {
        var lijst = new List<Coordinate>();
        foreach (var punt in json.EnumerateArray()) lijst.Add(Punt(punt, lezing));
        return [.. lijst];
    }

    private static Coordinate Punt(JsonElement json, Lezing lezing)
    {
        if (++lezing.Punten > MaxPunten) throw new FormatException("Te veel punten.");
        var (lengte, breedte) = (json[0].GetDouble(), json[1].GetDouble());
        return Math.Abs(lengte) <= lezing.Stelsel.X && Math.Abs(breedte) <= lezing.Stelsel.Y ? new Coordinate(lengte, breedte) : throw new FormatException("Buiten de aarde.");
    }

    private sealed class Lezing(Stelsel stelsel)
    {
        public Stelsel Stelsel => stelsel;

        public int Punten { get; set; }
    }
}
