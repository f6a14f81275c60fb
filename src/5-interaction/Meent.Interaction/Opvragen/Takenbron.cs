using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The tasks that processes have for employees.</summary>
internal sealed class Takenbron(Bronnen bronnen)
{
    /// <summary>As many as an employee oversees; the oldest come first.</summary>
    private const int Hoogstens = 50;

    /// <summary>Open tasks for a role, with what distinguishes them.</summary>
    public async Task<IReadOnlyList<Taak>> Open(Verzoek verzoek, IEnumerable<string> rollen)
    {
        var taken = new List<Taak>();
        foreach (var rol in rollen)
        {
            var lijst = await bronnen.Haal<Takenlijst>(
                verzoek.Namens(Doel(rol)), Diensten.Processen, $"taken?status=open&rol={Uri.EscapeDataString(rol)}&limiet={Hoogstens}", verzoek.Stop);
            foreach (var taak in lijst?.Resultaten ?? []) taken.Add(await Haal(verzoek, taak.Id, Doel(rol)) ?? taak);
        }

        return taken;
    }

    public Task<Taak?> Haal(Verzoek verzoek, string id, string doel = Doelen.Toezicht) =>
        bronnen.Haal<Taak>(verzoek.Namens(doel), Diensten.Processen, $"taken/{Uri.EscapeDataString(id)}", verzoek.Stop);

    public Task Neem(Verzoek verzoek, Taak taak) => Doe(verzoek, taak, "claim", new { });

    public Task Voltooi(Verzoek verzoek, Taak taak, object variabelen) => Doe(verzoek, taak, "voltooiing", new { variabelen });

    private async Task Doe(Verzoek verzoek, Taak taak, string wat, object inhoud) =>
        await bronnen.Zend<JsonElement>(HttpMethod.Post, verzoek.Namens(Doel(taak.Rol)), Diensten.Processen, $"taken/{taak.Id}/{wat}", inhoud, verzoek.Stop);

    /// <summary>What a role works for.</summary>
    private static string Doel(string rol) => rol == Taak.Budgetrol ? Doelen.Huishoudboekje : Doelen.Toezicht;

    private sealed record Takenlijst(IReadOnlyList<Taak> Resultaten);
}

/// <summary>A task as the engine tells it.</summary>
/// <param name="Id">Names instance and token.</param>
/// <param name="Variabelen">What the task shows; absent in a list.</param>
internal sealed record Taak(
    string Id, string Proces, string Activiteit, string Naam, string Rol, string Status, string? Behandelaar, DateTimeOffset AangemaaktOp, JsonElement? Variabelen)
{
    public const string Budgetrol = "budgetconsulent";

    public string Pad => Rol == Budgetrol ? $"/werk/huishoudboekje/aanvragen/{Id}" : $"/werk/taken/{Id}";

    public bool IsOpen => Status == "open";

    public string? Registratienummer => Variabelen.Tekst("registratienummer");

    public string? Zaaknummer => Variabelen.Tekst("zaaknummer");
}
