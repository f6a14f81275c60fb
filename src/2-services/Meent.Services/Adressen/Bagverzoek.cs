using Meent.Services.Adressen.Voorkomens;
using Meent.Services.HaalCentraal;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Adressen;

/// <summary>What every operation of BAG Individuele Bevragingen 2 begins and ends with.</summary>
internal static class Bagverzoek
{
    public const string Versie = "2.0.0";

    public static async Task Begin(HttpContext http, Aanroepen aanroepen)
    {
        http.Response.Headers["api-version"] = Versie;
        await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd("autorisation", detail));
        Hal.Controleer(http.Request);
    }

    /// <summary>An answer with geometry is in the one system there is, which the caller has to name.</summary>
    public static void Crs(HttpContext http)
    {
        var gevraagd = http.Request.Headers[Headers.AcceptCrs].ToString();
        if (gevraagd.Length == 0) throw BagProblemen.CrsOntbreekt();
        if (!gevraagd.Equals(Rijksdriehoek.Epsg, StringComparison.OrdinalIgnoreCase)) throw BagProblemen.CrsGeweigerd();
        http.Response.Headers[Headers.ContentCrs] = Rijksdriehoek.Epsg;
    }

    public static void InhoudCrs(HttpContext http)
    {
        var gegeven = http.Request.Headers[Headers.ContentCrs].ToString();
        if (gegeven.Length == 0) throw BagProblemen.InhoudCrsOntbreekt();
        if (!gegeven.Equals(Rijksdriehoek.Epsg, StringComparison.OrdinalIgnoreCase)) throw BagProblemen.InhoudCrsGeweigerd();
    }
}
