using System.Text.Json;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Klantinteracties;

/// <summary>Members that show what points at a resource: gathered at read, so that they are right whatever changes there.</summary>
internal static class Omgekeerd
{
    /// <summary>Stand between rows and between values; no text of a client can hold them.</summary>
    private const char Rij = '\u001e';
    private const char Waarde = '\u001f';

    /// <summary>Each as an object with id and URL.</summary>
    /// <param name="tabel">Where they are.</param>
    /// <param name="kolom">Column there with the id of this resource.</param>
    /// <param name="gezocht">Column there with the id that is shown.</param>
    public static Berekend Verwijzingen(string veld, string tabel, string kolom, string pad, string gezocht = "id") => new(veld,
        [$"(SELECT string_agg(hex(x.{gezocht}), ',' ORDER BY x.id) FROM {tabel} x WHERE x.{kolom} = t.id)"],
        w => w[0] is string ids ? $"[{string.Join(',', ids.Split(',').Select(id => Verwijzing(Guid.Parse(id), pad)))}]" : "[]");

    /// <summary>Each whole.</summary>
    /// <param name="van">FROM and WHERE, in which <c>x</c> is the table of what is shown.</param>
    public static Berekend Geheel(string veld, string van) => new(veld,
        [$"(SELECT string_agg(x.body, ',' ORDER BY x.id) FROM {van})"], static w => w[0] is string stukken ? $"[{stukken}]" : "[]");

    /// <summary>The categories of a partij, each with its name and days.</summary>
    public static Berekend Categorieen { get; } = new("categorieRelaties",
        [
            $"""
            (SELECT string_agg(hex(x.id) || '{Waarde}' || COALESCE(c.naam, '{Rij}') || '{Waarde}' || COALESCE(x.begin_datum, '') || '{Waarde}' || COALESCE(x.eind_datum, ''), ',{Rij}' ORDER BY x.id)
             FROM klantcontact_categorierelaties x LEFT JOIN klantcontact_categorieen c ON c.id = x.categorie WHERE x.partij = t.id)
            """,
        ],
        static w => w[0] is string rijen ? $"[{string.Join(',', rijen.Split($",{Rij}").Select(Relatie))}]" : "[]");

    private static string Relatie(string rij)
    {
        var delen = rij.Split(Waarde);
        var naam = delen[1].StartsWith(Rij) ? "null" : JsonSerializer.Serialize(delen[1], Vorm.Json);
        return $"{Verwijzing(Guid.Parse(delen[0]), Klantpaden.CategorieRelaties)[..^1]},\"categorieNaam\":{naam},\"beginDatum\":{Datum(delen[2])},\"eindDatum\":{Datum(delen[3])}}}";
    }

    private static string Datum(string dag) => dag.Length == 0 ? "null" : $"\"{dag}\"";

    private static string Verwijzing(Guid id, string pad) => $"{{\"uuid\":\"{id:D}\",\"url\":\"{EigenUrls.Van(pad, id)}\"}}";
}
