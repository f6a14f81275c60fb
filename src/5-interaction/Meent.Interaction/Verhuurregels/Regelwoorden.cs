using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Verhuurregels;

/// <summary>Rules in plain words.</summary>
internal static class Regelwoorden
{
    public static readonly string[] Overtredingen = ["geenRegistratienummer", "nietGemeld", "teVeelNachten", "teVeelPersonen", "geenVergunning", "nietHoofdverblijf"];

    /// <summary>What a row asks of a host, a sentence each.</summary>
    public static IEnumerable<string> Zinnen(Tekst t, Regelrij? regel)
    {
        if (regel is not { Registratieplicht: true })
        {
            yield return t["U hebt voor deze woning geen registratienummer nodig.", "You need no registration number for this home."];
            yield break;
        }

        if (regel.MaxNachtenPerKalenderjaar is 0)
        {
            yield return t["U mag deze woning niet aan toeristen verhuren.", "You may not let this home to tourists."];
            yield break;
        }

        yield return t["U hebt een registratienummer nodig. Het staat in elke advertentie. U krijgt het direct en gratis.", "You need a registration number. It stands in every advertisement. You get it at once and free of charge."];
        if (regel.Vergunningplicht) yield return t["U hebt ook een vergunning nodig.", "You also need a permit."];
        if (regel.Meldplicht) yield return t["U meldt elk verblijf voordat de dag van aankomst begint.", "You report every stay before the day of arrival begins."];
        if (regel.MaxNachtenPerKalenderjaar is { } nachten) yield return t[$"U mag ten hoogste {Nachten(nachten)} per kalenderjaar verhuren, alle verhuurders op het adres samen.", $"You may let at most {nachten} {(nachten == 1 ? "night" : "nights")} in a calendar year, all hosts at the address together."];
        else if (regel.Meldplicht) yield return t["Er is geen grens aan het aantal nachten.", "There is no limit on the number of nights."];
        if (regel.MaxPersonen is { } personen) yield return t[$"Er mogen ten hoogste {personen} gasten tegelijk verblijven.", $"At most {personen} guests may stay at the same time."];
    }

    /// <summary>For which homes a row is.</summary>
    public static string Voor(Tekst t, Regelrij regel, IReadOnlyList<Regelgebied> gebieden)
    {
        var delen = new List<string>();
        if (regel.Gebied is { } gebied) delen.Add(t[$"in {gebieden.FirstOrDefault(g => g.Id == gebied)?.Naam ?? "?"}", $"in {gebieden.FirstOrDefault(g => g.Id == gebied)?.Naam ?? "?"}"]);
        if (regel.Deel is { } deel) delen.Add(deel == "geheel" ? t["hele woningen", "whole homes"] : t["delen van een woning", "parts of a home"]);
        if (regel.Gebruik is { } gebruik) delen.Add(Gebruik(t, gebruik));
        return delen.Count == 0 ? t["alle woningen", "all homes"] : string.Join(", ", delen);
    }

    public static string Gebruik(Tekst t, string gebruik) => gebruik switch
    {
        "hoofdverblijf" => t["de verhuurder woont er", "the host lives there"],
        "tweedeWoning" => t["tweede woningen", "second homes"],
        _ => t["ander gebruik", "other use"],
    };

    public static string Overtreding(Tekst t, string overtreding) => overtreding switch
    {
        "geenRegistratienummer" => t["Geen registratienummer in de advertentie", "No registration number in the advertisement"],
        "nietGemeld" => t["Verblijf niet gemeld", "Stay not reported"],
        "teVeelNachten" => t["Te veel nachten", "Too many nights"],
        "teVeelPersonen" => t["Te veel gasten tegelijk", "Too many guests at once"],
        "geenVergunning" => t["Geen vergunning", "No permit"],
        _ => t["Niet zelf bewoond", "Not lived in by the host"],
    };

    private static string Nachten(int nachten) => nachten == 1 ? "1 nacht" : $"{nachten} nachten";
}
