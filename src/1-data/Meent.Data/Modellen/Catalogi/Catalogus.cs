namespace Meent.Data.Modellen.Catalogi;

/// <summary>A set of types that belong together (Catalogi API 1.3.3, schema Catalogus).</summary>
public sealed record Catalogus
{
    [Max(5), NietLeeg] public required string Domein { get; init; }
    [Rsin] public required string Rsin { get; init; }
    [Max(40), NietLeeg] public required string ContactpersoonBeheerNaam { get; init; }
    [Max(20)] public string ContactpersoonBeheerTelefoonnummer { get; init; } = "";
    [Max(254)] public string ContactpersoonBeheerEmailadres { get; init; } = "";
    [Max(200)] public string? Naam { get; init; } = "";
    [Max(20)] public string? Versie { get; init; } = "";
    public DateOnly? BegindatumVersie { get; init; }
}
