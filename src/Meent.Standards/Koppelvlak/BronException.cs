using System.Text.Json;
using Meent.Standards.Problemen;

namespace Meent.Standards.Koppelvlak;

/// <summary>A service answered with a problem.</summary>
public sealed class BronException(string dienst, int status, string code, string detail, IReadOnlyList<OngeldigVeld> velden)
    : Exception($"{dienst} antwoordde {status} ({code}).")
{
    public string Dienst { get; } = dienst;
    public int Status { get; } = status;

    /// <summary>The code of the standard, from the problem body.</summary>
    public string Code { get; } = code;
    public string Detail { get; } = detail;
    public IReadOnlyList<OngeldigVeld> Velden { get; } = velden;

    /// <summary>Reads the problem from an answer that was not a success.</summary>
    public static async Task<BronException> Van(HttpResponseMessage antwoord, string dienst, CancellationToken stop)
    {
        var status = (int)antwoord.StatusCode;
        try
        {
            using var json = await JsonDocument.ParseAsync(await antwoord.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
            var velden = (json.RootElement.TryGetProperty("invalidParams", out var lijst) || json.RootElement.TryGetProperty("invalid-params", out lijst)) && lijst.ValueKind == JsonValueKind.Array
                ? lijst.EnumerateArray().Select(v => new OngeldigVeld(Tekst(v, "name"), Tekst(v, "code"), Tekst(v, "reason"))).ToList()
                : [];
            // A component of FSC on the way says why in "message".
            var detail = Tekst(json.RootElement, "detail") is { Length: > 0 } gegeven ? gegeven : Tekst(json.RootElement, "message");
            return new BronException(dienst, status, Tekst(json.RootElement, "code"), detail, velden);
        }
        catch (JsonException)
        {
            return new BronException(dienst, status, "onbekend", "", []);
        }
    }

    private static string Tekst(JsonElement element, string naam) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : "";
}
