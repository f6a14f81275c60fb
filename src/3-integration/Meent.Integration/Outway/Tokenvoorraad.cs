using System.Collections.Concurrent;
using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Integration.Manager;
using Meent.Integration.Token;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Outway;

/// <summary>A token in use.</summary>
internal sealed record Token(string Tekst, TokenClaims Claims, DateTimeOffset Verversen, DateTimeOffset Einde);

/// <summary>
/// The Outway's tokens, one a grant and purpose: fetched once however many requests wait for it, and renewed before it ends, so that no request waits again.
/// </summary>
internal sealed class Tokenvoorraad(
    ManagerClient client, CertificateStore certificaten, Peeradressen peers, IOptions<FscOptions> options, TimeProvider klok)
{
    private readonly ConcurrentDictionary<(string Slug, string X5t, string Grant, string? Doel), Task<Token>> _tokens = new();
    private readonly ConcurrentDictionary<(string Slug, string X5t, string Grant, string? Doel), byte> _bezig = new();

    /// <exception cref="FscException">502: the provider's Manager refused, or does not answer.</exception>
    public async ValueTask<Token> Geef(Organisatie organisatie, Verbinding verbinding, string? doel)
    {
        var sleutel = Sleutel(organisatie, verbinding, doel);
        while (true)
        {
            var bekend = _tokens.TryGetValue(sleutel, out var lopend);
            if (bekend && !lopend!.IsCompletedSuccessfully && lopend.IsCompleted)
            {
                _tokens.TryRemove(new(sleutel, lopend));
                continue;
            }

            var eigen = false;
            if (!bekend)
            {
                // Lazy, so that of those who come at once one asks.
                var nieuw = new TaskCompletionSource<Token>(TaskCreationOptions.RunContinuationsAsynchronously);
                lopend = _tokens.GetOrAdd(sleutel, nieuw.Task);
                eigen = lopend == nieuw.Task;
                if (eigen) await Vul(nieuw, organisatie, verbinding, sleutel.Doel);
            }

            var token = await lopend!;
            var nu = klok.GetUtcNow();
            if (token.Einde <= nu)
            {
                _tokens.TryRemove(new(sleutel, lopend));
                // Given just now it is good by the clock of the provider, whose Inway decides; asking again would give no other.
                if (eigen) return token;
                continue;
            }

            if (token.Verversen <= nu && _bezig.TryAdd(sleutel, 0)) _ = Ververs(sleutel, organisatie, verbinding);
            return token;
        }
    }

    /// <summary>After an Inway refused it or could not be reached. One that came in its place meanwhile stays.</summary>
    public async ValueTask Vergeet(Organisatie organisatie, Verbinding verbinding, string? doel, Token token)
    {
        var sleutel = Sleutel(organisatie, verbinding, doel);
        if (_tokens.TryGetValue(sleutel, out var lopend) && lopend.IsCompletedSuccessfully && await lopend == token) _tokens.TryRemove(new(sleutel, lopend));
    }

    // A token is bound to the certificate with which it was fetched. A provider that knows no purposes is not asked for one.
    private (string, string, string, string? Doel) Sleutel(Organisatie organisatie, Verbinding verbinding, string? doel) =>
        (organisatie.Slug, certificaten.Van(organisatie).X5t, verbinding.Grant.Hash, verbinding.Vertaling is null ? doel : null);

    private async Task Vul(TaskCompletionSource<Token> nieuw, Organisatie organisatie, Verbinding verbinding, string? doel)
    {
        try
        {
            nieuw.SetResult(await Haal(organisatie, verbinding, doel));
        }
        catch (Exception fout)
        {
            nieuw.SetException(fout);
        }
    }

    private async Task Ververs((string, string, string, string? Doel) sleutel, Organisatie organisatie, Verbinding verbinding)
    {
        try
        {
            _tokens[sleutel] = Task.FromResult(await Haal(organisatie, verbinding, sleutel.Doel));
        }
        catch (FscException)
        {
            // The old one serves until it ends; the request after that reports the reason.
        }
        finally
        {
            _bezig.TryRemove(sleutel, out _);
        }
    }

    private async Task<Token> Haal(Organisatie organisatie, Verbinding verbinding, string? doel)
    {
        var grant = verbinding.Grant;
        try
        {
            var adres = await peers.Vind(organisatie, grant.ServicePeer, CancellationToken.None)
                ?? throw Fout(FscCodes.TokenRefused, $"Het adres van de Manager van Peer '{grant.ServicePeer}' is onbekend.");
            List<KeyValuePair<string, string>> velden = [new("grant_type", "client_credentials"), new("scope", grant.Hash), new("client_id", organisatie.Oin)];
            // A Manager that does not know it leaves it out (RFC 6749 3.2); the grant then stands for all its purposes.
            if (doel is not null) velden.Add(new(Doelkeuze.Naam, Doelkeuze.Json(doel)));
            using var vraag = new FormUrlEncodedContent(velden);
            var tekst = await client.Stuur(organisatie, grant.ServicePeer, HttpMethod.Post, adres, "/token", vraag, CancellationToken.None);
            using var antwoord = JsonDocument.Parse(tekst);
            return Lees(antwoord.RootElement.GetProperty("access_token").GetString()!, organisatie.Oin, grant);
        }
        catch (ManagerWeigering weigering)
        {
            throw Fout(FscCodes.TokenRefused, $"De Manager van Peer '{grant.ServicePeer}' geeft geen token: {weigering.Message}");
        }
        catch (Exception fout) when (fout is HttpRequestException or OperationCanceledException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw Fout(FscCodes.TokenRefused, $"De Manager van Peer '{grant.ServicePeer}' antwoordt niet.");
        }
    }

    private Token Lees(string tekst, string outway, Grant grant)
    {
        // The token is for the Inway to verify; here it must be the one asked for, and lead to an address over TLS.
        if (Jws.Lees(tekst) is not { } jws || TokenClaims.Lees(jws.Lading) is not { } claims
            || claims.Gid != options.Value.Groep || claims.Gth != grant.Hash || claims.Iss != grant.ServicePeer || claims.Svc != grant.ServiceName
            || !Uri.TryCreate(claims.Aud, UriKind.Absolute, out var inway) || inway.Scheme != Uri.UriSchemeHttps)
            throw Fout(FscCodes.TokenRefused, $"De Manager van Peer '{grant.ServicePeer}' gaf een token voor iets anders.");

        var nu = klok.GetUtcNow();
        // Of a provider whose clock is ahead it ends earlier than it says: it was given just now, for no longer than from its beginning to its end.
        var duur = Math.Min(claims.Exp - nu.ToUnixTimeSeconds(), claims.Exp - claims.Nbf);
        var einde = DateTimeOffset.FromUnixTimeSeconds(nu.ToUnixTimeSeconds() + duur) - TimeSpan.FromSeconds(5);
        return new Token(tekst, claims.Gelezen(outway), nu + ((einde - nu) * 0.7), einde);
    }

    private static FscException Fout(string code, string melding) => new(502, code, melding, FscDomein.Outway);
}
