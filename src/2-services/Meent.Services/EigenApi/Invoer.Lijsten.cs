using System.Text.Json;
using System.Text.Json.Nodes;

namespace Meent.Services.EigenApi;

/// <content>Lists of plain values; one that is not there is empty.</content>
internal sealed partial class Invoer
{
    public IReadOnlyList<int> Getallen(string veld, int aantal, int min, int max) => Waarden<int>(
        veld, aantal, new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max }, $"Gehele getallen van {min} tot en met {max}.",
        waarde => waarde.ValueKind == JsonValueKind.Number && waarde.TryGetInt32(out var getal) && getal >= min && getal <= max ? getal : null);

    public IReadOnlyList<DateOnly> Datums(string veld, int aantal) => Waarden<DateOnly>(
        veld, aantal, new() { ["type"] = "string", ["format"] = "date" }, "Datums zoals 2026-07-01.",
        waarde => waarde.ValueKind == JsonValueKind.String && Leesbaar(waarde) is { } tekst ? LeesDatum(tekst) : null);

    public IReadOnlyList<string> Teksten(string veld, int aantal, int max) => [.. Waarden<Tekstwaarde>(
        veld, aantal, new() { ["type"] = "string", ["maxLength"] = max }, $"Teksten van ten hoogste {max} tekens.",
        waarde => waarde.ValueKind == JsonValueKind.String && Leesbaar(waarde)?.Trim() is { Length: > 0 } tekst && tekst.Length <= max && !tekst.Any(char.IsControl) ? new Tekstwaarde(tekst) : null)
        .Select(waarde => waarde.Tekst)];

    private IReadOnlyList<T> Waarden<T>(string veld, int aantal, JsonObject schema, string reden, Func<JsonElement, T?> lees) where T : struct
    {
        Beschrijf(veld, false, new() { ["type"] = "array", ["maxItems"] = aantal, ["items"] = schema });
        if (Waarde(veld, JsonValueKind.Array, false, "Dit is een lijst.") is not { } lijst) return [];
        if (lijst.GetArrayLength() > aantal)
        {
            Fout(veld, "max_length", $"Ten hoogste {aantal}.");
            return [];
        }

        var gelezen = lijst.EnumerateArray().Select(lees).ToList();
        if (gelezen.TrueForAll(waarde => waarde is not null)) return [.. gelezen.Select(waarde => waarde!.Value)];
        Fout(veld, "invalid", reden);
        return [];
    }

    private readonly record struct Tekstwaarde(string Tekst);
}
