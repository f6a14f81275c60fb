using System.Text.Json;

namespace Meent.Data.Modellen.Objecten;

/// <summary>State of an object at a certain time, as a client sends it (Objecten API 2.7.0, schema ObjectRecord).</summary>
public sealed record ObjectRecord
{
    [Bereik(0, 32767)] public required int TypeVersion { get; init; }
    public JsonElement? Data { get; init; }

    /// <summary>GeoJSON, as it came.</summary>
    public JsonElement? Geometry { get; init; }
    public IReadOnlyList<Reference> References { get; init; } = [];
    public required DateOnly StartAt { get; init; }
    [Bereik(0, int.MaxValue)] public int? CorrectionFor { get; init; }
}

/// <summary>What an object belongs to.</summary>
public sealed record Reference
{
    [Keuze("zaak")] public required string Type { get; init; }
    [Url, Max(200)] public required string Url { get; init; }
}
