using Meent.Interaction.Taal;

namespace Meent.Interaction.Integratie;

/// <summary>What is paid for, in plain words.</summary>
internal static class Afrekenwoorden
{
    public static string Soort(Tekst t, string soort) => soort switch
    {
        "verzoek" => t["Per verzoek", "Per request"],
        "maand" => t["Per maand met gebruik", "Per month with use"],
        "eenmalig" => t["Eenmalig, bij het eerste gebruik", "Once, at the first use"],
        _ => soort,
    };
}
