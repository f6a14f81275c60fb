namespace Meent.Data.Modellen.Catalogi;

/// <summary>A part that someone can have in cases of a type (Catalogi API 1.3.3, schema RolType). Its dates are those of the zaaktype.</summary>
public sealed record RolType
{
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    [Max(100), NietLeeg] public required string Omschrijving { get; init; }

    [Keuze("adviseur", "behandelaar", "belanghebbende", "beslisser", "initiator", "klantcontacter", "zaakcoordinator", "mede_initiator")]
    public required string OmschrijvingGeneriek { get; init; }

    [Url, Verborgen] public string? Catalogus { get; init; }
    [Verborgen] public DateOnly? BeginGeldigheid { get; init; }
    [Verborgen] public DateOnly? EindeGeldigheid { get; init; }
    [Verborgen] public DateOnly? BeginObject { get; init; }
    [Verborgen] public DateOnly? EindeObject { get; init; }
}
