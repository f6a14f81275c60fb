using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>A change of a resource that follows from something else, in the same transaction; it has no event of its own.</summary>
internal static class Volgwijziging
{
    /// <param name="wijzig">From the resource as it is to how it becomes; the same one when nothing changes.</param>
    public static async ValueTask Pas<T>(Session session, Resource<T> resource, Guid id, Func<T, ValueTask<T>> wijzig) where T : class
    {
        if (await Rij.Pak(session, resource, id, null) is not { } rij) return;
        var oud = Vorm.VanBewaard<T>(rij.Body);
        var nieuw = await wijzig(oud);
        if (ReferenceEquals(nieuw, oud)) return;
        var kolommen = await Kolomwaarden.Van(resource, nieuw, session);
        await Rij.Vervang(session, resource, id, Vorm.Bewaar(nieuw, resource.Url(id, null), id, resource.MetUuid), kolommen.Waarden,
            fout => fout is UniqueConflictException dubbel ? resource.BijDubbel(dubbel) : fout);
    }

    /// <summary>Changes each of which a column says a value.</summary>
    public static async ValueTask PasElk<T>(Session session, Resource<T> resource, string kolom, Guid waarde, Func<T, T> wijzig) where T : class
    {
        foreach (var id in await session.All($"SELECT id FROM {resource.Tabel} WHERE {kolom} = $1 ORDER BY id", row => row.Guid(0), waarde))
            await Pas(session, resource, id, oud => ValueTask.FromResult(wijzig(oud)));
    }
}
