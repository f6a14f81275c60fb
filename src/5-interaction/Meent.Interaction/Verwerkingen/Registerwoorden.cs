using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;
using Meent.Standards;

namespace Meent.Interaction.Verwerkingen;

/// <summary>What stands in the register, in plain words.</summary>
internal static class Registerwoorden
{
    /// <summary>The terms that a form offers.</summary>
    public static readonly IReadOnlyList<string> Termijnen = ["P1Y", "P2Y", "P3Y", "P5Y", "P7Y", "P10Y", "P20Y"];

    /// <summary>A field as it is shown.</summary>
    public static string Waarde(Tekst t, Registerveld veld, string tekst) => veld.Soort switch
    {
        _ when tekst.Length == 0 => "",
        Veldsoort.Grondslag => Grondslag(t, tekst),
        Veldsoort.Termijn => Termijn(t, tekst),
        Veldsoort.Vertrouwelijkheid => Vertrouwelijkheid(t, tekst),
        _ => tekst,
    };

    public static string Grondslag(Tekst t, string grondslag) => grondslag switch
    {
        "Toestemming betrokkene" => t["Toestemming", "Consent"],
        "Uitvoering overeenkomst" => t["Nodig voor een overeenkomst", "Needed for a contract"],
        "Wettelijke verplichting" => t["Een wet verplicht het", "A law requires it"],
        "Vitaal belang" => t["Van levensbelang", "Vital interest"],
        "Publieke taak" => t["Nodig voor een taak van de overheid", "Needed for a public task"],
        "Gerechtvaardigd belang" => t["Gerechtvaardigd belang", "Legitimate interest"],
        _ => grondslag,
    };

    public static string Termijn(Tekst t, string termijn) => Periode.Lees(termijn) switch
    {
        { Dagen: 0, Maanden: var maanden } when maanden > 0 && maanden % 12 == 0 => Jaren(t, maanden / 12),
        { Dagen: 0, Maanden: 1 } => t["1 maand", "1 month"],
        { Dagen: 0, Maanden: > 0 and var maanden } => t[$"{maanden} maanden", $"{maanden} months"],
        { Maanden: 0, Dagen: > 0 and var dagen } => t.Dagen(dagen),
        _ => termijn,
    };

    public static string Vertrouwelijkheid(Tekst t, string vertrouwelijkheid) => vertrouwelijkheid switch
    {
        "vertrouwelijk" => t["Nee, het is vertrouwelijk", "No, it is confidential"],
        "opgeheven" => t["Ja, de vertrouwelijkheid is opgeheven", "Yes, the confidentiality was lifted"],
        _ => t["Ja", "Yes"],
    };

    /// <summary>From when until when a version holds.</summary>
    public static string Geldigheid(Tekst t, Registerversie versie) => versie.EindeGeldigheid is { } einde
        ? t[$"van {t.Moment(versie.BeginGeldigheid)} tot {t.Moment(einde)}", $"from {t.Moment(versie.BeginGeldigheid)} until {t.Moment(einde)}"]
        : t[$"sinds {t.Moment(versie.BeginGeldigheid)}", $"since {t.Moment(versie.BeginGeldigheid)}"];

    /// <summary>What the register refuses.</summary>
    public static Func<string, string?> Weigering(Tekst t) => code => code switch
    {
        "conflict" => t["Er is al een activiteit met deze code, of een ander wijzigde deze op hetzelfde moment.", "There is an activity with this code already, or somebody else changed it at the same moment."],
        "precondition_failed" => t["Een ander wijzigde dit intussen. Open de activiteit opnieuw en probeer het nog eens.", "Somebody else changed this meanwhile. Open the activity again and try once more."],
        "past-not-allowed" => t["Een activiteit eindigt vandaag of later.", "An activity ends today or later."],
        "does_not_exist" => t["Deze activiteit staat niet in het register.", "This activity is not in the register."],
        "doelbindingDektNiet" => t["Het register geeft deze pagina's geen recht om te wijzigen. Vraag het uw functioneel beheerder.", "The register gives these pages no right to change it. Ask your functional administrator."],
        _ => null,
    };

    private static string Jaren(Tekst t, int jaren) => jaren == 1 ? t["1 jaar", "1 year"] : t[$"{jaren} jaar", $"{jaren} years"];
}
