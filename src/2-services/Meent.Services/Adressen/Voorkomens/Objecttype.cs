using System.Text.RegularExpressions;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>What an object points at.</summary>
/// <param name="Lid">The member with the identificatie.</param>
/// <param name="Naam">What it is called in <c>_links</c> and <c>_embedded</c>.</param>
internal sealed record Relatie(string Lid, string Naam, Func<Objecttype> Doel, bool IsLijst = false);

/// <summary>A kind of object of the BAG: how it is called, where it is kept, what it points at.</summary>
/// <param name="Naam">The member of the answer that holds the object.</param>
/// <param name="Meervoud">Its path, its collection and, after <c>adressen_</c>, its table.</param>
internal sealed partial record Objecttype(string Naam, string Meervoud, Regex Patroon, string[] Eigen, params Relatie[] Relaties)
{
    /// <summary>Columns that only some types have.</summary>
    private static readonly string[] Vak = ["geo_x1", "geo_y1", "geo_x2", "geo_y2"];

    public static readonly Objecttype Woonplaats = new("woonplaats", "woonplaatsen", WoonplaatsPatroon(), ["naam", "geometrie", .. Vak]);

    public static readonly Objecttype OpenbareRuimte = new("openbareRuimte", "openbareruimten", OpenbareRuimtePatroon(), ["naam"], new Relatie("ligtIn", "ligtInWoonplaats", () => Woonplaats));

    public static readonly Objecttype Nummeraanduiding = new(
        "nummeraanduiding", "nummeraanduidingen", NummeraanduidingPatroon(), ["postcode", "huisnummer", "huisletter", "toevoeging"],
        new Relatie("ligtIn", "ligtInWoonplaats", () => Woonplaats), new Relatie("ligtAan", "ligtAanOpenbareRuimte", () => OpenbareRuimte));

    public static readonly Objecttype Pand = new("pand", "panden", PandPatroon(), Vak);

    private static readonly Relatie[] Adressen =
        [new("heeftAlsHoofdAdres", "heeftAlsHoofdAdres", () => Nummeraanduiding), new("heeftAlsNevenAdres", "heeftAlsNevenAdres", () => Nummeraanduiding, IsLijst: true)];

    public static readonly Objecttype Verblijfsobject = new(
        "verblijfsobject", "verblijfsobjecten", VerblijfsobjectPatroon(), Vak, [.. Adressen, new("maaktDeelUitVan", "maaktDeelUitVan", () => Pand, IsLijst: true)]);

    public static readonly Objecttype Ligplaats = new("ligplaats", "ligplaatsen", LigplaatsPatroon(), Vak, Adressen);

    public static readonly Objecttype Standplaats = new("standplaats", "standplaatsen", StandplaatsPatroon(), Vak, Adressen);

    public static readonly Objecttype[] Alle = [Woonplaats, OpenbareRuimte, Nummeraanduiding, Verblijfsobject, Ligplaats, Standplaats, Pand];

    /// <summary>Those that an address is of.</summary>
    public static readonly Objecttype[] Adresseerbaar = [Verblijfsobject, Ligplaats, Standplaats];

    /// <summary>Statuses after which an object is no more.</summary>
    private static readonly HashSet<string> Eindstatussen = new(StringComparer.Ordinal)
    {
        "Woonplaats ingetrokken", "Naamgeving ingetrokken", "Plaats ingetrokken", "Niet gerealiseerd verblijfsobject", "Verblijfsobject ingetrokken",
        "Verblijfsobject ten onrechte opgevoerd", "Niet gerealiseerd pand", "Pand gesloopt", "Pand ten onrechte opgevoerd",
    };

    public string Tabel { get; } = "adressen_" + Meervoud;

    public string Domein { get; } = $"NL.IMBAG.{char.ToUpperInvariant(Naam[0])}{Naam[1..]}";

    public bool HeeftGeometrie => Eigen.Contains("geo_x1");

    public static bool IsEinde(string status) => Eindstatussen.Contains(status);

    /// <summary>The type that an identificatie is of; null when it is of none.</summary>
    public static Objecttype? Van(string identificatie) => Alle.FirstOrDefault(type => type.Patroon.IsMatch(identificatie));

    [GeneratedRegex(@"^(?!0000)[0-9]{4}\z")]
    private static partial Regex WoonplaatsPatroon();

    [GeneratedRegex(@"^[0-9]{4}30[0-9]{10}\z")]
    private static partial Regex OpenbareRuimtePatroon();

    [GeneratedRegex(@"^[0-9]{4}20[0-9]{10}\z")]
    private static partial Regex NummeraanduidingPatroon();

    [GeneratedRegex(@"^[0-9]{4}10[0-9]{10}\z")]
    private static partial Regex PandPatroon();

    [GeneratedRegex(@"^[0-9]{4}01[0-9]{10}\z")]
    private static partial Regex VerblijfsobjectPatroon();

    [GeneratedRegex(@"^[0-9]{4}02[0-9]{10}\z")]
    private static partial Regex LigplaatsPatroon();

    [GeneratedRegex(@"^[0-9]{4}03[0-9]{10}\z")]
    private static partial Regex StandplaatsPatroon();
}
