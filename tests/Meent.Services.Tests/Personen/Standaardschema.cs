using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Testing;

namespace Meent.Services.Tests.Personen;

/// <summary>Checks JSON against a schema of the standard's OpenAPI file: no unknown members, the types, patterns and required members as told.</summary>
internal sealed class Standaardschema(JsonElement schemas)
{
    private readonly JsonElement _schemas = schemas;

    private bool _vormVanTekst;

    /// <param name="bestand">A file among the standards.</param>
    public Standaardschema(string bestand) : this(JsonSerializer.SerializeToElement(Yaml.Lees(Omgeving.Shared("standards", bestand))["components"]!["schemas"]))
    {
    }

    public List<string> Fouten(JsonElement waarde, string schema, bool vormVanTekst = true)
    {
        _vormVanTekst = vormVanTekst;
        return [.. Controleer(waarde, [_schemas.GetProperty(schema)], schema)];
    }

    private IEnumerable<string> Controleer(JsonElement waarde, IEnumerable<JsonElement> schemas, string pad)
    {
        var delen = schemas.SelectMany(Delen).ToList();
        if (waarde.ValueKind == JsonValueKind.Object && delen.Where(d => d.TryGetProperty("discriminator", out _)).Select(Vorm(waarde)).OfType<JsonElement?>().FirstOrDefault() is { } vorm)
            delen.AddRange(Delen(vorm));
        return waarde.ValueKind switch
        {
            JsonValueKind.Object => Object(waarde, delen, pad),
            JsonValueKind.Array => waarde.EnumerateArray().SelectMany((item, i) => Controleer(item, delen.Where(d => d.TryGetProperty("items", out _)).Select(d => d.GetProperty("items")), $"{pad}[{i}]")),
            _ => delen.SelectMany(d => Enkel(waarde, d, pad)),
        };
    }

    private IEnumerable<string> Object(JsonElement waarde, List<JsonElement> delen, string pad)
    {
        var eigenschappen = delen.Where(d => d.TryGetProperty("properties", out _)).SelectMany(d => d.GetProperty("properties").EnumerateObject()).ToLookup(p => p.Name, p => p.Value);
        foreach (var deel in delen)
        {
            if (!deel.TryGetProperty("required", out var verplicht)) continue;
            foreach (var naam in verplicht.EnumerateArray())
                if (!waarde.TryGetProperty(naam.GetString()!, out _)) yield return $"{pad}.{naam} ontbreekt";
        }

        foreach (var lid in waarde.EnumerateObject())
        {
            if (!eigenschappen.Contains(lid.Name)) yield return $"{pad}.{lid.Name} staat niet in de standaard";
            foreach (var fout in Controleer(lid.Value, eigenschappen[lid.Name], $"{pad}.{lid.Name}")) yield return fout;
        }
    }

    private IEnumerable<string> Enkel(JsonElement waarde, JsonElement schema, string pad)
    {
        var type = schema.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString() : null;
        var klopt = type switch
        {
            "string" => waarde.ValueKind == JsonValueKind.String,
            "integer" => waarde.ValueKind == JsonValueKind.Number && waarde.TryGetInt64(out _),
            "boolean" => waarde.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "object" or "array" => false,
            _ => true,
        };
        if (!klopt) yield return $"{pad} is geen {type}";
        if (!_vormVanTekst) yield break;
        if (waarde.ValueKind == JsonValueKind.String && schema.TryGetProperty("pattern", out var patroon) && !Regex.IsMatch(waarde.GetString()!, patroon.GetString()!))
            yield return $"{pad} voldoet niet aan {patroon}";
        if (waarde.ValueKind == JsonValueKind.String && schema.TryGetProperty("maxLength", out var lengte) && waarde.GetString()!.Length > lengte.GetInt32())
            yield return $"{pad} is langer dan {lengte}";
        if (waarde.ValueKind == JsonValueKind.String && schema.TryGetProperty("enum", out var keuzes) && !keuzes.EnumerateArray().Any(k => k.GetString() == waarde.GetString()))
            yield return $"{pad} is geen van de keuzes";
    }

    // A schema with what it refers to and is composed of.
    private IEnumerable<JsonElement> Delen(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var verwijzing)) return Delen(Schema(verwijzing.GetString()!));
        return schema.TryGetProperty("allOf", out var delen) ? delen.EnumerateArray().SelectMany(Delen).Append(schema) : [schema];
    }

    private Func<JsonElement, JsonElement?> Vorm(JsonElement waarde) => schema =>
    {
        var soort = schema.GetProperty("discriminator");
        if (!waarde.TryGetProperty(soort.GetProperty("propertyName").GetString()!, out var naam)) return null;
        // Without a mapping the value is the name of the schema.
        if (!soort.TryGetProperty("mapping", out var vormen)) return _schemas.TryGetProperty(naam.GetString()!, out var genoemd) ? genoemd : null;
        return vormen.TryGetProperty(naam.GetString()!, out var verwijzing) ? Schema(verwijzing.GetString()!) : null;
    };

    private JsonElement Schema(string verwijzing) => _schemas.GetProperty(verwijzing.Split('/')[^1]);
}
