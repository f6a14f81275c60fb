using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Catalogi;

/// <summary>A type of document, in one version (Catalogi API 1.3.3, schema InformatieObjectType).</summary>
public sealed record InformatieObjectType
{
    [Url, Max(1000)] public required string Catalogus { get; init; }
    [Max(80), NietLeeg] public required string Omschrijving { get; init; }

    [Keuze(Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim)]
    public required string Vertrouwelijkheidaanduiding { get; init; }

    public required DateOnly BeginGeldigheid { get; init; }
    public DateOnly? EindeGeldigheid { get; init; }
    public DateOnly? BeginObject { get; init; }
    public DateOnly? EindeObject { get; init; }
    [AlleenLezen] public bool Concept { get; init; } = true;
    [Max(80), NietLeeg] public required string Informatieobjectcategorie { get; init; }
    [Max(30)] public IReadOnlyList<string> Trefwoord { get; init; } = [];
    public OmschrijvingGeneriek? OmschrijvingGeneriek { get; init; }
}

/// <summary>Schema InformatieObjectTypeOmschrijvingGeneriek.</summary>
public sealed record OmschrijvingGeneriek
{
    [Max(80)] public required string InformatieobjecttypeOmschrijvingGeneriek { get; init; }
    [Max(255)] public required string DefinitieInformatieobjecttypeOmschrijvingGeneriek { get; init; }
    [Max(12)] public required string HerkomstInformatieobjecttypeOmschrijvingGeneriek { get; init; }
    [Max(80)] public required string HierarchieInformatieobjecttypeOmschrijvingGeneriek { get; init; }
    [Max(255)] public string? OpmerkingInformatieobjecttypeOmschrijvingGeneriek { get; init; }
}
