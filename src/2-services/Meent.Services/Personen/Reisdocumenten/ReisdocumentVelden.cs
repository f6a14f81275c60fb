using System.Text.Json;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;

namespace Meent.Services.Personen.Reisdocumenten;

/// <summary>The <c>Reisdocument</c> of BRP Reisdocumenten 2.0, from category 12.</summary>
internal static class ReisdocumentVelden
{
    private static readonly Groep Houder = new("houder", p => p, new Tekst("burgerservicenummer", "010120")) { Automatisch = SchrijfOverHouder };

    public static readonly Veldenlijst Velden = new(
        new Groep(
            "reisdocument", p => p,
            new Tekst("reisdocumentnummer", "3520", "........."),
            new Code("soort", "3510", Tabel.Reisdocumenten, ".."),
            new Datum("datumEindeGeldigheid", "3550"),
            new Groep(
                "inhoudingOfVermissing", p => (p["3560"] ?? p["3570"]) is null ? null : p,
                new Datum("datum", "3560"),
                // The standard value too: it tells that the document is not with its holder any more.
                new Code("aanduiding", "3570", Tabel.InhoudingVermissing)),
            Houder)
        {
            Categorie = "12",
            Automatisch = SchrijfHouder,
        });

    private static void SchrijfOverHouder(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        Automatischen.SchrijfGeheimhouding(json, plek);
        Automatischen.SchrijfOpschorting(json, plek);
    }

    // What must be known of a holder comes along when nothing was asked about him.
    private static void SchrijfHouder(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (keuze.Kinderen.Any(kind => kind.Veld == Houder) || !(Automatischen.IsGeheim(plek) || plek["076720"] is not null)) return;
        json.WriteStartObject("houder"u8);
        SchrijfOverHouder(json, plek, keuze);
        json.WriteEndObject();
    }
}
