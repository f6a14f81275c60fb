using System.Text.Json.Nodes;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary>What was decided about one question, with the versions of the register that decided.</summary>
/// <param name="Context">Member <c>context</c> of the answer.</param>
/// <param name="Versies">Number of the version by URI of the activity.</param>
internal sealed record Besluit(bool Toegestaan, JsonObject Context, IReadOnlyDictionary<string, int> Versies)
{
    private static readonly IReadOnlyDictionary<string, int> Geen = new Dictionary<string, int>();

    public static Besluit Ja(string doel, params IReadOnlyList<Versie> versies) => new(
        true, new JsonObject { ["purpose"] = doel, ["processing_activities"] = Lijst(versies) }, versies.ToDictionary(v => v.Uri, v => v.Nummer));

    /// <param name="code">As the services themselves name this refusal.</param>
    /// <param name="ontbreekt">What would have to be there.</param>
    public static Besluit Nee(string code, string reden, IReadOnlyList<string> ontbreekt, params IReadOnlyList<Versie> versies) => new(
        false,
        new JsonObject
        {
            ["reason_admin"] = new JsonObject { [code] = reden },
            ["missing"] = new JsonArray([.. ontbreekt.Select(een => (JsonNode)een)]),
            ["processing_activities"] = Lijst(versies),
        },
        versies.ToDictionary(v => v.Uri, v => v.Nummer));

    /// <summary>Of a question in a series that cannot be answered.</summary>
    public static Besluit Fout(string reden) => new(false, new JsonObject { ["error"] = new JsonObject { ["status"] = 400, ["message"] = reden } }, Geen);

    public JsonObject Json() => new() { ["decision"] = Toegestaan, ["context"] = Context.DeepClone() };

    private static JsonArray Lijst(IEnumerable<Versie> versies) => new([.. versies.Select(v => new JsonObject { ["id"] = v.Uri, ["version"] = v.Nummer })]);
}
