using System.Text.Json.Nodes;
using Meent.Services.Sdep.Invoer;

namespace Meent.Services.Sdep.Beschrijving;

/// <summary>The schemas of the description, by version: also what requests are held against.</summary>
internal static class Schemas
{
    private static readonly Lazy<JsonObject> Tweede = new(Lees);
    private static readonly Lazy<JsonObject> Eerste = new(MaakEerste);

    public static Schema ActiviteitV1 { get; } = Schema.Van(Van(1), "ActivityRequest");

    public static Schema ActiviteitV2 { get; } = Schema.Van(Van(2), "ActivityRequest");

    public static JsonObject Van(int versie) => versie < 2 ? Eerste.Value : Tweede.Value;

    private static JsonObject Lees()
    {
        using var bron = typeof(Schemas).Assembly.GetManifestResourceStream("Meent.Services.Sdep.Beschrijving.schemas.json")!;
        return JsonNode.Parse(bron)!.AsObject();
    }

    /// <summary>The first version has shorter texts, and takes instants in any zone.</summary>
    private static JsonObject MaakEerste()
    {
        var schemas = Lees();
        schemas["Address"]!["properties"]!["fullAddress"]!["maxLength"] = 318L;
        schemas["ActivityRequest"]!["properties"]!["url"]!["maxLength"] = 128L;
        foreach (var naam in new[] { "startDatetime", "endDatetime" })
        {
            // A day alone, or a time without a zone: that has no format.
            var veld = schemas["Temporal"]!["properties"]![naam]!.AsObject();
            veld["format"] = "date-time-or-date";
        }

        return schemas;
    }
}
