using System.Security.Cryptography;
using System.Text;
using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Toegang.OAuth;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Sdep.Deelnemers;

/// <summary>
/// The token endpoint as the standard has it: client credentials with a JWT that the client signed, or with a secret where no data of real people is. The
/// tokens are those that the other APIs know.
/// </summary>
internal static class TokenApi
{
    private const string BasicSchema = "Basic ";
    private static readonly TimeSpan HoudbaarheidMetGeheim = TimeSpan.FromHours(1);

    public static void MapToken(this Versiegroep api) =>
        api.Post("/token", "postAuthToken", "Get an access token.", (http, _) => Geef(http)).Leest("TokenRequest", "application/x-www-form-urlencoded").Geeft(200, "TokenResponse").Open();

    private static async Task<IResult> Geef(HttpContext http)
    {
        var organisatie = http.Organisatie();
        if (!http.Request.HasFormContentType) throw Onjuist("Client credentials must be provided as a form");
        var formulier = await http.Request.ReadFormAsync(http.RequestAborted);
        var (id, geheim) = (formulier["client_id"].ToString(), formulier["client_secret"].ToString());
        // What RFC 7523 calls it is taken as well.
        var bewijs = formulier["client_signed_jwt"] is [{ Length: > 0 } jwt] ? jwt : formulier["client_assertion"].ToString();
        if (id.Length == 0 && geheim.Length == 0) (id, geheim) = Basic(http);
        if (formulier["grant_type"] is [{ Length: > 0 } soort] && soort != "client_credentials") throw Onjuist("grant_type must be client_credentials");
        if (geheim.Length > 0 && bewijs.Length > 0) throw Onjuist("Use either a client secret or a client-signed JWT, not both");
        if (id.Length == 0 || (geheim.Length == 0 && bewijs.Length == 0)) throw Onjuist("Client credentials must be provided: client_id with client_signed_jwt or client_secret");
        if (bewijs.Length > 0) return await MetBewijs(http, organisatie, id, bewijs);
        if (organisatie.IsProductie) throw Onjuist("Client secrets are not accepted here; use a client-signed JWT");
        var client = http.RequestServices.GetRequiredService<ApiClients>().Vind(id, organisatie.Slug);
        if (client is not { Geheim.Length: > 0 } || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(client.Geheim), Encoding.UTF8.GetBytes(geheim))) throw NietBekend();
        var nu = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Token(ZgwJwt.Maak(id, Encoding.UTF8.GetBytes(client.Geheim), nu, "", ""), HoudbaarheidMetGeheim);
    }

    private static async Task<IResult> MetBewijs(HttpContext http, Organisatie organisatie, string id, string bewijs)
    {
        var adres = organisatie.Basis + http.Request.Path.Value;
        var client = await http.RequestServices.GetRequiredService<Clientbewijs>().Controleer(bewijs, organisatie, adres);
        if (client is null || client.Id != id) throw NietBekend();
        return Token(http.RequestServices.GetRequiredService<Toegangstokens>().Maak(client, organisatie, http.Connection.ClientCertificate), Toegangstokens.Houdbaarheid);
    }

    private static IResult Token(string token, TimeSpan houdbaarheid) => SdepJson.Antwoord(json =>
    {
        json.WriteStartObject();
        json.WriteString("access_token", token);
        json.WriteString("token_type", "bearer");
        json.WriteNumber("expires_in", (int)houdbaarheid.TotalSeconds);
        json.WriteEndObject();
    });

    private static (string Id, string Geheim) Basic(HttpContext http)
    {
        var kop = http.Request.Headers.Authorization.ToString();
        if (!kop.StartsWith(BasicSchema, StringComparison.OrdinalIgnoreCase)) return ("", "");
        var bytes = new byte[kop.Length];
        if (!Convert.TryFromBase64String(kop[BasicSchema.Length..], bytes, out var aantal)) return ("", "");
        var delen = Encoding.UTF8.GetString(bytes, 0, aantal).Split(':', 2);
        return delen.Length == 2 ? (delen[0], delen[1]) : ("", "");
    }

    private static SdepException Onjuist(string msg) => new(StatusCodes.Status400BadRequest, new Foutregel(msg, "validation_error"));

    private static SdepException NietBekend() => new(StatusCodes.Status401Unauthorized, new Foutregel("Authentication failed", "authentication_error"));
}
