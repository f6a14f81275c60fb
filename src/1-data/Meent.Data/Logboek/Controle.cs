namespace Meent.Data.Logboek;

/// <summary>What a check of the seals found.</summary>
/// <param name="Regels">Records read.</param>
/// <param name="Ongezegeld">Of which so new that they wait for their seal.</param>
/// <param name="Hoofd">The last seal, <c>number:hash</c>; noted elsewhere, it proves later that nothing was taken off the end.</param>
public sealed record Controle(long Regels, long Ongezegeld, long Zegels, string Hoofd, IReadOnlyList<Bevinding> Bevindingen)
{
    public bool IsOngeschonden => Bevindingen.Count == 0;
}

/// <param name="Nummer">Of the record, the seal or the table.</param>
public sealed record Bevinding(Afwijking Afwijking, long Nummer);

public enum Afwijking
{
    RegelGewijzigd,
    RegelVerwijderd,
    RegelToegevoegd,
    ZegelGewijzigd,
    ZegelOntbreekt,

    /// <summary>A table of records is gone and has no tombstone.</summary>
    TabelVerwijderd,
    TabelToegevoegd,
    GrafsteenGewijzigd,
}
