using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Meent.Data.Opslag.Sqlite;

internal static class SqliteFouten
{
    /// <summary>Makes of an SQLite error what callers of either engine know; other errors stay as they are.</summary>
    public static Exception Translate(SqliteException e) => e.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY =>
            new UniqueConflictException(e.Message[(e.Message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.', '\''), e),
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => new ReferenceConflictException(e),
        raw.SQLITE_FULL => Problemen.DiskFull(),
        _ => e,
    };
}
