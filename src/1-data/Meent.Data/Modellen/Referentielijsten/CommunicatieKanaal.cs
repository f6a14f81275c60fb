namespace Meent.Data.Modellen.Referentielijsten;

/// <summary>A way in which people reach the organisation (Referentielijsten API 0.6.0, schema CommunicatieKanaal).</summary>
public sealed record CommunicatieKanaal
{
    [Max(20), NietLeeg] public required string Naam { get; init; }
    [Max(200)] public required string Omschrijving { get; init; }
}
