using Meent.Interaction.Taal;

namespace Meent.Interaction.Landschap;

/// <summary>The five layers of Common Ground, from people down to data.</summary>
/// <param name="Kleur">Of its part in the picture; dark text on it has a contrast above 7:1.</param>
internal sealed record Laag(int Nummer, string Naam, string Uitleg, string Kleur)
{
    public static IReadOnlyList<Laag> Alle(Tekst t) =>
    [
        new(5, t["Interactie", "Interaction"], t["Waar mensen het zien", "Where people see it"], "#f0b93a"),
        new(4, t["Proces", "Process"], t["Wat er na elkaar gebeurt", "What happens, step by step"], "#f7dd9c"),
        new(3, t["Integratie", "Integration"], t["Alleen met contract en doel", "Only with contract and purpose"], "#9ac7a5"),
        new(2, t["Services", "Services"], t["Standaard-API's en hun regels", "Standard APIs and their rules"], "#c3e0d0"),
        new(1, t["Data", "Data"], t["Eén keer, bij de bron", "Once, at the source"], "#eaf4ee"),
    ];
}
