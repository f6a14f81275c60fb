namespace Meent.Data.Modellen.Zaken;

/// <summary>A besluit that a case led to (Zaken API 1.7.0, schema ZaakBesluit): the mirror of <c>zaak</c> at the besluit (brc-006).</summary>
public sealed record ZaakBesluit : IZaakdeel
{
    [Url, Max(1000)] public required string Besluit { get; init; }

    /// <summary>From the path; the standard does not show it.</summary>
    [Url, Verborgen] public string Zaak { get; init; } = "";

    /// <summary>Of the besluit; it can date the archive of the zaak (zrc-021).</summary>
    [AlleenLezen, Verborgen] public DateOnly? Ingangsdatum { get; init; }
    [AlleenLezen, Verborgen] public DateOnly? Vervaldatum { get; init; }
}
