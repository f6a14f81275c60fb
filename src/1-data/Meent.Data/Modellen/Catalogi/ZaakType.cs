using System.Text.Json;
using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Catalogi;

/// <summary>A type of case, in one version (Catalogi API 1.3.3, schema ZaakType). What depends on other versions or on the day is computed at read.</summary>
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
    public IReadOnlyList<string> Trefwoorden { get; init; } = [];
    public required bool PublicatieIndicatie { get; init; }
    public string Publicatietekst { get; init; } = "";
    public IReadOnlyList<string> Verantwoordingsrelatie { get; init; } = [];
    public required IReadOnlyList<string> ProductenOfDiensten { get; init; }
    [Url, Max(200)] public string SelectielijstProcestype { get; init; } = "";
    public required ReferentieProces Referentieproces { get; init; }
    [Max(50), NietLeeg] public required string Verantwoordelijke { get; init; }
    public JsonElement? Broncatalogus { get; init; }
    public JsonElement? Bronzaaktype { get; init; }
    [Url, Max(1000)] public required string Catalogus { get; init; }
    public required IReadOnlyList<string> Besluittypen { get; init; }
    public IReadOnlyList<JsonElement> Deelzaaktypen { get; init; } = [];
    public required IReadOnlyList<JsonElement> GerelateerdeZaaktypen { get; init; }
    public required DateOnly BeginGeldigheid { get; init; }
    public DateOnly? EindeGeldigheid { get; init; }
    public DateOnly? BeginObject { get; init; }
    public DateOnly? EindeObject { get; init; }
    public required DateOnly Versiedatum { get; init; }
    [AlleenLezen] public bool Concept { get; init; } = true;
}

public sealed record ReferentieProces
{
    [Max(80), NietLeeg] public required string Naam { get; init; }
    [Url, Max(200)] public string Link { get; init; } = "";
}
