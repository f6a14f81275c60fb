using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Zaken;

/// <summary>What comes into the file of a zaak: documents, besluiten, notes and the values of its eigenschappen.</summary>
internal sealed class Dossierhandelingen(Zakenbron zaken, Documentenbron documenten, Catalogusbron catalogus, Uploadgrens uploads, TimeProvider klok)
{
    /// <summary>The handeling that takes a file, of which the form has a path of its own.</summary>
    public const string MetBestand = "document";

    private static readonly Dictionary<string, string> Documentvelden = new(StringComparer.Ordinal)
    {
        ["titel"] = "titel",
        ["informatieobjecttype"] = "documenttype",
        ["bestandsomvang"] = "bestand",
        ["inhoud"] = "bestand",
        ["nonFieldErrors"] = "documenttype",
    };

    private static readonly Dictionary<string, string> Besluitvelden = new(StringComparer.Ordinal)
    {
        ["besluittype"] = "besluittype",
        ["datum"] = "datum",
        ["ingangsdatum"] = "ingangsdatum",
        ["vervaldatum"] = "vervaldatum",
        ["toelichting"] = "besluittekst",
        ["nonFieldErrors"] = "besluittype",
    };

    private static readonly Dictionary<string, string> Eigenschapvelden = new(StringComparer.Ordinal) { ["waarde"] = "waarde", ["eigenschap"] = "eigenschap" };

    private static readonly Dictionary<string, string> Notitievelden = new(StringComparer.Ordinal) { ["onderwerp"] = "onderwerp", ["tekst"] = "tekst" };

    public IEnumerable<Handeling> Alle => [Document, Besluit, Eigenschap, Notitie];

    private Handeling Document => new(MetBestand, "file-plus", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Document toevoegen", "Add a document"],
        Toets = "d",
        Gedaan = t => t["Het document is toegevoegd.", "The document was added."],
        Kan = beeld => beeld.Zaak.IsOpen && beeld.Zaaktype.Informatieobjecttypen is { Count: > 0 },
        Velden = async (verzoek, beeld) =>
        {
            var t = verzoek.T;
            var typen = await Typen<Informatieobjecttype>(verzoek, "informatieobjecttypen", beeld.Zaaktype.Informatieobjecttypen);
            return
            [
                new Keuzeinvoer("documenttype", t["Soort document", "Sort of document"], [.. typen.Select(i => (i.Url, i.Omschrijving))]),
                new Tekstinvoer("titel", t["Titel", "Title"], 200),
                new Bestandinvoer("bestand", t["Bestand", "File"]) { Hulp = t[$"Ten hoogste {t.Omvang(uploads.Grootste)}", $"At most {t.Omvang(uploads.Grootste)}"] },
            ];
        },
        Doe = uitvoering => documenten.Voeg(
            uitvoering.Verzoek, uitvoering.Beeld.Zaak, new Nieuwdocument(uitvoering["titel"], uitvoering["documenttype"], klok.Vandaag()),
            uitvoering.Formulier.Bestand("bestand")!, uitvoering.Reden),
        VeldVan = Documentvelden,
    };

    private Handeling Besluit => new("besluit", "gavel", Rechten.ZakenBeslissen)
    {
        Naam = t => t["Besluit vastleggen", "Record a decision"],
        Toets = "t",
        Gedaan = t => t["Het besluit is vastgelegd.", "The decision was recorded."],
        Kan = beeld => beeld.Zaak.IsOpen && beeld.Zaaktype.Besluittypen is { Count: > 0 },
        Velden = async (verzoek, beeld) =>
        {
            var (t, vandaag) = (verzoek.T, klok.Vandaag().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            var typen = await Typen<Besluittype>(verzoek, "besluittypen", beeld.Zaaktype.Besluittypen);
            return
            [
                new Keuzeinvoer("besluittype", t["Soort besluit", "Sort of decision"], [.. typen.Select(b => (b.Url!, b.Omschrijving))]),
                new Tekstinvoer("besluittekst", t["Wat is er besloten?", "What was decided?"], 1000, 3),
                new Datuminvoer("datum", t["Genomen op", "Taken on"]) { Begin = vandaag },
                new Datuminvoer("ingangsdatum", t["Geldt vanaf", "Holds from"]) { Begin = vandaag },
                new Datuminvoer("vervaldatum", t["Geldt tot en met", "Holds until"]) { Verplicht = false },
            ];
        },
        Doe = async uitvoering =>
        {
            var (verzoek, formulier) = (uitvoering.Verzoek, uitvoering.Formulier);
            var genomen = formulier.Datum("datum", "")!.Value;
            var type = await catalogus.Een<Besluittype>(verzoek, Doelen.ZakenBehandelen, "besluittypen", uitvoering["besluittype"].LaatsteDeel());
            await zaken.Zend(verzoek, HttpMethod.Post, Diensten.Besluiten, "besluiten", new
            {
                verantwoordelijkeOrganisatie = verzoek.Organisatie.Rsin,
                besluittype = uitvoering["besluittype"],
                zaak = uitvoering.Beeld.Zaak.Url,
                datum = genomen,
                toelichting = uitvoering["besluittekst"],
                ingangsdatum = formulier.Datum("ingangsdatum", ""),
                vervaldatum = uitvoering["vervaldatum"].Length == 0 ? null : formulier.Datum("vervaldatum", ""),
                // The days for an objection begin when the besluit was made known, here the day it was taken (Awb art. 6:8).
                uiterlijkeReactiedatum = Periode.Lees(type?.Reactietermijn)?.Na(genomen),
            }, uitvoering.Reden);
        },
        VeldVan = Besluitvelden,
    };

    private Handeling Eigenschap => new("eigenschap", "forms", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Eigenschap invullen", "Fill in a property"],
        Toets = "e",
        Gedaan = t => t["De eigenschap is ingevuld.", "The property was filled in."],
        Kan = beeld => beeld.Zaak.IsOpen && beeld.Zaaktype.Eigenschappen is { Count: > 0 },
        Velden = async (verzoek, beeld) =>
        {
            var t = verzoek.T;
            var typen = await catalogus.Van<Eigenschaptype>(verzoek, Doelen.ZakenBehandelen, "eigenschappen", beeld.Zaaktype.Url);
            return
            [
                new Keuzeinvoer("eigenschap", t["Eigenschap", "Property"], [.. typen.Select(e => (e.Url, $"{e.Naam}: {e.Definitie}"))]) { Begin = typen is [var enige] ? enige.Url : "" },
                new Tekstinvoer("waarde", t["Waarde", "Value"], 255),
            ];
        },
        Doe = uitvoering =>
        {
            var (zaak, inhoud) = (uitvoering.Beeld.Zaak, new { zaak = uitvoering.Beeld.Zaak.Url, eigenschap = uitvoering["eigenschap"], waarde = uitvoering["waarde"] });
            // One value for each: filled in again, it is another value.
            return zaak.Uit?.Eigenschappen?.FirstOrDefault(e => e.Eigenschap == uitvoering["eigenschap"]) is { } bestaand
                ? zaken.Zend(uitvoering.Verzoek, HttpMethod.Put, Diensten.Zaken, $"zaken/{zaak.Uuid}/zaakeigenschappen/{bestaand.Url.LaatsteDeel()}", inhoud, uitvoering.Reden)
                : zaken.Voeg(uitvoering.Verzoek, $"zaken/{zaak.Uuid}/zaakeigenschappen", inhoud, uitvoering.Reden);
        },
        VeldVan = Eigenschapvelden,
    };

    private Handeling Notitie => new("notitie", "note", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Notitie maken", "Make a note"],
        Toets = "n",
        Gedaan = t => t["De notitie staat bij de zaak.", "The note stands with the case."],
        Kan = beeld => beeld.Zaak.IsOpen,
        Velden = (verzoek, _) => Task.FromResult<IReadOnlyList<Invoer>>(
        [
            new Tekstinvoer("onderwerp", verzoek.T["Onderwerp", "Subject"], 255),
            new Tekstinvoer("tekst", verzoek.T["Notitie", "Note"], 4000, 5) { Hulp = verzoek.T["Alleen voor collega's. Noem geen burgerservicenummer.", "For colleagues only. Do not mention a citizen service number."] },
        ]),
        Doe = uitvoering => zaken.Voeg(uitvoering.Verzoek, "zaaknotities", new
        {
            onderwerp = uitvoering["onderwerp"],
            tekst = uitvoering["tekst"],
            aangemaaktDoor = uitvoering.Verzoek.Medewerker.Naam,
            notitieType = "intern",
            status = "definitief",
            gerelateerdAan = uitvoering.Beeld.Zaak.Url,
        }, uitvoering.Reden),
        VeldVan = Notitievelden,
    };

    /// <summary>The types behind the URLs that a zaaktype names.</summary>
    private async Task<IReadOnlyList<T>> Typen<T>(Verzoek verzoek, string soort, IReadOnlyList<string>? urls) where T : class
    {
        var typen = await Task.WhenAll((urls ?? []).Select(url => catalogus.Een<T>(verzoek, Doelen.ZakenBehandelen, soort, url.LaatsteDeel())));
        return [.. typen.OfType<T>()];
    }
}
