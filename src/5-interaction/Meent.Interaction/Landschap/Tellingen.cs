using Meent.Interaction.Taal;

namespace Meent.Interaction.Landschap;

/// <summary>What is counted, in the reader's language.</summary>
internal static class Tellingen
{
    public static string Woord(Tekst t, string wat) => t[wat, wat switch
    {
        "registraties" => "registrations",
        "meldingen" => "reported stays",
        "zaken" => "cases",
        "personen" => "persons",
        "adressen" => "addresses",
        "logregels" => "log records",
        "processen" => "processes",
        "objecten" => "objects",
        "percelen en appartementsrechten" => "parcels and apartment rights",
        "bedrijven" => "companies",
        "WOZ-objecten" => "valued properties",
        _ => wat,
    }];
}
