using System.Text.Json;

namespace Meent.Data.Modellen.Catalogi;

/// <summary>A status that cases of a type can get (Catalogi API 1.3.3, schema StatusType).</summary>
public sealed record StatusType
{
    [Max(80), NietLeeg] public required string Omschrijving { get; init; }
    [Max(80)] public string OmschrijvingGeneriek { get; init; } = "";
    [Max(1000)] public string Statustekst { get; init; } = "";
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    public required int Volgnummer { get; init; }
    public bool Informeren { get; init; }
    [Duur] public string? Doorlooptijd { get; init; }
    [Max(1000)] public string? Toelichting { get; init; }
    public IReadOnlyList<JsonElement> ChecklistitemStatustype { get; init; } = [];
    public IReadOnlyList<string> Eigenschappen { get; init; } = [];
    public DateOnly? BeginGeldigheid { get; init; }
    public DateOnly? EindeGeldigheid { get; init; }
    public DateOnly? BeginObject { get; init; }
    public DateOnly? EindeObject { get; init; }
}
