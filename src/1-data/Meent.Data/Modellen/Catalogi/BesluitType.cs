namespace Meent.Data.Modellen.Catalogi;

/// <summary>A type of decision, in one version (Catalogi API 1.3.3, schema BesluitType).</summary>
public sealed record BesluitType
{
    [Url, Max(1000)] public required string Catalogus { get; init; }
    [Max(80)] public string Omschrijving { get; init; } = "";
    [Max(80)] public string OmschrijvingGeneriek { get; init; } = "";
    [Max(40)] public string Besluitcategorie { get; init; } = "";
    [Duur] public string? Reactietermijn { get; init; }
    public required bool PublicatieIndicatie { get; init; }
    public string Publicatietekst { get; init; } = "";
    [Duur] public string? Publicatietermijn { get; init; }
    public string Toelichting { get; init; } = "";

    /// <summary>By omschrijving.</summary>
    [Typenaam, Verborgen] public required IReadOnlyList<string> Informatieobjecttypen { get; init; }
    public required DateOnly BeginGeldigheid { get; init; }
    public DateOnly? EindeGeldigheid { get; init; }
    public DateOnly? BeginObject { get; init; }
    public DateOnly? EindeObject { get; init; }
    [AlleenLezen] public bool Concept { get; init; } = true;
}
