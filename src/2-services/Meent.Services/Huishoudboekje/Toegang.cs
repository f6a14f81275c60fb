using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Huishoudboekje;

/// <summary>No use without a purpose: lets a request in when the purpose it names covers the data that it is about.</summary>
internal sealed class Toegang(Aanroepen aanroepen, Stores stores, Verwerkingslog verwerkingslog, TimeProvider klok)
{
    private const string Lezen = "huishoudboekje.lezen";
    private const string Bijwerken = "huishoudboekje.bijwerken";

    /// <param name="gegeven">What the request uses: <c>deelnemers</c>, <c>afspraken</c>, <c>crediteuren</c>, <c>transacties</c>, <c>betalingen</c>, <c>signalen</c>.</param>
    /// <exception cref="ProbleemException">403: unknown caller, no purpose, or one that does not cover this.</exception>
    public async ValueTask<Verzoek> Open(HttpContext http, string gegeven)
    {
        var aanroep = await aanroepen.Van(http);
        _ = aanroep.Bereik(IsLezen(http.Request) ? Lezen : Bijwerken, Zichtbaarheid.Iedereen);
        _ = aanroep.VereisDoel(Diensten.Huishoudboekje, gegeven);
        return new Verzoek(http, aanroep, $"{Diensten.Huishoudboekje}:{gegeven}", await stores.Get(aanroep.Organisatie), verwerkingslog, klok);
    }

    private static bool IsLezen(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.Value!.EndsWith("/_zoek", StringComparison.Ordinal);
}
