namespace Meent.Data.Modellen.Catalogi;

/// <summary>A type of object that cases of a type are about (Catalogi API 1.3.3, schema ZaakObjectType). Its dates are those of the zaaktype.</summary>
public sealed record ZaakObjectType
{
    public required bool AnderObjecttype { get; init; }
    [Verborgen] public DateOnly? BeginGeldigheid { get; init; }
    [Verborgen] public DateOnly? EindeGeldigheid { get; init; }
    [Verborgen] public DateOnly? BeginObject { get; init; }
    [Verborgen] public DateOnly? EindeObject { get; init; }
    [Url, Max(200)] public required string Objecttype { get; init; }
    [Max(80), NietLeeg] public required string RelatieOmschrijving { get; init; }
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    [Url, Verborgen] public string? Catalogus { get; init; }
}
