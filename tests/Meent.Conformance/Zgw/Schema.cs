using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Meent.Conformance.Zgw;

/// <summary>Holds JSON against a schema of OpenAPI 3.0, as far as the files of the standards use it.</summary>
internal static class Schema
{
    /// <returns>Every fault, with its place.</returns>
    public static IEnumerable<string> Fouten(Standaard bron, JsonNode schema, JsonElement json, string plek = "$")
    {
        (bron, schema) = bron.Volg(schema);
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (!MagNull(bron, schema)) yield return $"{plek}: null";
            yield break;
        }

        foreach (var deel in Lijst(schema, "allOf"))
        {
            foreach (var fout in Fouten(bron, deel, json, plek)) yield return fout;
        }

        // The unions of the standards have a branch that lets anything pass; the fitting one is what counts, so the fewest faults do.
        foreach (var soort in (string[])["oneOf", "anyOf"])
        {
            var takken = Lijst(schema, soort).Select(tak => Fouten(bron, tak, json, plek).ToList()).ToList();
            if (takken.Count > 0 && takken.TrueForAll(t => t.Count > 0))
            {
                foreach (var fout in takken.MinBy(t => t.Count)!) yield return fout;
            }
        }

        if (!Klopt(schema["type"]?.GetValue<string>(), json.ValueKind))
        {
            yield return $"{plek}: {json.ValueKind} in plaats van {schema["type"]}";
            yield break;
        }

        if (schema["enum"] is JsonArray keuzes && !keuzes.Any(k => k?.ToString() == (json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText())))
            yield return $"{plek}: {json} is geen keuze";
        if (json.ValueKind == JsonValueKind.String && Tekst(schema, json.GetString()!) is { } mis) yield return $"{plek}: {mis}";
        if (json.ValueKind == JsonValueKind.Array && schema["items"] is { } items)
        {
            var nummer = 0;
            foreach (var item in json.EnumerateArray())
            {
                foreach (var fout in Fouten(bron, items, item, $"{plek}[{nummer}]")) yield return fout;
                nummer++;
            }
        }

        if (json.ValueKind != JsonValueKind.Object) yield break;
        foreach (var vereist in Lijst(schema, "required").Select(v => v.GetValue<string>()))
        {
            if (!json.TryGetProperty(vereist, out _)) yield return $"{plek}: {vereist} ontbreekt";
        }

        foreach (var (naam, veld) in schema["properties"]?.AsObject() ?? [])
        {
            if (!json.TryGetProperty(naam, out var waarde)) continue;
            foreach (var fout in Fouten(bron, veld!, waarde, $"{plek}.{naam}")) yield return fout;
        }
    }

    private static IEnumerable<JsonNode> Lijst(JsonNode schema, string naam) => schema is JsonObject vorm && vorm[naam] is JsonArray lijst ? lijst.OfType<JsonNode>() : [];

    private static bool MagNull(Standaard bron, JsonNode schema)
    {
        if (schema is not JsonObject vorm || vorm.Count == 0) return true;
        if (vorm["nullable"]?.ToString() == "true") return true;
        return Lijst(schema, "oneOf").Concat(Lijst(schema, "anyOf")).Concat(Lijst(schema, "allOf")).Any(deel =>
        {
            var (elders, gevolgd) = bron.Volg(deel);
            return (gevolgd["enum"] is JsonArray keuzes && keuzes.Contains(null)) || MagNull(elders, gevolgd);
        });
    }

    private static bool Klopt(string? soort, JsonValueKind waarde) => soort switch
    {
        "object" => waarde == JsonValueKind.Object,
        "array" => waarde == JsonValueKind.Array,
        "string" => waarde == JsonValueKind.String,
        "boolean" => waarde is JsonValueKind.True or JsonValueKind.False,
        "integer" or "number" => waarde == JsonValueKind.Number,
        _ => true,
    };

    private static string? Tekst(JsonNode schema, string tekst)
    {
        if (schema["maxLength"]?.GetValue<long>() is { } max && tekst.Length > max) return $"langer dan {max}";
        // An empty text stands for "nothing" where the standard has no null, whatever the format says.
        if (tekst.Length == 0) return schema["minLength"] is { } min && min.GetValue<long>() > 0 ? "leeg" : null;
        return schema["format"]?.GetValue<string>() switch
        {
            "date" when !DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "geen datum",
            "date-time" when !DateTimeOffset.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "geen datumtijd",
            "uri" when !Uri.TryCreate(tekst, UriKind.Absolute, out _) => "geen URL",
            "uuid" when !Guid.TryParseExact(tekst, "D", out _) => "geen UUID",
            _ => null,
        };
    }
}
