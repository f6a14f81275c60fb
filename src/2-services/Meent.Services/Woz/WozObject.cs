namespace Meent.Services.Woz;

/// <summary>A WOZ-object of WOZ bevragen 1.0.0, with all that was decided of its value.</summary>
internal sealed record WozObject
{
    public Objectaanduiding? Aanduiding { get; init; }
    public IReadOnlyList<string>? AdresseerbaarObjectIdentificaties { get; init; }
    public Belanghebbende? BelanghebbendeEigenaar { get; init; }
    public Belanghebbende? BelanghebbendeGebruiker { get; init; }

    /// <summary>In square metres.</summary>
    public int? Grondoppervlakte { get; init; }
    public required string Identificatie { get; init; }
    public IReadOnlyList<KadastraalOnroerendeZaak>? KadastraalOnroerendeZaken { get; init; }
    public IReadOnlyList<string>? PandIdentificaties { get; init; }
    public required Waardetabel VerantwoordelijkeGemeente { get; init; }
    public IReadOnlyList<Waarde>? Waarden { get; init; }
}

internal sealed record Objectaanduiding
{
    public string? Straat { get; init; }
    public int? Huisnummer { get; init; }
    public string? Huisletter { get; init; }
    public string? Huisnummertoevoeging { get; init; }
    public string? Postcode { get; init; }
    public string? Woonplaats { get; init; }
    public string? Locatieomschrijving { get; init; }
    public string? NummeraanduidingIdentificatie { get; init; }
}

internal sealed record Belanghebbende
{
    public string? Burgerservicenummer { get; init; }
    public bool? GeheimhoudingPersoonsgegevens { get; init; }
    public string? KvkNummer { get; init; }
    public string? Naam { get; init; }
    public string? Rsin { get; init; }
    public required string Type { get; init; }
    public string? Vestigingsnummer { get; init; }

    // A record prints its fields; a BSN must not reach a log by accident.
    public override string ToString() => Type;
}

internal sealed record KadastraalOnroerendeZaak
{
    public string? Identificatie { get; init; }
    public Kadastraleaanduiding? Aanduiding { get; init; }
    public string? AanduidingMetGemeentenaam { get; init; }
}

internal sealed record Kadastraleaanduiding
{
    public string? Gemeentecode { get; init; }
    public string? Sectie { get; init; }
    public int? Perceelnummer { get; init; }
    public string? Deelperceelnummer { get; init; }
    public int? Appartementsindex { get; init; }
}

internal sealed record Waardetabel(string Code, string? Omschrijving);
