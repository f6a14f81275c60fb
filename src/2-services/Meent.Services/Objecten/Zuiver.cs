using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten;

/// <summary>JSON of a client's own shape, fit to be kept as it is: every text in it is a text, without control characters.</summary>
internal static class Zuiver
{
    private static readonly JsonWriterOptions Bondig = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    /// <summary>The JSON without the spaces between.</summary>
    /// <param name="naam">Of the member, for what is refused.</param>
    /// <exception cref="Standards.Problemen.ProbleemException">400: a text cannot be kept.</exception>
    public static string Tekst(JsonElement json, string naam)
    {
        Controleer(json, naam);
        var buffer = new ArrayBufferWriter<byte>();
        using (var schrijver = new Utf8JsonWriter(buffer, Bondig)) json.WriteTo(schrijver);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Controleer(JsonElement json, string naam) => Loop(json, tekst => Controleer(tekst, naam));

    /// <summary>Before anything is read of it.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">400: half a surrogate pair, or bytes that are no UTF-8.</exception>
    public static void Leesbaar(JsonElement json)
    {
        try
        {
            Loop(json, static _ => { });
        }
        catch (InvalidOperationException)
        {
            throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Geen geldige tekenreeks.");
        }
    }

    public static void Controleer(string tekst, string naam)
    {
        if (tekst.Any(teken => teken < ' ' && teken is not ('\n' or '\r' or '\t'))) throw Weiger.Ongeldig(naam, "null_characters_not_allowed", "Stuurtekens zijn niet toegestaan.");
    }

    private static void Loop(JsonElement json, Action<string> elk)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                elk(json.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray()) Loop(item, elk);
                break;
            case JsonValueKind.Object:
                foreach (var lid in json.EnumerateObject())
                {
                    elk(lid.Name);
                    Loop(lid.Value, elk);
                }

                break;
        }
    }
}
