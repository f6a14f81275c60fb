using Meent.Interaction.Paginas;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Taal;

/// <summary>The visitor's language: what they chose by the link in the header, else Dutch.</summary>
internal static class TaalKeuze
{
    private const string Cookie = "meent-taal";

    public static Tekst Taal(this HttpContext http) => Tekst.Van(http.Request.Cookies[Cookie]);

    public static Task<IResult> Kies(Verzoek verzoek)
    {
        var http = verzoek.Http;
        http.Response.Cookies.Append(Cookie, Tekst.Van((string?)http.Request.RouteValues["code"]).Code, new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        return Task.FromResult(verzoek.GaNaar(verzoek.LokaalPad("terug") ?? "/"));
    }
}
