using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Catalogi;

/// <summary>
/// A type of case, in one version (Catalogi API 1.3.3, schema ZaakType). Types that it relates to are kept by name; which versions of them are shown
/// depends on the day.
/// </summary>
public sealed record ZaakType
{
    [Max(50)] public string Identificatie { get; init; } = "";
    [Max(80), NietLeeg] public required string Omschrijving { get; init; }
    [Max(80)] public string OmschrijvingGeneriek { get; init; } = "";

    [Keuze(Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim)]
    public required string Vertrouwelijkheidaanduiding { get; init; }

    [NietLeeg] public required string Doel { get; init; }
    [NietLeeg] public required string Aanleiding { get; init; }
    public string Toelichting { get; init; } = "";
    [Keuze("intern", "extern")] public required string IndicatieInternOfExtern { get; init; }
    [Max(20), NietLeeg] public required string HandelingInitiator { get; init; }
    [Max(80), NietLeeg] public required string Onderwerp { get; init; }
    [Max(20), NietLeeg] public required string HandelingBehandelaar { get; init; }
    [Duur] public required string Doorlooptijd { get; init; }
    [Duur] public string? Servicenorm { get; init; }
    public required bool OpschortingEnAanhoudingMogelijk { get; init; }
    public required bool VerlengingMogelijk { get; init; }
    [Duur] public string? Verlengingstermijn { get; init; }
    [Max(30)] public IReadOnlyList<string> Trefwoorden { get; init; } = [];
    public required bool PublicatieIndicatie { get; init; }
    public string Publicatietekst { get; init; } = "";
    [Max(40)] public IReadOnlyList<string> Verantwoordingsrelatie { get; init; } = [];
    [Url, Max(1000)] public required IReadOnlyList<string> ProductenOfDiensten { get; init; }
    [Url, Max(200)] public string SelectielijstProcestype { get; init; } = "";
    public required ReferentieProces Referentieproces { get; init; }
    [Max(50), NietLeeg] public required string Verantwoordelijke { get; init; }
    public BronCatalogus? Broncatalogus { get; init; }
    public BronZaaktype? Bronzaaktype { get; init; }
    [Url, Max(1000)] public required string Catalogus { get; init; }

    /// <summary>By omschrijving.</summary>
    [Typenaam, Verborgen] public required IReadOnlyList<string> Besluittypen { get; init; }

    /// <summary>By identificatie.</summary>
    [Typenaam, Verborgen] public IReadOnlyList<string> Deelzaaktypen { get; init; } = [];

    [Verborgen] public required IReadOnlyList<ZaakTypenRelatie> GerelateerdeZaaktypen { get; init; }
    public required DateOnly BeginGeldigheid { get; init; }
    public DateOnly? EindeGeldigheid { get; init; }
    public DateOnly? BeginObject { get; init; }
    public DateOnly? EindeObject { get; init; }
    public DateOnly? Versiedatum { get; init; }
    [AlleenLezen] public bool Concept { get; init; } = true;
}

public sealed record ReferentieProces
{
    [Max(80), NietLeeg] public required string Naam { get; init; }
    [Url, Max(200)] public string Link { get; init; } = "";
}

public sealed record BronCatalogus
{
    [Max(200)] public required string Url { get; init; }
    [Max(5)] public required string Domein { get; init; }
    [Max(9)] public required string Rsin { get; init; }
}

public sealed record BronZaaktype
{
    [Max(200)] public required string Url { get; init; }
    [Max(50)] public required string Identificatie { get; init; }
    [Max(80)] public required string Omschrijving { get; init; }
}

public sealed record ZaakTypenRelatie
{
    /// <summary>Identificatie of the other zaaktype, or its URL when it is in a catalogue elsewhere.</summary>
    [Typenaam, Max(200), NietLeeg] public required string Zaaktype { get; init; }
    [Keuze("vervolg", "bijdrage", "onderwerp")] public required string AardRelatie { get; init; }
    [Max(255)] public string Toelichting { get; init; } = "";
}
