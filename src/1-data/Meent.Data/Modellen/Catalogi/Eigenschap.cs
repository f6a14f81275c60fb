namespace Meent.Data.Modellen.Catalogi;

/// <summary>A property that cases of a type have (Catalogi API 1.3.3, schema Eigenschap). Its dates are those of the zaaktype.</summary>
public sealed record Eigenschap
{
    [Max(20), NietLeeg] public required string Naam { get; init; }
    [Max(255), NietLeeg] public required string Definitie { get; init; }
    public required EigenschapSpecificatie Specificatie { get; init; }
    [Max(1000)] public string Toelichting { get; init; } = "";
    [Url, Max(1000)] public required string Zaaktype { get; init; }

    /// <summary>The status that may not be set before there is a value.</summary>
    [Url, Max(1000)] public string? Statustype { get; init; }
    [Verborgen] public DateOnly? BeginGeldigheid { get; init; }
    [Verborgen] public DateOnly? EindeGeldigheid { get; init; }
    [Verborgen] public DateOnly? BeginObject { get; init; }
    [Verborgen] public DateOnly? EindeObject { get; init; }
}

/// <summary>What a value looks like.</summary>
public sealed record EigenschapSpecificatie
{
    [Max(32)] public string Groep { get; init; } = "";
    [Keuze("tekst", "getal", "datum", "datum_tijd")] public required string Formaat { get; init; }

    /// <summary>In characters; for a number with decimals <c>10,2</c>.</summary>
    [Max(14), NietLeeg] public required string Lengte { get; init; }
    [Max(3), NietLeeg] public required string Kardinaliteit { get; init; }
    [Max(100)] public IReadOnlyList<string> Waardenverzameling { get; init; } = [];
}
