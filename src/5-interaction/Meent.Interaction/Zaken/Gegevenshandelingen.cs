using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Toegang;

namespace Meent.Interaction.Zaken;

/// <summary>What is written down about a zaak itself.</summary>
internal sealed class Gegevenshandelingen(Zakenbron zaken)
{
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["omschrijving"] = "omschrijving",
        ["toelichting"] = "toelichting",
        ["einddatumGepland"] = "gepland",
    };

    public IEnumerable<Handeling> Alle => [Wijzigen];

    private Handeling Wijzigen => new("gegevens", "edit", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Gegevens wijzigen", "Change the details"],
        Toets = "g",
        Gedaan = t => t["De gegevens zijn gewijzigd.", "The details were changed."],
        Kan = beeld => beeld.Zaak.IsOpen,
        Velden = (verzoek, beeld) =>
        {
            var (t, zaak) = (verzoek.T, beeld.Zaak);
            return Task.FromResult<IReadOnlyList<Invoer>>(
            [
                new Tekstinvoer("omschrijving", t["Omschrijving", "Description"], 80) { Begin = zaak.Omschrijving },
                new Tekstinvoer("toelichting", t["Toelichting", "Explanation"], 1000, 4) { Begin = zaak.Toelichting, Verplicht = false },
                new Datuminvoer("gepland", t["Geplande einddatum", "Planned last day"]) { Verplicht = false, Begin = zaak.EinddatumGepland?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "" },
            ]);
        },
        Doe = uitvoering => zaken.Wijzig(uitvoering.Verzoek, uitvoering.Beeld.Zaak, new
        {
            omschrijving = uitvoering["omschrijving"],
            toelichting = uitvoering["toelichting"],
            einddatumGepland = uitvoering["gepland"].Length == 0 ? null : uitvoering.Formulier.Datum("gepland", ""),
        }, uitvoering.Reden),
        VeldVan = Velden,
    };
}
