using System.Text.RegularExpressions;
using Meent.Data.Opslag;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Integration.Inway;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Token;

/// <summary>Gives an Outway a token for one grant, bound to its certificate (FSC Core 4.4.1.6, RFC 6749 4.4, RFC 8705 3, RFC 9396 for one purpose out of several).</summary>
internal static partial class TokenEndpoint
{
    public static async Task<IResult> Geef(
        HttpContext http, Stores stores, ContractTabel tabel, CertificateStore certificaten, Adressen adressen, Dienstenaanbod aanbod, IOptions<FscOptions> options, TimeProvider klok)
    {
        if (!http.Request.HasFormContentType) return Fout("invalid_request", "Het verzoek is geen formulier.");
        if (await Formulier(http) is not { } formulier) return Fout("invalid_request", "Het formulier is niet te lezen.");
        // RFC 6749 3.2.
        if (formulier.FirstOrDefault(veld => veld.Value.Count > 1).Key is { } dubbel) return Fout("invalid_request", $"{dubbel} staat er meer dan eens.");
        var grantType = formulier["grant_type"].ToString();
        var scope = formulier["scope"].ToString().Trim();
        var clientId = formulier["client_id"].ToString();
        var details = formulier[Doelkeuze.Naam].ToString();
        var organisatie = http.Organisatie();
        var beller = http.Beller();

        if (grantType.Length == 0) return Fout("invalid_request", "grant_type ontbreekt.");
        if (grantType != "client_credentials") return Fout("unsupported_grant_type", "Alleen client_credentials.");
        if (clientId.Length == 0) return Fout("invalid_request", "client_id ontbreekt.");
        if (clientId != beller.Peer.Id) return Fout("invalid_client", "client_id is niet de Peer ID van het certificaat.");
        if (scope.Length == 0) return Fout("invalid_request", "scope ontbreekt.");
        if (!GrantHash().IsMatch(scope)) return Fout("invalid_scope", "scope is geen hash van een grant voor een verbinding.");
        var doel = details.Length == 0 ? null : Doelkeuze.Lees(details);
        if (details.Length > 0 && doel is null) return Fout("invalid_authorization_details", "authorization_details noemt niet één doel.");

        var nu = klok.GetUtcNow();
        var store = await stores.Get(organisatie);
        var dossier = await store.Read(sessie => tabel.VanGrant(sessie, scope), http.RequestAborted);
        var grant = dossier?.Contract.Grants.First(g => g.Hash == scope);
        if (dossier is null || grant is null || !dossier.Contract.Partijen.Contains(beller.Peer.Id))
            return Fout("invalid_scope", "De grant is hier niet bekend.");
        if (grant.ServicePeer != organisatie.Oin || !aanbod.Biedt(organisatie, grant.ServiceName))
            return Fout("invalid_scope", "De service van deze grant wordt hier niet aangeboden.");
        if (!dossier.Geldt(nu)) return Fout("invalid_grant", $"Het contract geldt niet: {dossier.Staat(nu).Naam()}.");
        if (grant.OutwayPeer != beller.Peer.Id || !IsOutway(grant, beller)) return Fout("unauthorized_client", "De grant is voor een andere Outway.");
        if (doel is not null && !Doelen.Van(grant.Properties).Contains(doel)) return Fout("invalid_authorization_details", "De grant noemt dit doel niet.");

        var einde = Math.Min((nu + options.Value.TokenDuur).ToUnixTimeSeconds(), dossier.Contract.NotAfter);
        var (sub, act) = grant.Delegator is { } delegator && options.Value.Lezing.ActIsUitvoerder ? (delegator, beller.Peer.Id) : (beller.Peer.Id, grant.Delegator);
        var claims = new TokenClaims(
            grant.Hash, options.Value.Groep, sub, organisatie.Oin, grant.ServiceName, adressen.Inway(organisatie),
            einde, nu.ToUnixTimeSeconds(), Thumbprints.Certificate(beller.Certificaat), act, grant.ServiceDelegator, grant.Properties, doel);
        http.Response.Headers.CacheControl = "no-store";
        var token = Jws.Onderteken(certificaten.Van(organisatie).Certificaat, claims.Json(), "JWT");
        var antwoord = new Dictionary<string, object> { ["access_token"] = token, ["token_type"] = "bearer" };
        // RFC 9396 7: what was granted of what was asked.
        if (doel is not null) antwoord[Doelkeuze.Naam] = Doelkeuze.Details(doel);
        return Results.Json(antwoord);
    }

    private static async Task<IFormCollection?> Formulier(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsOutway(Grant grant, Beller beller) => grant.OutwayThumbprint is not null
        ? grant.OutwayThumbprint == Thumbprints.PublicKey(beller.Certificaat)
        : beller.Certificaat.MatchesHostname(grant.OutwayDomain!, allowCommonName: false);

    private static IResult Fout(string error, string omschrijving) =>
        Results.Json(new { error, error_description = omschrijving }, statusCode: StatusCodes.Status400BadRequest);

    // Types 3 and 4: (delegated) service connection; 64 bytes in base64url.
    [GeneratedRegex(@"\A\$1\$[34]\$[A-Za-z0-9_-]{86}\z")]
    private static partial Regex GrantHash();
}
