using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Process.Expressies;

namespace Meent.Process.Koppelingen;

/// <summary>Fills in the parameters of a connector: literals, <c>pv:</c> for a variable, <c>=</c> for an expression, at any depth.</summary>
internal static class Parameters
{
    private const string Variabele = "pv:";

    /// <summary>Reads every expression once, so that a wrong one is refused at deploy.</summary>
    /// <exception cref="ExpressieFout">One of them cannot be read.</exception>
    public static Func<IReadOnlyDictionary<string, JsonElement>, JsonNode?> Lees(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var velden = json.EnumerateObject().Select(v => (v.Name, Waarde: Lees(v.Value))).ToList();
                return variabelen => Object(velden.Select(v => KeyValuePair.Create(v.Name, v.Waarde(variabelen))));
            case JsonValueKind.Array:
                var elementen = json.EnumerateArray().Select(Lees).ToList();
                return variabelen => new JsonArray([.. elementen.Select(e => e(variabelen))]);
            case JsonValueKind.String when json.GetString()!.StartsWith(Variabele, StringComparison.Ordinal):
                return Bereken(Expressie.Lees(json.GetString()![Variabele.Length..]));
            case JsonValueKind.String when json.GetString()!.StartsWith('='):
                return Bereken(Expressie.Lees(json.GetString()![1..]));
            default:
                var literal = json.Clone();
                return _ => JsonSerializer.SerializeToNode(literal);
        }
    }

    private static Func<IReadOnlyDictionary<string, JsonElement>, JsonNode?> Bereken(Expressie expressie) =>
        variabelen => JsonSerializer.SerializeToNode(expressie.Bereken(variabelen));

    /// <summary>What is not known is left out, not sent as null: an absent field and an empty one differ in the standards.</summary>
    private static JsonObject Object(IEnumerable<KeyValuePair<string, JsonNode?>> velden) => new(velden.Where(v => v.Value is not null));
}
