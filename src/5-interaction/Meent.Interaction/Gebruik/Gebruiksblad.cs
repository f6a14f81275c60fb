using Meent.Interaction.Onderdelen;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Gebruik;

/// <summary>The page of who used my data, as a PDF to keep.</summary>
internal static class Gebruiksblad
{
    public static byte[] Maak(Tekst t, Gebruiksoverzicht overzicht, IReadOnlyList<Keer> keren)
    {
        var titel = t["Gebruik van mijn gegevens", "Use of my data"];
        var pdf = new Pdfdocument($"{titel} - {overzicht.Organisatie.Naam}", t.Code);
        pdf.Kop(1, titel);
        pdf.Alinea(t[$"Opgemaakt door {overzicht.Organisatie.Naam} op {t.Moment(overzicht.Opgemaakt)}.", $"Drawn up by {overzicht.Organisatie.Naam} on {t.Moment(overzicht.Opgemaakt)}."]);
        if (Periode(t, overzicht.Vraag) is { Length: > 0 } periode) pdf.Alinea(periode);
        if (!overzicht.IsVolledig) pdf.Alinea(t["Dit is niet alles: kies een kortere periode voor wat ouder is.", "This is not all: choose a shorter period for what is older."]);
        if (keren.Count == 0) pdf.Alinea(t["In deze periode zijn uw gegevens niet gebruikt.", "Your data were not used in this period."]);
        foreach (var keer in keren) Een(pdf, t, keer);
        return pdf.Sluit();
    }

    private static void Een(Pdfdocument pdf, Tekst t, Keer keer)
    {
        var e = keer.Laatste;
        pdf.Kop(2, $"{(e.Ontvanger ?? e.Organisatie).Naam}: {e.Doel.Naam ?? t["doel onbekend", "purpose unknown"]}");
        pdf.Alinea(t.Moment(keer.Begin) + (e.Mislukt ? t[" (niet gelukt)", " (failed)"] : ""));
        Regel(t["Waarvoor", "What for"], e.Doel.Omschrijving);
        Regel(t["Wat er gebeurde", "What happened"], Weergave.Zin(keer.Handelingen) + (keer.Aantal > keer.Handelingen.Count ? t[$" ({keer.Aantal} keer)", $" ({keer.Aantal} times)"] : ""));
        Regel(t["Welke gegevens", "Which data"], Gegevenswoorden.Van(t, keer));
        Regel(t["Waarom dat mag", "Why it is allowed"], e.Doel.Grondslag is null ? null : Gegevenswoorden.Grondslag(e.Doel));
        Regel(t["Verstrekt door", "Provided by"], e.Ontvanger is null ? null : e.Organisatie.Naam);

        void Regel(string naam, string? waarde)
        {
            if (!string.IsNullOrEmpty(waarde)) pdf.Alinea($"{naam}: {waarde}");
        }
    }

    private static string Periode(Tekst t, Gebruiksvraag vraag) => (vraag.Van, vraag.Tot) switch
    {
        (null, null) => "",
        ({ } van, null) => t[$"Vanaf {t.Datum(van)}.", $"From {t.Datum(van)}."],
        (null, { } tot) => t[$"Tot en met {t.Datum(tot)}.", $"Up to and including {t.Datum(tot)}."],
        ({ } van, { } tot) => t[$"Van {t.Datum(van)} tot en met {t.Datum(tot)}.", $"From {t.Datum(van)} up to and including {t.Datum(tot)}."],
    };
}
