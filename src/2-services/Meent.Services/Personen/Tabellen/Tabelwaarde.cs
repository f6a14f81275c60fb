using System.Text.Json.Serialization;

namespace Meent.Services.Personen.Tabellen;

/// <summary>A code and what it stands for (schema <c>Waarde</c> of Landelijke tabellen 1.0.0).</summary>
internal sealed record Tabelwaarde(string Code, string Omschrijving)
{
    /// <summary>The first day on which it is no longer used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DatumEinde { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DatumIngang { get; init; }

    /// <summary>Of a municipality: the one that it became part of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NieuweCode { get; init; }

    /// <summary>Of a reason in table 37: whether it is of gaining (<c>VK</c>) or losing (<c>BE</c>) a nationality.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Soort { get; init; }

    public bool IsActueel(DateOnly dag) => (DatumIngang is null || DatumIngang <= dag) && (DatumEinde is null || DatumEinde > dag);
}
