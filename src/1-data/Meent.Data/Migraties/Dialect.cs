using System.Text.RegularExpressions;

namespace Meent.Data.Migraties;

/// <summary>
/// Migrations are one text for both engines, so that the schemas cannot drift apart: column types are the words below, and a line that starts with
/// <c>--sqlite</c> or <c>--postgres</c> counts for that engine only.
/// </summary>
internal static partial class Dialect
{
    public static string Sqlite(string sql) => StrictTables().Replace(
        Types(OnlyFor("sqlite", sql), new() { ["UUID"] = "BLOB", ["BYTES"] = "BLOB", ["BIGINT"] = "INTEGER", ["NUMMER"] = "INTEGER PRIMARY KEY AUTOINCREMENT" }),
        ") STRICT;");

    public static string Postgres(string sql) => Types(OnlyFor("postgres", sql), new()
    {
        ["UUID"] = "uuid",
        ["BYTES"] = "bytea",
        ["BIGINT"] = "bigint",
        // Byte order, as SQLite sorts; a linguistic collation would page and compare in another order.
        ["TEXT"] = "text COLLATE \"C\"",
        ["NUMMER"] = "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    });

    private static string Types(string sql, Dictionary<string, string> words) =>
        Words().Replace(sql, match => words.GetValueOrDefault(match.Value, match.Value));

    private static string OnlyFor(string engine, string sql) => EngineLine().Replace(sql, match =>
        match.Groups["engine"].Value == engine ? match.Groups["rest"].Value : "");

    [GeneratedRegex(@"\b(UUID|BYTES|BIGINT|TEXT|NUMMER)\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"^--(?<engine>sqlite|postgres) (?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex EngineLine();

    // Only CREATE TABLE closes with a bracket at the start of a line.
    [GeneratedRegex(@"^\);", RegexOptions.Multiline)]
    private static partial Regex StrictTables();
}
