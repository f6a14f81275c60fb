using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Meent.Standards.Toegang;

namespace Meent.Standards.Tests.Toegang;

public sealed class ZgwJwtTests
{
    private static readonly byte[] Geheim = Encoding.UTF8.GetBytes(new string('g', 32));
    private readonly Klok _klok = new();
    private readonly InternClient _intern;
    private readonly ZgwJwt _jwt;

    public ZgwJwtTests()
    {
        _intern = new InternClient(_klok);
        _jwt = new ZgwJwt(new ApiClients([new ApiClient("zaaksysteem", new string('g', 32), "duinwaarde")]), _intern, _klok);
    }

    [Fact]
    public void A_good_token_tells_who_calls_until_it_is_an_hour_old()
    {
        var token = "Bearer " + ZgwJwt.Maak("zaaksysteem", Geheim, _klok.Nu, "m.visser", "Marit Visser");
        Assert.Equal(new ZgwIdentiteit("zaaksysteem", "m.visser", "Marit Visser"), _jwt.Controleer(token, "duinwaarde", out _));
        Assert.Equal("m.visser", _jwt.Controleer(token, "duinwaarde", out _)?.UserId);
        _klok.Nu += TimeSpan.FromMinutes(61);
        Assert.Null(_jwt.Controleer(token, "duinwaarde", out var reden));
        Assert.Contains("verlopen", reden, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_organisation_client_or_secret_is_refused()
    {
        var token = "Bearer " + ZgwJwt.Maak("zaaksysteem", Geheim, _klok.Nu, "", "");
        Assert.NotNull(_jwt.Controleer(token, "duinwaarde", out _));
        Assert.Null(_jwt.Controleer(token, "lindewoude", out _));
        Assert.Null(_jwt.Controleer("Bearer " + ZgwJwt.Maak("anders", Geheim, _klok.Nu, "", ""), "duinwaarde", out _));
        Assert.Null(_jwt.Controleer("Bearer " + ZgwJwt.Maak("zaaksysteem", new byte[32], _klok.Nu, "", ""), "duinwaarde", out _));
    }

    [Fact]
    public void The_internal_client_is_known_everywhere_with_its_user()
    {
        var wie = _jwt.Controleer(_intern.Authorization("burger"), "lindewoude", out _);
        Assert.True(wie is { IsIntern: true, UserId: "burger" });
        Assert.Null(_jwt.Controleer(new InternClient(_klok).Authorization("burger"), "lindewoude", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic abc")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ....")]
    public void What_is_no_token_is_refused(string? authorization) => Assert.Null(_jwt.Controleer(authorization, "duinwaarde", out _));

    [Theory]
    [InlineData("""{"alg":"none"}""", """{"client_id":"zaaksysteem","iat":NU}""")]
    [InlineData("""{"alg":"HS512"}""", """{"client_id":"zaaksysteem","iat":NU}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":"zaaksysteem"}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":"zaaksysteem","iat":"NU"}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":"zaaksysteem","iat":9000000000000000000}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":"zaaksysteem","iat":LATER}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":"zaaksysteem","iat":NU,"exp":1}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":"zaaksysteem","iat":NU,"nbf":LATER}""")]
    [InlineData("""{"alg":"HS256"}""", """{"client_id":5,"iat":NU}""")]
    [InlineData("""{"alg":"HS256"}""", """[]""")]
    public void A_signed_token_that_says_the_wrong_thing_is_refused(string kop, string lading)
    {
        var nu = _klok.Nu.ToUnixTimeSeconds();
        lading = lading.Replace("NU", $"{nu}", StringComparison.Ordinal).Replace("LATER", $"{nu + 3600}", StringComparison.Ordinal);
        var getekend = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(kop))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(lading))}";
        var token = $"Bearer {getekend}.{Base64Url.EncodeToString(HMACSHA256.HashData(Geheim, Encoding.ASCII.GetBytes(getekend)))}";
        Assert.Null(_jwt.Controleer(token, "duinwaarde", out _));
    }

    private sealed class Klok : TimeProvider
    {
        public DateTimeOffset Nu { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Nu;
    }
}
