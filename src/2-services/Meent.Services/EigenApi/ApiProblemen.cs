using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.EigenApi;

/// <summary>The refusals that every own API knows (RFC 9457).</summary>
internal static class ApiProblemen
{
    private static readonly (int Status, string Wanneer)[] BijLezen = [(400, "Een parameter of veld klopt niet; zie invalidParams."), (429, "Te veel verzoeken."), (503, "Nu niet beschikbaar.")];

    private static readonly (int Status, string Wanneer)[] BijSchrijven =
    [
        (409, "Past niet bij wat er nu geregistreerd staat."), (412, "Intussen gewijzigd (If-Match)."), (413, "Het bericht is te groot."),
        (415, "De inhoud is geen JSON."), (422, "Een regel staat dit niet toe; zie invalidParams."),
    ];

    public static void Voeg(JsonObject antwoorden, string methode, bool metPad, bool open)
    {
        foreach (var (status, wanneer) in BijLezen) antwoorden[$"{status}"] = Probleem(wanneer);
        if (!open) antwoorden["403"] = Probleem("De beller is niet bekend, of het doel dekt dit niet.");
        if (metPad) antwoorden["404"] = Probleem("Bestaat niet.");
        if (HttpMethods.IsGet(methode)) return;
        foreach (var (status, wanneer) in BijSchrijven) antwoorden[$"{status}"] = Probleem(wanneer);
    }

    /// <summary>The members that the API Design Rules allow to be described; the answer has <c>code</c> and <c>invalidParams</c> besides.</summary>
    public static JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("status", "title", "detail"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["instance"] = new JsonObject { ["type"] = "string" },
        },
    };

    public static JsonObject Versiekop() => new()
    {
        ["API-Version"] = new JsonObject { ["description"] = "Volledig versienummer van de API.", ["schema"] = new JsonObject { ["type"] = "string" } },
    };

    private static JsonObject Probleem(string wanneer) => new()
    {
        ["description"] = wanneer,
        ["headers"] = Versiekop(),
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Probleem" } } },
    };
}
