using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Verhuur;

/// <summary>Rules of the invented municipalities.</summary>
internal static class VerhuurDemo
{
    private const string Duinwaarde = "duinwaarde";

    /// <summary>Gives a municipality rules when it has none; a second start changes nothing.</summary>
    public static async Task Vul(Store store, TimeProvider klok)
    {
        if (!store.Organisatie.Diensten.Contains(Diensten.Verhuur)) return;
        await store.Write(async session =>
        {
            if ((await session.Regelboek()).Versies.Count > 0) return false;
            Guid? duinrand = null;
            if (store.Organisatie.Slug == Duinwaarde)
            {
                var (gebied, vlak) = Gebiedlezer.Lees("Duinrand", Duinrand(), klok.GetUtcNow());
                duinrand = (await session.Voeg(gebied, vlak)).Gebied.Id;
            }

            foreach (var regelset in Regels(duinrand)) await session.Voeg(regelset);
            return true;
        });
    }

    private static Regelset[] Regels(Guid? duinrand) => duinrand is { } gebied
        ? [
            // A coast town with pressure on its houses: half the nights since 2026, and fewer still where the dunes begin.
            Versie(new DateOnly(2024, 1, 1), "Voorwaarden 2024", [Rij("Hele gemeente", 60, 6)], []),
            Versie(new DateOnly(2026, 1, 1), "Voorwaarden 2026",
                [Rij("Tweede woningen aan de duinrand", 0, 4) with { Gebied = gebied, Gebruik = Gebruik.TweedeWoning }, Rij("Duinrand", 15, 4) with { Gebied = gebied }, Rij("Rest van de gemeente", 30, 4)],
                [new(Overtreding.GeenRegistratienummer, 1_500, 3_000), new(Overtreding.NietGemeld, 1_500, 3_000), new(Overtreding.TeVeelNachten, 4_000, 8_000)]),
        ]
        : [
            // A village inland: registered and reported, up to two months.
            Versie(new DateOnly(2025, 4, 1), "Voorwaarden 2025", [Rij("Hele gemeente", 60, 6)], []),
        ];

    private static Regelset Versie(DateOnly van, string voorwaarden, IReadOnlyList<Regel> regels, IReadOnlyList<Boete> boetes) =>
        new(Guid.CreateVersion7(), 0, van, voorwaarden, regels, boetes, boetes.Count == 0 ? 0 : 2);

    private static Regel Rij(string naam, int maxNachten, int maxPersonen) =>
        new(naam, null, null, null, Registratieplicht: true, Meldplicht: true, maxNachten, maxPersonen, Vergunningplicht: false, null);

    /// <summary>Around the northernmost streets of the invented town (<see cref="Adressen.Demo.Demoobjecten"/>), drawn in metres.</summary>
    private static byte[] Duinrand()
    {
        (double X, double Y)[] hoeken = [(107_900, 450_350), (107_950, 450_900), (108_300, 451_100), (108_900, 450_950), (109_000, 450_350)];
        var punten = hoeken.Append(hoeken[0]).Select(hoek => Projectie.Wgs84(hoek.X, hoek.Y)).Select(punt => new JsonArray(punt.X, punt.Y));
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(new JsonArray([.. punten])) });
    }
}
