using System.Text.Json;

namespace Meent.Services.Objecten.Schemas;

/// <summary>Whether a JSON schema is one: each keyword has a value that it can have, each reference a goal.</summary>
internal static class Schemacontrole
{
    private const int Diepst = 64;

    private static readonly string[] Soorten = ["array", "boolean", "integer", "null", "number", "object", "string"];

    public static IEnumerable<Schemafout> Fouten(Jsonschema schema) =>
        schema.Wortel.Vorm.ValueKind == JsonValueKind.Object ? Vorm(schema, schema.Wortel.Vorm, schema.Wortel.Basis, "", 0) : [new("", "Verwachtte een object.")];

    private static IEnumerable<Schemafout> Vorm(Jsonschema schema, JsonElement vorm, string basis, string waar, int diepte)
    {
        if (vorm.ValueKind is JsonValueKind.True or JsonValueKind.False) yield break;
        if (vorm.ValueKind != JsonValueKind.Object || diepte > Diepst)
        {
            yield return new(waar, "Verwachtte een schema: een object, of true of false.");
            yield break;
        }

        basis = Jsonschema.Basis(vorm, basis);
        foreach (var woord in vorm.EnumerateObject())
        {
            var plek = waar.Length == 0 ? woord.Name : $"{waar}.{woord.Name}";
            if (Waarde(schema, woord, basis) is { } reden) yield return new(plek, reden);
            foreach (var fout in Delen(woord).SelectMany(deel => Vorm(schema, deel.Vorm, basis, plek + deel.Plek, diepte + 1))) yield return fout;
        }
    }

    /// <summary>What is wrong with the value of a keyword itself.</summary>
    private static string? Waarde(Jsonschema schema, JsonProperty woord, string basis)
    {
        var waarde = woord.Value;
        return woord.Name switch
        {
            "type" => IsSoort(waarde) ? null : $"Kies uit {string.Join(", ", Soorten)}, of noem er meer in een lijst.",
            "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" => waarde.ValueKind != JsonValueKind.Object ? "Verwachtte een object met schema's."
                : woord.Name == "patternProperties" && !waarde.EnumerateObject().All(lid => Patronen.IsGeldig(lid.Name)) ? "Een naam is geen reguliere expressie." : null,
            "allOf" or "anyOf" or "oneOf" or "prefixItems" => waarde.ValueKind == JsonValueKind.Array && waarde.GetArrayLength() > 0 ? null : "Verwachtte een lijst met schema's.",
            "required" => IsNamen(waarde) ? null : "Verwachtte een lijst met namen.",
            "dependentRequired" => waarde.ValueKind == JsonValueKind.Object && waarde.EnumerateObject().All(lid => IsNamen(lid.Value)) ? null : "Verwachtte een object met lijsten van namen.",
            "dependencies" => waarde.ValueKind == JsonValueKind.Object && waarde.EnumerateObject().All(lid => lid.Value.ValueKind != JsonValueKind.Array || IsNamen(lid.Value)) ? null : "Verwachtte een object met schema's of lijsten van namen.",
            "enum" => waarde.ValueKind == JsonValueKind.Array ? null : "Verwachtte een lijst.",
            "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" or "minContains" or "maxContains" =>
                Getallen.Aantal(waarde) is null ? "Verwachtte een geheel getal, niet onder nul." : null,
            "minimum" or "maximum" => waarde.ValueKind == JsonValueKind.Number ? null : "Verwachtte een getal.",
            "exclusiveMinimum" or "exclusiveMaximum" => waarde.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? null : "Verwachtte een getal.",
            "multipleOf" => waarde.ValueKind == JsonValueKind.Number && waarde.GetDouble() > 0 ? null : "Verwachtte een getal boven nul.",
            "pattern" => waarde.ValueKind == JsonValueKind.String && Patronen.IsGeldig(waarde.GetString()!) ? null : "Verwachtte een reguliere expressie.",
            "uniqueItems" => waarde.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "Verwachtte true of false.",
            "title" or "description" or "format" or "$schema" or "$id" or "$comment" or "$anchor" => waarde.ValueKind == JsonValueKind.String ? null : "Verwachtte een tekst.",
            // What they point at depends on the way that led there: better refused than followed wrong.
            "$dynamicRef" or "$recursiveRef" => "Wordt hier niet ondersteund; gebruik $ref.",
            "$ref" => waarde.ValueKind == JsonValueKind.String && schema.Vind(basis, waarde.GetString()!) is not null ? null : "Verwijst naar wat niet in dit schema staat.",
            _ => null,
        };
    }

    /// <summary>The schemas in the value of a keyword.</summary>
    private static IEnumerable<(JsonElement Vorm, string Plek)> Delen(JsonProperty woord) => woord.Name switch
    {
        "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" => Leden(woord.Value),
        "dependencies" => Leden(woord.Value).Where(lid => lid.Vorm.ValueKind != JsonValueKind.Array),
        "allOf" or "anyOf" or "oneOf" or "prefixItems" => Items(woord.Value),
        "items" when woord.Value.ValueKind == JsonValueKind.Array => Items(woord.Value),
        "items" or "additionalItems" or "unevaluatedItems" or "contains" or "additionalProperties" or "unevaluatedProperties" or "propertyNames" or "not" or "if" or "then" or "else" => [(woord.Value, "")],
        _ => [],
    };

    private static IEnumerable<(JsonElement, string)> Items(JsonElement lijst) => lijst.ValueKind == JsonValueKind.Array ? lijst.EnumerateArray().Select((item, i) => (item, $"[{i}]")) : [];

    private static IEnumerable<(JsonElement Vorm, string)> Leden(JsonElement leden) => leden.ValueKind == JsonValueKind.Object ? leden.EnumerateObject().Select(lid => (lid.Value, $".{lid.Name}")) : [];

    private static bool IsSoort(JsonElement waarde) => waarde.ValueKind == JsonValueKind.Array
        ? waarde.GetArrayLength() > 0 && waarde.EnumerateArray().All(een => een.ValueKind == JsonValueKind.String && Soorten.Contains(een.GetString()))
        : waarde.ValueKind == JsonValueKind.String && Soorten.Contains(waarde.GetString());

    private static bool IsNamen(JsonElement waarde) => waarde.ValueKind == JsonValueKind.Array && waarde.EnumerateArray().All(naam => naam.ValueKind == JsonValueKind.String);
}
