using System.Buffers.Text;
using System.Text.Json;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Zaakgericht.Autorisaties;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn;

/// <summary>Establishes who calls and for what; the first thing that every service does with a request.</summary>
internal sealed class Aanroepen(ZgwJwt jwt, ApiClients clients, Rechtenboek rechten, Doelen doelen, TimeProvider klok)
{
    /// <exception cref="ProbleemException">403: the caller is not known, or names a purpose that the register does not have.</exception>
    public ValueTask<Aanroep> Van(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Resource>()?.MetToken == true ? VanMetToken(http)
        : http.Herkomst() == Herkomst.Inway ? new ValueTask<Aanroep>(VanPeer(http)) : VanClient(http, Weiger.NietBekend);

    /// <summary>As <see cref="Van"/>, at an API that knows tokens beside the JWT and tells a stranger how to come in.</summary>
    /// <exception cref="ProbleemException">401: the caller is not known; 403: it names a purpose that the register does not have.</exception>
    public async ValueTask<Aanroep> VanMetToken(HttpContext http)
    {
        if (http.Herkomst() == Herkomst.Inway) return VanPeer(http);
        string? authorization = http.Request.Headers.Authorization;
        if (!ApiClients.HeeftToken(authorization)) return await VanClient(http, reden => NietAangemeld(http, reden));
        var organisatie = http.Organisatie();
        var client = clients.VanToken(authorization, organisatie.Slug) ?? throw NietAangemeld(http, "Het token is onbekend.");
        return await Maak(http, await rechten.Client(client, organisatie), gebruiker: "", weergave: null);
    }

    private async ValueTask<Aanroep> VanClient(HttpContext http, Func<string, ProbleemException> weiger)
    {
        var organisatie = http.Organisatie();
        var identiteit = jwt.Controleer(http.Request.Headers.Authorization, organisatie.Slug, out var reden, http.Connection.ClientCertificate) ?? throw weiger(reden);
        var intern = http.Herkomst() == Herkomst.Intern;
        // The internal client lives on the in-memory listener only.
        if (identiteit.IsIntern && !intern) throw weiger("De client is onbekend.");
        var client = identiteit.IsIntern ? null : clients.Vind(identiteit.ClientId, organisatie.Slug);
        if (client is not null) client = (await rechten.Client(client, organisatie)).Beperk(identiteit.Scope);
        string? gebruiker = intern ? http.Request.Headers[Headers.Gebruiker] : default(string);
        return await Maak(http, client, gebruiker ?? identiteit.UserId, gebruiker is null ? identiteit.UserRepresentation : null);
    }

    private async ValueTask<Aanroep> Maak(HttpContext http, ApiClient? client, string gebruiker, string? weergave)
    {
        var organisatie = http.Organisatie();
        string? uri = http.Request.Headers[Headers.Verwerkingsactiviteit];
        uri ??= client?.Doel;
        var doel = uri is null ? null : await doelen.Vind(organisatie, uri, klok.GetUtcNow()) ?? throw Weiger.DoelOnbekend(uri);
        return new Aanroep(organisatie, http.Herkomst(), client, null, doel, gebruiker) { Dag = klok.Vandaag(), GebruikerWeergave = weergave };
    }

    private static ProbleemException NietAangemeld(HttpContext http, string reden)
    {
        http.Response.Headers.WWWAuthenticate = "Token";
        return Weiger.NietAangemeld(reden);
    }

    /// <summary>The Inway has checked the token; here only its claims are read.</summary>
    private Aanroep VanPeer(HttpContext http)
    {
        var token = http.Request.Headers[Headers.FscAuthorization].ToString();
        var delen = (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token[7..] : token).Split('.');
        if (delen.Length != 3) throw Weiger.NietBekend("Het FSC-token ontbreekt.");
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(delen[1]));
        var peer = claims.RootElement.GetProperty("sub").GetString()!;
        return new Aanroep(http.Organisatie(), Herkomst.Inway, null, peer, FscDoel.Van(claims.RootElement), null) { Dag = klok.Vandaag() };
    }
}
