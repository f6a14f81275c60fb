using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;

namespace Meent.Interaction.Vernietiging;

/// <summary>What the API says, as people read it; and whose turn it is.</summary>
internal static class Vernietigingswoorden
{
    /// <summary>The fields of the API that its forms have too.</summary>
    public static readonly IReadOnlyDictionary<string, string> Velden = new[] { "naam", "tot", "reden", "toelichting" }.ToDictionary(veld => veld, StringComparer.Ordinal);

    public static string Stand(Tekst t, string stand) => stand switch
    {
        "concept" => t["Concept", "Draft"],
        "ter_beoordeling" => t["Bij de behandelaar", "With the handler"],
        "ter_vaststelling" => t["Bij de archivaris", "With the archivist"],
        "vastgesteld" => t["Vastgesteld", "Established"],
        "uitgevoerd" => t["Uitgevoerd", "Carried out"],
        _ => stand,
    };

    public static string Regelstand(Tekst t, string stand) => stand switch
    {
        "voorgesteld" => t["Te vernietigen", "To be destroyed"],
        "uitgezonderd" => t["Blijft bewaard", "Kept"],
        "vernietigd" => t["Vernietigd", "Destroyed"],
        "mislukt" => t["Niet gelukt", "Failed"],
        _ => stand,
    };

    /// <summary>Whoever has the list before them can leave zaken out; once it is established nobody can.</summary>
    public static bool MagUitzonderen(this Medewerker medewerker, Vernietigingslijst lijst) => lijst.Stand switch
    {
        "concept" => medewerker.Mag(Rechten.VernietigingOpstellen),
        "ter_beoordeling" => medewerker.Mag(Rechten.VernietigingBeoordelen),
        "ter_vaststelling" => medewerker.Mag(Rechten.VernietigingVaststellen),
        _ => false,
    };

    public static Func<string, string?> Woorden(Tekst t) => code => code switch
    {
        "vier-ogen" => t["U hebt deze lijst zelf opgesteld of beoordeeld. Een ander moet deze stap zetten.", "You made or judged this list yourself. Somebody else has to take this step."],
        "verkeerde-stand" or "gewijzigd" => t["Een ander deed intussen iets met deze lijst. Kijk hieronder hoe hij er nu voor staat.", "Somebody else did something with this list meanwhile. See below how it stands now."],
        "andere-lijst" => t["De zaak staat intussen op een andere lijst.", "The case is on another list meanwhile."],
        "future_not_allowed" => t["Kies vandaag of een eerdere dag: van andere zaken is de bewaartermijn nog niet voorbij.", "Choose today or an earlier day: of other cases the retention term has not ended yet."],
        "empty" => t["Er zijn geen zaken waarvan de bewaartermijn dan voorbij is en die niet al op een lijst staan.", "There are no cases of which the retention term has ended by then and that are not on a list already."],
        "not_found" => t["Deze lijst bestaat niet meer.", "This list does not exist any more."],
        _ => null,
    };
}
