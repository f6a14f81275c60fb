using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Meent.Services.EigenApi;

/// <summary>Parameters as OpenAPI writes them.</summary>
internal static class ApiParameters
{
    public static JsonObject InPad(RoutePatternParameterPart parameter)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (parameter.ParameterPolicies.Any(policy => policy.Content == "guid")) schema["format"] = "uuid";
        return new JsonObject { ["name"] = parameter.Name, ["in"] = "path", ["required"] = true, ["schema"] = schema };
    }

    public static JsonObject InVraag(Parameter parameter) => new()
    {
        ["name"] = parameter.Naam,
        ["in"] = "query",
        ["description"] = parameter.Omschrijving,
        ["schema"] = parameter.Schema.DeepClone(),
    };

    public static JsonObject Doel() => new()
    {
        ["name"] = Headers.Verwerkingsactiviteit,
        ["in"] = "header",
        ["required"] = true,
        ["description"] = "URI van de verwerkingsactiviteit waarvoor de gegevens gebruikt worden.",
        ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
    };
}
