using Meent.Data.Opslag;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Regels;

internal static class Gevallen
{
    /// <summary>What the rules look at of a registration, with where its dwelling lies.</summary>
    public static async ValueTask<Geval> Geval(this Session session, Registratie registratie) =>
        new(await session.Ligging(registratie.AdresseerbaarObjectIdentificatie), registratie);
}
