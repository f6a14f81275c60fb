using Meent.Interaction.Taal;

namespace Meent.Interaction.Beheer;

/// <summary>What the APIs of an administrator refuse, in plain words.</summary>
internal static class Weigering
{
    public static Func<string, string?> Woorden(Tekst t) => code => code switch
    {
        "clientId-exists" => t["Dit client-id hoort al bij een applicatie.", "This client id belongs to an application already."],
        "missing-authorizations" => t["Een applicatie houdt ten minste één autorisatie per versie. Geef eerst een andere, of verwijder de applicatie.", "An application keeps at least one authorisation per version. Give another one first, or remove the application."],
        "precondition_failed" => t["Een ander wijzigde dit intussen. Bekijk het opnieuw en probeer het nog eens.", "Somebody else changed this meanwhile. Look again and try once more."],
        "no-auth-on-callback-url" => t["Dit adres neemt ook berichten aan zonder Authorization. Laat de leverancier dat eerst afsluiten.", "This address accepts messages without Authorization too. Have the supplier close that first."],
        "invalid-callback-url" => t["Dit adres nam een proefbericht niet aan. Klopt het adres, en klopt de Authorization?", "This address did not accept a test message. Is the address right, and the Authorization?"],
        _ => null,
    };
}
