using System.Text.Json;
using Meent.Services.Sdep.Fouten;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Bulk;

/// <summary>A message of 1 to 1,000 items, of which each stands on its own.</summary>
internal static class Bulkbericht
{
    private const int Meest = 1_000;

    /// <exception cref="SdepException">422: it is no such message.</exception>
    public static async ValueTask<JsonElement[]> Lees(HttpContext http, string veld)
    {
        var bericht = await Inhoud(http);
        if (bericht.ValueKind != JsonValueKind.Object) throw SdepException.Ongeldig("Input should be a valid dictionary", "dict_type", "body");
        if (!bericht.TryGetProperty(veld, out var lijst)) throw SdepException.Ongeldig("Field required", "missing", "body", veld);
        if (lijst.ValueKind != JsonValueKind.Array) throw SdepException.Ongeldig("Input should be a valid list", "list_type", "body", veld);
        return lijst.GetArrayLength() switch
        {
            0 => throw SdepException.Ongeldig("List should have at least 1 item after validation, not 0", "too_short", "body", veld),
            > Meest => throw SdepException.Ongeldig($"List should have at most {Meest} items after validation, not {lijst.GetArrayLength()}", "too_long", "body", veld),
            _ => [.. lijst.EnumerateArray()],
        };
    }

    private static async ValueTask<JsonElement> Inhoud(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            throw SdepException.Ongeldig("Request body contains invalid JSON syntax", "json_invalid", "body");
        }
    }
}
