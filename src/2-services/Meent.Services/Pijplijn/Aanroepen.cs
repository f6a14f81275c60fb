using System.Buffers.Text;
using System.Text.Json;
using Meent.Services.Logboek;
using Meent.Services.Toestemmingen;
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
internal sealed class Aanroepen(ZgwJwt jwt, ApiClients clients, Rechtenboek rechten, Doelen doelen, Toestemmingsboek toestemmingen, Bewaartermijnen termijnen, TimeProvider klok)
{
    private static readonly ApiClient Opdrachtregel = new("meent-import", "") { HeeftAlleAutorisaties = true };

    /// <exception cref="ProbleemException">403: the caller is not known, or names a purpose that the register does not have.</exception>
    public ValueTask<Aanroep> Van(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Resource>()?.MetToken == true ? VanMetToken(http)
        : http.Herkomst() == Herkomst.Inway ? VanPeer(http) : VanClient(http, Weiger.NietBekend);

    /// <summary>As <see cref="Van"/>, at an API that knows tokens beside the JWT and tells a stranger how to come in.</summary>
    /// <exception cref="ProbleemException">401: the caller is not known; 403: it names a purpose that the register does not have.</exception>
    public async ValueTask<Aanroep> VanMetToken(HttpContext http)
    {
        if (http.Herkomst() == Herkomst.Inway) return await VanPeer(http);
        string? authorization = http.Request.Headers.Authorization;
        if (!ApiClients.HeeftToken(authorization)) return await VanClient(http, reden => NietAangemeld(http, reden));
        var organisatie = http.Organisatie();
        var client = clients.VanToken(authorization, organisatie.Slug) ?? throw NietAangemeld(http, "Het token is onbekend.");
        return await Maak(http, await rechten.Client(client, organisatie), gebruiker: "", weergave: null);
    }

    /// <summary>Of who reads a file in from the command line, and may do everything.</summary>
    public async ValueTask<Aanroep> VanOpdrachtregel(Organisatie organisatie)
    {
        await termijnen.Lees(organisatie);
        return new Aanroep(organisatie, Herkomst.Buiten, Opdrachtregel, null, null, "import") { Dag = klok.Vandaag() };
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
        await termijnen.Lees(organisatie);
        string? uri = http.Request.Headers[Headers.Verwerkingsactiviteit];
        uri ??= client?.Doel;
        var doel = uri is null ? null : await doelen.Vind(organisatie, uri, klok.GetUtcNow()) ?? throw Weiger.DoelOnbekend(uri);
        return new Aanroep(organisatie, http.Herkomst(), client, null, doel, gebruiker)
        {
            Dag = klok.Vandaag(),
            GebruikerWeergave = weergave,
            Toestemming = await Toestemming(http, null, doel),
        };
    }

    /// <summary>A purpose whose ground is consent opens only what looks per person whether there is one.</summary>
    /// <exception cref="ProbleemException">403: this does not.</exception>
    private async ValueTask<Toestemmingsbereik?> Toestemming(HttpContext http, string? peer, Doel? doel)
    {
        var bereik = await toestemmingen.Bereik(http.Organisatie(), peer, doel);
        return bereik is null || http.GetEndpoint()?.Metadata.GetMetadata<KentToestemming>() is not null ? bereik : throw Weiger.NietMetToestemming(bereik.Doel);
    }

    private static ProbleemException NietAangemeld(HttpContext http, string reden)
    {
        http.Response.Headers.WWWAuthenticate = "Token";
        return Weiger.NietAangemeld(reden);
    }

    /// <summary>The Inway has checked the token; here only its claims are read.</summary>
    private async ValueTask<Aanroep> VanPeer(HttpContext http)
    {
        await termijnen.Lees(http.Organisatie());
        var token = http.Request.Headers[Headers.FscAuthorization].ToString();
        var delen = (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token[7..] : token).Split('.');
        if (delen.Length != 3) throw Weiger.NietBekend("Het FSC-token ontbreekt.");
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(delen[1]));
        var peer = claims.RootElement.GetProperty("sub").GetString()!;
        var doel = FscDoel.Van(claims.RootElement);
        return new Aanroep(http.Organisatie(), Herkomst.Inway, null, peer, doel, null) { Dag = klok.Vandaag(), Toestemming = await Toestemming(http, peer, doel) };
    }
}
