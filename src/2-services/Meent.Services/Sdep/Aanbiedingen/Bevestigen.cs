using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Bulk;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Invoer;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>A platform says that it has seen what was found; from then on the competent authority sees it too.</summary>
internal static class Bevestigen
{
    private static readonly Schema Vorm = Schema.Van(Schemas.Van(2), "ListingAcknowledgementRequest");

    public static async Task<IResult> Ontvang(HttpContext http, Toelating toelating)
    {
        var deelnemer = await toelating.Open(http, Rol.Str, Gegeven.Aanbiedingen);
        var stap = new Stap(await Bulkbericht.Lees(http, "acknowledgements"), Vorm);
        await deelnemer.Store.Write(async session =>
        {
            var platform = await session.Vergrendel(deelnemer);
            stap.Uitslag.LaatsteTelt(plaats => stap.Items[plaats].Tekst("listingId"));
            var huidig = await session.Aanbiedingen(platform, [.. stap.Open.Select(plaats => stap.Items[plaats].Tekst("listingId")!)]);
            var nu = deelnemer.Klok.GetUtcNow();
            foreach (var plaats in stap.Open)
            {
                var eerder = huidig.GetValueOrDefault(stap.Items[plaats].Tekst("listingId")!);
                if (!stap.Mag(plaats, eerder, Stand.Gevlagd)) continue;
                var nieuw = eerder!.Bevestigd(Stap.Na(nu, eerder));
                await session.Vervang(eerder, nieuw);
                stap.Uitslag.Goed(plaats, nieuw.Body);
            }

            await deelnemer.Leg(session, "Advertenties bevestigd door een platform", Gegeven.Aanbiedingen);
            return true;
        }, deelnemer.Stop);
        return stap.Uitslag.Antwoord();
    }
}
