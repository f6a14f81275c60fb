using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The process engine, layer 4.</summary>
internal sealed class Processenbron(Bronnen bronnen)
{
    /// <summary>Starts a process. Sending the same form twice finds the instance of the first time; filled in otherwise, it is another request.</summary>
    public async Task<Instantie> Start(Verzoek verzoek, string doel, string proces, Guid formulier, object variabelen)
    {
        var inhoud = JsonSerializer.SerializeToUtf8Bytes(new { proces, bedrijfssleutel = $"{formulier}", variabelen }, Bronnen.Json);
        var sleutel = $"{formulier}-{Convert.ToHexStringLower(SHA256.HashData(inhoud))[..16]}";
        using var json = new ByteArrayContent(inhoud) { Headers = { ContentType = new("application/json") } };
        using var antwoord = await bronnen.Stuur(
            HttpMethod.Post, verzoek.Namens(doel), Diensten.Processen, "instanties", json, h => h.Add(Headers.IdempotencyKey, sleutel), verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Diensten.Processen, verzoek.Stop);
        return (await antwoord.Content.ReadFromJsonAsync<Instantie>(Bronnen.Json, verzoek.Stop))!;
    }

    public Task<Instantie?> Haal(Verzoek verzoek, string doel, Guid id) =>
        bronnen.Haal<Instantie>(verzoek.Namens(doel), Diensten.Processen, $"instanties/{id}", verzoek.Stop);
}

internal sealed record Instantie(Guid Id, string Status, JsonElement? Variabelen)
{
    /// <summary>Null while the process has not got it from the register yet.</summary>
    public string? Registratienummer => Variabelen.Tekst("registratienummer");
}

internal static class Variabele
{
    public static string? Tekst(this JsonElement? variabelen, string naam) =>
        variabelen is { ValueKind: JsonValueKind.Object } v && v.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
