using System.Text.Json;

namespace Meent.Data.Modellen.Objecten;

/// <summary>A kind of objects (Objecten API 2.7.0 and Objecttypen API 2.2.2, schema ObjectType). Its JSON schema stands in its versions.</summary>
public sealed record ObjectType
{
    [Max(100), NietLeeg] public required string Name { get; init; }
    [Max(100), NietLeeg] public required string NamePlural { get; init; }
    [Max(1000)] public string Description { get; init; } = "";
    [Keuze("open", "intern", "confidential", "strictly_confidential")] public string DataClassification { get; init; } = "open";
    [Max(200)] public string MaintainerOrganization { get; init; } = "";
    [Max(200)] public string MaintainerDepartment { get; init; } = "";
    [Max(200)] public string ContactPerson { get; init; } = "";
    [Max(200)] public string ContactEmail { get; init; } = "";
    [Max(200)] public string Source { get; init; } = "";
    [Keuze("real_time", "hourly", "daily", "weekly", "monthly", "yearly", "unknown")] public string UpdateFrequency { get; init; } = "unknown";
    [Max(200)] public string ProviderOrganization { get; init; } = "";
    [Url, Max(200)] public string DocumentationUrl { get; init; } = "";

    /// <summary>Names with texts.</summary>
    public JsonElement? Labels { get; init; }

    [AlleenLezen] public DateOnly? CreatedAt { get; init; }
    [AlleenLezen] public DateOnly? ModifiedAt { get; init; }
    public bool AllowGeometry { get; init; } = true;
}

/// <summary>One version of an objecttype, as a client sends it (schema ObjectTypeVersion).</summary>
public sealed record ObjectTypeVersion
{
    public const string Draft = "draft";
    public const string Published = "published";
    public const string Deprecated = "deprecated";

    [Keuze(Published, Draft, Deprecated)] public string? Status { get; init; }
    public JsonElement? JsonSchema { get; init; }
}
