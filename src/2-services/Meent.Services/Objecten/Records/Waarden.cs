using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Objecten.Rechten;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten.Records;

/// <summary>One value of data as filters and ordering see it.</summary>
/// <param name="Pad">Names with <c>__</c> between, as in a filter.</param>
/// <param name="Sleutel">A text, or true or false; null for anything else.</param>
/// <param name="Getal">A number in its order; null for anything else.</param>
/// <param name="Klein">In small letters, for who searches a part of it; of a list its JSON.</param>
internal sealed record Waarde(string Pad, string? Sleutel, long? Getal, string Klein);

/// <summary>
/// The values of data in rows of their own, made at the write. So a filter is a lookup in an index that both engines read alike, with only parameters in it,
/// and never a walk through the JSON of all objects.
/// </summary>
internal static class Waarden
{
    /// <summary>More than any objecttype has; each is a row.</summary>
    private const int Meeste = 1_000;

    /// <summary>An index of PostgreSQL takes less than 2,700 bytes a row: what is longer is known by its beginning and a fingerprint.</summary>
    private const int LangsteSleutel = 200;

    /// <summary>Between texts; no text has it.</summary>
    private const char Tussen = '\u001f';

    /// <exception cref="Standards.Problemen.ProbleemException">400: more values than are kept.</exception>
    public static IReadOnlyList<Waarde> Van(JsonElement data)
    {
        var gevonden = new Dictionary<string, Waarde>(StringComparer.Ordinal);
        Voeg(data, "", gevonden);
        return gevonden.Count <= Meeste ? [.. gevonden.Values] : throw Weiger.Ongeldig("record.data", "max_length", $"Zorg ervoor dat dit veld niet meer dan {Meeste} waarden bevat.");
    }

    public static async ValueTask Schrijf(Session session, Guid record, IReadOnlyList<Waarde> waarden)
    {
        foreach (var waarde in waarden)
        {
            await session.Later(
                "INSERT INTO objecten_waarden (record, pad, sleutel, getal, klein) VALUES ($1, $2, $3, $4, $5)", record, waarde.Pad, waarde.Sleutel, waarde.Getal, waarde.Klein);
        }
    }

    /// <summary>All texts in data, in lists too, in small letters.</summary>
    public static string Zoektekst(JsonElement data)
    {
        var tekst = new StringBuilder();
        Teksten(data, tekst);
        return tekst.ToString();
    }

    public static string Sleutel(string tekst) =>
        tekst.Length <= LangsteSleutel ? tekst : $"{tekst[..(LangsteSleutel - 40)]}{Tussen}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst)).AsSpan(0, 16))}";

    /// <summary>A number that sorts as the double does; equal doubles have the same one.</summary>
    public static long? Orde(double getal)
    {
        if (!double.IsFinite(getal)) return null;
        var bits = BitConverter.DoubleToInt64Bits(getal == 0 ? 0 : getal);
        return bits < 0 ? bits ^ long.MaxValue : bits;
    }

    private static void Voeg(JsonElement json, string pad, Dictionary<string, Waarde> gevonden)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var lid in json.EnumerateObject()) Voeg(lid.Value, pad.Length == 0 ? lid.Name : pad + Veldkeuze.Tussen + lid.Name, gevonden);
            return;
        }

        var naam = Sleutel(pad);
        if (Van(naam, json) is { } waarde) gevonden.TryAdd(naam, waarde);
    }

    private static Waarde? Van(string pad, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String when json.GetString()! is var tekst => new Waarde(pad, Sleutel(tekst), null, tekst.ToLowerInvariant()),
        JsonValueKind.Number => new Waarde(pad, null, Orde(json.GetDouble()), json.GetRawText().ToLowerInvariant()),
        JsonValueKind.True or JsonValueKind.False => new Waarde(pad, json.GetRawText(), null, json.GetRawText()),
        JsonValueKind.Array => new Waarde(pad, null, null, Zuiver.Tekst(json, "record.data").ToLowerInvariant()),
        _ => null,
    };

    private static void Teksten(JsonElement json, StringBuilder tekst)
    {
        if (json.ValueKind == JsonValueKind.String) tekst.Append(json.GetString()!.ToLowerInvariant()).Append(Tussen);
        else if (json.ValueKind == JsonValueKind.Array) foreach (var item in json.EnumerateArray()) Teksten(item, tekst);
        else if (json.ValueKind == JsonValueKind.Object) foreach (var lid in json.EnumerateObject()) Teksten(lid.Value, tekst);
    }
}
