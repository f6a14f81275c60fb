using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards.Problemen;

namespace Meent.Services.Huishoudboekje;

/// <summary>What is kept as a JSON body with a version, under an id.</summary>
internal interface IRij
{
    static abstract string Tabel { get; }

    Guid Id { get; }
}

/// <summary>Reads rows, and locks them for whoever changes them.</summary>
internal static class Rijtabel
{
    public static ValueTask<(T Rij, long Version)?> Rij<T>(this Session session, Guid id) where T : class, IRij =>
        session.One($"SELECT body, version FROM {T.Tabel} WHERE id = $1", row => ((T, long)?)(EigenJson.Lees<T>(row.Text(0)), row.Long(1)), id);

    /// <exception cref="ProbleemException">404.</exception>
    public static async ValueTask<T> Vind<T>(this Session session, Guid id, string wat) where T : class, IRij => (await session.Rij<T>(id))?.Rij ?? throw Weigering.NietGevonden(wat);

    /// <summary>Those of these ids that there are, by id.</summary>
    public static async ValueTask<Dictionary<Guid, T>> Rijen<T>(this Session session, IEnumerable<Guid> ids) where T : class, IRij
    {
        object?[] wie = [.. ids.Distinct().Cast<object?>()];
        if (wie.Length == 0) return [];
        return (await session.All($"SELECT body FROM {T.Tabel} WHERE id IN ({string.Join(", ", Enumerable.Range(1, wie.Length).Select(n => $"${n}"))})", row => EigenJson.Lees<T>(row.Text(0)), wie)).ToDictionary(rij => rij.Id);
    }

    /// <summary>The row, locked until the transaction ends, with the version that it had.</summary>
    /// <exception cref="ProbleemException">404.</exception>
    public static async ValueTask<(T Rij, long Version)> Vergrendeld<T>(this Session session, Guid id, string wat) where T : class, IRij
    {
        if (await session.Execute($"UPDATE {T.Tabel} SET version = version + 1 WHERE id = $1", id) == 0) throw Weigering.NietGevonden(wat);
        var (rij, version) = (await session.Rij<T>(id))!.Value;
        return (rij, version - 1);
    }

    public static string ETag(Guid id, long version) => $"\"{id:n}-{version}\"";
}
