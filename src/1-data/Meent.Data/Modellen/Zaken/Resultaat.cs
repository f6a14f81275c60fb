namespace Meent.Data.Modellen.Zaken;

/// <summary>How a case ended (Zaken API 1.7.0, schema Resultaat); a zaak has at most one.</summary>
public sealed record Resultaat : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public required string Resultaattype { get; init; }
    [Max(1000)] public string Toelichting { get; init; } = "";
}
