using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Problemen;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.Operation.Union;

namespace Meent.Services.Verhuur.Gebieden;

/// <summary>The area in a file: GeoJSON (RFC 7946), or a zipped shapefile in degrees or in metres of the Rijksdriehoek.</summary>
internal static class Gebiedlezer
{
    private const long MaxUitgepakt = 32 * 1024 * 1024;

    // The Netherlands, with its sea.
    private static readonly Envelope Nederland = new(3.0, 7.4, 50.6, 53.8);

    /// <exception cref="ProbleemException">400: this is no area, with the reason.</exception>
    public static (Gebied Gebied, Geometry Vlak) Lees(string naam, byte[] bestand, DateTimeOffset nu)
    {
        var opmerkingen = new List<string>();
        var gelezen = bestand is [(byte)'P', (byte)'K', ..] ? Shapefile(bestand) : Json(bestand);
        if (!gelezen.IsValid)
        {
            gelezen = GeometryFixer.Fix(gelezen);
            opmerkingen.Add("De grenzen kruisten zichzelf en zijn hersteld.");
        }

        if (gelezen is MultiPolygon { Count: 1 } enig) gelezen = enig[0];
        if (gelezen is not (Polygon or MultiPolygon) || gelezen.IsEmpty) throw Geweigerd("geenVlak", "Een gebied is een vlak: een of meer gesloten lijnen.");
        if (!Nederland.Contains(gelezen.EnvelopeInternal)) throw Geweigerd("buitenNederland", "Dit gebied ligt niet in Nederland. Zijn lengte en breedte verwisseld?");
        if (gelezen.IsRectangle) opmerkingen.Add("Dit gebied is een rechthoek. Is het een voorbeeldbestand?");
        return (new Gebied(Guid.CreateVersion7(), naam, Convert.ToHexStringLower(SHA256.HashData(bestand)), Hectare(gelezen), nu, opmerkingen), gelezen);
    }

    private static Geometry Json(byte[] bestand)
    {
        try
        {
            using var document = JsonDocument.Parse(bestand);
            return Vlak(document.RootElement) ?? throw Geweigerd("geenVlak", "Dit is geen GeoJSON met een vlak in lengte en breedte (WGS 84).");
        }
        catch (Exception fout) when (fout is JsonException or InvalidOperationException)
        {
            throw Geweigerd("onleesbaar", "Stuur GeoJSON, of een zip met een shapefile.");
        }
    }

    private static Geometry? Vlak(JsonElement json) => json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var soort) ? null : soort.GetString() switch
    {
        "FeatureCollection" when json.TryGetProperty("features", out var delen) && delen.ValueKind == JsonValueKind.Array =>
            delen.EnumerateArray().Select(Vlak).ToList() is var vlakken && vlakken.TrueForAll(vlak => vlak is not null) ? Samen(vlakken!) : null,
        "Feature" when json.TryGetProperty("geometry", out var vorm) => GeoJson.Lees(vorm),
        _ => GeoJson.Lees(json),
    };

    private static Geometry Shapefile(byte[] bestand)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bestand));
            if (zip.Entries.Sum(deel => deel.Length) > MaxUitgepakt) throw Geweigerd("teGroot", "Dit bestand is uitgepakt te groot.");
            var vormen = zip.Entries.Where(deel => deel.Name.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).ToList();
            if (vormen is not [var vorm]) throw Geweigerd("onleesbaar", "In de zip hoort precies één bestand dat op .shp eindigt.");
            using var shp = Inhoud(vorm);
            using var dbf = Inhoud(Naast(zip, vorm, ".dbf") ?? throw Geweigerd("onleesbaar", "In de zip hoort naast het .shp-bestand een .dbf-bestand met dezelfde naam."));
            using var lezer = NetTopologySuite.IO.Esri.Shapefile.OpenRead(shp, dbf);
            var delen = new List<Geometry>();
            while (lezer.Read(out var verwijderd))
                if (!verwijderd && lezer.Geometry is not null) delen.Add(lezer.Geometry);
            var vlak = Samen(delen);
            return IsRijksdriehoek(Naast(zip, vorm, ".prj"), vlak) ? Projectie.Wgs84(vlak) : vlak;
        }
        catch (Exception fout) when (fout is not ProbleemException and not OutOfMemoryException)
        {
            // The reader of the package throws whatever a broken file makes it throw.
            throw Geweigerd("onleesbaar", "Deze zip bevat geen shapefile die te lezen is.");
        }
    }

    private static bool IsRijksdriehoek(ZipArchiveEntry? stelsel, Geometry vlak)
    {
        if (stelsel is null) return vlak.EnvelopeInternal.MaxX > 360;
        using var inhoud = new StreamReader(Inhoud(stelsel));
        var wkt = inhoud.ReadToEnd();
        if (wkt.Contains("Amersfoort", StringComparison.OrdinalIgnoreCase)) return true;
        if (wkt.TrimStart().StartsWith("GEOGCS", StringComparison.OrdinalIgnoreCase)) return false;
        throw Geweigerd("stelsel", "Het coördinatenstelsel van dit bestand is niet WGS 84 en niet de Rijksdriehoek.");
    }

    private static ZipArchiveEntry? Naast(ZipArchive zip, ZipArchiveEntry vorm, string uitgang) =>
        zip.Entries.FirstOrDefault(deel => deel.FullName.Equals(vorm.FullName[..^4] + uitgang, StringComparison.OrdinalIgnoreCase));

    private static MemoryStream Inhoud(ZipArchiveEntry deel)
    {
        var geheugen = new MemoryStream();
        using var bron = deel.Open();
        bron.CopyTo(geheugen);
        geheugen.Position = 0;
        // What the archive says of a size need not be true.
        return geheugen.Length <= MaxUitgepakt ? geheugen : throw Geweigerd("teGroot", "Dit bestand is uitgepakt te groot.");
    }

    private static Geometry Samen(IReadOnlyCollection<Geometry> delen) => delen.Count == 1 ? delen.First() : UnaryUnionOp.Union(delen) ?? Polygon.Empty;

    // At these latitudes a degree is so many metres; for a remark on how large something is that will do.
    private static long Hectare(Geometry vlak) =>
        (long)Math.Round(vlak.Area * 111_320 * 111_320 * Math.Cos(vlak.Centroid.Y * Math.PI / 180) / 10_000);

    private static ProbleemException Geweigerd(string code, string reden) => Weigering.Ongeldig(new OngeldigVeld("bestand", code, reden));
}
