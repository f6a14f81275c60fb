using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Meent.Interaction.Inloggen;

/// <summary>One attempt to log in: what must come back unchanged from the provider.</summary>
/// <param name="Terug">Local path to go to afterwards.</param>
internal sealed record Inlogpoging(string State, string Nonce, string CodeVerifier, string Terug)
{
    public static Inlogpoging Nieuw(string terug) => new(Geheim(), Geheim(), Geheim(), terug);

    // 256 bits; also a valid code verifier (43 characters, RFC 7636 §4.1).
    private static string Geheim() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Keeps an attempt in the browser that made it, encrypted, for ten minutes: a callback in another browser is refused (login CSRF).</summary>
internal sealed class Inlogpogingen(IDataProtectionProvider bescherming)
{
    private static readonly TimeSpan Geldig = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _slot = bescherming.CreateProtector("Meent.Inlogpoging").ToTimeLimitedDataProtector();

    public void Bewaar(HttpContext http, Inlogpoging poging) =>
        http.Response.Cookies.Append(Naam(poging.State), _slot.Protect(JsonSerializer.Serialize(poging), Geldig), Opties(http, Geldig));

    /// <summary>The attempt with this state; once.</summary>
    public Inlogpoging? Neem(HttpContext http, string? state)
    {
        if (state is not { Length: 43 } || http.Request.Cookies[Naam(state)] is not { } koek) return null;
        http.Response.Cookies.Delete(Naam(state), Opties(http, null));
        try
        {
            var poging = JsonSerializer.Deserialize<Inlogpoging>(_slot.Unprotect(koek));
            return poging?.State == state ? poging : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Naam(string state) => "meent-inlog-" + state[..12];

    private static CookieOptions Opties(HttpContext http, TimeSpan? geldig) => new()
    {
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
        MaxAge = geldig,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    };
}
