using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;

namespace Meent.Interaction.Zaken;

/// <summary>The course of a zaak: its statussen, its outcome, its end.</summary>
internal sealed class Statushandelingen(Zakenbron zaken, Catalogusbron catalogus, TimeProvider klok)
{
    private static readonly Dictionary<string, string> Statusvelden = new(StringComparer.Ordinal) { ["statustype"] = "statustype", ["statustoelichting"] = "statustoelichting" };
    private static readonly Dictionary<string, string> Resultaatvelden = new(StringComparer.Ordinal) { ["resultaattype"] = "resultaattype", ["toelichting"] = "uitkomst" };

    public IEnumerable<Handeling> Alle => [Status, Resultaat, Afsluiten];

    private Handeling Status => new("status", "arrow-right", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Status zetten", "Set status"],
        Toets = "s",
        Gedaan = t => t["De status is gezet.", "The status was set."],
        Kan = beeld => beeld.Zaak.IsOpen && beeld.Volgende.Count > 0,
        Velden = (verzoek, beeld) =>
        {
            var t = verzoek.T;
            return Task.FromResult<IReadOnlyList<Invoer>>(
            [
                new Keuzeinvoer("statustype", t["Nieuwe status", "New status"], [.. beeld.Volgende.Select(s => (s.Url!, s.Omschrijving))]) { Begin = beeld.Volgende[0].Url! },
                new Tekstinvoer("statustoelichting", t["Toelichting bij de status", "Explanation of the status"], 1000, 2)
                {
                    Verplicht = false,
                    Hulp = t["Kan zichtbaar zijn voor de aanvrager", "May be visible to the applicant"],
                },
            ]);
        },
        Doe = uitvoering => Zet(uitvoering, uitvoering["statustype"], uitvoering["statustoelichting"]),
        VeldVan = Statusvelden,
    };

    private Handeling Resultaat => new("resultaat", "flag", Rechten.ZakenBeslissen)
    {
        Naam = t => t["Resultaat vastleggen", "Record the outcome"],
        Toets = "r",
        Gedaan = t => t["Het resultaat is vastgelegd.", "The outcome was recorded."],
        Kan = beeld => beeld.Zaak.IsOpen && HeeftResultaten(beeld),
        Velden = Resultaatvragen,
        Doe = LegVast,
        VeldVan = Resultaatvelden,
    };

    private Handeling Afsluiten => new("afsluiten", "circle-check", Rechten.ZakenBeslissen)
    {
        Naam = t => t["Zaak afsluiten", "Close the case"],
        Toets = "a",
        Uitleg = t => t["De zaak krijgt de laatste status. Daarna kunt u er niets meer aan wijzigen.", "The case gets its last status. After that you cannot change it any more."],
        Gedaan = t => t["De zaak is afgesloten.", "The case was closed."],
        Kan = beeld => beeld.Zaak.IsOpen && beeld.Eindstatus is not null && (beeld.Resultaat is not null || HeeftResultaten(beeld)),
        Velden = async (verzoek, beeld) => beeld.Resultaat is null ? await Resultaatvragen(verzoek, beeld) : [],
        Doe = async uitvoering =>
        {
            if (uitvoering.Beeld.Resultaat is null) await LegVast(uitvoering);
            await Zet(uitvoering, uitvoering.Beeld.Eindstatus!.Url!, "");
        },
        VeldVan = Resultaatvelden,
    };

    private async Task<IReadOnlyList<Invoer>> Resultaatvragen(Verzoek verzoek, Zaakbeeld beeld)
    {
        var t = verzoek.T;
        var typen = await catalogus.Van<Resultaattype>(verzoek, Doelen.ZakenBehandelen, "resultaattypen", beeld.Zaaktype.Url);
        return
        [
            new Keuzeinvoer("resultaattype", t["Resultaat", "Outcome"], [.. typen.Select(r => (r.Url!, r.Omschrijving))]) { Begin = beeld.Zaak.Uit?.Resultaat?.Resultaattype ?? "" },
            new Tekstinvoer("uitkomst", t["Toelichting bij het resultaat", "Explanation of the outcome"], 1000, 2) { Verplicht = false, Begin = beeld.Zaak.Uit?.Resultaat?.Toelichting ?? "" },
        ];
    }

    private Task LegVast(Uitvoering uitvoering)
    {
        var inhoud = new { zaak = uitvoering.Beeld.Zaak.Url, resultaattype = uitvoering["resultaattype"], toelichting = uitvoering["uitkomst"] };
        return uitvoering.Beeld.Zaak.Uit?.Resultaat?.Url is { } bestaand
            ? zaken.Zend(uitvoering.Verzoek, HttpMethod.Put, Standards.Koppelvlak.Diensten.Zaken, $"resultaten/{bestaand.LaatsteDeel()}", inhoud, uitvoering.Reden)
            : zaken.Voeg(uitvoering.Verzoek, "resultaten", inhoud, uitvoering.Reden);
    }

    private Task Zet(Uitvoering uitvoering, string statustype, string toelichting) => zaken.Voeg(
        uitvoering.Verzoek, "statussen",
        new { zaak = uitvoering.Beeld.Zaak.Url, statustype, datumStatusGezet = klok.GetUtcNow(), statustoelichting = toelichting }, uitvoering.Reden);

    private static bool HeeftResultaten(Zaakbeeld beeld) => beeld.Zaaktype.Resultaattypen is { Count: > 0 };
}
