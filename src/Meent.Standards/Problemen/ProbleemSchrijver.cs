using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Meent.Standards.Problemen;

/// <summary>Writes a problem as <c>application/problem+json</c>, or in the form that the standard of the endpoint has.</summary>
public static class ProbleemSchrijver
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Schrijf(HttpContext http, Probleem probleem)
    {
        var vorm = http.GetEndpoint()?.Metadata.GetMetadata<Foutvorm>();
        var lichaam = vorm?.Schrijf(probleem) ?? Lichaam(http, probleem);
        http.Response.StatusCode = probleem.Status;
        http.Response.ContentType = vorm?.Mediatype ?? "application/problem+json";
        http.Response.ContentLength = lichaam.Length;
        if (probleem.RetryAfter is { } seconden) http.Response.Headers.RetryAfter = seconden.ToString(null, null);
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(lichaam, http.RequestAborted);
    }

    private static byte[] Lichaam(HttpContext http, Probleem probleem)
    {
        var (vorm, velden) = (http.GetEndpoint()?.Metadata.GetMetadata<PadAlsInstance>(), probleem.InvalidParams.Count == 0 ? null : probleem.InvalidParams);
        return JsonSerializer.SerializeToUtf8Bytes(new Fout(
            probleem.Type ?? $"https://www.rfc-editor.org/rfc/rfc9110#status.{probleem.Status}",
            probleem.Code,
            probleem.Title,
            probleem.Status,
            probleem.Detail,
            // Never the URL with its query: a standard may put a BSN there.
            vorm is null ? $"urn:uuid:{Guid.CreateVersion7()}" : http.Request.PathBase + http.Request.Path,
            vorm is { MetStreepje: true } ? null : velden,
            vorm is { MetStreepje: true } ? velden : null,
            Activity.Current?.TraceId.ToHexString()), Json);
    }

    /// <param name="TraceId">Joins what the caller saw with the log; ignored by clients that do not know it (RFC 9457 §3.2).</param>
    private sealed record Fout(
        string Type, string Code, string Title, int Status, string Detail, string Instance,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<OngeldigVeld>? InvalidParams,
        [property: JsonPropertyName("invalid-params"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<OngeldigVeld>? MetStreepje,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId);
}

/// <summary>Endpoint metadata: this standard wants the path as <c>instance</c> (Haal Centraal); others get a urn:uuid (ZGW).</summary>
/// <param name="MetStreepje">The wrong parameters are called <c>invalid-params</c> (BAG), not <c>invalidParams</c>.</param>
public sealed record PadAlsInstance(bool MetStreepje = false);
