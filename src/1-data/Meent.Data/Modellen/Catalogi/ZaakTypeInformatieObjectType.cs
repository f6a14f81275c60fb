namespace Meent.Data.Modellen.Catalogi;

/// <summary>A type of document that belongs in cases of a type (Catalogi API 1.3.3, schema ZaakTypeInformatieObjectType).</summary>
public sealed record ZaakTypeInformatieObjectType
{
    [Url, Max(1000)] public required string Zaaktype { get; init; }

    /// <summary>By omschrijving.</summary>
    [Typenaam, Max(1000), NietLeeg, Verborgen] public required string Informatieobjecttype { get; init; }
    [Bereik(1, 999)] public required int Volgnummer { get; init; }
    [Keuze("inkomend", "intern", "uitgaand")] public required string Richting { get; init; }

    /// <summary>The status that may not be set before there is such a document.</summary>
    [Url, Max(1000)] public string? Statustype { get; init; }
}
