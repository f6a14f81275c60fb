namespace Meent.Data.Modellen.Zaken;

/// <summary>That a document belongs to a case (Zaken API 1.7.0, schema ZaakInformatieObject).</summary>
public sealed record ZaakInformatieObject : IZaakdeel
{
    [Url, Max(1000)] public required string Informatieobject { get; init; }
    [Url, Max(1000)] public required string Zaak { get; init; }

    /// <summary>Always the same for a zaak (zrc-004).</summary>
    [AlleenLezen] public string AardRelatieWeergave { get; init; } = "Hoort bij, omgekeerd: kent";
    [Max(200)] public string Titel { get; init; } = "";
    public string Beschrijving { get; init; } = "";
    [AlleenLezen] public DateTimeOffset? Registratiedatum { get; init; }
    public DateTimeOffset? Vernietigingsdatum { get; init; }

    /// <summary>The status of the zaak for which the document matters.</summary>
    [Url, Max(1000)] public string? Status { get; init; }
}
