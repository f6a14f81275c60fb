using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Toezicht;

/// <summary>What a measurement says, in words.</summary>
internal static class Minimalisatiewoorden
{
    public static string Stand(Tekst t, Minimalisatie meting) => meting.Stand switch
    {
        "voorstel" => t["Kan met minder", "Can do with less"],
        "past" => t["Vraagt alles wat mag", "Asks all it may"],
        "elders" => t["Gegevens van een andere organisatie", "Data of another organisation"],
        _ => t["Te vroeg om iets te zeggen", "Too early to tell"],
    };

    public static string Uitleg(Tekst t, Minimalisatie meting, Minimalisatieoverzicht overzicht) => meting.Stand switch
    {
        "voorstel" => t["In de laatste 90 dagen is niet alles gevraagd wat mag. Hieronder staat wat eraf kan.", "In the last 90 days not all that may be asked was asked. Below is what can be taken off."],
        "past" => t["Alles wat mag, is in de laatste 90 dagen ook gevraagd. Er is geen voorstel.", "All that may be asked was asked in the last 90 days. There is no proposal."],
        "elders" => t["Uw organisatie krijgt deze gegevens van een andere organisatie. Geteld is alleen wat eigen programma's in het logboek schreven. Daarom is er geen voorstel; u kunt wel zelf bekijken wat de gevolgen zijn.", "Your organisation gets this data from another one. Only what own programs wrote in the logbook was counted. So there is no proposal; you can look at the effects of your own choice."],
        "jong" => t["Te vroeg om iets te zeggen: deze verwerking geldt nog geen 90 dagen.", "Too early to tell: this activity has not held for 90 days yet."],
        "weinig" => t[$"Te vroeg om iets te zeggen: er waren {t.Getal(meting.Antwoorden)} antwoorden. Vanaf {overzicht.MinsteAntwoorden} komt er een voorstel.", $"Too early to tell: there were {t.Getal(meting.Antwoorden)} answers. From {overzicht.MinsteAntwoorden} on there is a proposal."],
        _ => overzicht.Sinds is { } sinds
            ? t[$"Te vroeg om iets te zeggen: er wordt pas sinds {t.Datum(sinds)} geteld.", $"Too early to tell: counting started on {t.Datum(sinds)}."]
            : t["Te vroeg om iets te zeggen: er is nog niets geteld.", "Too early to tell: nothing was counted yet."],
    };
}
