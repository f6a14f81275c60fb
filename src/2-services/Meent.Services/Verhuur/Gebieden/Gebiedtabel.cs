using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Meent.Services.Verhuur.Gebieden;

/// <summary>The areas in the store, and which dwellings lie in them: kept as rows, so that counting nights needs no geometry.</summary>
internal static class Gebiedtabel
{
    private const int Groep = 500;

    public static ValueTask<List<Gebied>> Gebieden(this Session session) =>
        session.All("SELECT body FROM verhuur_gebieden ORDER BY id", row => EigenJson.Lees<Gebied>(row.Text(0)));

    /// <summary>An area with its shape as GeoJSON.</summary>
    public static ValueTask<(Gebied Gebied, string Vlak)?> Gebied(this Session session, Guid id) =>
        session.One("SELECT body, vlak FROM verhuur_gebieden WHERE id = $1", row => ((Gebied, string)?)(EigenJson.Lees<Gebied>(row.Text(0)), row.Text(1)), id);

    /// <summary>Adds an area, or finds the one of that name from the same file; and which known dwellings lie in it.</summary>
    public static async ValueTask<(Gebied Gebied, bool Nieuw)> Voeg(this Session session, Gebied gebied, Geometry vlak)
    {
        if ((await session.Gebieden()).Find(g => g.Naam == gebied.Naam && g.Vingerafdruk == gebied.Vingerafdruk) is { } zelfde) return (zelfde, false);
        await session.Execute(
            "INSERT INTO verhuur_gebieden (id, body, vorm, vlak) VALUES ($1, $2, $3, $4)",
            gebied.Id, EigenJson.Schrijf(gebied), EigenJson.Vorm, Vlakschrijver.GeoJson(vlak).ToJsonString());

        var grens = vlak.EnvelopeInternal;
        var (van, tot) = (Plek.Van(grens.MinX, grens.MinY), Plek.Van(grens.MaxX, grens.MaxY));
        var binnen = new List<string>();
        var kaart = PreparedGeometryFactory.Prepare(vlak);
        await session.Each("SELECT id, lengte, breedte FROM verhuur_woonruimten WHERE breedte >= $1 AND breedte <= $2 AND lengte >= $3 AND lengte <= $4", row =>
        {
            if (Ligt(kaart, new Plek(row.Long(1), row.Long(2)))) binnen.Add(row.Text(0));
        }, van.Breedte, tot.Breedte, van.Lengte, tot.Lengte);
        foreach (var groep in binnen.Chunk(Groep))
        {
            await session.Execute(
                $"INSERT INTO verhuur_ligging (woonruimte, gebied) VALUES {string.Join(", ", groep.Select((_, i) => $"(${i + 2}, $1)"))}", [gebied.Id, .. groep]);
        }

        return (gebied, true);
    }

    /// <summary>Areas in which a dwelling lies; none while its place is not known.</summary>
    public static async ValueTask<IReadOnlySet<Guid>> Ligging(this Session session, string woonruimte) =>
        (await session.All("SELECT gebied FROM verhuur_ligging WHERE woonruimte = $1", row => row.Guid(0), woonruimte)).ToHashSet();

    /// <summary>Areas in which a place lies.</summary>
    public static async ValueTask<IReadOnlySet<Guid>> Ligging(this Session session, Plek plek)
    {
        var gebieden = new HashSet<Guid>();
        await session.Each("SELECT id, vlak FROM verhuur_gebieden", row =>
        {
            using var vlak = JsonDocument.Parse(row.Text(1));
            if (Ligt(PreparedGeometryFactory.Prepare(GeoJson.Lees(vlak.RootElement)!), plek)) gebieden.Add(row.Guid(0));
        });
        return gebieden;
    }

    public static async ValueTask<bool> IsGeplaatst(this Session session, string woonruimte) =>
        await session.One("SELECT COUNT(*) FROM verhuur_woonruimten WHERE id = $1 AND lengte IS NOT NULL", row => row.Long(0), woonruimte) > 0;

    /// <summary>Remembers where a dwelling lies, and so in which areas; without a place only that it is there.</summary>
    public static async ValueTask Plaats(this Session session, string woonruimte, Plek? plek)
    {
        await session.Execute("INSERT INTO verhuur_woonruimten (id, slot) VALUES ($1, 0) ON CONFLICT (id) DO NOTHING", woonruimte);
        if (plek is not { } gevonden) return;
        await session.Execute("UPDATE verhuur_woonruimten SET lengte = $2, breedte = $3 WHERE id = $1", woonruimte, gevonden.Lengte, gevonden.Breedte);
        await session.Execute("DELETE FROM verhuur_ligging WHERE woonruimte = $1", woonruimte);
        foreach (var gebied in await session.Ligging(gevonden))
            await session.Execute("INSERT INTO verhuur_ligging (woonruimte, gebied) VALUES ($1, $2)", woonruimte, gebied);
    }

    private static bool Ligt(IPreparedGeometry kaart, Plek plek)
    {
        var (lengte, breedte) = plek.Graden;
        return kaart.Intersects(kaart.Geometry.Factory.CreatePoint(new Coordinate(lengte, breedte)));
    }
}
