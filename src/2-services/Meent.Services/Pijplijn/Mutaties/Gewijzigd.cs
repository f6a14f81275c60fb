using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>A write and its answer: the resource as it has become, read back with its links and computed members.</summary>
internal static class Gewijzigd
{
    /// <param name="schrijf">The change; it may run again, as <see cref="Store.WriteRepeatable{T}"/> has it.</param>
    public static async Task Antwoord<T>(HttpContext http, Resource<T> resource, Verzoek verzoek, int status, Func<Session, ValueTask<Schrijven<T>>> schrijf) where T : class
    {
        using var buffer = new Buffer();
        var (gedaan, lezing) = await verzoek.Store.WriteRepeatable(
            async session =>
            {
                var gedaan = await schrijf(session);
                var lezing = new Lezing(verzoek.Store, resource, gedaan.Id, verzoek.Ouder, Bereik.Volledig, verzoek.Aanroep.Dag, buffer);
                lezing.LeesBijSchrijven(session);
                return (gedaan, lezing);
            },
            http.RequestAborted);
        var koppen = http.Response.Headers;
        koppen.ETag = await lezing.NaSchrijven();
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
