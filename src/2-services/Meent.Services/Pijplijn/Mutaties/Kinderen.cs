using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>Resources that belong to another one: they bear its type and level, and go with it.</summary>
/// <param name="Kolom">Column with the parent's id.</param>
internal sealed record Kind(Resource Resource, string Kolom);

internal static class Kinderen
{
    /// <summary>Gives the children the parent's new type and level, so that the same filter keeps holding for them.</summary>
    public static async ValueTask Verplaats(Session session, Resource ouder, Guid id, Guid type, long rang, Dienstverlening diensten)
    {
        foreach (var kind in ouder.Kinderen().Where(k => k.Resource.Zichtbaarheid.PerObject))
        {
            var zicht = kind.Resource.Zichtbaarheid;
            foreach (var (oudType, oudeRang, aantal) in await Telling(session, kind, id))
            {
                await Nasleep.Tel(session, kind.Resource, oudType, oudeRang, -aantal, diensten);
                await Nasleep.Tel(session, kind.Resource, type, rang, aantal, diensten);
            }

            var rangzin = zicht.Rangkolom is { } kolom ? $", {kolom} = $3" : "";
            await session.Execute(
                $"UPDATE {kind.Resource.Tabel} SET {zicht.Typekolom} = $2{rangzin} WHERE {kind.Kolom} = $1", rangzin.Length > 0 ? [id, type, rang] : [id, type]);
        }
    }

    /// <summary>Removes the children of a resource that is removed itself.</summary>
    public static async ValueTask Verwijder(Session session, Resource ouder, Guid id, Dienstverlening diensten)
    {
        foreach (var kind in ouder.Kinderen())
        {
            foreach (var (type, rang, aantal) in await Telling(session, kind, id)) await Nasleep.Tel(session, kind.Resource, type, rang, -aantal, diensten);
            await session.Execute($"DELETE FROM {kind.Resource.Tabel} WHERE {kind.Kolom} = $1", id);
        }
    }

    /// <summary>The BSNs of whom the children tell that the resource itself does not.</summary>
    public static async ValueTask<IReadOnlyList<string?>> Betrokkenen(Session session, Resource ouder, Guid id)
    {
        if (ouder.Betrokkenekolom is not null) return [];
        var bsns = new List<string?>();
        foreach (var kind in ouder.Kinderen().Where(kind => kind.Resource.Betrokkenekolom is not null))
            bsns.AddRange(await session.All($"SELECT DISTINCT {kind.Resource.Betrokkenekolom} FROM {kind.Resource.Tabel} t WHERE {kind.Kolom} = $1", row => row.TextOrNull(0), id));
        return bsns;
    }

    private static async ValueTask<List<(Guid Type, long Rang, long Aantal)>> Telling(Session session, Kind kind, Guid id)
    {
        var zicht = kind.Resource.Zichtbaarheid;
        if (!zicht.PerObject)
        {
            var aantal = await session.One($"SELECT count(*) FROM {kind.Resource.Tabel} WHERE {kind.Kolom} = $1", row => row.Long(0), id);
            return aantal == 0 ? [] : [(Guid.Empty, 0, aantal)];
        }

        var rang = zicht.Rangkolom ?? "0";
        return await session.All(
            $"SELECT {zicht.Typekolom}, {rang}, count(*) FROM {kind.Resource.Tabel} WHERE {kind.Kolom} = $1 GROUP BY {zicht.Typekolom}{(zicht.Rangkolom is null ? "" : ", " + rang)}",
            row => (row.Guid(0), row.Long(1), row.Long(2)), id);
    }
}
