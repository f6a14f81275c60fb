using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>Category 08 as the four forms that the standard tells it in.</summary>
internal static class Verblijfplaats
{
    public static readonly Groep Binnenland = new(
        "verblijfadres", p => p.Groep("11"),
        new Tekst("officieleStraatnaam", "1115"),
        new Tekst("korteStraatnaam", "1110", "."),
        new Getal("huisnummer", "1120"),
        new Tekst("huisletter", "1130"),
        new Tekst("huisnummertoevoeging", "1140"),
        new Code("aanduidingBijHuisnummer", "1150", Tabel.AanduidingBijHuisnummer),
        new Tekst("postcode", "1160"),
        new Afgeleid("woonplaats", p => p["1170"] is var plaats and not "." ? plaats : null, "0910", "1170")
        {
            Protocolcode = "081170",
        });

    public static readonly Groep Plaatsbeschrijving = new("verblijfadres", p => p.Groep("12"), new Tekst("locatiebeschrijving", "1210"));

    public static readonly Groep InBuitenland = new(
        "verblijfadres", p => p.Groep("13"),
        new Tekst("regel1", "1330"),
        new Tekst("regel2", "1340"),
        new Tekst("regel3", "1350"),
        new Code("land", "1310", Tabel.Landen, "0000"));

    private static readonly Groep Adres = new(
        "verblijfplaats", Categorie,
        Type("1110"),
        DatumIngangGeldigheid(),
        Binnenland,
        FunctieAdres(),
        AdresseerbaarObject(),
        Nummeraanduiding(),
        DatumVan("1030"))
    {
        Type = _ => "Adres",
        Automatisch = NietOpAdres.Schrijf,
    };

    private static readonly Groep Locatie = new(
        "verblijfplaats", Categorie,
        Type("1210"),
        DatumIngangGeldigheid(),
        DatumVan("1030"),
        FunctieAdres(),
        Plaatsbeschrijving)
    {
        Type = _ => "Locatie",
        Automatisch = NietOpAdres.Schrijf,
    };

    private static readonly Groep Buitenland = new(
        "verblijfplaats", Categorie,
        Type("1310"),
        DatumIngangGeldigheid(),
        InBuitenland,
        DatumVan("1320"))
    {
        Type = _ => "VerblijfplaatsBuitenland",
    };

    private static readonly Groep Onbekend = new(
        "verblijfplaats", Categorie, Type("1310"), DatumIngangGeldigheid(), DatumVan("1320", "1030"))
    {
        Type = _ => "VerblijfplaatsOnbekend",
    };

    public static readonly Veld Veld = new Polymorf(
        "verblijfplaats", "verblijfplaatsBinnenland", p => p.Categorie("08") is { } c ? (int)Adresregels.Soort(c.Voorkomen) : -1,
        new Vorm(Adres, Alle(Adres)), new Vorm(Locatie, Alle(Locatie)), new Vorm(Buitenland, null), new Vorm(Onbekend, null))
    {
        Categorie = "08",
    };

    public static Code FunctieAdres() => new("functieAdres", "1010", Tabel.FunctieAdres);

    public static Afgeleid AdresseerbaarObject() => new("adresseerbaarObjectIdentificatie", p => BagId(p["1180"]), "1180");

    public static Afgeleid Nummeraanduiding() => new("nummeraanduidingIdentificatie", p => BagId(p["1190"]), "1190");

    // The type is always written, by the group; here it stands for the path and for 'in onderzoek'.
    public static Afgeleid Type(string element) => new("type", _ => null, element) { Protocolcode = "PAVP02" };

    public static Datum DatumVan(params Rubriek[] rubrieken) => new("datumVan", rubrieken) { Protocolcode = "PAVP01" };

    private static Plek? Categorie(Plek plek) => plek.Categorie("08");

    private static Datum DatumIngangGeldigheid() => new("datumIngangGeldigheid", "8510");

    // Sixteen digits; older registrations lost leading zeros, and those are not identifications.
    private static string? BagId(string? id) =>
        id is { Length: 16 } && id.All(char.IsAsciiDigit) && id.AsSpan().ContainsAnyExcept('0') ? id : null;

    private static string[] Alle(Groep groep) => [.. groep.Kinderen.Select(k => k.Naam)];
}
