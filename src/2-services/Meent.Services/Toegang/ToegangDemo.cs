using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Toegang;

/// <summary>The invented employees of the demo landscape; the same at each municipality.</summary>
internal static class ToegangDemo
{
    private static readonly Rol[] Rollen =
    [
        new("behandelaar-verhuur", ["werkvoorraad", "verhuur.inzien", "verhuur.verifieren"]),
        new("toezichthouder", ["werkvoorraad", "verhuur.inzien", "verhuur.signaleren"]),
        new("beheerder", ["werkvoorraad", "toegang.beheren"]),
    ];

    private static readonly (string Id, Medewerkerinvoer Invoer)[] Medewerkers =
    [
        ("m.visser", new("Marit Visser", true, ["behandelaar-verhuur"], [])),
        ("k.osman", new("Kemal Osman", true, ["toezichthouder"], [])),
        ("b.deboer", new("Bas de Boer", true, ["beheerder"], [])),
        ("u.dienst", new("Uma Dienst", false, ["behandelaar-verhuur"], [])),
    ];

    /// <summary>Fills an empty register; what an administrator changed since stays.</summary>
    public static async Task Vul(Store store)
    {
        if (!store.Organisatie.Diensten.Contains(Diensten.Toegang)) return;
        await store.Write(async session =>
        {
            if ((await session.AlleRollen()).Count > 0) return false;
            foreach (var rol in Rollen) await session.Zet(rol);
            foreach (var (id, invoer) in Medewerkers) await session.Zet(id, invoer);
            return true;
        });
    }
}
