using Meent.Interaction.Onderdelen;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>A month of the household budget as a PDF, to keep or to print.</summary>
internal static class Maandblad
{
    public static byte[] Maak(Tekst t, string gemeente, string nummer, Budgetoverzicht overzicht)
    {
        var titel = t[$"Huishoudboekje {t.Maand(overzicht.Van)}", $"Household budget {t.Maand(overzicht.Van)}"];
        var pdf = new Pdfdocument($"{titel} - {gemeente}", t.Code);
        pdf.Kop(1, titel);
        pdf.Alinea(t[$"{gemeente}. Uw nummer: {nummer}.", $"{gemeente}. Your number: {nummer}."]);
        pdf.Alinea(t[$"Aan het begin van de maand: {t.Centen(overzicht.BeginCent)}", $"At the beginning of the month: {t.Centen(overzicht.BeginCent)}"]);
        Deel(t["Wat erbij kwam", "What came in"], r => r.Cent > 0, overzicht.InkomstenCent);
        Deel(t["Wat eraf ging", "What went out"], r => r.Cent < 0, overzicht.UitgavenCent);
        pdf.Kop(2, t["Aan het eind", "At the end"]);
        pdf.Alinea(t[$"Op {t.Datum(overzicht.Tot)}: {t.Centen(overzicht.EindCent)}", $"On {t.Datum(overzicht.Tot)}: {t.Centen(overzicht.EindCent)}"]);
        return pdf.Sluit();

        void Deel(string kop, Func<Budgetregel, bool> waar, long totaal)
        {
            pdf.Kop(2, kop);
            foreach (var regel in overzicht.Regels.Where(waar)) pdf.Alinea($"{t.Datum(regel.Datum)}: {regel.Omschrijving ?? regel.Rubriek}, {t.Centen(regel.Cent)}");
            pdf.Alinea(t[$"Samen: {t.Centen(totaal)}", $"Together: {t.Centen(totaal)}"]);
        }
    }
}
