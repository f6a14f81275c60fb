using Meent.Data.Opslag;
using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Bulk;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Invoer;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>The screening authority says what it found wrong with listings, of any platform.</summary>
internal static class Screenen
{
    private static readonly Schema Vorm = Schema.Van(Schemas.Van(2), "ListingScreeningRequest");

    public static async Task<IResult> Ontvang(HttpContext http, Toelating toelating)
    {
        var deelnemer = await toelating.Open(http, Rol.Lsa, Gegeven.Aanbiedingen);
        var stap = new Stap(await Bulkbericht.Lees(http, "screenings"), Vorm);
        await deelnemer.Store.Write(async session =>
        {
            stap.Uitslag.LaatsteTelt(plaats => (stap.Items[plaats].Tekst("platformId"), stap.Items[plaats].Tekst("listingId")));
            // In one order, so that two who screen at the same time never wait for each other.
            foreach (var platform in stap.Open.GroupBy(plaats => stap.Items[plaats].Tekst("platformId")!).OrderBy(groep => groep.Key, StringComparer.Ordinal))
                await Screen(session, stap, platform.Key, [.. platform], deelnemer.Klok.GetUtcNow());
            await deelnemer.Leg(session, "Advertenties van platforms gecontroleerd", Gegeven.Voor(Rol.Lsa, Gegeven.Aanbiedingen));
            return true;
        }, deelnemer.Stop);
        return stap.Uitslag.Antwoord();
    }

    private static async ValueTask Screen(Session session, Stap stap, string platformId, List<int> plaatsen, DateTimeOffset nu)
    {
        if (await session.Platform(platformId) is not { } platform)
        {
            foreach (var plaats in plaatsen) stap.Uitslag.Fout(plaats, new Foutregel($"Platform with platformId '{platformId}' not found", "not_found_error", "platformId"));
            return;
        }

        await session.Vergrendel(platform);
        var huidig = await session.Aanbiedingen(platform, [.. plaatsen.Select(plaats => stap.Items[plaats].Tekst("listingId")!)]);
        foreach (var plaats in plaatsen)
        {
            var eerder = huidig.GetValueOrDefault(stap.Items[plaats].Tekst("listingId")!);
            if (!stap.Mag(plaats, eerder, Stand.Wacht, Stand.Goed, Stand.Gevlagd)) continue;
            var nieuw = eerder!.Gescreend([.. stap.Items[plaats].GetProperty("flags").EnumerateArray().Select(vlag => vlag.GetString()!)], Stap.Na(nu, eerder));
            await session.Vervang(eerder, nieuw);
            stap.Uitslag.Goed(plaats, nieuw.Body);
        }
    }
}
