namespace Meent.Data.Modellen.Zaken;

/// <summary>Asks for numbers of zaken (Zaken API 1.7.0, schema ReserveZaakIdentificatieRequest).</summary>
public sealed record Reservering
{
    [Rsin] public required string Bronorganisatie { get; init; }
    [Bereik(1, 10_000)] public int Aantal { get; init; } = 1;
}
