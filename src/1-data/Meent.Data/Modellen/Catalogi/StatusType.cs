namespace Meent.Data.Modellen.Catalogi;

/// <summary>A status that cases of a type can get (Catalogi API 1.3.3, schema StatusType). Its dates are those of the zaaktype.</summary>
public sealed record StatusType
{
    [Max(80), NietLeeg] public required string Omschrijving { get; init; }
    [Max(80)] public string OmschrijvingGeneriek { get; init; } = "";
    [Max(1000)] public string Statustekst { get; init; } = "";
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    [Bereik(1, 9999)] public required int Volgnummer { get; init; }
    public bool Informeren { get; init; }
    [Duur] public string? Doorlooptijd { get; init; }
    [Max(1000)] public string? Toelichting { get; init; }
    public IReadOnlyList<CheckListItem> ChecklistitemStatustype { get; init; } = [];

    /// <summary>Those that this statustype names; shown together with those that name it.</summary>
    [Url, Verborgen] public IReadOnlyList<string> Eigenschappen { get; init; } = [];
    [Verborgen] public DateOnly? BeginGeldigheid { get; init; }
    [Verborgen] public DateOnly? EindeGeldigheid { get; init; }
    [Verborgen] public DateOnly? BeginObject { get; init; }
    [Verborgen] public DateOnly? EindeObject { get; init; }
}

public sealed record CheckListItem
{
    [Max(30), NietLeeg] public required string Itemnaam { get; init; }
    [Max(1000)] public string? Toelichting { get; init; }
    [Max(255), NietLeeg] public required string Vraagstelling { get; init; }
    public bool Verplicht { get; init; }
}
