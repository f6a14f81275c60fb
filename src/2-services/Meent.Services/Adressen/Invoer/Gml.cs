using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Meent.Services.Adressen.Invoer;

/// <summary>The geometries of GML 3.2 that the BAG uses, as GeoJSON.</summary>
internal static class Gml
{
    /// <exception cref="FormatException">It is another geometry, or none.</exception>
    public static JsonObject Lees(XElement gml) => gml.Name.LocalName switch
    {
        "Point" => Vorm("Point", Plaatsen(gml).Single()),
        "Polygon" => Vorm("Polygon", Ringen(gml)),
        "MultiSurface" => Vorm("MultiPolygon", new JsonArray([.. gml.Descendants().Where(e => e.Name.LocalName == "Polygon").Select(Ringen)])),
        var naam => throw new FormatException($"geometrie {naam} wordt niet gebruikt"),
    };

    private static JsonObject Vorm(string soort, JsonNode plaatsen) => new() { ["type"] = soort, ["coordinates"] = plaatsen };

    private static JsonArray Ringen(XElement vlak) =>
        new([.. vlak.Descendants().Where(e => e.Name.LocalName == "LinearRing").Select(ring => new JsonArray([.. Plaatsen(ring)]))]);

    private static IEnumerable<JsonArray> Plaatsen(XElement gml)
    {
        foreach (var lijst in gml.Descendants().Where(e => e.Name.LocalName is "pos" or "posList"))
        {
            var getallen = lijst.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(g => double.Parse(g, CultureInfo.InvariantCulture)).ToList();
            var dimensie = lijst.Name.LocalName == "pos" ? getallen.Count : Dimensie(lijst);
            if (getallen.Count == 0 || dimensie is not (2 or 3) || getallen.Count % dimensie != 0) throw new FormatException("geometrie heeft geen hele punten");
            foreach (var punt in getallen.Chunk(dimensie)) yield return new JsonArray([.. punt.Select(g => JsonValue.Create(g))]);
        }
    }

    private static int Dimensie(XElement lijst) =>
        lijst.AncestorsAndSelf().Select(e => (int?)e.Attribute("srsDimension")).FirstOrDefault(d => d is not null) ?? 2;
}
