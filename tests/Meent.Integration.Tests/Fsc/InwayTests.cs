using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>The Inway, spoken to directly: FSC test suite Inway-Incoming-Request and Inway-TransactionLog, and what goes beyond it.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class InwayTests(Proeftuin proeftuin) : InwayGesprek(proeftuin)
{
    [Fact]
    public async Task A_good_token_opens_the_service_and_goes_along()
    {
        var token = Token();
        using var antwoord = await Vraag(token);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        var echo = JsonSerializer.Deserialize<Echo>(await antwoord.Content.ReadAsStringAsync(), Bronnen.Json)!;
        Assert.Equal("Bearer " + token, echo.Headers[Headers.FscAuthorization]);
        Assert.Equal("/zaken/api/v1/x", echo.Pad);
    }

    [Fact]
    public async Task A_bare_token_without_the_word_Bearer_is_understood()
    {
        using var antwoord = await Vraag(Token(), schema: "");
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nobody_enters()
    {
        using var antwoord = await Vraag(null);
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenMissing);
        Assert.Equal("Bearer", antwoord.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_token_of_another_certificate_is_refused()
    {
        using var antwoord = await Vraag(Token(), als: Proeftuin.Lindewoude);
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenInvalid);
    }

    [Fact]
    public async Task A_token_that_another_Peer_signed_is_refused()
    {
        using var antwoord = await Vraag(Token(ondertekenaar: Proeftuin.Lindewoude));
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenInvalid);
    }

    [Fact]
    public async Task A_token_with_other_claims_under_the_same_signature_is_refused()
    {
        var delen = Token().Split('.');
        var ander = Token(c => c with { Svc = "personen" }).Split('.');
        using var antwoord = await Vraag($"{delen[0]}.{ander[1]}.{delen[2]}");
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenInvalid);
    }

    [Fact]
    public async Task An_expired_token_is_refused_also_when_it_was_good_before()
    {
        var token = Token(c => c with { Exp = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 2 });
        using (var eerst = await Vraag(token)) Assert.Equal(HttpStatusCode.OK, eerst.StatusCode);
        await Task.Delay(2100);
        using var daarna = await Vraag(token);
        await Geweigerd(daarna, HttpStatusCode.Unauthorized, FscCodes.TokenExpired);
    }

    [Fact]
    public async Task A_Peer_that_asks_too_much_is_told_when_to_come_back_and_another_is_not_held_up()
    {
        var krap = new Proeftuin(Engine.Sqlite) { Limieten = new LimietOpties { PerClient = 2 } };
        await krap.InitializeAsync();
        try
        {
            var inway = new InwayTests(krap);
            var token = inway.Token();
            HttpResponseMessage antwoord;
            for (var i = 0; (antwoord = await inway.Vraag(token)).StatusCode == HttpStatusCode.OK; i++)
            {
                Assert.InRange(i, 0, 1_000);
                antwoord.Dispose();
            }

            using (antwoord)
            {
                Assert.Equal(HttpStatusCode.TooManyRequests, antwoord.StatusCode);
                Assert.True(antwoord.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            }

            var bereikt = krap.Bereikt;
            var vanAnder = inway.Token(c => c with { Sub = Proeftuin.Lindewoude.Oin, Cnf = inway.Certificaten.Van(Proeftuin.Lindewoude).X5t });
            using var ander = await inway.Vraag(vanAnder, als: Proeftuin.Lindewoude);
            Assert.Equal((HttpStatusCode.OK, bereikt + 1), (ander.StatusCode, krap.Bereikt));
        }
        finally
        {
            await krap.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_token_for_another_group_Inway_or_service_is_refused()
    {
        using (var groep = await Vraag(Token(c => c with { Gid = "andere-groep" }))) await Geweigerd(groep, HttpStatusCode.Forbidden, FscCodes.WrongGroupInToken);
        using (var inway = await Vraag(Token(c => c with { Aud = "https://inway.elders.localhost:8443" }))) await Geweigerd(inway, HttpStatusCode.Unauthorized, FscCodes.TokenInvalid);
        using (var service = await Vraag(Token(c => c with { Svc = "catalogi" }))) await Geweigerd(service, HttpStatusCode.NotFound, FscCodes.ServiceNotFound);
        using var binnen = await Vraag(Token(c => c with { Svc = "fsc" }));
        await Geweigerd(binnen, HttpStatusCode.NotFound, FscCodes.ServiceNotFound);
    }

    [Fact]
    public async Task A_request_without_a_good_transaction_id_is_refused()
    {
        using (var zonder = await Vraag(Token(), transactie: null)) await Geweigerd(zonder, HttpStatusCode.BadRequest, FscCodes.MissingLogRecordId);
        using var versie4 = await Vraag(Token(), transactie: "019a9f6e-0000-4000-8000-000000000000");
        await Geweigerd(versie4, HttpStatusCode.BadRequest, FscCodes.InvalidLogRecordId);
    }

    [Theory]
    [InlineData("/%2e%2e/%2E%2E/x")]
    [InlineData("/a/.%2e/x")]
    public async Task A_path_that_leads_out_of_the_service_is_refused(string pad)
    {
        using var antwoord = await Vraag(Token(), pad: pad);
        await Geweigerd(antwoord, HttpStatusCode.BadRequest, FscCodes.InvalidRequest);
    }

    [Fact]
    public async Task A_path_that_is_encoded_twice_stays_what_it_is()
    {
        using var antwoord = await Vraag(Token(), pad: "/%252e%252e/x%2Fy");
        var echo = JsonSerializer.Deserialize<Echo>(await antwoord.Content.ReadAsStringAsync(), Bronnen.Json)!;
        Assert.Equal("/zaken/api/v1/%252e%252e/x%2Fy", echo.Pad);
    }

    [Fact]
    public async Task Headers_of_our_own_do_not_come_in_from_outside()
    {
        using var antwoord = await Vraag(Token(), meer: r => r.Headers.Add(Headers.Gebruiker, "m.visser"));
        var echo = JsonSerializer.Deserialize<Echo>(await antwoord.Content.ReadAsStringAsync(), Bronnen.Json)!;
        Assert.DoesNotContain(Headers.Gebruiker, echo.Headers.Keys);
    }

    [Fact]
    public async Task A_certificate_of_another_anchor_gets_no_connection()
    {
        using var map = new TijdelijkeMap();
        // The same Peer ID, but of an authority that the Group does not know.
        using var vals = new DemoAnker(map.Pad, TimeProvider.System).Blad(Proeftuin.Duinwaarde, ["outway.duinwaarde.localhost"]);
        using var client = Peerclient.Met(vals);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(Adres("/x")));
    }

    [Fact]
    public async Task Without_a_certificate_there_is_no_connection()
    {
        using var client = Peerclient.Met(null);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(Adres("/x")));
    }

    [Fact]
    public async Task Manager_and_services_are_not_reachable_at_the_public_listener()
    {
        using var http = new HttpClient { BaseAddress = Tuin.Buiten };
        using var manager = await http.GetAsync("/v1/peers");
        Assert.Equal(HttpStatusCode.NotFound, manager.StatusCode);
        using var service = Peerclient.Met(Certificaten.Van(Proeftuin.Duinwaarde).Certificaat);
        using var langs = await service.GetAsync(new Uri($"https://manager.basisregistraties.localhost:{Tuin.Poort}/basisregistraties/zaken/api/v1/x"));
        Assert.Equal(HttpStatusCode.NotFound, langs.StatusCode);
    }

    [Fact]
    public async Task Another_protocol_or_a_tunnel_is_refused()
    {
        using var antwoord = await Vraag(Token(), meer: r =>
        {
            r.Headers.Connection.Add("Upgrade");
            r.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        });
        await Geweigerd(antwoord, HttpStatusCode.NotImplemented, FscCodes.UpgradeUnsupported);
    }

    [Fact]
    public async Task The_Inway_speaks_HTTP_2()
    {
        using var antwoord = await Vraag(Token(), meer: r => (r.Version, r.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact));
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (antwoord.StatusCode, antwoord.Version));
    }

    [Fact]
    public async Task Several_purposes_without_a_choice_are_none()
    {
        var prp = JsonElement.Parse("""{"doelbinding.doelen":[{"id":"urn:a"},{"id":"urn:b"}]}""");
        using (var zonder = await Vraag(Token(c => c with { Svc = Diensten.Personen, Prp = prp }))) await Geweigerd(zonder, HttpStatusCode.Forbidden, "doelbindingOntbreekt");
        using (var vreemd = await Vraag(Token(c => c with { Svc = Diensten.Personen, Prp = prp, Doel = "urn:c" }))) await Geweigerd(vreemd, HttpStatusCode.Forbidden, "doelbindingOntbreekt");
        using var met = await Vraag(Token(c => c with { Svc = Diensten.Personen, Prp = prp, Doel = "urn:b" }));
        Assert.Equal(HttpStatusCode.OK, met.StatusCode);
    }
}
