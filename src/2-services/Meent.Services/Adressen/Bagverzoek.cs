using System.Text;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.HaalCentraal;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Meent.Services.Adressen;

/// <summary>What every operation of BAG Individuele Bevragingen 2 begins and ends with.</summary>
internal static class Bagverzoek
{
    public const string Versie = "2.0.0";

    public static async Task Begin(HttpContext http, Aanroepen aanroepen)
    {
        http.Response.Headers["api-version"] = Versie;
        await aanroepen.VanHaalCentraal(http, Rfc2616Problemen.Geauthenticeerd, detail => Rfc2616Problemen.NietGeautoriseerd("autorisation", detail));
        var accept = http.Request.Headers.Accept.ToString();
        if (accept.Length > 0 && !accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains('*', StringComparison.Ordinal))
            throw Rfc2616Problemen.AntwoordNietOndersteund("application/hal+json");
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

    public static IResult Antwoord(string json) => Results.Text(json, "application/hal+json", Encoding.UTF8);

    /// <summary>All that there is.</summary>
    public static IResult Lijst(HttpContext http, string naam, IEnumerable<string> delen) =>
        Antwoord($"{{\"_embedded\":{{\"{naam}\":[{string.Join(',', delen)}]}},\"_links\":{{\"self\":{Objectantwoord.Link(Hier(http))}}}}}");

    /// <summary>A page, of which one more than fits was asked.</summary>
    public static IResult Bladzijde(HttpContext http, string naam, IReadOnlyList<string> delen, int pagina, int grootte)
    {
        http.Response.Headers["X-Pagination-Page"] = pagina.ToString(null, null);
        http.Response.Headers["X-Pagination-Limit"] = grootte.ToString(null, null);
        var antwoord = new StringBuilder($"{{\"_embedded\":{{\"{naam}\":[").AppendJoin(',', delen.Take(grootte));
        antwoord.Append("]},\"_links\":{\"self\":").Append(Objectantwoord.Link(Hier(http, pagina)));
        if (delen.Count > grootte) antwoord.Append(",\"next\":").Append(Objectantwoord.Link(Hier(http, pagina + 1)));
        if (pagina > 1) antwoord.Append(",\"previous\":").Append(Objectantwoord.Link(Hier(http, pagina - 1)));
        return Antwoord(antwoord.Append("}}").ToString());
    }

    private static string Hier(HttpContext http, int pagina = 1)
    {
        var query = http.Request.Query.Where(p => p.Key != "page").SelectMany(p => p.Value, (p, waarde) => KeyValuePair.Create(p.Key, waarde ?? "")).ToList();
        if (pagina > 1 || http.Request.Query.ContainsKey("page")) query.Add(KeyValuePair.Create("page", pagina.ToString(null, null)));
        return $"{http.Organisatie().Basis}{http.Request.Path}{new QueryBuilder(query)}";
    }
}
