namespace Meent.Services.Brk.Model;

internal sealed record Waardelijst(string Code, string? Waarde = null);

internal sealed record Bedrag(decimal? Som = null, Waardelijst? Valuta = null);

internal sealed record Breuk(long? Noemer = null, long? Teller = null);

/// <summary>A person as others name him: a BSN, an RSIN or an identificatie of the kadaster, by its type.</summary>
internal sealed record Persoon(string Identificatie, string Type, string? Omschrijving = null)
{
    public const string IngeschrevenMens = "ingeschreven_natuurlijk_persoon";
    public const string Kadastermens = "kadaster_natuurlijk_persoon";
    public const string IngeschrevenOrganisatie = "ingeschreven_niet_natuurlijk_persoon";
    public const string Kadasterorganisatie = "kadaster_niet_natuurlijk_persoon";
}

internal abstract record Adres
{
    public string? Straat { get; init; }
    public int? Huisnummer { get; init; }
    public string? Huisletter { get; init; }
    public string? Huisnummertoevoeging { get; init; }
    public string? Postcode { get; init; }
    public string? Woonplaats { get; init; }
    public string? NummeraanduidingIdentificatie { get; init; }
    public string? Adresregel1 { get; init; }
    public string? Adresregel2 { get; init; }
    public string? Adresregel3 { get; init; }
    public Waardelijst? Land { get; init; }
}

internal sealed record Woonadres : Adres;

internal sealed record Postadres : Adres
{
    public int? Postbusnummer { get; init; }
}

internal sealed record LocatieKadastraalObject : Adres
{
    public Waardelijst? Koppelingswijze { get; init; }
    public string? AdresseerbaarObjectIdentificatie { get; init; }
}
