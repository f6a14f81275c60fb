using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Services.Pijplijn;

/// <summary>The JSON of a request.</summary>
internal static class Inhoud
{
    /// <summary>Far above any resource of the standards; documents have their own way in.</summary>
    private const long MaxBytes = 2 * 1024 * 1024;

    public static readonly JsonDocumentOptions Streng = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The JSON of a write, and what the resource finds besides it.</summary>
    public static async Task<(JsonDocument Json, object? Bijlage)> Lees<T>(HttpContext http, Resource<T> resource, Dienstverlening diensten) where T : class =>
        resource.Inlezen is { } inlezen ? await inlezen(http, diensten) : (await Lees(http), null);

    /// <exception cref="Standards.Problemen.ProbleemException">415 when it is not JSON.</exception>
    /// <exception cref="JsonException">It is malformed; becomes 400.</exception>
    public static Task<JsonDocument> Lees(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            throw new Standards.Problemen.ProbleemException(new(415, "unsupported_media_type", "Dit soort bericht wordt niet ondersteund.", "Stuur application/json."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens) grens.MaxRequestBodySize = MaxBytes;
        return JsonDocument.ParseAsync(http.Request.Body, Streng, http.RequestAborted);
    }
}
