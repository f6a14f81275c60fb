using System.Text.Json;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>
/// The <c>Persoon</c> of BRP API Personen 2.7: every field that may be asked, where it comes from in the Logisch Ontwerp, and how it is
/// told.
/// </summary>
internal static class PersoonVelden
{
    private const string Onbekend = "0000";

    /// <summary>What a name is derived from in 'adressering': the person's own, and that of the partner whose name may be borne.</summary>
    private static readonly Rubriek[] Naamrubrieken =
        ["010210", "010220", "010230", "010240", "010410", "016110", "050220", "050230", "050240"];

    /// <summary>The whole of it.</summary>
    public static readonly Groep Persoon = new(
        "persoon", p => p,
        new Tekst("aNummer", "010110") { MeldtOnderzoek = _ => false },
        new Tekst("burgerservicenummer", "010120"),
        new Datum("datumEersteInschrijvingGBA", "076810"),
        new Code("geslacht", "010410", Tabel.Geslacht),
        new Groep(
            "uitsluitingKiesrecht", p => p.Categorie("13") is { } c && c["3810"] is not null && !IsVoorbij(c, "3820") ? c : null,
            new Feit("uitgeslotenVanKiesrecht", _ => true, "3810"),
            new Datum("einddatum", "3820"))
        {
            Categorie = "13",
        },
        new Groep(
            "europeesKiesrecht", p => p.Categorie("13") is { } c && c["3110"] is not null && !IsVoorbij(c, "3130") ? c : null,
            new Code("aanduiding", "3110", Tabel.EuropeesKiesrecht),
            new Datum("einddatumUitsluiting", "3130"))
        {
            Categorie = "13",
        },
        new Eigen("leeftijd", false, SchrijfLeeftijd, "010310") { Protocolcode = "PAGL01" },
        Naamgroep([.. Naamvelden("PANM01"), VolledigeNaam(), new Code("aanduidingNaamgebruik", "6110", Tabel.Naamgebruik)]),
        new Lijstveld("nationaliteiten", ["04"], Nationaliteiten, Nationaliteit()) { Categorie = "04" },
        Geboorte("01", p => p.Categorie("01")?.Groep("03")),
        new Groep(
            "overlijden", p => p.Categorie("06")?.Groep("08"),
            new Datum("datum", "0810"), new Plaats("plaats", "0820"), new Code("land", "0830", Tabel.Landen, Onbekend))
        {
            Categorie = "06",
        },
        Verblijfplaats.Veld,
        new Groep(
            "immigratie", p => p.Categorie("08")?.Groep("14"),
            new Datum("datumVestigingInNederland", "081420"),
            new Feit("indicatieVestigingVanuitBuitenland", p => p["081420"] is not null, "081420") { Protocolcode = "PAVP05" },
            new Code("landVanwaarIngeschreven", "081410", Tabel.Landen, Onbekend),
            new Feit("vanuitVerblijfplaatsOnbekend", p => p["081410"] == Onbekend, "081410") { Protocolcode = "PAVP06" }),
        new Code("gemeenteVanInschrijving", "080910", Tabel.Gemeenten, Onbekend),
        new Datum("datumInschrijvingInGemeente", "080920"),
        Adressering.Veld(Naamrubrieken),
        new Feit("indicatieCurateleRegister", p => p["113310"] == "1", "113310"),
        new Code("indicatieGezagMinderjarige", "113210", Tabel.Gezagsverhoudingen),
        Gezag(),
        new Groep(
            "verblijfstitel", p => p.Categorie("10") is { } c && c["3910"] is not (null or "98") && !IsVoorbij(c, "3920") ? c : null,
            new Code("aanduiding", "3910", Tabel.Verblijfstitels),
            new Datum("datumEinde", "3920"),
            new Datum("datumIngang", "3930"))
        {
            Categorie = "10",
        },
        new Lijstveld("kinderen", ["09"], Kinderen, Item(new Tekst("burgerservicenummer", "0120"), GerelateerdeNaam("PAKD01"), Geboorte())),
        new Lijstveld("ouders", ["02", "03"], Ouders, Item(
            new Tekst("burgerservicenummer", "0120"),
            new Code("geslacht", "0410", Tabel.Geslacht),
            new Afgeleid("ouderAanduiding", p => p.Voorkomen.Categorie == "02" ? "1" : "2"),
            new Datum("datumIngangFamilierechtelijkeBetrekking", "6210"),
            GerelateerdeNaam("PAOU01"),
            Geboorte())),
        new Lijstveld("partners", ["05"], p => p.Partners.Select(partner => new Plek(p, partner.Voorkomen)), Item(
            new Tekst("burgerservicenummer", "0120"),
            new Code("geslacht", "0410", Tabel.Geslacht),
            new Code("soortVerbintenis", "1510", Tabel.SoortVerbintenis, "."),
            GerelateerdeNaam("PAHP01"),
            Geboorte(),
            new Groep(
                "aangaanHuwelijkPartnerschap", Aangaan,
                new Datum("datum", "0610"), new Plaats("plaats", "0620"), new Code("land", "0630", Tabel.Landen, Onbekend)),
            new Groep("ontbindingHuwelijkPartnerschap", p => p.Groep("07"), new Datum("datum", "0710")))))
    {
        Onderzoeksdatum = categorie => categorie switch
        {
            "08" => "datumIngangOnderzoekGemeente",
            "11" => "datumIngangOnderzoekGezag",
            _ => "datumIngangOnderzoekPersoon",
        },
        Automatisch = Automatischen.Schrijf,
    };

    /// <summary>What is told of persons that were found by a search.</summary>
    public static readonly Groep PersoonBeperkt = Gevonden();

    /// <summary>What is told of who lives at an object.</summary>
    public static readonly Groep GezagPersoonBeperkt = Gevonden(Gezag());

    private static Groep Gevonden(params Veld[] erbij) => new(
        "persoon", p => p,
        [
            new Tekst("burgerservicenummer", "010120"),
            new Code("geslacht", "010410", Tabel.Geslacht),
            new Eigen("leeftijd", false, SchrijfLeeftijd, "010310") { Protocolcode = "PAGL01" },
            Naamgroep([.. Naamvelden("PANM01"), VolledigeNaam()]),
            new Groep("geboorte", p => p.Categorie("01")?.Groep("03"), new Datum("datum", "0310")) { Categorie = "01" },
            Adressering.Beperkt(),
            .. erbij,
        ])
    {
        Onderzoeksdatum = _ => "datumIngangOnderzoekPersoon",
        Automatisch = Automatischen.Schrijf,
    };

    private static Eigen Gezag() => new(Veldenlijst.Gezag, false, SchrijfGezag) { Protocolcode = "PAGZ01" };

    private static void SchrijfGezag(Utf8JsonWriter json, JsonEncodedText naam, Plek plek)
    {
        if (plek.Persoon.Gezag is { } gezag) gezag.Schrijf(json, naam, plek["010120"]);
    }

    private static Groep Naamgroep(Veld[] velden) => new("naam", p => p.Categorie("01") is { } c && c.Voorkomen.HeeftGroep("02", "61") ? c : null, velden)
    {
        Categorie = "01",
    };

    private static Afgeleid VolledigeNaam() => new(
        "volledigeNaam", p => Naam.Van(p.Voorkomen).VolledigeNaam(p["0410"]), "0210", "0220", "0230", "0240", "0410")
    {
        Protocolcode = "PANM02",
    };

    private static Groep Item(params Veld[] velden) => new("item", p => p, velden);

    private static Veld[] Naamvelden(string voorletters) =>
    [
        new Tekst("voornamen", "0210", "."),
        new Eigen("adellijkeTitelPredicaat", true, SchrijfTitel, "0220"),
        new Tekst("voorvoegsel", "0230"),
        new Tekst("geslachtsnaam", "0240", "."),
        new Afgeleid("voorletters", p => Naam.Van(p.Voorkomen).Voorletters, "0210") { Protocolcode = voorletters },
    ];

    private static Groep GerelateerdeNaam(string voorletters) => new("naam", p => p.Groep("02"), Naamvelden(voorletters));

    private static Groep Geboorte(string? categorie = null, Func<Plek, Plek?>? waar = null) => new(
        "geboorte", waar ?? (p => p.Groep("03")),
        new Datum("datum", "0310"), new Code("land", "0330", Tabel.Landen, Onbekend), new Plaats("plaats", "0320"))
    {
        Categorie = categorie,
    };

    private static Groep Nationaliteit() => new(
        "item", p => p,
        new Afgeleid("type", _ => null, "0510", "6510") { Protocolcode = "PANT01" },
        new Code("redenOpname", "6310", Tabel.RedenOpnemenBeeindigen, "000"),
        new Datum("datumIngangGeldigheid", "8510") { MeldtOnderzoek = _ => false },
        new Eigen("nationaliteit", true, SchrijfNationaliteit, "0510") { MeldtOnderzoek = IsNationaliteit })
    {
        Type = Nationaliteitsoort,
    };

    private static string Nationaliteitsoort(Plek plek) => (plek["0510"], plek["6510"]) switch
    {
        ("0002", _) or (null or Onbekend, "B") => "BehandeldAlsNederlander",
        ("0500", _) or (null or Onbekend, "V") => "VastgesteldNietNederlander",
        ("0499", _) => "Staatloos",
        (null or Onbekend, _) => "NationaliteitOnbekend",
        _ => "Nationaliteit",
    };

    private static bool IsNationaliteit(Plek plek) => Nationaliteitsoort(plek) == "Nationaliteit";

    private static void SchrijfNationaliteit(Utf8JsonWriter json, JsonEncodedText naam, Plek plek)
    {
        if (!IsNationaliteit(plek)) return;
        var code = plek["0510"]!;
        json.Code(naam, code, plek.Persoon.Tabellen.Omschrijving(Tabel.Nationaliteiten, code));
    }

    private static void SchrijfTitel(Utf8JsonWriter json, JsonEncodedText naam, Plek plek)
    {
        if (plek["0220"] is not { } code) return;
        json.WriteStartObject(naam);
        json.WriteString("code"u8, code);
        if (AdellijkeTitel.Vind(code) is { } titel)
        {
            json.WriteString("omschrijving"u8, titel.Omschrijving);
            json.WriteString("soort"u8, titel.Soort);
        }

        json.WriteEndObject();
    }

    private static void SchrijfLeeftijd(Utf8JsonWriter json, JsonEncodedText naam, Plek plek)
    {
        if (plek.Persoon.IsOverleden || Lo3Datum.Lees(plek["010310"]) is not { } geboorte) return;
        if (Leeftijd.Op(geboorte, plek.Persoon.Vandaag) is { } jaren) json.WriteNumber(naam, jaren);
    }

    private static bool IsVoorbij(Plek plek, Rubriek einde) => Lo3Datum.Lees(plek[einde])?.IsVoorbij(plek.Persoon.Vandaag) == true;

    // An ended nationality (64.10) is history that happens to stand first.
    private static IEnumerable<Plek> Nationaliteiten(PersoonBron persoon) =>
        persoon.Lijst.Stapels("04").Select(s => new Plek(persoon, s.Actueel))
            .Where(p => p["6410"] is null && (p["0510"] ?? p["6510"]) is not null);

    // Levenloos geboren children (89.10 = L) are not delivered.
    private static IEnumerable<Plek> Kinderen(PersoonBron persoon) =>
        persoon.Lijst.Stapels("09").Select(s => new Plek(persoon, s.Actueel))
            .Where(p => p.Voorkomen.HeeftGroep("01", "02", "03") && p["8910"] != "L");

    private static IEnumerable<Plek> Ouders(PersoonBron persoon)
    {
        foreach (var categorie in new[] { "02", "03" })
        {
            if (persoon.Lijst.Actueel(categorie) is { } ouder && ouder.HeeftGroep("01", "02", "03", "04", "62"))
                yield return new Plek(persoon, ouder);
        }
    }

    private static Plek? Aangaan(Plek plek)
    {
        foreach (var partner in plek.Persoon.Partners)
            if (partner.Voorkomen.Equals(plek.Voorkomen)) return partner.Aangaan is { } aangaan ? plek with { Voorkomen = aangaan } : null;
        return null;
    }
}
