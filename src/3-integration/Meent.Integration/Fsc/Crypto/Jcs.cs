using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Meent.Integration.Fsc.Crypto;

/// <summary>JSON Canonicalization Scheme (RFC 8785): one byte sequence for every way of writing the same JSON.</summary>
internal static class Jcs
{
    /// <param name="element">Parsed by <see cref="IJson"/>.</param>
    public static byte[] Canonicalise(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer, element);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> buffer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                // RFC 8785 3.2.3: names in the order of their UTF-16 code units, which is what an ordinal comparison does.
                var leden = element.EnumerateObject().Select(l => (l.Name, l.Value)).ToList();
                leden.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
                var teken = "{"u8;
                foreach (var (naam, waarde) in leden)
                {
                    buffer.Write(teken);
                    WriteString(buffer, naam);
                    buffer.Write(":"u8);
                    Write(buffer, waarde);
                    teken = ","u8;
                }

                buffer.Write(leden.Count == 0 ? "{}"u8 : "}"u8);
                break;
            case JsonValueKind.Array:
                var scheiding = "["u8;
                foreach (var lid in element.EnumerateArray())
                {
                    buffer.Write(scheiding);
                    Write(buffer, lid);
                    scheiding = ","u8;
                }

                buffer.Write(element.GetArrayLength() == 0 ? "[]"u8 : "]"u8);
                break;
            case JsonValueKind.String:
                WriteString(buffer, element.GetString()!);
                break;
            case JsonValueKind.Number:
                buffer.Write(Encoding.ASCII.GetBytes(Number(element.GetDouble())));
                break;
            default:
                buffer.Write(Encoding.ASCII.GetBytes(element.GetRawText()));
                break;
        }
    }

    /// <summary>RFC 8785 3.2.2.2: only quote, backslash and control characters are escaped, the last in their shortest form.</summary>
    private static void WriteString(ArrayBufferWriter<byte> buffer, string tekst)
    {
        var escaped = new StringBuilder(tekst.Length + 2).Append('"');
        foreach (var c in tekst)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        buffer.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }

    /// <summary>ECMAScript's Number::toString (ECMA-262 6.1.6.1.20), which RFC 8785 3.2.2.3 prescribes.</summary>
    internal static string Number(double waarde)
    {
        if (waarde == 0) return "0";
        if (waarde < 0) return "-" + Number(-waarde);

        // .NET gives the same shortest digits; only where the point and the exponent go differs.
        var delen = waarde.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var punt = delen[0].IndexOf('.', StringComparison.Ordinal);
        var voor = (punt < 0 ? delen[0] : delen[0][..punt]).TrimStart('0');
        var na = punt < 0 ? "" : delen[0][(punt + 1)..];
        var cijfers = (voor + na).TrimStart('0');
        var n = voor.Length - (voor.Length == 0 ? na.Length - cijfers.Length : 0);
        if (delen.Length == 2) n += int.Parse(delen[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        cijfers = cijfers.TrimEnd('0');
        var k = cijfers.Length;

        if (k <= n && n <= 21) return cijfers + new string('0', n - k);
        if (n is > 0 and <= 21) return $"{cijfers[..n]}.{cijfers[n..]}";
        if (n is > -6 and <= 0) return $"0.{new string('0', -n)}{cijfers}";
        var exponent = (n - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return k == 1 ? $"{cijfers}e{exponent}" : $"{cijfers[0]}.{cijfers[1..]}e{exponent}";
    }
}
