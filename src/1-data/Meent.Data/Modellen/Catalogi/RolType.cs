namespace Meent.Data.Modellen.Catalogi;

/// <summary>A part that someone can have in cases of a type (Catalogi API 1.3.3, schema RolType).</summary>
public sealed record RolType
{
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    [Max(100), NietLeeg] public required string Omschrijving { get; init; }

    [Keuze("adviseur", "behandelaar", "belanghebbende", "beslisser", "initiator", "klantcontacter", "zaakcoordinator", "mede_initiator")]
    public required string OmschrijvingGeneriek { get; init; }

    public DateOnly? BeginGeldigheid { get; init; }
    public DateOnly? EindeGeldigheid { get; init; }
    public DateOnly? BeginObject { get; init; }
    public DateOnly? EindeObject { get; init; }
}
