namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>Another resource of the API (schemas …ForeignKey): a client names the id, the URL follows from it.</summary>
public sealed record Verwijzing
{
    public required Guid Uuid { get; init; }
    [AlleenLezen, Url] public string Url { get; init; } = "";
}

/// <summary>Something in a register elsewhere, or in another API (schemas Actoridentificator, BijlageIdentificator, Onderwerpobjectidentificator).</summary>
public sealed record Objectidentificator
{
    [Max(200)] public string ObjectId { get; init; } = "";
    [Max(200)] public string CodeObjecttype { get; init; } = "";
    [Max(200)] public string CodeRegister { get; init; } = "";
    [Max(200)] public string CodeSoortObjectId { get; init; } = "";
}
