namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>By what a partij is known in a base registry (Klantinteracties 0.9.0, schema PartijIdentificator).</summary>
public sealed record PartijIdentificator
{
    /// <summary>In a partij: the one that is meant; absent for a new one.</summary>
    [AlleenInvoer] public Guid? Uuid { get; init; }
    public Verwijzing? IdentificeerdePartij { get; init; }
    [Max(200)] public string AnderePartijIdentificator { get; init; } = "";

    /// <summary>The standard calls the group as it calls the whole.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("partijIdentificator")] public required Partijnummer Nummer { get; init; }

    /// <summary>The number within which this one is unique: the KVK number of a vestiging.</summary>
    public Verwijzing? SubIdentificatorVan { get; init; }
}

/// <summary>A number of a base registry (schema PartijIdentificatorGroepType).</summary>
public sealed record Partijnummer
{
    [Keuze("natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging")] public required string CodeObjecttype { get; init; }
    [Keuze("bsn", "vestigingsnummer", "kvk_nummer", "rsin")] public required string CodeSoortObjectId { get; init; }
    [Max(200), NietLeeg] public required string ObjectId { get; init; }
    [Keuze("brp", "hr")] public required string CodeRegister { get; init; }
}
