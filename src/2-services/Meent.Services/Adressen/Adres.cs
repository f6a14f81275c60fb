using System.Globalization;
using System.Text.Json.Serialization;

namespace Meent.Services.Adressen;

/// <summary>An address of BAG Individuele Bevragingen 2.</summary>
internal sealed record Adres
{
    public required string OpenbareRuimteNaam { get; init; }

    /// <summary>The name as NEN 5825 shortens it to 24 characters.</summary>
    public required string KorteNaam { get; init; }
    public required int Huisnummer { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Huisletter { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Huisnummertoevoeging { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Postcode { get; init; }
    public required string WoonplaatsNaam { get; init; }
    public required string NummeraanduidingIdentificatie { get; init; }
    public required string OpenbareRuimteIdentificatie { get; init; }
    public required string WoonplaatsIdentificatie { get; init; }
    public required string AdresseerbaarObjectIdentificatie { get; init; }
    public required IReadOnlyList<string> PandIdentificaties { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? IndicatieNevenadres { get; init; }

    /// <summary>Fifth line of an address (NEN 5825): street and number.</summary>
    public string Adresregel5 => $"{KorteNaam} {Nummer}";

    /// <summary>Number with its letter and addition.</summary>
    [JsonIgnore]
    public string Nummer => Huisnummer.ToString(CultureInfo.InvariantCulture) + (Huisletter, Huisnummertoevoeging) switch
    {
        (null, null) => "",
        (null, var t) => (char.IsAsciiDigit(t[0]) ? "-" : " ") + t,
        var (l, t) => $" {l}{t}",
    };

    /// <summary>Sixth line: postcode and place.</summary>
    public string Adresregel6 => (Postcode is null ? "" : $"{Postcode[..4]} {Postcode[4..]}  ") + WoonplaatsNaam.ToUpperInvariant();
}
