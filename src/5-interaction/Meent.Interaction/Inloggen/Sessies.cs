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
        var sessie = Sessie.Van((await http.AuthenticateAsync(Schema)).Principal);
        return sessie is not null && sessie.Organisatie == organisatie.Slug && klok.GetUtcNow() < sessie.Begin + sessie.Middel.Langst ? sessie : null;
    }

    public Task Begin(HttpContext http, Sessie sessie) =>
        http.SignInAsync(Schema, sessie.AlsClaims(Schema), new AuthenticationProperties
        {
            IsPersistent = false,
            AllowRefresh = true,
            IssuedUtc = klok.GetUtcNow(),
            ExpiresUtc = klok.GetUtcNow() + sessie.Middel.Stil,
        });

    public static Task Einde(HttpContext http) => http.SignOutAsync(Schema);
}
