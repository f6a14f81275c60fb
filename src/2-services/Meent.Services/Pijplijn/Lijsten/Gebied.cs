using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using NetTopologySuite.Geometries.Prepared;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// What lies within an area: the bounding boxes in the index narrow it down, an exact test decides. Linear in what the box holds, since no index
/// knows the exact answer.
/// </summary>
internal sealed class Gebied(Resource resource, IReadOnlyList<(Guid Id, string Waarde)> binnen, Vraag vraag)
{
    public long Aantal => binnen.Count;

    public static async ValueTask<Gebied> Zoek(Session session, Resource resource, Bereik bereik, Vraag vraag)
    {
        var kolom = resource.Geometrie ?? throw new InvalidOperationException(resource.Naam);
        var vak = Vak.Van(vraag.Zone!);
        var omsloten = vraag.Met("t.geo_x1 >= $? AND t.geo_x2 <= $? AND t.geo_y1 >= $? AND t.geo_y2 <= $?", vak.X1, vak.X2, vak.Y1, vak.Y2);
        var args = omsloten.Args.ToList();
        var recht = bereik.Voorwaarde(resource.Zichtbaarheid, args);
        var waarde = vraag.Sorteerkolom == "id" ? "''" : $"t.{vraag.Sorteerkolom}";
        var precies = PreparedGeometryFactory.Prepare(vraag.Zone!);
        var binnen = new List<(Guid, string)>();
        await session.Each(
            $"SELECT t.id, {waarde} AS waarde, t.body FROM {resource.Tabel} t WHERE {omsloten.Voorwaarde}{(recht.Length > 0 ? $" AND {recht}" : "")} ORDER BY {Sleutelvraag.Volgorde(vraag, "t.id", "waarde")}",
            row =>
            {
                using var json = System.Text.Json.JsonDocument.Parse(Vorm.Leesbaar(row.Span(2)).WrittenMemory);
                if (GeoJson.Lees(json.RootElement.GetProperty(kolom)) is { } vorm && precies.ContainsProperly(vorm)) binnen.Add((row.Guid(0), row.TextOrNull(1) ?? ""));
            }, [.. args]);
        return new Gebied(resource, binnen, vraag);
    }

    /// <summary>The rows of the page, in the form of <see cref="Sleutelvraag"/>.</summary>
    public (string Sql, object?[] Args) Rijen(string kolommen)
    {
        var pagina = binnen.Skip((vraag.Pagina - 1) * vraag.Grootte).Take(vraag.Grootte).ToList();
        var rijen = pagina.Select((_, i) => $"(${(2 * i) + 1}, ${(2 * i) + 2})");
        var sleutels = pagina.Count == 0 ? $"SELECT id, '' AS waarde FROM {resource.Tabel} WHERE 1 = 0" : $"SELECT column1 AS id, column2 AS waarde FROM (VALUES {string.Join(", ", rijen)}) v";
        return (Sleutelvraag.MetRij(resource, vraag, sleutels, kolommen), [.. pagina.SelectMany(p => new object?[] { p.Id, p.Waarde })]);
    }
}
