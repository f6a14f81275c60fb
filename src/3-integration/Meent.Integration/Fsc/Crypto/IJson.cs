using System.Globalization;
using System.Text.Json;

namespace Meent.Integration.Fsc.Crypto;

/// <summary>
/// Reads I-JSON (RFC 7493), which FSC Core 4.1.8 demands of everything that is hashed: no duplicate names, no lone surrogates, no numbers that a
/// double cannot hold.
/// </summary>
internal static class IJson
{
    // Every integer up to here is exact in a double.
    private const double GrootsteGeheel = 9007199254740991;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <exception cref="FormatException">It is not I-JSON; the message says why.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(utf8, Options);
            Controleer(document.RootElement);
            return document;
        }
        catch (Exception fout) when (fout is JsonException or InvalidOperationException or FormatException)
        {
            document?.Dispose();
            // Text.Json reports text that is no Unicode as an invalid operation.
            var reden = fout is InvalidOperationException ? "een tekst is geen geldige Unicode." : fout.Message;
            throw new FormatException($"Geen geldige I-JSON: {reden}", fout);
        }
    }

    private static void Controleer(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var lid in element.EnumerateObject())
                {
                    _ = lid.Name;
                    Controleer(lid.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var lid in element.EnumerateArray()) Controleer(lid);
                break;
            case JsonValueKind.String:
                // Throws on invalid UTF-8 and on surrogates without their other half.
                _ = element.GetString();
                break;
            case JsonValueKind.Number:
                Controleer(element.GetRawText());
                break;
        }
    }

    private static void Controleer(string getal)
    {
        var waarde = double.Parse(getal, NumberStyles.Float, CultureInfo.InvariantCulture);
        var geheel = getal.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        if (!double.IsFinite(waarde) || (geheel && Math.Abs(waarde) > GrootsteGeheel))
            throw new FormatException("een getal past niet in een IEEE 754 double.");
    }
}
