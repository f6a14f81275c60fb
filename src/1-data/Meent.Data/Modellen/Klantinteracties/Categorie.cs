namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>A group of partijen (Klantinteracties 0.9.0, schema Categorie; experimental there).</summary>
public sealed record Categorie
{
    [Max(80)] public string Naam { get; init; } = "";
}

/// <summary>That a partij belongs to a categorie (schema CategorieRelatie).</summary>
public sealed record CategorieRelatie
{
    public Verwijzing? Partij { get; init; }

    /// <summary>Shown with its name, which may change.</summary>
    [Verborgen] public Verwijzing? Categorie { get; init; }
    public DateOnly? BeginDatum { get; init; }
    public DateOnly? EindDatum { get; init; }
}
