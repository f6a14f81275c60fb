using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>A partij prefers what is its own: once that is of somebody else, or gone, it prefers nothing.</summary>
internal static class Voorkeuren
{
    /// <param name="eigenaar">The partij that it belongs to now.</param>
    public static ValueTask WisAdres(Session session, Guid adres, Guid? eigenaar) => Wis(session, "voorkeurs_digitaal_adres", adres, eigenaar, partij => partij with { VoorkeursDigitaalAdres = null });

    /// <param name="eigenaar">The partij that it belongs to now.</param>
    public static ValueTask WisRekening(Session session, Guid rekening, Guid? eigenaar) => Wis(session, "voorkeurs_rekeningnummer", rekening, eigenaar, partij => partij with { VoorkeursRekeningnummer = null });

    private static async ValueTask Wis(Session session, string kolom, Guid id, Guid? eigenaar, Func<Partij, Partij> wis)
    {
        foreach (var partij in await session.All($"SELECT id FROM klantcontact_partijen WHERE {kolom} = $1 ORDER BY id", row => row.Guid(0), id))
        {
            if (partij != eigenaar) await Volgwijziging.Pas(session, PartijResources.Partijen, partij, oud => ValueTask.FromResult(wis(oud)));
        }
    }
}
