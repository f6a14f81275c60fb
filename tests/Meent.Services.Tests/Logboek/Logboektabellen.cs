using Meent.Data.Opslag;

namespace Meent.Services.Tests.Logboek;

internal static class Logboektabellen
{
    /// <summary>All records, of whatever retention class and month, in the order in which they came in.</summary>
    public static async ValueTask<List<T>> Logregels<T>(this Session session, string kolommen, Func<Row, T> lees)
    {
        var regels = new List<T>();
        foreach (var nummer in await session.All("SELECT nummer FROM logboek_tabellen WHERE vervallen IS NULL ORDER BY begin, nummer", row => row.Long(0)))
            regels.AddRange(await session.All($"SELECT {kolommen} FROM {(nummer == 0 ? "logboek_regels" : $"logboek_regels_{nummer}")} ORDER BY nummer", lees));
        return regels;
    }
}
