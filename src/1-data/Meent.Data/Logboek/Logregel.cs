using Meent.Standards.Logboek;

namespace Meent.Data.Logboek;

/// <summary>
/// One action on nought or one data subject (Logboek Dataverwerkingen 1.0.0, 3.2.2). Holds no employee and no data; what the register tells of the
/// purpose is joined when it is read.
/// </summary>
public sealed record Logregel
{
    public required Spoor Spoor { get; init; }

    /// <summary>URI of the processing activity in the own register.</summary>
    public required string Activiteit { get; init; }

    /// <summary>What was done, in words a resident understands.</summary>
    public required string Naam { get; init; }
    public required DateTimeOffset Begin { get; init; }
    public required DateTimeOffset Einde { get; init; }
    public Logstatus Status { get; init; }
    public Pseudoniem? Betrokkene { get; init; }

    /// <summary>The application that asked, when it was another one (<c>dpl.core.foreign_operation.processor</c>).</summary>
    public string? Aanroeper { get; init; }

    /// <summary>All other attributes as one JSON object: those of extensions, and our own outside <c>dpl</c>.</summary>
    public string? Attributen { get; init; }

    /// <summary>How long it is kept, as ISO 8601 duration: decides the table it stands in, and is not in the record itself (LDV ADR).</summary>
    public string Bewaartermijn { get; init; } = Logtabel.Standaardtermijn;

    /// <summary>The system that acted (<c>resource.attributes</c>) as a JSON object.</summary>
    public string? Systeem { get; init; }
}

/// <summary>A record as it was stored.</summary>
/// <param name="Nummer">Order of arrival.</param>
public sealed record BewaardeLogregel(long Nummer, Logregel Regel, byte[] Zout);
