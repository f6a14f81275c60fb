using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn;

/// <summary>Under which parent a resource is addressed: <c>/zaken/{zaak_uuid}/zaakeigenschappen/{uuid}</c>.</summary>
/// <param name="Ouder">The resource of the parent.</param>
/// <param name="Kolom">Column with the parent's id.</param>
/// <param name="Parameter">Name of the parent's id in the path, as the standard has it: <c>zaak_uuid</c>.</param>
/// <param name="Veld">Member of the body with the parent's URL; taken from the path when the client leaves it out. Null when the body has none.</param>
internal sealed record Nest(Resource Ouder, string Kolom, string Parameter, string? Veld);

/// <summary>Ids from the path.</summary>
internal static class Adressering
{
    /// <exception cref="Standards.Problemen.ProbleemException">404: what stands there is no id.</exception>
    public static Guid Id(HttpContext http, string parameter = "uuid") =>
        Guid.TryParseExact(http.Request.RouteValues[parameter] as string, "D", out var id) ? id : throw Weiger.NietGevonden();

    /// <summary>The parent in the path; null for a resource with a path of its own.</summary>
    public static Guid? Ouder(HttpContext http, Resource resource) => resource.Nest is { } nest ? Id(http, nest.Parameter) : null;

    /// <summary>The stored URL of a resource.</summary>
    public static string Url(this Resource resource, Guid id, Guid? ouder) => resource.Nest is { } nest
        ? $"{EigenUrls.Plek}{nest.Ouder.Pad}/{ouder:D}/{resource.Meervoud}/{id:D}"
        : EigenUrls.Van(resource.Pad, id);

    /// <summary>The body with the parent's URL out of the path, when the client left it out.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">400: it names another parent.</exception>
    public static JsonElement MetOuder(JsonElement body, HttpContext http, Resource resource, Aanroep aanroep)
    {
        if (resource.Nest is not { Veld: { } veld } nest || body.ValueKind != JsonValueKind.Object) return body;
        if (body.TryGetProperty(veld, out var genoemd))
        {
            var ander = genoemd.ValueKind == JsonValueKind.String && EigenUrls.Id(EigenUrls.Bewaar(genoemd.GetString()!, [aanroep.Organisatie.Basis]), nest.Ouder.Pad) is { } id && id != Id(http, nest.Parameter);
            return ander ? throw Weiger.Ongeldig(veld, "invalid", "Dit is een ander dan die in het pad.") : body;
        }

        var leden = JsonObject.Create(body)!;
        leden[veld] = $"{aanroep.Organisatie.Basis}{nest.Ouder.Pad}/{Id(http, nest.Parameter):D}";
        return JsonSerializer.SerializeToElement(leden);
    }
}
