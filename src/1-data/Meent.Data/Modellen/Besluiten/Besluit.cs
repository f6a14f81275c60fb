using System.Text.Json.Serialization;

namespace Meent.Data.Modellen.Besluiten;

/// <summary>A decision (Besluiten API 1.1.0, schema Besluit).</summary>
public sealed record Besluit
{
    [Max(50)] public string Identificatie { get; init; } = "";
    [Rsin] public required string VerantwoordelijkeOrganisatie { get; init; }
    [Url, Max(200)] public required string Besluittype { get; init; }
    [Url, Max(200)] public string Zaak { get; init; } = "";
    public required DateOnly Datum { get; init; }
    public string Toelichting { get; init; } = "";
    [Max(50)] public string Bestuursorgaan { get; init; } = "";
    public required DateOnly Ingangsdatum { get; init; }
    public DateOnly? Vervaldatum { get; init; }

    /// <summary>Left out as long as there is none: the standard has no word for that.</summary>
    [Keuze("tijdelijk", "ingetrokken_overheid", "ingetrokken_belanghebbende", ""), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Vervalreden { get; init; }

    [AlleenLezen, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? VervalredenWeergave { get; init; }
    public DateOnly? Publicatiedatum { get; init; }
    public DateOnly? Verzenddatum { get; init; }
    public DateOnly? UiterlijkeReactiedatum { get; init; }
}

/// <summary>A document in which a decision was laid down (schema BesluitInformatieObject).</summary>
public sealed record BesluitInformatieObject
{
    [Url, Max(1000)] public required string Informatieobject { get; init; }
    [Url, Max(1000)] public required string Besluit { get; init; }
}
