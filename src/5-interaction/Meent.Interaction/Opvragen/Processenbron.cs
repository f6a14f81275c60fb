using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The process engine, layer 4.</summary>
internal sealed class Processenbron(Bronnen bronnen)
{
    /// <summary>Starts a process, or finds the one that was started under this business key before.</summary>
    public Task<Instantie> Start(Verzoek verzoek, string doel, string proces, string bedrijfssleutel, object variabelen) =>
        bronnen.Zend<Instantie>(HttpMethod.Post, verzoek.Namens(doel), Diensten.Processen, "instanties", new { proces, bedrijfssleutel, variabelen }, verzoek.Stop);

    public Task<Instantie?> Haal(Verzoek verzoek, string doel, string id) =>
        bronnen.Haal<Instantie>(verzoek.Namens(doel), Diensten.Processen, $"instanties/{Uri.EscapeDataString(id)}", verzoek.Stop);
}

internal sealed record Instantie(string Id, string Status, JsonElement Variabelen)
{
    public string? Registratienummer => Tekst("registratienummer");

    /// <summary>A variable as text; null while the process has not set it.</summary>
    public string? Tekst(params ReadOnlySpan<string> pad)
    {
        var waarde = Variabelen;
        foreach (var naam in pad)
            if (waarde.ValueKind != JsonValueKind.Object || !waarde.TryGetProperty(naam, out waarde)) return null;
        return waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
    }
}
