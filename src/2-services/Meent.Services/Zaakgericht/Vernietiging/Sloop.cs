using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Besluiten;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Services.Zaakgericht.Zaken;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>
/// Destroys a zaak with what exists for it alone: its deelzaken, their besluiten, and the documents that no other zaak or besluit has. A document that
/// others have too stays, and loses the relation. The same rules, events and traces as a DELETE of each.
/// </summary>
internal sealed class Sloop(Aanroep aanroep, Dienstverlening diensten, Opruimer opruimer, DateTimeOffset nu, string toelichting)
{
    /// <returns>What went with it; null when the zaak was gone already.</returns>
    public async ValueTask<Gesloopt?> Zaak(Session session, Guid id)
    {
        var documenten = new HashSet<Guid>();
        foreach (var zaak in (Guid[])[.. await session.All("SELECT id FROM zaakgericht_zaken WHERE hoofdzaak = $1", row => row.Guid(0), id), id])
        {
            documenten.UnionWith(await Documenten(session, ZakenResources.Zaken, zaak));
            foreach (var besluit in await session.All("SELECT id FROM zaakgericht_besluiten WHERE zaak = $1", row => row.Guid(0), zaak))
            {
                documenten.UnionWith(await Documenten(session, BesluitenResources.Besluiten, besluit));
                await Een(session, BesluitenResources.Besluiten, besluit);
            }
        }

        if (!await Een(session, ZakenResources.Zaken, id)) return null;
        var (gesloopt, inhoud) = (0L, new HashSet<string>());
        foreach (var document in documenten)
        {
            if (await session.One("SELECT 1 FROM zaakgericht_objectinformatieobjecten WHERE informatieobject = $1", _ => true, document)) continue;
            inhoud.UnionWith(await Documentinhoud.Namen(session, document));
            if (await Een(session, DocumentenResources.Informatieobjecten, document)) gesloopt++;
        }

        return new Gesloopt(gesloopt, inhoud);
    }

    /// <summary>Once the rows are gone for good, their content goes too, as far as no other document has it.</summary>
    public async Task WisInhoud(Store store, Gesloopt? gesloopt, CancellationToken stop)
    {
        foreach (var naam in gesloopt?.Inhoud ?? [])
        {
            try
            {
                await opruimer.Wis(store.Organisatie, naam, stop);
            }
            catch (Exception fout) when (fout is IOException or HttpRequestException)
            {
                // The content store is out of reach. That it has to go is noted there: the Opruimer tries again.
            }
        }
    }

    private static async ValueTask<List<Guid>> Documenten(Session session, Resource resource, Guid id) =>
        await session.All("SELECT informatieobject FROM zaakgericht_objectinformatieobjecten WHERE object = $1", row => row.Guid(0), resource.Url(id, null));

    private async ValueTask<bool> Een<T>(Session session, Resource<T> resource, Guid id) where T : class
    {
        if (await Rij.Pak(session, resource, id, null) is not { } rij) return false;
        var model = Vorm.VanBewaard<T>(rij.Body);
        await Verwijderen.Schrijf(session, new Schrijven<T>(resource, aanroep, Actie.Destroy, id, model, model, rij.Versie, nu, static _ => "") { Toelichting = toelichting }, rij, diensten);
        return true;
    }
}

/// <summary>What went with a zaak.</summary>
/// <param name="Documenten">How many documents.</param>
/// <param name="Inhoud">Names of their contents in the content store.</param>
internal sealed record Gesloopt(long Documenten, IReadOnlyCollection<string> Inhoud);
