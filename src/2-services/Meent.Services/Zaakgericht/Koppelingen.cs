using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht;

/// <summary>
/// Reverse links: the URL of a child, appended to the parent's column by one UPDATE under the parent's row lock, together with its version. Above about
/// a hundred the column says <c>*</c> and readers ask the child's index: appending to a long text costs more with every child.
/// </summary>
internal static class Koppelingen
{
    /// <summary>A link is some 90 bytes.</summary>
    private const int MaxLengte = 9_000;

    /// <returns>The new version of the parent; null when it does not exist.</returns>
    public static ValueTask<long?> Voeg(Session session, string oudertabel, string kolom, Guid ouder, string kindpad, Guid kind) => session.One(
        $"""
        UPDATE {oudertabel} SET version = version + 1,
          {kolom} = CASE WHEN {kolom} = '*' OR length({kolom}) > {MaxLengte} THEN '*' WHEN {kolom} = '' THEN $2 ELSE {kolom} || ',' || $2 END
        WHERE id = $1 RETURNING version
        """,
        row => (long?)row.Long(0), ouder, $"\"{EigenUrls.Van(kindpad, kind)}\"");

    /// <summary>Takes the URL of a child that is gone out of the parent's column.</summary>
    /// <returns>The new version of the parent; null when it does not exist.</returns>
    public static ValueTask<long?> Verwijder(Session session, string oudertabel, string kolom, Guid ouder, string kindpad, Guid kind) => session.One(
        $"""
        UPDATE {oudertabel} SET version = version + 1,
          {kolom} = CASE WHEN {kolom} = '*' THEN '*' WHEN {kolom} = $2 THEN '' ELSE replace(replace({kolom}, ',' || $2, ''), $2 || ',', '') END
        WHERE id = $1 RETURNING version
        """,
        row => (long?)row.Long(0), ouder, $"\"{EigenUrls.Van(kindpad, kind)}\"");
}
