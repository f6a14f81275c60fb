using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Besluiten;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Services.Zaakgericht.Zaken;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>
/// Destroys a zaak with what exists for it alone: its besluiten, and the documents that no other zaak or besluit has. A document that others have too
/// stays, and loses the relation. The same rules, events and traces as a DELETE of each.
/// </summary>
internal sealed class Sloop(Aanroep aanroep, Dienstverlening diensten, DateTimeOffset nu, string toelichting)
{
    /// <returns>The number of documents that went with it; null when the zaak was gone already.</returns>
    public async ValueTask<long?> Zaak(Session session, Guid id)
    {
        var documenten = await Documenten(session, id);
        foreach (var besluit in await session.All("SELECT id FROM zaakgericht_besluiten WHERE zaak = $1", row => row.Guid(0), id))
        {
            documenten.UnionWith(await VanObject(session, EigenUrls.Van(BesluitenResources.Besluiten.Pad, besluit)));
            await Een(session, BesluitenResources.Besluiten, besluit);
        }

        foreach (var deelzaak in await session.All("SELECT id FROM zaakgericht_zaken WHERE hoofdzaak = $1", row => row.Guid(0), id)) documenten.UnionWith(await Documenten(session, deelzaak));
        if (!await Een(session, ZakenResources.Zaken, id)) return null;
        var gesloopt = 0L;
        foreach (var document in documenten)
        {
            if (await session.One("SELECT 1 FROM zaakgericht_objectinformatieobjecten WHERE informatieobject = $1", _ => true, document)) continue;
            if (await Een(session, DocumentenResources.Informatieobjecten, document)) gesloopt++;
        }

        return gesloopt;
    }

    private static ValueTask<HashSet<Guid>> Documenten(Session session, Guid zaak) => VanObject(session, EigenUrls.Van(ZakenResources.Zaken.Pad, zaak));

    private static async ValueTask<HashSet<Guid>> VanObject(Session session, string url) =>
        [.. await session.All("SELECT informatieobject FROM zaakgericht_objectinformatieobjecten WHERE object = $1", row => row.Guid(0), url)];

    private async ValueTask<bool> Een<T>(Session session, Resource<T> resource, Guid id) where T : class
    {
        if (await Rij.Pak(session, resource, id, null) is not { } rij) return false;
        var model = Vorm.VanBewaard<T>(rij.Body);
        await Verwijderen.Schrijf(session, new Schrijven<T>(resource, aanroep, Actie.Destroy, id, model, model, rij.Versie, nu, static _ => "") { Toelichting = toelichting }, rij, diensten);
        return true;
    }
}
