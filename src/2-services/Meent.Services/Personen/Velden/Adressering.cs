using System.Text.Json;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>How to write to a person: salutation, name and address lines. All derived.</summary>
internal static class Adressering
{
    private static readonly string[] Adresvelden = ["adresregel1", "adresregel2", "adresregel3", "land"];

    public static Veld Veld(Rubriek[] naamrubrieken)
    {
        Veld[] namen =
        [
            new Afgeleid("aanhef", p => p.Persoon.Aanspreking.Aanhef, naamrubrieken) { Protocolcode = "PANM03" },
            new Aanschrijfwijze(naamrubrieken),
            new Afgeleid("gebruikInLopendeTekst", p => p.Persoon.Aanspreking.GebruikInLopendeTekst, naamrubrieken)
            {
                Protocolcode = "PANM06",
            },
        ];
        string[] namenAlleen = [.. namen.Select(n => n.Naam)];
        var adressering = Vorm([.. namen, .. Regels()]);
        return new Polymorf(
            "adressering", "adresseringBinnenland", IsBuitenland,
            new Vorm(adressering, [.. namenAlleen, .. Adresvelden[..2]]), new Vorm(adressering, namenAlleen));
    }

    /// <summary>Of a person that was found by a search: the address lines alone.</summary>
    public static Veld Beperkt() => new Polymorf(
        "adressering", "adresseringBinnenland", IsBuitenland, new Vorm(Vorm(Regels()), Adresvelden[..2]), new Vorm(Vorm(Regels()), []));

    private static Veld[] Regels() =>
    [
        Regel1(), Regel2(),
        new Afgeleid("adresregel3", p => Adresregels.Regel3(p.Voorkomen), "081350"),
        new Eigen("land", true, SchrijfLand, "081310"),
    ];

    private static Afgeleid Regel1() => new(
        "adresregel1", p => Adresregels.Regel1(p.Voorkomen), "081110", "081120", "081130", "081140", "081150", "081210", "081330")
    {
        Protocolcode = "PAVP03",
    };

    private static Afgeleid Regel2() => new(
        "adresregel2", p => Adresregels.Regel2(p.Voorkomen, p.Persoon.Tabellen), "080910", "081160", "081170", "081340")
    {
        Protocolcode = "PAVP04",
    };

    private static Groep Vorm(Veld[] velden) => new("adressering", p => p.Categorie("08") ?? p.Categorie("01"), velden)
    {
        Automatisch = (json, plek, keuze) =>
        {
            if (keuze.Kinderen.Any(k => Adresvelden.Contains(k.Veld.Naam)) && Adresregels.Regel1(plek.Voorkomen) is not null)
                NietOpAdres.Schrijf(json, plek, keuze);
        },
        Onderzoeksdatum = categorie => categorie switch
        {
            "05" => "datumIngangOnderzoekPartner",
            "08" => "datumIngangOnderzoekVerblijfplaats",
            _ => "datumIngangOnderzoekPersoon",
        },
    };

    public static void SchrijfLand(Utf8JsonWriter json, JsonEncodedText naam, Plek plek)
    {
        if (Adresregels.Land(plek.Voorkomen) is { } land) json.Code(naam, land, plek.Persoon.Tabellen.Omschrijving(Tabel.Landen, land));
    }

    private static int IsBuitenland(Plek plek) =>
        plek.Categorie("08") is { } c && Adresregels.Soort(c.Voorkomen) is Verblijf.Buitenland or Verblijf.Onbekend ? 1 : 0;
}
