using System.Text.Json;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;

namespace Meent.Services.Personen.Historie;

/// <summary>The <c>VerblijfplaatsVoorkomen</c> of BRP Historie 2.0: an occurrence of category 08 or 58, in one of four forms.</summary>
internal static class HistorieVelden
{
    private static readonly Groep Adres = Vorm(
        "Adres", NietOpAdresVanaf,
        Verblijfplaats.Type("1110"),
        Verblijfplaats.Binnenland,
        Verblijfplaats.FunctieAdres(),
        Verblijfplaats.AdresseerbaarObject(),
        Verblijfplaats.Nummeraanduiding(),
        Gemeente(),
        Verblijfplaats.DatumVan("1030"),
        new DatumTot(),
        Adressering(
            Regel1("1110", "1115", "1120", "1130", "1140", "1150"),
            Regel2("0910", "1160", "1170")));

    private static readonly Groep Locatie = Vorm(
        "Locatie", NietOpAdresVanaf,
        Verblijfplaats.Type("1210"),
        Verblijfplaats.Plaatsbeschrijving,
        Verblijfplaats.FunctieAdres(),
        Gemeente(),
        Verblijfplaats.DatumVan("1030"),
        new DatumTot(),
        // 1200: only when the whole group is under investigation.
        Adressering(Regel1("1210"), Regel2("0910", "1200")));

    private static readonly Groep Buitenland = Vorm(
        "VerblijfplaatsBuitenland", Rni,
        Verblijfplaats.Type("1310"),
        Verblijfplaats.InBuitenland,
        Gemeente(),
        Verblijfplaats.DatumVan("1320"),
        new DatumTot(),
        Adressering(
            Regel1("1330"),
            Regel2("1340"),
            new Afgeleid("adresregel3", p => Adresregels.Regel3(p.Voorkomen), "1350"),
            new Eigen("land", true, Velden.Adressering.SchrijfLand, "1310")));

    private static readonly Groep Onbekend = Vorm(
        "VerblijfplaatsOnbekend", Rni, Verblijfplaats.Type("1310"), Gemeente(), Verblijfplaats.DatumVan("1320", "1030"), new DatumTot());

    private static readonly Dictionary<Verblijf, Keuze> Vormen = new()
    {
        [Verblijf.Adres] = Alles(Adres),
        [Verblijf.Locatie] = Alles(Locatie),
        [Verblijf.Buitenland] = Alles(Buitenland),
        [Verblijf.Onbekend] = Alles(Onbekend),
    };

    private static readonly JsonEncodedText Vanaf = JsonEncodedText.Encode("verblijftNietOpAdresVanaf");

    /// <summary>Writes an occurrence; not one that tells of no place at all.</summary>
    public static void Schrijf(Utf8JsonWriter json, Plek plek)
    {
        if (!Vormen.TryGetValue(Adresregels.Soort(plek.Voorkomen), out var keuze)) return;
        json.WriteStartObject();
        ((Groep)keuze.Veld).SchrijfInhoud(json, plek, keuze);
        json.WriteEndObject();
    }

    private static Groep Vorm(string type, Action<Utf8JsonWriter, Plek> automatisch, params Veld[] velden) => new("verblijfplaats", p => p, velden)
    {
        Type = _ => type,
        Automatisch = (json, plek, _) => automatisch(json, plek),
    };

    private static Keuze Alles(Groep vorm) => new(vorm, vorm.KiesKinderen(Vraagboom.Alles));

    private static Code Gemeente() => new("gemeenteVanInschrijving", "0910", Tabel.Gemeenten, "0000") { OokBijNietOpAdres = true };

    private static Groep Adressering(params Veld[] regels) => new(
        "adressering", p => (Adresregels.Regel1(p.Voorkomen) ?? Adresregels.Regel2(p.Voorkomen, p.Persoon.Tabellen) ?? Adresregels.Regel3(p.Voorkomen)) is null ? null : p, regels);

    private static Afgeleid Regel1(params Rubriek[] rubrieken) => new("adresregel1", p => Adresregels.Regel1(p.Voorkomen), rubrieken);

    private static Afgeleid Regel2(params Rubriek[] rubrieken) => new("adresregel2", p => Adresregels.Regel2(p.Voorkomen, p.Persoon.Tabellen), rubrieken);

    private static void NietOpAdresVanaf(Utf8JsonWriter json, Plek plek)
    {
        if (plek.NietOpAdresVanaf is { } datum) json.Datum(Vanaf, datum);
    }

    private static void Rni(Utf8JsonWriter json, Plek plek)
    {
        if (plek["8810"] is null) return;
        json.WriteStartObject("rni"u8);
        Velden.Rni.SchrijfDeelnemer(json, plek.Voorkomen, plek.Persoon.Tabellen);
        json.WriteEndObject();
    }

    /// <summary>The day on which the next stay began; under investigation when that is.</summary>
    private sealed class DatumTot() : Veld("datumTot", "1030", "1320")
    {
        public override bool IsOndeelbaar => true;

        public override Onderzoek? Onderzoek(Plek plek, Rubriek rubriek) =>
            plek.Volgende?.Onderzoek is { VerblijftNietOpAdres: false } lopend && lopend.Betreft(rubriek) ? lopend : null;

        public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
        {
            if (plek.Volgende is { } volgende) json.Datum(Sleutel, Adreshouding.Aanvang(volgende));
        }
    }
}
