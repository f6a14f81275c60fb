using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht;

/// <summary>A URL of another resource of this bron.</summary>
internal static class Verwijzing
{
    /// <exception cref="Standards.Problemen.ProbleemException">
    /// 400 <c>bad-url</c> when nothing is there, <c>invalid-resource</c> when it is something else (zrc-001, zrc-002 and kin).
    /// </exception>
    public static async ValueTask<Guid> Vereis(Session session, string url, Resource resource, string veld) => (await Vereis(session, url, resource, veld, "1", static _ => true)).Id;

    /// <summary>The same, with columns of the row.</summary>
    /// <param name="args">What the columns ask besides, as parameters from $2.</param>
    /// <exception cref="Standards.Problemen.ProbleemException">As above.</exception>
    public static async ValueTask<(Guid Id, T Waarde)> Vereis<T>(Session session, string url, Resource resource, string veld, string kolommen, Func<Row, T> lees, params object?[] args)
    {
        if (EigenUrls.Id(url, resource.Pad) is not { } id)
        {
            throw url.StartsWith(EigenUrls.Plek)
                ? Weiger.Ongeldig(veld, "invalid-resource", $"De URL {url.TrimStart(EigenUrls.Plek)} is geen {resource.Naam}.")
                : Weiger.Ongeldig(veld, "bad-url", "De URL kan niet worden opgehaald.");
        }

        return await session.All($"SELECT {kolommen} FROM {resource.Tabel} WHERE id = $1", lees, [id, .. args]) is [var waarde] ? (id, waarde)
            : throw Weiger.Ongeldig(veld, "bad-url", "De URL kan niet worden opgehaald: er is daar niets.");
    }
}
