using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Elders;

/// <summary>What a source elsewhere objected, as our own service tells it: its words where they are about the question, none where they are about us.</summary>
internal static class Bezwaar
{
    public static ProbleemException NietBeschikbaar(Exception? oorzaak = null) =>
        new(new Probleem(503, "sourceUnavailable", "De bron is niet beschikbaar.", "De bron elders gaf geen antwoord dat klopt. Probeer het later opnieuw.") { Type = "https://datatracker.ietf.org/doc/html/rfc7231#section-6.6.4", RetryAfter = 5 }, oorzaak);

    public static ProbleemException Van(HttpResponseMessage antwoord, byte[] inhoud)
    {
        var status = (int)antwoord.StatusCode;
        if (!IsOverDeVraag(status)) return NietBeschikbaar(new HttpRequestException($"de bron antwoordde {status}"));
        try
        {
            using var json = JsonDocument.Parse(inhoud);
            var fout = json.RootElement;
            // On the way, not at the source: there is no contract, or the purpose ended.
            if (antwoord.Headers.Contains(Headers.FscErrorCode))
                return status == 403 ? new(new Probleem(403, "unauthorized", "U bent niet geautoriseerd voor het gebruik van deze API.", Tekst(fout, "message"))) : NietBeschikbaar();
            return new(new Probleem(status, Tekst(fout, "code"), Tekst(fout, "title"), Tekst(fout, "detail"))
            {
                Type = Tekst(fout, "type") is { Length: > 0 } type ? type : null,
                RetryAfter = status == 429 ? (int?)antwoord.Headers.RetryAfter?.Delta?.TotalSeconds ?? 1 : null,
                InvalidParams = (fout.TryGetProperty("invalidParams", out var lijst) || fout.TryGetProperty("invalid-params", out lijst)) && lijst.ValueKind == JsonValueKind.Array
                    ? [.. lijst.EnumerateArray().Select(veld => new OngeldigVeld(Tekst(veld, "name"), Tekst(veld, "code"), Tekst(veld, "reason")))]
                    : [],
            });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return NietBeschikbaar(e);
        }
    }

    // 401 is about our key, and 405 and 415 about how we ask.
    private static bool IsOverDeVraag(int status) => status is 400 or 403 or 404 or 429;

    private static string Tekst(JsonElement element, string naam) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : "";
}
