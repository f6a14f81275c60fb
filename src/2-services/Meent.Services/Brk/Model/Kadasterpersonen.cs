namespace Meent.Services.Brk.Model;

/// <summary>Whom the kadaster keeps itself, since he is in no other base registry or was not linked to it.</summary>
internal abstract record Kadasterpersoon
{
    public required string Identificatie { get; init; }
    public string? Omschrijving { get; init; }
    public string? Domein { get; init; }
    public bool? IndicatieNietToonbareDiakriet { get; init; }
    public Waardelijst? Beschikkingsbevoegdheid { get; init; }
    public Woonadres? Woonadres { get; init; }
    public Postadres? Postadres { get; init; }

    /// <summary>Follows from the rights.</summary>
    public IReadOnlyList<string>? KadastraalOnroerendeZaakIdentificaties { get; init; }
}

internal sealed record KadasterNatuurlijkPersoon : Kadasterpersoon
{
    public Waardelijst? LandWaarnaarVertrokken { get; init; }
    public string? Geslachtsaanduiding { get; init; }
    public IReadOnlyList<Partnerschap>? HeeftPartnerschap { get; init; }
    public NaamPersoon? Naam { get; init; }
    public Geboorte? Geboorte { get; init; }
    public Overlijden? Overlijden { get; init; }
}

internal sealed record KadasterNietNatuurlijkPersoon : Kadasterpersoon
{
    public string? StatutaireNaam { get; init; }
    public string? StatutaireZetel { get; init; }
    public Waardelijst? Rechtsvorm { get; init; }
    public string? KvkNummer { get; init; }
    public string? Rsin { get; init; }
}

internal sealed record Partnerschap(Naam? Naam = null);

internal sealed record Naam(string? Geslachtsnaam = null, string? Voornamen = null, string? Voorvoegsel = null);

internal sealed record NaamPersoon(
    string? Geslachtsnaam = null, string? Voornamen = null, string? Voorvoegsel = null, string? Aanschrijfwijze = null, string? Aanhef = null, string? GebruikInLopendeTekst = null);

internal sealed record Geboorte(string? Plaats = null, DatumOnvolledig? Datum = null, Waardelijst? Land = null);

internal sealed record Overlijden(DatumOnvolledig? Datum = null);

internal sealed record DatumOnvolledig(int? Dag = null, DateOnly? Datum = null, int? Jaar = null, int? Maand = null);
