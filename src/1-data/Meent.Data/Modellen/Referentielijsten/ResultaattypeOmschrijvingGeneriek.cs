namespace Meent.Data.Modellen.Referentielijsten;

/// <summary>A common name for an outcome (Referentielijsten API 0.6.0, schema ResultaattypeOmschrijvingGeneriek).</summary>
public sealed record ResultaattypeOmschrijvingGeneriek
{
    [Max(20), NietLeeg] public required string Omschrijving { get; init; }
    [Max(255)] public required string Definitie { get; init; }
    [Max(255)] public string Opmerking { get; init; } = "";
}
