namespace Meent.Data.Modellen.Documenten;

/// <summary>What a document belongs to, seen from the document (Documenten API 1.7.0, schema ObjectInformatieObject).</summary>
public sealed record ObjectInformatieObject
{
    [Url, Max(1000)] public required string Informatieobject { get; init; }
    [Url, Max(1000)] public required string Object { get; init; }
    [Keuze("besluit", "zaak", "verzoek")] public required string ObjectType { get; init; }
}
