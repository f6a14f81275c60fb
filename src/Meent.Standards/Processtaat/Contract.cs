using System.Text.Json;

namespace Meent.Standards.Processtaat;

/// <summary>A version of a process as the bron keeps it; never changed after it was placed.</summary>
public sealed record Definitie
{
    public required string Proces { get; init; }

    /// <summary>Given by the bron: one more than the last.</summary>
    public int Versie { get; init; }
    public required string Naam { get; init; }

    /// <summary><c>meegeleverd</c> with the program, or <c>eigen</c> to the organisation.</summary>
    public required string Herkomst { get; init; }

    /// <summary>SHA-256 of model and link file together; given by the bron.</summary>
    public string Hash { get; init; } = "";
    public DateTimeOffset GeplaatstOp { get; init; }

    /// <summary>The BPMN file, byte for byte; absent in a list.</summary>
    public string? Bpmn { get; init; }

    /// <summary>The link file; absent in a list.</summary>
    public JsonElement? Koppelingen { get; init; }
}

/// <summary>An instance as the bron keeps it. Only the engine knows what <see cref="Staat"/> says.</summary>
public sealed record Instantie
{
    public required Guid Id { get; init; }
    public required string Proces { get; init; }
    public required int Versie { get; init; }
    public string? Bedrijfssleutel { get; init; }

    /// <summary><c>actief</c>, <c>incident</c>, <c>voltooid</c> or <c>afgebroken</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Tells a repeated request from another one with the same Idempotency-Key.</summary>
    public string? Vingerafdruk { get; init; }
    public required JsonElement Staat { get; init; }

    /// <summary>When an engine has to look at it, or may take it over from the one that has it; null while it waits for people only.</summary>
    public DateTimeOffset? GeplandOp { get; init; }

    /// <summary>The node that works at it now.</summary>
    public string? Knoop { get; init; }

    /// <summary>Which run of that node: a later run of it knows that this one is dead.</summary>
    public string? Run { get; init; }
    public required DateTimeOffset BegonnenOp { get; init; }
    public DateTimeOffset? BeeindigdOp { get; init; }

    /// <summary>Goes up by one with every write; stands in the ETag.</summary>
    public long Revisie { get; init; }

    /// <summary>In a write: the tasks that it opens or changes. Never in an answer.</summary>
    public IReadOnlyList<Taak>? Taken { get; init; }
}

/// <summary>A task, for the lists of employees. It changes only together with its instance.</summary>
public sealed record Taak
{
    public required Guid Instantie { get; init; }

    /// <summary>Number of its token in the instance.</summary>
    public required long Nummer { get; init; }
    public required string Proces { get; init; }
    public string? Bedrijfssleutel { get; init; }
    public required string Activiteit { get; init; }
    public required string Naam { get; init; }
    public required string Rol { get; init; }

    /// <summary><c>open</c>, <c>voltooid</c> or <c>vervallen</c>.</summary>
    public required string Status { get; init; }
    public string? Behandelaar { get; init; }
    public required DateTimeOffset AangemaaktOp { get; init; }
    public DateTimeOffset? AfgerondOp { get; init; }
}

/// <summary>A list; <see cref="Volgende"/> goes into <c>na</c> for the next part.</summary>
public sealed record Lijst<T>(IReadOnlyList<T> Resultaten, string? Volgende = null);

/// <summary>Instances that an engine has to look at now.</summary>
/// <param name="Instanties">Ids, the longest waiting first.</param>
/// <param name="Volgende">When the next one of this organisation is due; null when there is none.</param>
public sealed record Werk(IReadOnlyList<Guid> Instanties, DateTimeOffset? Volgende);
