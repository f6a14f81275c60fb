using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;

namespace Meent.Interaction.Zaken;

/// <summary>Finds the zaken of a work list.</summary>
internal sealed class Werklijst(Zakenbron zaken, TimeProvider klok)
{
    private const int Grootte = 25;

    /// <summary>What the page has to look at itself comes in larger pieces, and no more than these at a time.</summary>
    private const int GroteGrootte = 100;
    private const int MeestePogingen = 5;

    /// <summary>One call to the API; a filter that the standard does not have takes the page along the open zaken, oldest first, until it is full.</summary>
    public async Task<Werkblad> Zoek(Verzoek verzoek, Werkvraag vraag, Zaaktypenlijst zaaktypen)
    {
        if (vraag.Criteria(Zaakzicht.Van(verzoek.Medewerker), zaaktypen, verzoek.Medewerker.Id) is not { } criteria) return Werkblad.Leeg;
        var vandaag = klok.Vandaag();
        var regels = new List<Zaakregel>();
        long? aantal = null;
        var volgende = (Plaats?)vraag.Plaats;
        for (var poging = 0; volgende is not null && regels.Count < Grootte && poging < MeestePogingen; poging++)
        {
            var blad = await zaken.Zoek(verzoek, criteria, vraag.KijktZelf ? GroteGrootte : Grootte, volgende);
            if (!vraag.KijktZelf) aantal = blad.Count;
            regels.AddRange(blad.Results.Select(zaak => Zaakregel.Van(zaak, vandaag)).Where(vraag.Past));
            volgende = Plaats.Van(blad.Next);
            if (!vraag.KijktZelf) break;
        }

        return new Werkblad(regels, aantal, volgende);
    }
}

/// <param name="Aantal">How many there are in all; not known when the page had to look itself.</param>
internal sealed record Werkblad(IReadOnlyList<Zaakregel> Regels, long? Aantal, Plaats? Volgende)
{
    public static readonly Werkblad Leeg = new([], 0, null);
}

/// <summary>A zaak in a list.</summary>
internal sealed record Zaakregel(Zaak Zaak, string Zaaktype, string Status, Termijn Termijn)
{
    public static Zaakregel Van(Zaak zaak, DateOnly vandaag) =>
        new(zaak, zaak.Uit?.Zaaktype?.Omschrijving ?? "", zaak.Uit?.Status?.Uit?.Statustype?.Omschrijving ?? "", Zaken.Termijn.Van(zaak, zaak.Uit?.Zaaktype?.Doorlooptijd, vandaag));
}
