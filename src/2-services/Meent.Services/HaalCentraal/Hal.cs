using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Meent.Services.HaalCentraal;

/// <summary>Answers in HAL, of JSON that is there already.</summary>
internal static class Hal
{
    public const string Mediatype = "application/hal+json";

    /// <exception cref="Standards.Problemen.ProbleemException">406: the caller takes no JSON.</exception>
    public static void Controleer(HttpRequest vraag)
    {
        var accept = vraag.Headers.Accept.ToString();
        if (accept.Length > 0 && !accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains('*', StringComparison.Ordinal))
            throw Rfc2616Problemen.AntwoordNietOndersteund(Mediatype);
    }

    public static IResult Antwoord(string json) => Results.Text(json, Mediatype, Encoding.UTF8);

    /// <summary>All that there is.</summary>
    public static IResult Lijst(HttpContext http, string naam, IEnumerable<string> delen) => Antwoord(Json(http, naam, delen));

    /// <inheritdoc cref="Lijst"/>
    public static string Json(HttpContext http, string naam, IEnumerable<string> delen) =>
        $"{{\"_embedded\":{{\"{naam}\":[{string.Join(',', delen)}]}},\"_links\":{{\"self\":{Link(Hier(http))}}}}}";

    /// <summary>A page, of which one more than fits was asked.</summary>
    public static IResult Bladzijde(HttpContext http, string naam, IReadOnlyList<string> delen, int pagina, int grootte)
    {
        http.Response.Headers["X-Pagination-Page"] = pagina.ToString(null, null);
        http.Response.Headers["X-Pagination-Limit"] = grootte.ToString(null, null);
        var antwoord = new StringBuilder($"{{\"_embedded\":{{\"{naam}\":[").AppendJoin(',', delen.Take(grootte));
        antwoord.Append("]},\"_links\":{\"self\":").Append(Link(Hier(http, pagina)));
        if (delen.Count > grootte) antwoord.Append(",\"next\":").Append(Link(Hier(http, pagina + 1)));
        if (pagina > 1) antwoord.Append(",\"previous\":").Append(Link(Hier(http, pagina - 1)));
        return Antwoord(antwoord.Append("}}").ToString());
    }

    public static string Link(string href) => $$"""{"href":"{{JsonEncodedText.Encode(href, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}"}""";

    private static string Hier(HttpContext http, int pagina = 1)
    {
        var query = http.Request.Query.Where(p => p.Key != "page").SelectMany(p => p.Value, (p, waarde) => KeyValuePair.Create(p.Key, waarde ?? "")).ToList();
        if (pagina > 1 || http.Request.Query.ContainsKey("page")) query.Add(KeyValuePair.Create("page", pagina.ToString(null, null)));
        return $"{http.Organisatie().Basis}{http.Request.Path}{new QueryBuilder(query)}";
    }
}
