using System.Runtime.CompilerServices;
using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>The row of a resource under its lock, with its next version.</summary>
internal sealed record Rij(long Versie, byte[] Body, Guid Type, long Rang)
{
    private static readonly ConditionalWeakTable<Resource, Zinnen> Bekend = [];

    /// <returns>Null when it does not exist, or not under this parent.</returns>
    public static ValueTask<Rij?> Pak(Session session, Resource resource, Guid id, Guid? ouder)
    {
        var zinnen = Zinnen.Van(resource);
        return session.One(zinnen.Pak, row => new Rij(row.Long(0), row.Bytes(1), row.GuidOrNull(2) ?? Guid.Empty, row.LongOrNull(3) ?? 0), ouder is null ? [id] : [id, ouder]);
    }

    /// <param name="weigering">What to throw when an index or a foreign key refuses it; on PostgreSQL that may show at a later statement, or at the commit.</param>
    public static ValueTask VoegIn<T>(Session session, Resource<T> resource, Guid id, byte[] body, IEnumerable<object?> kolommen, Func<Exception, Exception>? weigering = null) where T : class =>
        session.Later(weigering ?? Zelf, Zinnen.Van(resource).VoegIn, [id, new Utf8Text(body), .. kolommen]);

    /// <param name="weigering">As at <see cref="VoegIn"/>.</param>
    public static ValueTask Vervang<T>(Session session, Resource<T> resource, Guid id, byte[] body, IEnumerable<object?> kolommen, Func<Exception, Exception>? weigering = null) where T : class =>
        session.Later(weigering ?? Zelf, Zinnen.Van(resource).Vervang, [id, new Utf8Text(body), .. kolommen]);

    public static ValueTask<int> Verwijder(Session session, Resource resource, Guid id) => session.Execute(Zinnen.Van(resource).Verwijder, id);

    private static Exception Zelf(Exception fout) => fout;

    /// <summary>Statements of a resource, made once.</summary>
    private sealed record Zinnen(string Pak, string VoegIn, string Vervang, string Verwijder)
    {
        public static Zinnen Van(Resource resource) => Bekend.GetOrAdd(resource, static resource =>
        {
            var (tabel, zicht) = (resource.Tabel, resource.Zichtbaarheid);
            var namen = resource.Kolomnamen;
            return new Zinnen(
                $"UPDATE {tabel} SET version = version + 1 WHERE id = $1{(resource.Nest is { } nest ? $" AND {nest.Kolom} = $2" : "")} RETURNING version, body, {zicht.Typekolom ?? "NULL"}, {zicht.Rangkolom ?? "NULL"}",
                $"INSERT INTO {tabel} (id, version, vorm, body{string.Concat(namen.Select(n => ", " + n))}) VALUES ($1, 1, 1, $2{string.Concat(namen.Select((_, i) => $", ${i + 3}"))})",
                $"UPDATE {tabel} SET body = $2{string.Concat(namen.Select((n, i) => $", {n} = ${i + 3}"))} WHERE id = $1",
                $"DELETE FROM {tabel} WHERE id = $1");
        });
    }
}
