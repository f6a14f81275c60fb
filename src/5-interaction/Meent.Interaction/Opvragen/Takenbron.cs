using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The tasks that processes have for employees.</summary>
internal sealed class Takenbron(Bronnen bronnen)
{
    public async Task<IReadOnlyList<Taak>> Open(Verzoek verzoek) =>
        (await bronnen.Haal<Takenlijst>(verzoek.Namens(Doelen.Toezicht), Diensten.Processen, "taken?status=open", verzoek.Stop))?.Resultaten ?? [];

    public Task<Taak?> Haal(Verzoek verzoek, string instantie, string nummer) =>
        bronnen.Haal<Taak>(verzoek.Namens(Doelen.Toezicht), Diensten.Processen, $"taken/{instantie}/{nummer}", verzoek.Stop);

    public Task Neem(Verzoek verzoek, Taak taak) => Doe(verzoek, taak, "claim", new { });

    public Task Voltooi(Verzoek verzoek, Taak taak, object variabelen) => Doe(verzoek, taak, "voltooien", new { variabelen });

    private async Task Doe(Verzoek verzoek, Taak taak, string wat, object inhoud) =>
        await bronnen.Zend<JsonElement>(HttpMethod.Post, verzoek.Namens(Doelen.Toezicht), Diensten.Processen, $"taken/{taak.Instantie}/{taak.Nummer}/{wat}", inhoud, verzoek.Stop);

    private sealed record Takenlijst(IReadOnlyList<Taak> Resultaten);
}

/// <summary>A task as the engine tells it.</summary>
/// <param name="Tonen">The variables that the task shows.</param>
internal sealed record Taak(
    Guid Instantie, long Nummer, string Proces, string Activiteit, string Naam, string Rol, string Status, string? Behandelaar, DateTimeOffset AangemaaktOp, JsonElement Tonen)
{
    public string Pad => $"/werk/taken/{Instantie}/{Nummer}";

    public string? Registratienummer => Tonen.ValueKind == JsonValueKind.Object && Tonen.TryGetProperty("registratienummer", out var nummer) ? nummer.GetString() : null;
}
