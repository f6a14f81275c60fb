using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;

namespace Meent.Interaction.Zaken;

/// <summary>Finds the zaken of a work list: one call to the API, whatever is asked.</summary>
internal sealed class Werklijst(Zakenbron zaken, TimeProvider klok)
{
    private const int Grootte = 25;

    public async Task<Werkblad> Zoek(Verzoek verzoek, Werkvraag vraag, Zaaktypenlijst zaaktypen)
    {
        var vandaag = klok.Vandaag();
        if (vraag.Criteria(Zaakzicht.Van(verzoek.Medewerker), zaaktypen, verzoek.Medewerker.Id, vandaag) is not { } criteria) return Werkblad.Leeg;
        var blad = await zaken.Zoek(verzoek, criteria, Grootte, vraag.Plaats);
        return new Werkblad([.. blad.Results.Select(zaak => Zaakregel.Van(zaak, vandaag))], blad.Count, Plaats.Van(blad.Next));
    }
}

/// <param name="Aantal">How many there are in all.</param>
internal sealed record Werkblad(IReadOnlyList<Zaakregel> Regels, long Aantal, Plaats? Volgende)
{
    public static readonly Werkblad Leeg = new([], 0, null);
}

/// <summary>A zaak in a list.</summary>
internal sealed record Zaakregel(Zaak Zaak, string Zaaktype, string Status, Termijn Termijn)
{
    public static Zaakregel Van(Zaak zaak, DateOnly vandaag) =>
        new(zaak, zaak.Uit?.Zaaktype?.Omschrijving ?? "", zaak.Uit?.Status?.Uit?.Statustype?.Omschrijving ?? "", Zaken.Termijn.Van(zaak, zaak.Uit?.Zaaktype?.Doorlooptijd, vandaag));
}
