namespace Meent.Data.Opslag;

/// <summary>Where organisations keep their data.</summary>
public sealed record OpslagOptions
{
    /// <summary><c>sqlite</c> (default) or <c>postgres</c>.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Folder of the SQLite files and of all other files of the node.</summary>
    public string Map { get; init; } = "data";

    /// <summary>PostgreSQL connection string in which <c>{organisatie}</c> stands for the slug of the organisation; the database is made when absent.</summary>
    public string? Postgres { get; init; }

    /// <summary>Connections to PostgreSQL that this node may use at once, over all organisations.</summary>
    public int MaxVerbindingen { get; init; } = 64;
}
