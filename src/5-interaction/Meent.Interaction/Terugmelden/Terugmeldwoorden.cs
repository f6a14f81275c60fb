using Meent.Interaction.Gebruik;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Terugmelden;

/// <summary>Reports in the words of people.</summary>
internal static class Terugmeldwoorden
{
    public static string Status(Tekst t, string status) => status switch
    {
        "inOnderzoek" => t["In onderzoek", "Being looked into"],
        "gewijzigd" => t["Gewijzigd", "Corrected"],
        "nietGewijzigd" => t["Niet gewijzigd", "Not changed"],
        _ => t["Ontvangen", "Received"],
    };

    public static string Gegeven(Tekst t, string gegeven) => gegeven switch
    {
        "geslacht" => t["geslacht", "sex"],
        "kinderen" => t["kinderen", "children"],
        "ouders" => t["ouders", "parents"],
        "overlijden" => t["overlijden", "death"],
        _ => Gegevenswoorden.Van(t, $"personen:{gegeven}"),
    };

    public static IReadOnlyList<(string Waarde, string Tekst)> Gegevens(Tekst t) => [.. Terugmeldbron.Gegevens.Select(gegeven => (gegeven, Hoofdletter(Gegeven(t, gegeven))))];

    public static string Hoofdletter(string tekst) => char.ToUpperInvariant(tekst[0]) + tekst[1..];
}
