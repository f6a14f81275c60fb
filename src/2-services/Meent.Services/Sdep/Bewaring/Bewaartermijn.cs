using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Services.Sdep.Bewaring;

/// <summary>
/// Eighteen months after it came in nothing is kept of what a platform submitted, in no version (Regulation (EU) 2024/1028, article 12 (3)). What is deleted
/// is gone from the rows, not hidden.
/// </summary>
internal static class Bewaartermijn
{
    public const int Maanden = 18;

    /// <returns>How many rows were deleted.</returns>
    public static async ValueTask<int> Vernietig(this Session session, DateTimeOffset nu, int hoogstens = 1_000)
    {
        var grens = nu.AddMonths(-Maanden).Microseconden();
        var aantal = 0;
        foreach (var tabel in (string[])["sdep_activiteiten", "sdep_aanbiedingen"])
            aantal += await session.Execute($"DELETE FROM {tabel} WHERE id IN (SELECT id FROM {tabel} WHERE created < $1 ORDER BY created, id LIMIT $2)", grens, (long)hoogstens);
        return aantal;
    }
}
