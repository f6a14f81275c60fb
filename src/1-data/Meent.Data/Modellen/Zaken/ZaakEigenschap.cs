namespace Meent.Data.Modellen.Zaken;

/// <summary>The value that a case has for an eigenschap of its type (Zaken API 1.7.0, schema ZaakEigenschap).</summary>
public sealed record ZaakEigenschap : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public required string Eigenschap { get; init; }

    /// <summary>Of the eigenschap.</summary>
    [AlleenLezen] public string Naam { get; init; } = "";
    public required string Waarde { get; init; }
}
