namespace Meent.Data.Modellen.Referentielijsten;

/// <summary>A category of the selectielijst (Referentielijsten API 0.6.0, schema ProcesType).</summary>
public sealed record ProcesType
{
    public required int Nummer { get; init; }

    /// <summary>The edition of the selectielijst.</summary>
    public required int Jaar { get; init; }
    [Max(100), NietLeeg] public required string Naam { get; init; }
    [Max(300)] public required string Omschrijving { get; init; }
    public required string Toelichting { get; init; }
    [Max(80)] public required string Procesobject { get; init; }
}
