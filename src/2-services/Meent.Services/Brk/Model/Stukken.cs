namespace Meent.Services.Brk.Model;

/// <summary>A document from which the registration follows.</summary>
internal sealed record Stuk
{
    public required string Identificatie { get; init; }
    public DeelEnNummer? DeelEnNummer { get; init; }
    public string? Domein { get; init; }
    public string? ToelichtingBewaarder { get; init; }
    public IReadOnlyList<string>? StukdeelIdentificaties { get; init; }
    public string? BewaardersVerklaring { get; init; }
    public bool? IndicatieTekeningBijgevoegd { get; init; }
    public Waardelijst? Aard { get; init; }
    public Waardelijst? Status { get; init; }
    public EquivalentieVerklaarder? EquivalentieVerklaarder { get; init; }
    public IReadOnlyList<Kadasterverzoek>? Kadasterverzoeken { get; init; }
}

internal sealed record DeelEnNummer(string? Deel = null, string? Nummer = null, Waardelijst? Reeks = null, Waardelijst? Registercode = null, Waardelijst? SoortRegister = null);

/// <summary>The standard has nothing in it.</summary>
internal sealed record EquivalentieVerklaarder;

internal sealed record Kadasterverzoek(Waardelijst? Aard = null, IReadOnlyList<RedenVerzoek>? RedenenVerzoek = null);

internal sealed record RedenVerzoek(string? RedenOmschrijving = null, Waardelijst? Reden = null);

/// <summary>A paragraph of a stuk, with one legal fact.</summary>
internal sealed record Stukdeel
{
    public required string Identificatie { get; init; }
    public string? Domein { get; init; }
    public Waardelijst? Aard { get; init; }
    public Bedrag? BedragTransactiesomLevering { get; init; }
    public string? OmschrijvingKadastraleObjecten { get; init; }
    public string? OmschrijvingTopografischeMutatie { get; init; }
}
