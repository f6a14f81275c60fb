namespace Meent.Data.Logboek;

/// <summary>What a check of the seals found.</summary>
/// <param name="Regels">Records and lines of the audit log read.</param>
/// <param name="Ongezegeld">Of which so new that they wait for their seal.</param>
/// <param name="Hoofd">The last seal, <c>number:hash</c>; noted elsewhere, it proves later that nothing was taken off the end.</param>
public sealed record Controle(long Regels, long Ongezegeld, long Zegels, string Hoofd, IReadOnlyList<Bevinding> Bevindingen)
{
    public bool IsOngeschonden => Bevindingen.Count == 0;
}

/// <param name="Nummer">Of the record, the seal or the table; below zero for a line of the audit log.</param>
public sealed record Bevinding(Afwijking Afwijking, long Nummer)
{
    public bool IsAudit => Nummer < 0;

    /// <summary>The number of the line of the audit log.</summary>
    public long Auditregel => Auditbladen.Regel(Nummer);
}

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
    AuditgrafsteenGewijzigd,
}
