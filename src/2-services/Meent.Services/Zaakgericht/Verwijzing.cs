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
    public static async ValueTask<Guid> Vereis(Session session, string url, Resource resource, string veld)
    {
        if (EigenUrls.Id(url, resource.Pad) is not { } id)
        {
            throw url.StartsWith(EigenUrls.Plek)
                ? Weiger.Ongeldig(veld, "invalid-resource", $"De URL {url.TrimStart(EigenUrls.Plek)} is geen {resource.Naam}.")
                : Weiger.Ongeldig(veld, "bad-url", "De URL kan niet worden opgehaald.");
        }

        return await session.One($"SELECT 1 FROM {resource.Tabel} WHERE id = $1", _ => true, id) ? id
            : throw Weiger.Ongeldig(veld, "bad-url", "De URL kan niet worden opgehaald: er is daar niets.");
    }
}
