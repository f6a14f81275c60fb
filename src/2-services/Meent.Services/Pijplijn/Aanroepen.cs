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
    public ValueTask<Aanroep> Van(HttpContext http) => http.Herkomst() == Herkomst.Inway ? new ValueTask<Aanroep>(VanPeer(http)) : VanClient(http);

    private async ValueTask<Aanroep> VanClient(HttpContext http)
    {
        var organisatie = http.Organisatie();
        var identiteit = jwt.Controleer(http.Request.Headers.Authorization, organisatie.Slug, out var reden, http.Request.Path) ?? throw Weiger.NietBekend(reden);
        var intern = http.Herkomst() == Herkomst.Intern;
        // The internal client lives on the in-memory listener only.
        if (identiteit.IsIntern && !intern) throw Weiger.NietBekend("De client is onbekend.");
        var client = identiteit.IsIntern ? null : clients.Vind(identiteit.ClientId, organisatie.Slug);
        if (client is not null) client = await rechten.Client(client, organisatie);

        string? uri = http.Request.Headers[Headers.Verwerkingsactiviteit];
        uri ??= client?.Doel;
        var doel = uri is null ? null : await doelen.Vind(organisatie, uri, klok.GetUtcNow()) ?? throw Weiger.DoelOnbekend(uri);
        string? gebruiker = intern ? http.Request.Headers[Headers.Gebruiker] : default(string);
        return new Aanroep(organisatie, http.Herkomst(), client, null, doel, gebruiker ?? identiteit.UserId)
        {
            Dag = klok.Vandaag(),
            GebruikerWeergave = gebruiker is null ? identiteit.UserRepresentation : null,
        };
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
