namespace Meent.Data.Modellen.Documenten;

/// <summary>Conditions on the use of a document other than reading it (Documenten API 1.7.0, schema Gebruiksrechten).</summary>
public sealed record Gebruiksrechten
{
    [Url, Max(1000)] public required string Informatieobject { get; init; }
    public required DateTimeOffset Startdatum { get; init; }
    public DateTimeOffset? Einddatum { get; init; }
    [NietLeeg] public required string OmschrijvingVoorwaarden { get; init; }
}
