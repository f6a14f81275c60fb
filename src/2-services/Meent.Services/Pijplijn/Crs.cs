using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn;

/// <summary>
/// Coordinate reference systems (Zaken API, "Coördinaatstelsel": required headers for resources with geometry). Missing: 412; another than the one that
/// the standard knows: 406.
/// </summary>
internal static class Crs
{
    public static void Controleer(HttpContext http, Resource resource)
    {
        if (!resource.Crs) return;
        Eis(http, Headers.AcceptCrs);
        // A body that may hold geometry says in what system.
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0) Eis(http, Headers.ContentCrs);
        http.Response.Headers[Headers.ContentCrs] = Headers.Wgs84;
    }

    /// <summary>As the Objecten API has it: what is sent says its system, what is asked for need not.</summary>
    /// <param name="stuurt">Whether the operation takes a body.</param>
    public static void Controleer(HttpContext http, bool stuurt)
    {
        if (stuurt) Eis(http, Headers.ContentCrs);
        Eis(http, Headers.AcceptCrs, verplicht: false);
        http.Response.Headers[Headers.ContentCrs] = Headers.Wgs84;
    }

    private static void Eis(HttpContext http, string kop, bool verplicht = true)
    {
        var waarde = http.Request.Headers[kop].ToString();
        if (waarde.Length == 0 && !verplicht) return;
        if (waarde.Length == 0)
            throw new ProbleemException(new Probleem(412, "precondition_failed", "Precondition failed", $"De header {kop} ontbreekt; stuur {Headers.Wgs84}."));
        if (waarde != Headers.Wgs84)
            throw new ProbleemException(new Probleem(406, "not_acceptable", "Not acceptable", $"Het coördinaatstelsel in {kop} wordt niet ondersteund; stuur {Headers.Wgs84}."));
    }
}
