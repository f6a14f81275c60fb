using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Meent.Services.Verhuur.Gebieden;

/// <summary>
/// Metres of the Rijksdriehoek system (EPSG:28992) into degrees of WGS 84 (EPSG:4326). Without the correction grid of RDNAPTRANS it is right to a
/// quarter of a metre, which is enough to know on which side of a street a house stands.
/// </summary>
internal static class Projectie
{
    private const string RdNieuw =
        """
        PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128],
        TOWGS84[565.2369,50.0087,465.658,-0.406857330322398,0.350732676542563,-1.8703473836068,4.0812]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],
        PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555555],PARAMETER["central_meridian",5.38763888888889],
        PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1]]
        """;

    private static readonly MathTransform Omzetting = new CoordinateTransformationFactory()
        .CreateFromCoordinateSystems(new CoordinateSystemFactory().CreateFromWkt(RdNieuw), GeographicCoordinateSystem.WGS84).MathTransform;

    public static Coordinate Wgs84(double x, double y)
    {
        var (lengte, breedte) = Omzetting.Transform(x, y);
        return new(lengte, breedte);
    }

    /// <summary>A copy of a geometry in degrees.</summary>
    public static Geometry Wgs84(Geometry rijksdriehoek)
    {
        var kopie = rijksdriehoek.Copy();
        kopie.Apply(new Omzetter());
        kopie.GeometryChanged();
        return kopie;
    }

    private sealed class Omzetter : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence rij, int i)
        {
            var punt = Wgs84(rij.GetX(i), rij.GetY(i));
            rij.SetX(i, punt.X);
            rij.SetY(i, punt.Y);
        }
    }
}
