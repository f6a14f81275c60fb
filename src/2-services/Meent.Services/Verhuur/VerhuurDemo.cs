using Meent.Data.Opslag;
using Meent.Services.Verhuur.Regels;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Verhuur;

/// <summary>Rules of the invented municipalities.</summary>
internal static class VerhuurDemo
{
    /// <summary>Gives a municipality rules when it has none; a second start changes nothing.</summary>
    public static async Task Vul(Store store)
    {
        if (!store.Organisatie.Diensten.Contains(Diensten.Verhuur)) return;
        await store.Write(async session =>
        {
            if ((await session.Regelboek()).Versies.Count > 0) return false;
            foreach (var regelset in Regels(store.Organisatie.Slug)) await session.Voeg(regelset);
            return true;
        });
    }

    private static Regelset[] Regels(string slug) => slug == "duinwaarde"
        ? [
            // A coast town with pressure on its houses: half the nights since 2026.
            Versie(new DateOnly(2024, 1, 1), maxNachten: 60, maxPersonen: 6, "Voorwaarden 2024"),
            Versie(new DateOnly(2026, 1, 1), maxNachten: 30, maxPersonen: 4, "Voorwaarden 2026"),
        ]
        : [
            // A village inland: registered and reported, up to two months.
            Versie(new DateOnly(2025, 4, 1), maxNachten: 60, maxPersonen: 6, "Voorwaarden 2025"),
        ];

    private static Regelset Versie(DateOnly van, int maxNachten, int maxPersonen, string voorwaarden) =>
        new(Guid.CreateVersion7(), 0, van, voorwaarden,
            [new Regel("Hele gemeente", null, null, null, Registratieplicht: true, Meldplicht: true, maxNachten, maxPersonen, Vergunningplicht: false, null)], [], 0);
}
