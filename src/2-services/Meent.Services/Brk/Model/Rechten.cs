namespace Meent.Services.Brk.Model;

/// <summary>Who has a right on a kadastraal onroerende zaak, and which.</summary>
internal sealed record ZakelijkGerechtigde
{
    public required string Identificatie { get; init; }
    public required string Type { get; init; }
    public DateOnly? Aanvangsdatum { get; init; }
    public ErfpachtCanon? ErfpachtCanon { get; init; }
    public Tenaamstelling? Tenaamstelling { get; init; }
    public ZakelijkRecht? ZakelijkRecht { get; init; }
    public Persoon? Persoon { get; init; }

    /// <summary>Everybody whom it names.</summary>
    internal IEnumerable<Persoon> Personen =>
        new[] { Persoon, Tenaamstelling?.BetrokkenPartner, Tenaamstelling?.BetrokkenSamenwerkingsverband, Tenaamstelling?.BetrokkenGorzenEnAanwassen }.OfType<Persoon>();
}

internal sealed record ErfpachtCanon
{
    public Waardelijst? SoortErfpachtCanon { get; init; }
    public Bedrag? JaarlijksBedrag { get; init; }
    public bool? BetrefMeerOnroerendeZaken { get; init; }
    public DateOnly? EinddatumAfkoop { get; init; }
    public bool? IndicatieOudeOnroerendeZaakBetrokken { get; init; }
    public string? IsGebaseerdOpStukdeelIdentificatie { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
}

internal sealed record Tenaamstelling
{
    public Breuk? Aandeel { get; init; }
    public Waardelijst? BurgerlijkeStaatTenTijdeVanVerkrijging { get; init; }
    public Waardelijst? VerkregenNamensSamenwerkingsverband { get; init; }
    public IReadOnlyList<Aantekening>? Aantekeningen { get; init; }
    public Breuk? GezamenlijkAandeel { get; init; }
    public Persoon? BetrokkenPartner { get; init; }
    public Persoon? BetrokkenSamenwerkingsverband { get; init; }
    public Persoon? BetrokkenGorzenEnAanwassen { get; init; }
    public IReadOnlyList<string>? IsGebaseerdOpStukdeelIdentificaties { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
}

internal sealed record ZakelijkRecht
{
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
    public IReadOnlyList<string>? IsGebaseerdOpStukdeelIdentificaties { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
}
