using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Bulk;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Gebieden;
using Meent.Services.Sdep.Invoer;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>A platform submits listings, or corrects one as long as nobody looked at it.</summary>
internal static class Aanbieden
{
    private static readonly Schema Vorm = Schema.Van(Schemas.Van(2), "ListingRequest");

    public static async Task<IResult> Ontvang(HttpContext http, Toelating toelating)
    {
        var deelnemer = await toelating.Open(http, Rol.Str, Gegeven.Aanbiedingen);
        var stap = new Stap(await Bulkbericht.Lees(http, "listings"), Vorm);
        await deelnemer.Store.Write(async session =>
        {
            var platform = await session.Vergrendel(deelnemer);
            stap.Uitslag.LaatsteTelt(plaats => stap.Items[plaats].Tekst("listingId"));
            var gebieden = await session.Gebieden([.. stap.Open.Select(plaats => stap.Items[plaats].Tekst("areaId")!).Distinct()]);
            var huidig = await session.Aanbiedingen(platform, [.. stap.Open.Select(plaats => stap.Items[plaats].Tekst("listingId")).OfType<string>()]);
            var nu = deelnemer.Klok.GetUtcNow();
            foreach (var plaats in stap.Open)
            {
                var item = stap.Items[plaats];
                var (areaId, listingId) = (item.Tekst("areaId")!, item.Tekst("listingId") ?? Guid.CreateVersion7().ToString());
                var eerder = huidig.GetValueOrDefault(listingId);
                if (!gebieden.TryGetValue(areaId, out var gebied)) stap.Uitslag.Fout(plaats, new Foutregel($"Area with areaId '{areaId}' not found", "not_found_error", "areaId"));
                else if (!gebied.Geldt(Gebied.Aanbiedingen)) stap.Uitslag.Fout(plaats, new Foutregel($"Area '{areaId}' is not regulated for listings", "regulation_error", "areaId"));
                else if (eerder is { Stand: not Stand.Wacht }) stap.Uitslag.Fout(plaats, new Foutregel($"Listing '{listingId}' is {eerder.Stand}", "conflict_error", "listingId"));
                else
                {
                    var nieuw = Aanbieding.Nieuw(item, listingId, gebied, platform, Stap.Na(nu, eerder));
                    await session.Vervang(eerder, nieuw);
                    stap.Uitslag.Goed(plaats, nieuw.Body);
                }
            }

            await deelnemer.Leg(session, "Advertenties ontvangen van een platform", Gegeven.Aanbiedingen);
            return true;
        }, deelnemer.Stop);
        return stap.Uitslag.Antwoord();
    }
}
