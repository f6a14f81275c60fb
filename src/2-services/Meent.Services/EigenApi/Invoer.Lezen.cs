using System.Text.Json;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.EigenApi;

/// <content>From a request to a JSON object that can be read without surprises.</content>
internal sealed partial class Invoer
{
    private const int MaxBytes = 64 * 1024;
    private static readonly JsonDocumentOptions Streng = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <exception cref="ProbleemException">400, 413 or 415: this is no JSON object.</exception>
    public static async Task<Invoer> Lees(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            throw new ProbleemException(new Probleem(415, "unsupported_media_type", "Stuur JSON.", "De Content-Type is niet application/json."));
        using var buffer = new MemoryStream();
        var blok = new byte[8192];
        for (int n; (n = await http.Request.Body.ReadAsync(blok, http.RequestAborted)) > 0;)
        {
            if (buffer.Length + n > MaxBytes) throw new ProbleemException(new Probleem(413, "request-entity-too-large", "Het bericht is te groot."));
            buffer.Write(blok, 0, n);
        }

        return Lees(buffer.ToArray());
    }

    internal static Invoer Lees(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Streng);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                LeesNamen(document.RootElement);
                return new Invoer(document.RootElement.Clone(), "", []);
            }
        }
        catch (Exception fout) when (fout is JsonException or InvalidOperationException)
        {
            // The parser's message may quote the body, so it is not passed on.
        }

        throw Weigering.Ongeldig(new OngeldigVeld("", "invalid", "De inhoud is geen geldig JSON-object."));
    }

    /// <summary>Reads the names of all fields once: one that is no text (see <see cref="Leesbaar"/>) throws here and nowhere later.</summary>
    private static void LeesNamen(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) LeesNamen(item);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var veld in element.EnumerateObject())
        {
            _ = veld.Name;
            LeesNamen(veld.Value);
        }
    }

    /// <summary>Half a surrogate pair is valid JSON, but no text.</summary>
    private static string? Leesbaar(JsonElement waarde)
    {
        try
        {
            return waarde.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
