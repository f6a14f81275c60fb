using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>Whether a caller may see what something belongs to.</summary>
internal static class Zicht
{
    /// <exception cref="Standards.Problemen.ProbleemException">404: it does not exist; 403: not for this caller.</exception>
    public static async ValueTask Eis(Session session, Resource resource, Guid id, Bereik bereik)
    {
        var zicht = resource.Zichtbaarheid;
        var (bestaat, type, rang) = await session.One(
            $"SELECT {zicht.Typekolom ?? "NULL"}, {zicht.Rangkolom ?? "NULL"} FROM {resource.Tabel} WHERE id = $1",
            row => (true, row.GuidOrNull(0) ?? Guid.Empty, row.LongOrNull(1) ?? 0), id);
        if (!bestaat) throw Weiger.NietGevonden();
        if (zicht.PerObject && !bereik.Omvat(type, rang)) throw Weiger.GeenRecht();
    }
}
