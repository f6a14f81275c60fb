using System.Text.Json.Nodes;
using Meent.Testing;

namespace Meent.Conformance.Zgw;

/// <summary>An OpenAPI file of a standard.</summary>
internal sealed class Standaard
{
    private static readonly Dictionary<string, Standaard> Gelezen = [];

    private Standaard(string bestand) => Document = Yaml.Lees(Omgeving.Shared("standards", bestand));

    public JsonObject Document { get; }

    public static Standaard Van(string bestand)
    {
        lock (Gelezen) return Gelezen.TryGetValue(bestand, out var bekend) ? bekend : Gelezen[bestand] = new Standaard(bestand);
    }

    /// <summary>Each operation: path, verb in capitals, and what the file says of it.</summary>
    public IEnumerable<(string Pad, string Methode, JsonObject Operatie)> Operaties() =>
        from pad in Document["paths"]!.AsObject()
        from lid in pad.Value!.AsObject()
        where lid.Key is "get" or "head" or "post" or "put" or "patch" or "delete"
        select (pad.Key, lid.Key.ToUpperInvariant(), lid.Value!.AsObject());

    /// <summary>Query parameters of an operation, those of its path included.</summary>
    public IEnumerable<JsonObject> Parameters(string pad, JsonObject operatie) =>
        from bron in new[] { Document["paths"]![pad]!["parameters"], operatie["parameters"] }
        from parameter in bron?.AsArray() ?? []
        select Volg(parameter!).Schema.AsObject() into gevolgd
        where gevolgd["in"]!.GetValue<string>() == "query"
        select gevolgd;

    /// <summary>Follows references, also into the file of another standard (which those name at an older patch).</summary>
    public (Standaard Bron, JsonNode Schema) Volg(JsonNode node)
    {
        var bron = this;
        while (node is JsonObject vorm && vorm.TryGetPropertyValue("$ref", out var verwijzing))
        {
            var delen = verwijzing!.GetValue<string>().Split('#');
            if (delen[0].Length > 0) bron = Van(Bestand(delen[0]));
            node = delen[1].TrimStart('/').Split('/').Aggregate((JsonNode)bron.Document, (plek, naam) => plek[naam.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!);
        }

        return (bron, node);
    }

    private static string Bestand(string verwijzing) => verwijzing switch
    {
        _ when verwijzing.Contains("/ztc/", StringComparison.Ordinal) => "ztc-1.3.3.yaml",
        _ when verwijzing.Contains("/drc/", StringComparison.Ordinal) => "drc-1.7.0.yaml",
        _ when verwijzing.Contains("/brc/", StringComparison.Ordinal) => "brc-1.1.0.yaml",
        _ when verwijzing.Contains("/zrc/", StringComparison.Ordinal) => "zrc-1.7.0.yaml",
        _ => throw new InvalidDataException(verwijzing),
    };
}
