using Meent.Interaction.Taal;

namespace Meent.Interaction.Werk;

/// <summary>What an employee can do about a number, by its state. The register decides; this only leaves out what it would refuse anyway.</summary>
internal static class Stapkeuze
{
    /// <summary>Suspending at once, for a manifest mistake.</summary>
    public const string Kennelijk = "kennelijk";

    public static readonly string[] Alle = ["herstelverzoek", "hersteld", "voornemen", "opschorten", "doorhalen", Kennelijk];

    public static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["stap"] = "stap", ["reden"] = "uitleg", ["termijn"] = "termijn" };

    public static string[] Voor(string status) => status switch
    {
        "actief" => ["herstelverzoek", Kennelijk],
        "herstelverzoek" => ["hersteld", "voornemen", Kennelijk],
        "voornemen" => ["hersteld", "opschorten"],
        "opgeschort" => ["hersteld", "doorhalen"],
        _ => [],
    };

    public static string Naam(Tekst t, string keuze) => keuze switch
    {
        "herstelverzoek" => t["Vragen om aan te vullen of te verbeteren", "Ask to complete or correct"],
        "hersteld" => t["In orde bevinden: het nummer geldt", "Find in order: the number is valid"],
        "voornemen" => t["Voornemen om op te schorten sturen", "Send the intention to suspend"],
        "opschorten" => t["Besluiten: nummer opschorten", "Decide: suspend the number"],
        "doorhalen" => t["Besluiten: nummer doorhalen", "Decide: strike the number off"],
        _ => t["Meteen opschorten: de fout is duidelijk of met opzet", "Suspend at once: the mistake is manifest or on purpose"],
    };
}
