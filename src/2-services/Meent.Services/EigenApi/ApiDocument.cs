using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.EigenApi;

/// <summary>
/// OpenAPI 3.1 of an own API, read from what its endpoints declare, so that the document cannot tell anything else than what is served.
/// Follows the NLgov REST API Design Rules (version header, problem details, contact, server).
/// </summary>
/// <param name="basis">Path of the API: only endpoints under it are described.</param>
/// <param name="json">How the API writes JSON; the schemas follow from it.</param>
internal sealed class ApiDocument(string titel, string omschrijving, string versie, string basis, JsonSerializerOptions json)
{
    private static readonly JsonSchemaExporterOptions Export = new() { TreatNullObliviousAsNonNullable = true };

    public JsonObject Maak(IEnumerable<Endpoint> endpoints, Organisatie organisatie)
    {
        var schemas = new JsonObject { ["Probleem"] = ApiProblemen.Schema() };
        var paden = new JsonObject();
        foreach (var groep in endpoints.OfType<RouteEndpoint>().Where(IsVanDezeApi).GroupBy(Pad))
        {
            var pad = new JsonObject();
            foreach (var endpoint in groep)
            {
                foreach (var methode in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(m => m != HttpMethods.Head))
                    pad[methode.ToLowerInvariant()] = Operatie(endpoint, methode, schemas);
            }

            paden[groep.Key] = pad;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = titel,
                ["description"] = omschrijving,
                ["version"] = versie,
                ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["url"] = "https://eupl.eu/1.2/nl/" },
                ["contact"] = new JsonObject { ["name"] = organisatie.Naam, ["url"] = organisatie.Basis + "/", ["email"] = $"api@{organisatie.Slug}.example" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = organisatie.Basis + basis }),
            ["tags"] = new JsonArray([.. endpoints.OfType<RouteEndpoint>().Where(IsVanDezeApi).SelectMany(Tags).Distinct().Select(tag => new JsonObject { ["name"] = tag })]),
            ["paths"] = paden,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "JWT (HS256) zoals in de ZGW API's." },
                    ["vastToken"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "Authorization", ["description"] = "Token van een client, na het woord Token; voor API's waarvan de standaard dat heeft." },
                },
            },
        };
    }

    private bool IsVanDezeApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.StartsWith(basis + "/", StringComparison.Ordinal) == true && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null;

    /// <summary>The path without the constraints of its parameters.</summary>
    private string Pad(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(deel => deel is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart p ? $"{{{p.Name}}}" : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)deel).Content)))
        .Skip(basis.Count(teken => teken == '/')));

    private JsonObject Operatie(RouteEndpoint endpoint, string methode, JsonObject schemas)
    {
        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var parameters = new JsonArray([.. endpoint.RoutePattern.Parameters.Select(p => ApiParameters.InPad(p)),
            .. (endpoint.Metadata.GetMetadata<Parameters>()?.Lijst ?? []).Select(ApiParameters.InVraag)]);
        if (!open) parameters.Add(ApiParameters.Doel());
        var naam = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
        var samenvatting = endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? naam;
        var operatie = new JsonObject
        {
            ["operationId"] = naam,
            ["summary"] = samenvatting,
            ["description"] = samenvatting,
            ["tags"] = new JsonArray([.. Tags(endpoint).Select(tag => JsonValue.Create(tag))]),
            ["parameters"] = parameters,
        };
        if (endpoint.Metadata.GetMetadata<Bodyschema>() is { } body)
            operatie["requestBody"] = new JsonObject { ["required"] = body.Verplicht, ["content"] = Inhoud("application/json", body.Schema()) };
        var antwoorden = new JsonObject();
        foreach (var antwoord in endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>())
            antwoorden[$"{antwoord.StatusCode}"] = Antwoord(antwoord, schemas);
        // An endpoint of a standard that declares no answer: the standard describes it.
        if (antwoorden.Count == 0) antwoorden["2XX"] = new JsonObject { ["description"] = "Gelukt; de standaard beschrijft het antwoord.", ["headers"] = ApiProblemen.Versiekop() };
        ApiProblemen.Voeg(antwoorden, methode, metPad: endpoint.RoutePattern.Parameters.Count > 0, open);
        operatie["responses"] = antwoorden;
        var wijzen = endpoint.Metadata.GetMetadata<Resource>()?.MetToken == true ? new[] { "token", "vastToken" } : ["token"];
        operatie["security"] = open ? new JsonArray() : new JsonArray([.. wijzen.Select(wijze => new JsonObject { [wijze] = new JsonArray() })]);
        return operatie;
    }

    private JsonObject Antwoord(IProducesResponseTypeMetadata antwoord, JsonObject schemas)
    {
        var beschreven = new JsonObject { ["description"] = antwoord.StatusCode == 201 ? "Gemaakt." : "Gelukt.", ["headers"] = ApiProblemen.Versiekop() };
        if (antwoord.Type is { } type && type != typeof(void)) beschreven["content"] = Inhoud("application/json", Verwijzing(type, schemas));
        return beschreven;
    }

    private JsonObject Verwijzing(Type type, JsonObject schemas)
    {
        var naam = type.IsGenericType ? type.GetGenericArguments()[0].Name + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
        if (!schemas.ContainsKey(naam)) schemas[naam] = Vanaf($"#/components/schemas/{naam}", Vereist(json.GetJsonSchemaAsNode(type, Export)));
        return new JsonObject { ["$ref"] = $"#/components/schemas/{naam}" };
    }

    /// <summary>A type that comes twice is a reference from the root of its schema, which in a document lies deeper.</summary>
    private static JsonNode Vanaf(string wortel, JsonNode schema)
    {
        foreach (var deel in schema is JsonObject vorm ? vorm.Select(lid => lid.Value) : schema is JsonArray lijst ? lijst : [])
            if (deel is not null) Vanaf(wortel, deel);
        if (schema is JsonObject wijzer && wijzer["$ref"] is JsonValue pad && pad.GetValue<string>() is ['#', .. var rest]) wijzer["$ref"] = wortel + rest;
        return schema;
    }

    /// <summary>A member that is never null is always there; the others may be left out.</summary>
    private static JsonNode Vereist(JsonNode schema)
    {
        if (schema is not JsonObject vorm) return schema;
        if (vorm["items"] is { } items) Vereist(items);
        if (vorm["properties"] is not JsonObject velden) return schema;
        foreach (var (_, veld) in velden) Vereist(veld!);
        vorm["required"] = new JsonArray([.. velden.Where(veld => (veld.Value as JsonObject)?["type"] is not JsonArray).Select(veld => JsonValue.Create(veld.Key))]);
        return schema;
    }

    private static JsonObject Inhoud(string soort, JsonNode schema) => new() { [soort] = new JsonObject { ["schema"] = schema } };

    private static IEnumerable<string> Tags(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags ?? [];
}
