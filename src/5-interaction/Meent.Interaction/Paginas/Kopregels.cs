using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Paginas;

/// <summary>Headers that make a page safe: nothing from elsewhere, no script at all, never in a frame, never in a shared cache.</summary>
internal static class Kopregels
{
    public static void Zet(HttpContext http, IEnumerable<string> formulierdoelen)
    {
        var koppen = http.Response.Headers;
        koppen.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
            + string.Join(' ', ["form-action", "'self'", .. formulierdoelen]);
        koppen.XContentTypeOptions = "nosniff";
        koppen.XFrameOptions = "DENY";
        koppen["Referrer-Policy"] = "same-origin";
        koppen["Cross-Origin-Opener-Policy"] = "same-origin";
        koppen["Cross-Origin-Resource-Policy"] = "same-origin";
        koppen["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        koppen.CacheControl = "no-cache, no-store";
        koppen.Vary = "Cookie";
        if (http.Request.IsHttps) koppen.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
