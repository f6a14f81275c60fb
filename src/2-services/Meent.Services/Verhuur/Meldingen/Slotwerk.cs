using Meent.Data.Opslag;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>
/// The lock of a dwelling. All other changes of what is counted there wait until this transaction ends, so two reports can never both see room for
/// themselves (VV-04). What the lock guards is read after it was taken. On SQLite the one writer makes them wait already; the statement is the same.
/// </summary>
internal static class Slotwerk
{
    public static async ValueTask<Registratie?> VergrendeldeRegistratie(this Session session, Registratienummer nummer)
    {
        if (await session.Registratie(nummer) is not { } registratie) return null;
        await Vergrendel(session, registratie.AdresseerbaarObjectIdentificatie);
        return await session.Registratie(nummer);
    }

    public static async ValueTask<(Melding Melding, Registratie Registratie)?> VergrendeldeMelding(this Session session, Guid id)
    {
        if (await session.Melding(id) is not { } melding) return null;
        await Vergrendel(session, melding.AdresseerbaarObjectIdentificatie);
        return ((await session.Melding(id))!, (await session.Registratie(melding.Registratie))!);
    }

    /// <summary>How often the lock was taken: while it is held, the position of an event of this dwelling among the others.</summary>
    public static ValueTask<long> Slot(this Session session, string woonruimte) =>
        session.One("SELECT slot FROM verhuur_woonruimten WHERE id = $1", row => row.Long(0), woonruimte);

    private static async ValueTask Vergrendel(Session session, string woonruimte) => await session.Execute(
        "INSERT INTO verhuur_woonruimten (id, slot) VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET slot = verhuur_woonruimten.slot + 1", woonruimte);
}
