using System.Net;
using System.Security.Cryptography;
using System.Text;
using Meent.Interaction.Inloggen;
using Meent.Interaction.Tests.Hulp;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Interaction.Tests;

/// <summary>What comes back from an OpenID provider is believed only when every part of it is right (OpenID Connect Core 1.0 §3.1.3.7).</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string Terug = "/duinwaarde/inloggen/digid/terug";

    private readonly Provider _provider = new();
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };
    private Paginaserver _server = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await Paginaserver.Start("Production", Provider.Instellingen, _provider);
        _browser = new HttpClient(_handler) { BaseAddress = new Uri(_server.Basis) };
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        _handler.Dispose();
        _provider.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task With_a_token_that_is_right_the_resident_is_in()
    {
        using var antwoord = await LogIn((provider, nonce) => provider.Maak(Provider.Claims(nonce)));

        Assert.Equal("/duinwaarde/mijn", Naar(antwoord));
        using var mijn = await _browser.GetAsync(new Uri("/duinwaarde/mijn", UriKind.Relative));
        Assert.Contains("Dijkgraaf", await mijn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_goes_with_the_verifier_whose_hash_went_before()
    {
        var naarProvider = await Begin();
        using var antwoord = await Kom(naarProvider, (provider, nonce) => provider.Maak(Provider.Claims(nonce)));

        var verifier = QueryHelpers.ParseQuery(_provider.Wissel)["code_verifier"].ToString();
        Assert.Equal(naarProvider["code_challenge"].ToString(), Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
    }

    private static readonly Dictionary<string, Func<Provider, string, string>> Verkeerd = new()
    {
        ["signed by another with the same kid"] = (p, nonce) => p.Maak(Provider.Claims(nonce), ondertekening: Vreemd("een")),
        ["signed with a key that the provider does not publish"] = (p, nonce) => p.Maak(Provider.Claims(nonce), ondertekening: Vreemd("twee")),
        ["changed after it was signed"] = (p, nonce) => Vervalst(p.Maak(Provider.Claims(nonce)), "999970008", "999970045"),
        ["not signed (alg none)"] = (p, nonce) => Ongetekend(p.Maak(Provider.Claims(nonce)), metHandtekening: false),
        ["alg none with a signature behind it"] = (p, nonce) => Ongetekend(p.Maak(Provider.Claims(nonce)), metHandtekening: true),
        ["signed with the secret that client and provider share (HS256)"] = (p, nonce) => p.Maak(Provider.Claims(nonce), ondertekening: Gedeeld()),
        ["of another attempt (nonce)"] = (p, _) => p.Maak(Provider.Claims("nonce van een ander")),
        ["without nonce"] = (p, nonce) => p.Maak(Zonder(nonce, "nonce")),
        ["for another client (aud)"] = (p, nonce) => p.Maak(Provider.Claims(nonce), voor: "een andere gemeente"),
        ["for nobody (aud)"] = (p, nonce) => p.Maak(Provider.Claims(nonce), voor: null),
        ["for many clients without saying who asked (azp)"] = (p, nonce) => p.Maak(Met(nonce, "aud", new[] { Provider.ClientId, "een andere gemeente" }), voor: null),
        ["of another issuer"] = (p, nonce) => p.Maak(Provider.Claims(nonce), uitgever: "https://elders.example"),
        ["expired"] = (p, nonce) => p.Maak(Provider.Claims(nonce), geldig: TimeSpan.FromMinutes(-2)),
        ["not valid yet"] = (p, nonce) => p.Maak(Provider.Claims(nonce), geldig: TimeSpan.FromMinutes(30)),
        ["of a login that is not sure enough (acr)"] = (p, nonce) => p.Maak(Met(nonce, "acr", "basis")),
        ["without a BSN"] = (p, nonce) => p.Maak(Zonder(nonce, "bsn")),
        ["with a number that is no BSN"] = (p, nonce) => p.Maak(Met(nonce, "bsn", "123456789")),
        ["no token at all"] = (_, _) => "geen token",
        ["empty"] = (_, _) => "",
    };

    public static TheoryData<string> Soorten => [.. Verkeerd.Keys];

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task A_token_that_is_not_right_lets_nobody_in(string wat)
    {
        using var antwoord = await LogIn(Verkeerd[wat]);

        Assert.True(antwoord.StatusCode == HttpStatusCode.BadGateway, $"{wat}: {antwoord.StatusCode}");
        Assert.Contains(InlogPaginas.DigidFout, WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(_handler.CookieContainer.GetAllCookies(), koek => koek.Name == "meent-sessie");
        using var mijn = await _browser.GetAsync(new Uri("/duinwaarde/mijn", UriKind.Relative));
        Assert.Equal("/duinwaarde/inloggen?terug=%2Fmijn", Naar(mijn));
    }

    private async Task<HttpResponseMessage> LogIn(Func<Provider, string, string> maak) => await Kom(await Begin(), maak);

    /// <returns>The query with which the browser is sent to the provider.</returns>
    private async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> Begin()
    {
        using var vertrek = await _browser.GetAsync(new Uri("/duinwaarde/inloggen/digid", UriKind.Relative));
        Assert.StartsWith(Provider.Uitgever + "/authorize?", vertrek.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(vertrek.Headers.Location.Query);
    }

    private async Task<HttpResponseMessage> Kom(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> naarProvider, Func<Provider, string, string> maak)
    {
        _provider.Token = () => maak(_provider, naarProvider["nonce"].ToString());
        return await _browser.GetAsync(new Uri($"{Terug}?code=abc&state={naarProvider["state"]}", UriKind.Relative));
    }

    private static string Naar(HttpResponseMessage antwoord) => antwoord.Headers.Location!.OriginalString;

    private static Dictionary<string, object> Zonder(string nonce, string claim)
    {
        var claims = Provider.Claims(nonce);
        claims.Remove(claim);
        return claims;
    }

    private static Dictionary<string, object> Met(string nonce, string claim, object waarde) => new(Provider.Claims(nonce)) { [claim] = waarde };

    private static SigningCredentials Vreemd(string kid) =>
        new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256);

    private static SigningCredentials Gedeeld() =>
        new(new SymmetricSecurityKey(SHA256.HashData("geheim van de broker"u8)) { KeyId = "een" }, SecurityAlgorithms.HmacSha256);

    private static string Vervalst(string token, string oud, string nieuw)
    {
        var delen = token.Split('.');
        delen[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(delen[1]).Replace(oud, nieuw, StringComparison.Ordinal));
        return string.Join('.', delen);
    }

    private static string Ongetekend(string token, bool metHandtekening)
    {
        var delen = token.Split('.');
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{delen[1]}.{(metHandtekening ? delen[2] : "")}";
    }
}
