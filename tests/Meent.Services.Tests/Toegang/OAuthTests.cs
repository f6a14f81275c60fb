using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Tests.Zaakgericht;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Services.Tests.Toegang;

public sealed class OAuthTests : IDisposable
{
    private const string Bewijssoort = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly string Basis = TestStore.TestOrganisatie().Basis;

    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);

    [EngineTheory]
    public async Task A_client_that_proves_itself_gets_a_token_with_its_own_rights(Engine engine)
    {
        await using var node = await Start(engine);

        using var metadata = JsonDocument.Parse(await node.Node.Http.GetStringAsync(new Uri("/.well-known/oauth-authorization-server", UriKind.Relative)));
        Assert.Equal((Basis, Basis + "/oauth/token"), (metadata.RootElement.GetProperty("issuer").GetString(), metadata.RootElement.GetProperty("token_endpoint").GetString()));
        Assert.Equal(metadata.RootElement.GetRawText(), await node.Node.Http.GetStringAsync(new Uri("/.well-known/oauth-authorization-server/duinwaarde", UriKind.Relative)));

        foreach (var (client, algoritme) in new[] { ("ec", SecurityAlgorithms.EcdsaSha256), ("rsa", SecurityAlgorithms.RsaSsaPssSha256), ("rsa", SecurityAlgorithms.RsaSha256) })
        {
            var (status, antwoord) = await Vraag(node, Bewijs(client, algoritme));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(("Bearer", 300), (antwoord.GetProperty("token_type").GetString(), antwoord.GetProperty("expires_in").GetInt32()));
            var token = antwoord.GetProperty("access_token").GetString()!;
            await Als(node, token, client == "ec" ? 200 : 403);
            // What we publish is enough for whoever wants to check it.
            var sleutels = new JsonWebKeySet(await node.Node.Http.GetStringAsync(new Uri("/oauth/jwks", UriKind.Relative)));
            Assert.True((await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = Basis,
                ValidAudience = Basis,
                ValidTypes = ["at+jwt"],
                IssuerSigningKeys = sleutels.GetSigningKeys(),
            })).IsValid);
        }

        // The Autorisaties API decides, as for any client.
        await node.Maak(Diensten.Autorisaties, "/applicaties", new { clientIds = new[] { "rsa" }, label = "Rsa", heeftAlleAutorisaties = true });
        await Als(node, (await Vraag(node, Bewijs("rsa", SecurityAlgorithms.RsaSha256))).Antwoord.GetProperty("access_token").GetString()!, 200);
    }

    [EngineTheory]
    public async Task A_proof_that_is_not_right_gives_no_token(Engine engine)
    {
        await using var node = await Start(engine);
        using var andere = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var goed = Bewijs("ec", SecurityAlgorithms.EcdsaSha256);

        foreach (var fout in new[]
        {
            "", "geen.jwt.dit", Bewijs("ec", SecurityAlgorithms.EcdsaSha256, audience: "https://elders.example/oauth/token"),
            Bewijs("ec", SecurityAlgorithms.EcdsaSha256, einde: TimeSpan.FromMinutes(-2)), Bewijs("ec", SecurityAlgorithms.EcdsaSha256, einde: TimeSpan.FromHours(1)),
            Bewijs("ec", SecurityAlgorithms.EcdsaSha256, jti: ""), Bewijs("ec", SecurityAlgorithms.EcdsaSha256, subject: "rsa"), Bewijs("onbekend", SecurityAlgorithms.EcdsaSha256),
            // Of a client without keys, with the key of another, and signed with what everybody can know.
            Bewijs("proef", SecurityAlgorithms.EcdsaSha256), Bewijs("ec", SecurityAlgorithms.EcdsaSha256, met: new ECDsaSecurityKey(andere)),
            Bewijs("rsa", SecurityAlgorithms.EcdsaSha256), Bewijs("ec", SecurityAlgorithms.HmacSha256, met: new SymmetricSecurityKey(_ec.ExportSubjectPublicKeyInfo())),
            goed[..goed.LastIndexOf('.')] + ".", goed[..^4] + "AAAA",
        })
        {
            var (status, antwoord) = await Vraag(node, fout);
            Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (status, antwoord.GetProperty("error").GetString()));
        }

        Assert.Equal(HttpStatusCode.OK, (await Vraag(node, goed)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Vraag(node, goed)).Status);
        Assert.Equal("unsupported_grant_type", (await Vraag(node, Bewijs("ec", SecurityAlgorithms.EcdsaSha256), ("grant_type", "password"))).Antwoord.GetProperty("error").GetString());
        Assert.Equal("invalid_scope", (await Vraag(node, Bewijs("rsa", SecurityAlgorithms.RsaSha256), ("scope", "zaken.lezen"))).Antwoord.GetProperty("error").GetString());
        Assert.Equal("invalid_scope", (await Vraag(node, Bewijs("ec", SecurityAlgorithms.EcdsaSha256), ("scope", "zaken.lezen\nzaken.aanmaken"))).Antwoord.GetProperty("error").GetString());
        // No proof at all, and a certificate where there is no port for those.
        Assert.Equal("invalid_client", (await Vraag(node, "", ("client_assertion_type", null), ("client_assertion", null), ("client_id", "ec"))).Antwoord.GetProperty("error").GetString());
        Assert.Equal("invalid_client", (await Vraag(node, Bewijs("ec", SecurityAlgorithms.EcdsaSha256), ("client_id", "rsa"))).Antwoord.GetProperty("error").GetString());
        Assert.Equal("invalid_client", (await Vraag(node, Bewijs("ec", SecurityAlgorithms.EcdsaSha256), ("client_assertion_type", "x"))).Antwoord.GetProperty("error").GetString());
    }

    [EngineTheory]
    public async Task A_token_is_limited_to_the_scopes_that_are_asked_for(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Maak(Diensten.Autorisaties, "/applicaties", new
        {
            clientIds = new[] { "rsa" },
            label = "Rsa",
            autorisaties = new[] { new { component = "zrc", scopes = new[] { "zaken.lezen", "zaken.aanmaken" }, zaaktype = node.Zaaktype, maxVertrouwelijkheidaanduiding = "zeer_geheim" } },
        });
        foreach (var (client, algoritme) in new[] { ("ec", SecurityAlgorithms.EcdsaSha256), ("rsa", SecurityAlgorithms.RsaSha256) })
        {
            var antwoord = (await Vraag(node, Bewijs(client, algoritme), ("scope", "zaken.lezen"))).Antwoord;
            Assert.Equal("zaken.lezen", antwoord.GetProperty("scope").GetString());
            var lezer = antwoord.GetProperty("access_token").GetString()!;
            await Als(node, lezer, 200);
            await Als(node, lezer, 403, HttpMethod.Post, Diensten.Zaken, "/zaken", node.Zaak());
            await Als(node, lezer, 403, HttpMethod.Get, Diensten.Documenten, "/enkelvoudiginformatieobjecten");
            await Als(node, lezer, 403, HttpMethod.Get, Diensten.Autorisaties, "/applicaties");
            var beide = (await Vraag(node, Bewijs(client, algoritme), ("scope", " zaken.aanmaken  zaken.lezen"))).Antwoord;
            Assert.Equal("zaken.aanmaken zaken.lezen", beide.GetProperty("scope").GetString());
            await Als(node, beide.GetProperty("access_token").GetString()!, 201, HttpMethod.Post, Diensten.Zaken, "/zaken", node.Zaak());
        }

        Assert.Equal("invalid_scope", (await Vraag(node, Bewijs("rsa", SecurityAlgorithms.RsaSha256), ("scope", "zaken.lezen zaken.verwijderen"))).Antwoord.GetProperty("error").GetString());
        Assert.False((await Vraag(node, Bewijs("rsa", SecurityAlgorithms.RsaSha256))).Antwoord.TryGetProperty("scope", out _));
    }

    [EngineTheory]
    public async Task A_token_of_another_organisation_another_time_or_another_maker_is_refused(Engine engine)
    {
        await using var node = await Start(engine);
        var kluis = node.Node.Services.GetRequiredService<Sleutelkluis>();
        var organisaties = node.Node.Services.GetRequiredService<OrganisatieLijst>();
        var hier = node.Node.Organisatie;
        var ec = new ApiClient("ec", "");
        var tokens = new Toegangstokens(kluis.VanKnopen, organisaties, TimeProvider.System);
        var goed = tokens.Maak(ec, hier);
        await Als(node, goed, 200);

        await Als(node, tokens.Maak(ec, organisaties.Vind("lindewoude")!), 403);
        await Als(node, tokens.Maak(new ApiClient("onbekend", ""), hier), 403);
        // A client that has no keys gets no tokens, and the layers of the organisation never.
        await Als(node, tokens.Maak(new ApiClient("proef", ""), hier), 403);
        await Als(node, tokens.Maak(new ApiClient(InternClient.Id, ""), hier), 403);
        await Als(node, new Toegangstokens(kluis.VanKnopen, organisaties, new Klok(-6)).Maak(ec, hier), 403);
        await Als(node, new Toegangstokens(kluis.VanKnopen, organisaties, new Klok(3)).Maak(ec, hier), 403);
        await Als(node, new Toegangstokens(_ => RandomNumberGenerator.GetBytes(32), organisaties, TimeProvider.System).Maak(ec, hier), 403);
        await Als(node, goed[..^4] + "AAAA", 403);
        // Bound to a certificate, which no connection here has.
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificaat = new CertificateRequest("CN=ec", sleutel, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await Als(node, tokens.Maak(ec, hier, certificaat), 403);
        // A client without a secret is not known by the empty one.
        await Als(node, ZgwJwt.Maak("ec", [], DateTimeOffset.UtcNow, "", ""), 403);
    }

    [Fact]
    public void Keys_of_a_client_are_public_and_long_enough()
    {
        using var kort = RSA.Create(1024);

        Assert.True(Jwks.IsGeldig(Set(Publiek(_ec))));
        Assert.True(Jwks.IsGeldig(Set(Publiek(_rsa))));
        Assert.False(Jwks.IsGeldig(Set(Publiek(kort))));
        Assert.False(Jwks.IsGeldig(Set(JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(_ec)))));
        Assert.False(Jwks.IsGeldig("""{"keys":[]}"""));
        Assert.False(Jwks.IsGeldig("""{"keys":[{"kty":"oct","k":"AAAA"}]}"""));
        Assert.False(Jwks.IsGeldig("geen json"));
    }

    public void Dispose()
    {
        _ec.Dispose();
        _rsa.Dispose();
    }

    private Task<Zaaknode> Start(Engine engine) => Zaaknode.Start(engine, services => services.AddSingleton(new ApiClients(
    [
        new ApiClient("proef", "0123456789abcdef0123456789abcdef") { HeeftAlleAutorisaties = true },
        new ApiClient("ec", "") { HeeftAlleAutorisaties = true, Jwks = Set(Publiek(_ec)) },
        new ApiClient("rsa", "") { Jwks = Set(Publiek(_rsa)) },
    ])));

    private string Bewijs(string client, string algoritme, string? audience = null, string? subject = null, TimeSpan? einde = null, string? jti = null, SecurityKey? met = null)
    {
        var nu = DateTime.UtcNow;
        var claims = new Dictionary<string, object> { ["sub"] = subject ?? client };
        if (jti != "") claims["jti"] = jti ?? Guid.CreateVersion7().ToString();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = client,
            Audience = audience ?? Basis + "/oauth/token",
            IssuedAt = nu.AddHours(-1),
            Expires = nu + (einde ?? TimeSpan.FromMinutes(1)),
            Claims = claims,
            SigningCredentials = new SigningCredentials(met ?? (algoritme == SecurityAlgorithms.EcdsaSha256 ? new ECDsaSecurityKey(_ec) : new RsaSecurityKey(_rsa)), algoritme),
        });
    }

    private static async Task<(HttpStatusCode Status, JsonElement Antwoord)> Vraag(Zaaknode node, string bewijs, params (string Naam, string? Waarde)[] anders)
    {
        var velden = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_assertion_type"] = Bewijssoort, ["client_assertion"] = bewijs };
        foreach (var (naam, waarde) in anders)
        {
            if (waarde is null) velden.Remove(naam);
            else velden[naam] = waarde;
        }

        using var formulier = new FormUrlEncodedContent(velden);
        using var antwoord = await node.Node.Http.PostAsync(new Uri("/oauth/token", UriKind.Relative), formulier);
        Assert.True(antwoord.Headers.CacheControl!.NoStore);
        return (antwoord.StatusCode, JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync()));
    }

    private static Task<JsonElement> Als(Zaaknode node, string token, int status) => Als(node, token, status, HttpMethod.Get, Diensten.Zaken, "/zaken");

    private static Task<JsonElement> Als(Zaaknode node, string token, int status, HttpMethod methode, string dienst, string pad, object? inhoud = null) => node.Node.Vraag(status, methode, dienst, pad, inhoud, Herkomst.Buiten, headers: h =>
    {
        h.Remove("Authorization");
        h.Add("Authorization", "Bearer " + token);
    });

    private static JsonWebKey Publiek(ECDsa ec)
    {
        using var kopie = ECDsa.Create(ec.ExportParameters(includePrivateParameters: false));
        return JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(kopie));
    }

    private static JsonWebKey Publiek(RSA rsa) => JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)));

    private static string Set(JsonWebKey sleutel)
    {
        var velden = new Dictionary<string, string?> { ["kty"] = sleutel.Kty, ["crv"] = sleutel.Crv, ["x"] = sleutel.X, ["y"] = sleutel.Y, ["n"] = sleutel.N, ["e"] = sleutel.E, ["d"] = sleutel.D };
        return JsonSerializer.Serialize(new { keys = new[] { velden.Where(v => v.Value is not null).ToDictionary() } });
    }

    private sealed class Klok(int minuten) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(minuten);
    }
}
