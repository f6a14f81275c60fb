using System.IO.Compression;
using System.Text;
using Meent.Services.Verhuur.Gebieden;
using Meent.Standards.Problemen;
using Meent.Testing;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;

namespace Meent.Services.Tests.Verhuur;

public sealed class GebiedlezerTests
{
    private const string Driehoek = """{"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.0],[5.05,52.1],[5.0,52.0]]]}""";

    // The origin of the system, and two of the published points of RDNAPTRANS.
    [Theory]
    [InlineData(155_000, 463_000, 5.38720621, 52.15517440)]
    [InlineData(117_380.12, 575_040.34, 4.824761912, 53.160753042)]
    [InlineData(247_380.56, 604_580.78, 6.776726674, 53.419482050)]
    public void Metres_become_degrees(double x, double y, double lengte, double breedte)
    {
        var graden = Projectie.Wgs84(x, y);
        // A hundred-thousandth of a degree is a metre.
        Assert.Equal(lengte, graden.X, 0.00001);
        Assert.Equal(breedte, graden.Y, 0.00001);
    }

    [Theory]
    [InlineData(Driehoek)]
    [InlineData($$"""{"type":"Feature","properties":null,"geometry":{{Driehoek}}}""")]
    [InlineData($$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{{Driehoek}}}]}""")]
    public void Each_form_of_geojson_is_read(string json)
    {
        var (gebied, vlak) = Lees(json);
        Assert.Equal(4, vlak.NumPoints);
        // Half of 6.85 by 11.1 kilometres.
        Assert.InRange(gebied.Hectare, 3_780, 3_840);
        Assert.Empty(gebied.Opmerkingen);
    }

    [Fact]
    public void What_crosses_itself_is_mended_and_said()
    {
        var (gebied, vlak) = Lees("""{"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.1],[5.1,52.0],[5.0,52.1],[5.0,52.0]]]}""");
        Assert.True(vlak.IsValid);
        Assert.Contains("hersteld", Assert.Single(gebied.Opmerkingen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[5,52]}""", "geenVlak")]
    [InlineData("""{"type":"Polygon","coordinates":[[[52.0,5.0],[52.0,5.1],[52.1,5.05],[52.0,5.0]]]}""", "buitenNederland")]
    [InlineData("""{"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.0]]]}""", "geenVlak")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "geenVlak")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature"}]}""", "geenVlak")]
    [InlineData("[]", "geenVlak")]
    [InlineData("geen json", "onleesbaar")]
    [InlineData("", "onleesbaar")]
    [InlineData("PK geen zip", "onleesbaar")]
    public void What_is_no_area_is_refused(string bestand, string code) => Assert.Equal(code, Code(Encoding.UTF8.GetBytes(bestand)));

    [Fact]
    public void A_shapefile_in_metres_lies_where_it_lies()
    {
        var vierkant = new GeometryFactory().CreatePolygon([new(154_000, 462_000), new(154_000, 464_000), new(156_000, 464_500), new(156_000, 462_000), new(154_000, 462_000)]);
        var (gebied, vlak) = Gebiedlezer.Lees("Amersfoort", Zip(vierkant, "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\"]]"), default);
        Assert.True(vlak.Contains(new Point(5.38720621, 52.1551744)));
        Assert.InRange(gebied.Hectare, 449, 451);
        // Without a word on the system: numbers this large are metres.
        Assert.True(Gebiedlezer.Lees("Amersfoort", Zip(vierkant, null), default).Vlak.Contains(new Point(5.38720621, 52.1551744)));
        Assert.Equal("stelsel", Code(Zip(vierkant, "PROJCS[\"WGS 84 / UTM zone 31N\"]")));
    }

    [Fact]
    public void A_rectangle_is_taken_with_the_remark_that_it_may_be_an_example()
    {
        var (gebied, _) = Gebiedlezer.Lees("Voorbeeld", Zip(new GeometryFactory().ToGeometry(new Envelope(5.0, 5.02, 52.0, 52.02)), "GEOGCS[\"WGS 84\"]"), default);
        Assert.Contains("rechthoek", Assert.Single(gebied.Opmerkingen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_without_a_whole_shapefile_is_refused()
    {
        var vierkant = new GeometryFactory().ToGeometry(new Envelope(5.0, 5.02, 52.0, 52.02));
        Assert.Equal("onleesbaar", Code(Zip(vierkant, null, zonder: ".shp")));
        Assert.Equal("onleesbaar", Code(Zip(vierkant, null, zonder: ".dbf")));
        var heel = Zip(vierkant, null);
        Assert.Equal("onleesbaar", Code(heel[..(heel.Length / 2)]));
    }

    [SharedFact]
    public void Each_published_area_of_a_municipality_is_read()
    {
        var bestanden = Directory.GetFiles(Omgeving.Shared("data/vakantieverhuur/shapefiles"), "*.zip");
        Assert.Equal(28, bestanden.Length);
        foreach (var bestand in bestanden)
        {
            var (gebied, vlak) = Gebiedlezer.Lees(Path.GetFileNameWithoutExtension(bestand), File.ReadAllBytes(bestand), default);
            Assert.True(vlak.IsValid, bestand);
            Assert.Equal(bestand.Contains("dummy", StringComparison.Ordinal), gebied.Opmerkingen.Any(o => o.Contains("rechthoek", StringComparison.Ordinal)));
        }

        // The town hall of Delft lies in Delft, and the tower of Amersfoort does not.
        var delft = Gebiedlezer.Lees("Delft", File.ReadAllBytes(bestanden.Single(b => b.EndsWith("Delft.zip", StringComparison.Ordinal))), default).Vlak;
        Assert.True(delft.Contains(new Point(4.3598, 52.0116)));
        Assert.False(delft.Contains(new Point(5.3872, 52.1552)));
    }

    private static (Gebied Gebied, Geometry Vlak) Lees(string json) => Gebiedlezer.Lees("Proef", Encoding.UTF8.GetBytes(json), DateTimeOffset.UnixEpoch);

    private static string Code(byte[] bestand)
    {
        var probleem = Assert.Throws<ProbleemException>(() => Gebiedlezer.Lees("Proef", bestand, default)).Probleem;
        Assert.Equal(400, probleem.Status);
        return Assert.Single(probleem.InvalidParams!).Code;
    }

    private static byte[] Zip(Geometry vlak, string? prj, string? zonder = null)
    {
        using var map = new TijdelijkeMap();
        Shapefile.WriteAllFeatures([new Feature(vlak, new AttributesTable { { "naam", "proef" } })], Path.Combine(map.Pad, "gebied.shp"), projection: prj, encoding: null);
        foreach (var bestand in Directory.GetFiles(map.Pad))
            if (Path.GetExtension(bestand) == zonder || (prj is null && Path.GetExtension(bestand) == ".prj")) File.Delete(bestand);
        using var geheugen = new MemoryStream();
        using (var zip = new ZipArchive(geheugen, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var bestand in Directory.GetFiles(map.Pad)) zip.CreateEntryFromFile(bestand, Path.GetFileName(bestand));
        return geheugen.ToArray();
    }
}
