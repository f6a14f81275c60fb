using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Meent.Standards.Problemen;

/// <summary>Reads the body of a request to one of our own APIs: what it does not know it refuses, by name.</summary>
public static class StrengeInvoer
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
    };

    /// <exception cref="ProbleemException">400: not JSON, or a field is unknown, missing or of the wrong type; 415: not sent as JSON.</exception>
    public static async Task<T> LeesStreng<T>(this HttpRequest request, CancellationToken stop)
    {
        if (!request.HasJsonContentType())
            throw new ProbleemException(new Probleem(415, "unsupported_media_type", "Stuur het bericht als application/json."));
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Json, stop)
                ?? throw new ProbleemException(new Probleem(400, "parse_error", "Het bericht is leeg.", "Hier hoort een JSON-object."));
        }
        catch (JsonException fout)
        {
            throw new ProbleemException(new Probleem(400, "invalid", "Het bericht is niet geldig.", Plaats(fout)) { InvalidParams = [Veld(fout)] });
        }
    }

    private static string Plaats(JsonException fout) => $"Regel {fout.LineNumber + 1}, positie {fout.BytePositionInLine + 1}.";

    /// <summary>Which field is wrong, and how, in words for who sent it.</summary>
    public static OngeldigVeld Veld(JsonException fout)
    {
        var pad = (fout.Path ?? "$").TrimStart('$').TrimStart('.');
        // The serialiser's own words name .NET types; a caller is helped by the kind of mistake.
        return fout.Message.Contains("could not be mapped", StringComparison.Ordinal) ? new OngeldigVeld(pad, "unknown-parameter", "Dit veld is niet bekend.")
            : fout.Message.Contains("missing required", StringComparison.Ordinal) ? new OngeldigVeld(pad, "required", $"Verplicht: {Namen(fout.Message)}.")
            : fout.Message.Contains("Duplicate", StringComparison.Ordinal) ? new OngeldigVeld(pad, "duplicate", "Dit veld staat er meer dan eens.")
            : new OngeldigVeld(pad, "invalid", "De waarde is niet van het gevraagde soort, of de JSON is niet goed gevormd.");
    }

    private static string Namen(string bericht) => string.Join(", ", bericht.Split('\'').Where((_, i) => i % 2 == 1).Skip(1));
}
