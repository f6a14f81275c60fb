using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>A change of a zaak that follows from something else: a status that closes it, a besluit that dates its archive.</summary>
internal static class Zaakwijziging
{
    /// <param name="wijzig">From the zaak as it is to how it becomes; the same one when nothing changes.</param>
    public static async ValueTask Pas(Session session, Guid id, Func<Zaak, ValueTask<Zaak>> wijzig)
    {
        var resource = ZakenResources.Zaken;
        if (await Rij.Pak(session, resource, id, null) is not { } rij) return;
        var oud = Vorm.VanBewaard<Zaak>(rij.Body);
        var nieuw = await wijzig(oud);
        if (ReferenceEquals(nieuw, oud)) return;
        var kolommen = await Kolomwaarden.Van(resource, nieuw, session);
        await Rij.Vervang(session, resource, id, Vorm.Bewaar(nieuw, resource.Url(id, null), id, resource.MetUuid), kolommen.Waarden);
    }
}
