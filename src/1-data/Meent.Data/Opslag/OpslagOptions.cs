using Meent.Data.Inhoud;

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

    /// <summary>
    /// Key (base64, 32 bytes) that encrypts the secrets kept beside the databases; made in the file <c>hoofdsleutel</c> when absent. Nodes that share
    /// databases share it, and <see cref="Map"/>.
    /// </summary>
    public string? Hoofdsleutel { get; init; }

    /// <summary>Connections to PostgreSQL that this node may use at once, over all organisations.</summary>
    public int MaxVerbindingen { get; init; } = 64;

    /// <summary>How many days lines of the audit log of employees are kept.</summary>
    public int Auditdagen { get; init; } = 5 * 365;

    public InhoudOptions Inhoud { get; init; } = new();
}
