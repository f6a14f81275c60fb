using System.Globalization;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Beschrijving;

/// <summary>The first version of the standard, which has a successor and an end (RFC 9745, RFC 8594, API Design Rules /core/transition-period).</summary>
internal static class Verouderd
{
    public static readonly DateTimeOffset Sinds = new(2026, 5, 20, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Einde = new(2027, 5, 20, 0, 0, 0, TimeSpan.Zero);

    public static void Meld(HttpContext http)
    {
        var pad = http.Request.Path.Value!;
        var begin = Diensten.Pad(Diensten.Sdep) + "/v0/";
        if (!pad.StartsWith(begin, StringComparison.Ordinal)) return;
        var delen = pad[begin.Length..].Split('/', 2);
        http.Response.Headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{Sinds.ToUnixTimeSeconds()}");
        http.Response.Headers["Sunset"] = Einde.ToString("R", CultureInfo.InvariantCulture);
        http.Response.Headers.Link = $"<{http.Organisatie().Basis}{Diensten.Pad(Diensten.Sdep)}/{delen[0]}/v1/{delen.ElementAtOrDefault(1)}>; rel=\"successor-version\"";
    }
}
