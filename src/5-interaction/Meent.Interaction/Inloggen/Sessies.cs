using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Inloggen;

/// <summary>Sessions: an encrypted cookie, on the path of one organisation and valid there only.</summary>
internal sealed class Sessies(TimeProvider klok)
{
    public const string Schema = "meent-sessie";

    public async Task<Sessie?> Lees(HttpContext http, Organisatie organisatie)
    {
        var wie = (await OpEigenPad(http).AuthenticateAsync(Schema)).Principal;
        if (Sessie.Van(wie) is not { } sessie || sessie.Organisatie != organisatie.Slug || klok.GetUtcNow() >= sessie.Uiterlijk) return null;
        // The tokens of forms are bound to it.
        http.User = wie!;
        return sessie;
    }

    public Task Begin(HttpContext http, Sessie sessie) =>
        OpEigenPad(http).SignInAsync(Schema, sessie.AlsClaims(Schema), new AuthenticationProperties
        {
            IsPersistent = false,
            AllowRefresh = true,
            IssuedUtc = klok.GetUtcNow(),
            ExpiresUtc = klok.GetUtcNow() + sessie.Middel.Stil,
        });

    public static Task Einde(HttpContext http) => OpEigenPad(http).SignOutAsync(Schema);

    /// <summary>The cookie takes the path base of the moment that authentication first ran, which may be before the organisation was found.</summary>
    private static HttpContext OpEigenPad(HttpContext http)
    {
        http.Features.Set<IAuthenticationFeature>(new AuthenticationFeature { OriginalPath = http.Request.Path, OriginalPathBase = http.Request.PathBase });
        return http;
    }
}
