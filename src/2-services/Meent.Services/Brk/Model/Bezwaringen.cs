namespace Meent.Services.Brk.Model;

/// <summary>A privaatrechtelijke beperking, or what stands with a tenaamstelling.</summary>
internal sealed record Aantekening
{
    public required string Identificatie { get; init; }
    public string? Domein { get; init; }
    public Waardelijst? Aard { get; init; }
    public string? Omschrijving { get; init; }
    public DateOnly? Einddatum { get; init; }
    public DateOnly? EinddatumRecht { get; init; }
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
    public string? IsGebaseerdOpStukdeelIdentificatie { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
}

internal abstract record Bezwaring
{
    public required string Identificatie { get; init; }
    public string? Domein { get; init; }
    public Breuk? AandeelInBetrokkenRecht { get; init; }
    public bool? GedeeltelijkeBezwaringOudObject { get; init; }
    public Waardelijst? OmschrijvingBetrokkenRecht { get; init; }
    public string? ToelichtingBewaarder { get; init; }
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
    public string? IsGebaseerdOpStukdeelIdentificatie { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
}

internal sealed record Hypotheek : Bezwaring
{
    public bool? BetreftGedeelteVanPerceel { get; init; }
    public IReadOnlyList<Hypotheekaantekening>? Aantekeningen { get; init; }
    public IReadOnlyList<Persoon>? Hypotheekhouders { get; init; }
    public Bedrag? BedragZekerheidsstelling { get; init; }
    public string? OmschrijvingGekozenWoonplaats { get; init; }
}

internal sealed record Hypotheekaantekening(Waardelijst? Aard = null, string? Omschrijving = null, bool? BetreftGedeelteVanPerceel = null);

internal sealed record Beslag : Bezwaring
{
    public Waardelijst? Aard { get; init; }
    public IReadOnlyList<Beslagaantekening>? Aantekeningen { get; init; }
    public IReadOnlyList<Persoon>? Beslagleggers { get; init; }
    public Bedrag? BedragVordering { get; init; }
}

internal sealed record Beslagaantekening(Waardelijst? Aard = null, string? Omschrijving = null);

internal sealed record PubliekrechtelijkeBeperking
{
    public required string Identificatie { get; init; }
    public string? Domein { get; init; }
    public Waardelijst? Grondslag { get; init; }
    public DateOnly? DatumInWerking { get; init; }
    public DateOnly? DatumBeeindiging { get; init; }
    public Persoon? BevoegdGezag { get; init; }
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
    public string? IsGebaseerdOpStukdeelIdentificatie { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
}
