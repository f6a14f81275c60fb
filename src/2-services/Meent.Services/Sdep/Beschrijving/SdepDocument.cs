using System.Text.Json.Nodes;
using Meent.Services.Sdep.Invoer;
using Meent.Services.Sdep.Lijsten;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Sdep.Beschrijving;

/// <summary>OpenAPI of one role in one version, read from what the endpoints declare and what requests are held against.</summary>
/// <param name="voorvoegsel">Begin of the names of endpoints; what follows is the operationId of the standard.</param>
internal sealed class SdepDocument(string titel, Versiegroep groep, string voorvoegsel)
{
    private const string Json = "application/json";

    public JsonObject Maak(IEnumerable<Endpoint> endpoints, Organisatie organisatie)
    {
        var paden = new JsonObject();
        var schemas = Schemas.Van(groep.Versie).DeepClone().AsObject();
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<Bericht>() is not { } bericht || Naam(endpoint) is not { } naam) continue;
            var pad = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')[groep.Pad.Length..];
            if (paden[pad] is not JsonObject operaties) paden[pad] = operaties = [];
            var methode = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            operaties[methode.ToLowerInvariant()] = Operatie(endpoint, naam, methode, bericht);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = $"SDEP: {titel}",
                ["description"] = "Single digital entry point for short-term rental, Regulation (EU) 2024/1028." + (groep.Versie == 0 ? " Deprecated." : ""),
                ["version"] = groep.Volledig,
                ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["url"] = "https://eupl.eu/1.2/nl/" },
                ["contact"] = new JsonObject { ["name"] = organisatie.Naam, ["url"] = organisatie.Basis + "/", ["email"] = $"api@{organisatie.Slug}.example" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = organisatie.Basis + groep.Pad }),
            ["tags"] = new JsonArray(new JsonObject { ["name"] = "SDEP" }),
            ["paths"] = paden,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
            },
        };
    }

    private string? Naam(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } naam && naam.StartsWith(voorvoegsel, StringComparison.Ordinal) ? naam[voorvoegsel.Length..] : null;

    private JsonObject Operatie(RouteEndpoint endpoint, string naam, string methode, Bericht bericht)
    {
        var samenvatting = endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary;
        var operatie = new JsonObject
        {
            ["operationId"] = naam,
            ["summary"] = samenvatting,
            ["description"] = samenvatting,
            ["tags"] = new JsonArray("SDEP"),
            ["parameters"] = new JsonArray([.. endpoint.RoutePattern.Parameters.Select(p => Parameter(p.Name, "path", Idschema())), .. bericht.Filters is { } filters ? Filterparameters(filters) : []]),
            ["security"] = bericht.Open ? new JsonArray() : new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        };
        if (groep.Versie == 0) operatie["deprecated"] = true;
        if (bericht.Leest is { } leest) operatie["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Inhoud(bericht.Soort!, leest) };
        operatie["responses"] = Antwoorden(endpoint, methode, bericht);
        return operatie;
    }

    private static JsonObject Antwoorden(RouteEndpoint endpoint, string methode, Bericht bericht)
    {
        var goed = new JsonObject { ["description"] = "Done.", ["headers"] = Koppen() };
        if (bericht.Zip) goed["content"] = new JsonObject { ["application/zip"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } } };
        else if (bericht.Geeft is { } geeft) goed["content"] = Inhoud(Json, geeft);
        var antwoorden = new JsonObject { [$"{bericht.Status}"] = goed };
        var isBulk = bericht.Geeft?.EndsWith("BulkResponse", StringComparison.Ordinal) == true;
        if (isBulk) antwoorden["200"] = new JsonObject { ["description"] = "Some items failed.", ["headers"] = Koppen(), ["content"] = Inhoud(Json, bericht.Geeft!) };
        foreach (var (status, wanneer) in new[] { (400, "A parameter is not right."), (401, "No token, or not a good one."), (403, "The role is missing."), (429, "Too many requests."), (503, "Not available now.") })
            antwoorden[$"{status}"] = Fout(wanneer);
        if (endpoint.RoutePattern.Parameters.Count > 0) antwoorden["404"] = Fout("Does not exist, or not any more.");
        if (methode == HttpMethods.Get) return antwoorden;
        foreach (var (status, wanneer) in new[] { (409, "Of another."), (413, "Too large."), (422, "The message is not right.") }) antwoorden[$"{status}"] = Fout(wanneer);
        if (isBulk)
        {
            antwoorden["422"]!["content"]![Json]!["schema"] = new JsonObject { ["anyOf"] = new JsonArray(Verwijzing(bericht.Geeft!), Verwijzing("ErrorResponse")) };
        }

        return antwoorden;
    }

    private static IEnumerable<JsonNode?> Filterparameters(Filters filters)
    {
        yield return Parameter("offset", "query", new JsonObject { ["type"] = "integer", ["minimum"] = 0 });
        yield return Parameter("limit", "query", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 1_000 });
        foreach (var (filter, naam) in new[] { (Filters.Periode, "createdAtFrom"), (Filters.Periode, "createdAtTo") })
            if (filters.HasFlag(filter)) yield return Parameter(naam, "query", new JsonObject { ["type"] = "string", ["format"] = "date-time" });
        foreach (var (filter, naam) in new[] { (Filters.Gebied, "areaId"), (Filters.Platform, "platformId"), (Filters.Instantie, "competentAuthorityId") })
            if (filters.HasFlag(filter)) yield return Parameter(naam, "query", Idschema());
        if (filters.HasFlag(Filters.Vlaggen)) yield return Parameter("flags", "query", new JsonObject { ["type"] = "string", ["description"] = "One or more of " + string.Join(", ", Vlaggen.Alle) });
        if (filters.HasFlag(Filters.Status)) yield return Parameter("status", "query", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Lijstvraag.Statussen.Select(s => JsonValue.Create(s))]) });
    }

    private static JsonObject Parameter(string naam, string waar, JsonObject schema) => new() { ["name"] = naam, ["in"] = waar, ["required"] = waar == "path", ["schema"] = schema };

    private static JsonObject Idschema() => new() { ["type"] = "string", ["maxLength"] = 64, ["pattern"] = "^[A-Za-z0-9-]+$" };

    private static JsonObject Inhoud(string soort, string schema) => new() { [soort] = new JsonObject { ["schema"] = Verwijzing(schema) } };

    private static JsonObject Verwijzing(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    private static JsonObject Fout(string wanneer) => new() { ["description"] = wanneer, ["headers"] = Koppen(), ["content"] = Inhoud(Json, "ErrorResponse") };

    private static JsonObject Koppen() => new() { ["API-Version"] = new JsonObject { ["description"] = "Full version of the API.", ["schema"] = new JsonObject { ["type"] = "string" } } };
}
