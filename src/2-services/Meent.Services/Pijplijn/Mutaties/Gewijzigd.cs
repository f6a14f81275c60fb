using Meent.Services.Pijplijn.Lezen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>The answer to a write: the resource as it is now, read back with its links and computed members.</summary>
internal static class Gewijzigd
{
    public static async Task Antwoord<T>(HttpContext http, Schrijven<T> gedaan, Verzoek verzoek, int status) where T : class
    {
        var resource = gedaan.Resource;
        using var buffer = new Buffer();
        var koppen = http.Response.Headers;
        koppen.ETag = await LeesEen.Haal(verzoek.Store, resource, gedaan.Id, verzoek.Ouder, Bereik.Volledig, verzoek.Aanroep.Dag, buffer, http);
        if (gedaan.Toegift.Length > 0)
        {
            buffer.Terug(buffer.Lengte - 1);
            buffer.Schrijf(gedaan.Toegift);
            buffer.Schrijf("}"u8);
        }

        koppen["API-version"] = resource.ApiVersie;
        if (gedaan.Waarschuwingen.Count > 0) koppen["X-Warning"] = string.Join("; ", gedaan.Waarschuwingen);
        if (status == StatusCodes.Status201Created) koppen.Location = verzoek.Store.Organisatie.Basis + resource.Url(gedaan.Id, verzoek.Ouder)[1..];
        await Lezen.Antwoord.Json(http, buffer, status);
    }
}
