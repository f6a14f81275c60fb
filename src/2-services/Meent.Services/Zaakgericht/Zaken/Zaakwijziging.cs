using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>A change of a zaak that follows from something else: a status that closes it, a besluit that dates its archive.</summary>
internal static class Zaakwijziging
{
    /// <param name="wijzig">From the zaak as it is to how it becomes; the same one when nothing changes.</param>
    public static ValueTask Pas(Session session, Guid id, Func<Zaak, ValueTask<Zaak>> wijzig) => Volgwijziging.Pas(session, ZakenResources.Zaken, id, wijzig);
}
