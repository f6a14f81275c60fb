using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Meent.Services.Sdep.Invoer;

/// <summary>
/// A schema of the description, ready to be held against what comes in: what is told to be allowed and what is allowed are the same. As far as the
/// requests of the standard use JSON Schema.
/// </summary>
internal sealed class Schema
{
    private Schema(JsonObject vorm, Func<string, Schema> ander)
    {
        var soorten = vorm["type"] is JsonArray meer ? meer.Select(soort => soort!.GetValue<string>()).ToList() : [vorm["type"]?.GetValue<string>() ?? "object"];
        (Soort, MagNull) = (soorten[0], soorten.Contains("null"));
        (MinLengte, MaxLengte) = (Getal(vorm["minLength"]), Getal(vorm["maxLength"]));
        (Min, Max) = (Getal(vorm["minimum"]), Getal(vorm["maximum"]));
        (MinAantal, MaxAantal) = (Getal(vorm["minItems"]), Getal(vorm["maxItems"]));
        Patroontekst = vorm["pattern"]?.GetValue<string>();
        // In .NET a $ also stands before a line end.
        Patroon = Patroontekst is null ? null : new Regex(Patroontekst.TrimEnd('$') + @"\z", RegexOptions.CultureInvariant | RegexOptions.Compiled);
        Keuzes = vorm["enum"]?.AsArray().Select(keuze => keuze!.GetValue<string>()).ToList();
        Formaat = vorm["format"]?.GetValue<string>();
        Uniek = vorm["uniqueItems"]?.GetValue<bool>() == true;
        Delen = vorm["items"] is JsonObject delen ? Van(delen, ander) : null;
        var verplicht = vorm["required"]?.AsArray().Select(naam => naam!.GetValue<string>()).ToHashSet() ?? [];
        Velden = [.. (vorm["properties"] as JsonObject ?? []).Select(veld => (veld.Key, Van(veld.Value!.AsObject(), ander), verplicht.Contains(veld.Key)))];
    }

    public string Soort { get; }
    public bool MagNull { get; }
    public long? MinLengte { get; }
    public long? MaxLengte { get; }
    public long? Min { get; }
    public long? Max { get; }
    public long? MinAantal { get; }
    public long? MaxAantal { get; }
    public string? Patroontekst { get; }
    public Regex? Patroon { get; }
    public IReadOnlyList<string>? Keuzes { get; }
    public string? Formaat { get; }
    public bool Uniek { get; }
    public Schema? Delen { get; }
    public IReadOnlyList<(string Naam, Schema Schema, bool Verplicht)> Velden { get; }

    /// <param name="schemas">All of a description, which may refer to each other.</param>
    public static Schema Van(JsonObject schemas, string naam) => Van(schemas[naam]!.AsObject(), ander => Van(schemas, ander));

    private static Schema Van(JsonObject vorm, Func<string, Schema> ander) =>
        vorm["$ref"] is { } verwijzing ? ander(verwijzing.GetValue<string>().Split('/')[^1]) : new Schema(vorm, ander);

    private static long? Getal(JsonNode? waarde) => waarde?.GetValue<long>();
}
