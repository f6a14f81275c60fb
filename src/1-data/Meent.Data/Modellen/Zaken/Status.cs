namespace Meent.Data.Modellen.Zaken;

/// <summary>A status that a case got at a moment (Zaken API 1.7.0, schema Status).</summary>
public sealed record Status : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public required string Statustype { get; init; }
    public required DateTimeOffset DatumStatusGezet { get; init; }
    [Max(1000)] public string Statustoelichting { get; init; } = "";
    [Url, Max(200)] public string Gezetdoor { get; init; } = "";
}
