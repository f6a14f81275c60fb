namespace Meent.Data.Opslag;

/// <summary>A unique index refused a write. Nothing of the transaction was kept.</summary>
public sealed class UniqueConflictException(string constraint, Exception inner) : Exception("Al aanwezig.", inner)
{
    /// <summary>Whether the index that refused is one on this column (indexes are named after their columns).</summary>
    public bool Betreft(string column) => Constraint.Contains(column, StringComparison.Ordinal);

    /// <summary>What the engine calls it: columns on SQLite, the index's name on PostgreSQL.</summary>
    public string Constraint { get; } = constraint;
}

/// <summary>A foreign key refused a write: the row it points at does not exist, or rows still point at the row to be removed.</summary>
public sealed class ReferenceConflictException(Exception inner) : Exception("Verwijst naar wat er niet is, of er wordt nog naar verwezen.", inner);
