using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace Meent.Services.EigenApi;

/// <summary>A query parameter of an own API. What an endpoint declares is what it documents and all that it accepts.</summary>
internal sealed record Parameter(string Naam, string Omschrijving, JsonObject Schema)
{
    public static Parameter Tekst(string naam, string omschrijving) => new(naam, omschrijving, new JsonObject { ["type"] = "string" });

    public static Parameter Datum(string naam, string omschrijving) => new(naam, omschrijving, new JsonObject { ["type"] = "string", ["format"] = "date" });

    public static Parameter Getal(string naam, string omschrijving, int min, int max) =>
        new(naam, omschrijving, new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max });

    public static Parameter Keuze<T>(string naam, string omschrijving) where T : struct, Enum => new(naam, omschrijving, new JsonObject
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. Enum.GetNames<T>().Select(w => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(w)))]),
    });
}

/// <summary>The parameters of an endpoint.</summary>
internal sealed record Parameters(IReadOnlyList<Parameter> Lijst);

/// <summary>JSON Schema of the body that an endpoint reads.</summary>
internal sealed record Bodyschema(Func<JsonObject> Schema, bool Verplicht);

internal static class OperatieExtensions
{
    public static TBuilder Vraagt<TBuilder>(this TBuilder endpoint, params Parameter[] parameters) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Parameters(parameters));

    /// <summary>A list: <c>page</c> and <c>pageSize</c> beside its own parameters.</summary>
    public static TBuilder VraagtDeel<TBuilder>(this TBuilder endpoint, params Parameter[] parameters) where TBuilder : IEndpointConventionBuilder =>
        endpoint.Vraagt([.. parameters, Parameter.Getal("page", "Nummer van de bladzijde.", 1, 1_000_000), Parameter.Getal("pageSize", "Aantal op een bladzijde.", 1, 500)]);
}
