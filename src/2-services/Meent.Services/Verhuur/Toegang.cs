using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Verhuur;

/// <summary>No use without a purpose: lets a request in when the purpose it names covers the data that it is about.</summary>
internal sealed class Toegang(Aanroepen aanroepen, Toestemmingsboek toestemmingen, Stores stores, Verwerkingslog verwerkingslog, TimeProvider klok)
{
    private const string Lezen = "verhuur.lezen";
    private const string Bijwerken = "verhuur.bijwerken";

    /// <param name="gegeven">What the request uses: <c>registraties</c>, <c>meldingen</c>, <c>nachten</c>, <c>signalen</c>, <c>regels</c>.</param>
    /// <exception cref="ProbleemException">403: unknown caller, no purpose, or one that does not cover this.</exception>
    public async ValueTask<Verzoek> Open(HttpContext http, string gegeven)
    {
        var aanroep = await aanroepen.Van(http);
        _ = aanroep.Bereik(IsLezen(http.Request) ? Lezen : Bijwerken, Zichtbaarheid.Iedereen);
        _ = aanroep.VereisDoel(Diensten.Verhuur, gegeven);
        return new Verzoek(http, aanroep, $"{Diensten.Verhuur}:{gegeven}", await stores.Get(aanroep.Organisatie), verwerkingslog, klok)
        {
            Toestemming = aanroep.Toestemming is { } bereik ? await toestemmingen.Personen(aanroep.Organisatie, bereik, Diensten.Verhuur, [gegeven], null, http.RequestAborted) : null,
        };
    }

    private static bool IsLezen(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.Value!.EndsWith("/_zoek", StringComparison.Ordinal);

    /// <summary>The store, for what holds no personal data and is open to all.</summary>
    public ValueTask<Store> Openbaar(HttpContext http) => stores.Get(http.Organisatie());
}
