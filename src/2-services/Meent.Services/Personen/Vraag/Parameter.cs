using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Meent.Services.Personen.Vraag;

/// <summary>A parameter by which persons are searched: what a value must look like, and what it is about.</summary>
/// <param name="Rubriek">The element that it searches, as protocollering writes it down; null when it searches none.</param>
/// <param name="Velden">The fields of which a purpose must cover one to search by them; none for what only narrows.</param>
/// <param name="Bezwaar">Code and reason of the standard why a value is refused; null when it is good.</param>
internal sealed record Parameter(string Naam, string? Rubriek, string[] Velden, Func<JsonElement, (string Code, string Reden)?> Bezwaar)
{
    private static readonly string[] Adres = ["adressering", "verblijfplaats"];

    public static readonly Parameter Burgerservicenummer = Patroon("burgerservicenummer", "010120", [], "^[0-9]{9}$");
    public static readonly Parameter Reisdocumentnummer = Patroon("reisdocumentnummer", "123520", [], "^[A-Z0-9]{9}$");
    public static readonly Parameter Geslachtsnaam = Patroon("geslachtsnaam", "010240", ["naam.geslachtsnaam"], Naampatroon);
    public static readonly Parameter Voornamen = Patroon("voornamen", "010210", ["naam.voornamen"], Naampatroon);
    public static readonly Parameter VoornamenErbij = Patroon("voornamen", "010210", ["naam.voornamen"], @"^[a-zA-Z0-9À-ž \.\-\']{1,199}\*{0,1}$");
    public static readonly Parameter Voorvoegsel = Patroon("voorvoegsel", "010230", ["naam.voorvoegsel"], @"^[a-zA-Z \']{1,10}$");
    public static readonly Parameter Geslacht = Patroon("geslacht", "010410", ["geslacht"], "^([Mm]|[Vv]|[Oo])$");
    public static readonly Parameter Geboortedatum = Datum("geboortedatum", "010310", "geboorte.datum");
    public static readonly Parameter Peildatum = Datum("peildatum", null);
    public static readonly Parameter DatumVan = Datum("datumVan", null);
    public static readonly Parameter DatumTot = Datum("datumTot", null);
    public static readonly Parameter Gemeente = Patroon("gemeenteVanInschrijving", "080910", [], "^[0-9]{4}$");
    public static readonly Parameter Postcode = Patroon("postcode", "081160", Adres, "^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$");
    public static readonly Parameter Huisnummer = new("huisnummer", "081120", Adres, BezwaarHuisnummer);
    public static readonly Parameter Huisletter = Patroon("huisletter", "081130", Adres, "^[a-zA-Z]{1}$");
    public static readonly Parameter Huisnummertoevoeging = Patroon("huisnummertoevoeging", "081140", Adres, @"^[a-zA-Z0-9 \-]{1,4}$");
    public static readonly Parameter Straat =
        Patroon("straat", "081110", Adres, @"^[a-zA-Z0-9À-ž \-\'\.]{1,80}$|^[a-zA-Z0-9À-ž \-\'\.]{7,79}\*{1}$|^\*{1}[a-zA-Z0-9À-ž \-\'\.]{7,79}$");
    public static readonly Parameter Nummeraanduiding = Patroon("nummeraanduidingIdentificatie", "081190", Adres, Objectpatroon, "^[0-9]{16}$");
    public static readonly Parameter AdresseerbaarObject = Patroon("adresseerbaarObjectIdentificatie", "081180", Adres, Objectpatroon, "^[0-9]{16}$");
    // As the one before, but Bewoning tells the pattern whole.
    public static readonly Parameter BewoondObject = Patroon("adresseerbaarObjectIdentificatie", "081180", [], Objectpatroon);
    public static readonly Parameter InclusiefOverledenPersonen =
        new("inclusiefOverledenPersonen", null, [], waarde => waarde.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : ("boolean", "Waarde is geen boolean."));

    private const string Naampatroon = @"^[a-zA-Z0-9À-ž \.\-\']{1,200}$|^[a-zA-Z0-9À-ž \.\-\']{3,199}\*{1}$";

    // The features tell a consumer the shorter pattern, though only zeros are refused with it too.
    private const string Objectpatroon = "^(?!0{16})[0-9]{16}$";

    private const int HoogsteHuisnummer = 99_999;

    /// <summary>As <see cref="Bezwaar"/>, of an item of a list.</summary>
    public (string Code, string Reden)? BezwaarTekst(string? waarde) => Bezwaar(JsonSerializer.SerializeToElement(waarde));

    private static Parameter Patroon(string naam, string rubriek, string[] velden, string patroon, string? genoemd = null)
    {
        // \z, not $: that would let a line break through at the end.
        var regex = new Regex(patroon.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        return new(naam, rubriek, velden, waarde => waarde.ValueKind == JsonValueKind.String && regex.IsMatch(waarde.GetString()!)
            ? null : ("pattern", $"Waarde voldoet niet aan patroon {genoemd ?? patroon}."));
    }

    private static Parameter Datum(string naam, string? rubriek, params string[] velden) => new(naam, rubriek, velden, waarde => IsDatum(waarde) ? null : ("date", "Waarde is geen geldige datum."));

    private static bool IsDatum(JsonElement waarde) =>
        waarde.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(waarde.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Consumers send it as a number and as a text; the standard takes both.
    private static (string Code, string Reden)? BezwaarHuisnummer(JsonElement waarde) =>
        !int.TryParse(waarde.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nummer) ? ("integer", "Waarde is geen geldig getal.")
        : nummer < 1 ? ("minimum", "Waarde is lager dan minimum 1.")
        : nummer > HoogsteHuisnummer ? ("maximum", $"Waarde is hoger dan maximum {HoogsteHuisnummer}.")
        : null;
}
