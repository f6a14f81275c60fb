using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Standards.Koppelvlak;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Everything that the standard leaves open, read the other way (docs/decisions/0043), and HTTP/2 to Inways.</summary>
public sealed class LezingTests(AndereLezing lezing) : KetenGesprek(lezing.Tuin), IClassFixture<AndereLezing>
{
    [Fact]
    public async Task A_token_goes_without_Bearer_and_names_who_acts_where_others_expect_that()
    {
        var grant = await SluitMet(Zaken("andersom", delegator: Proeftuin.Lindewoude), Proeftuin.Lindewoude);
        using var antwoord = await Outway(grant);
        // Over HTTP/2 names of headers are in lower case.
        var token = (await Echo(antwoord)).Headers.Single(h => h.Key.Equals(Headers.FscAuthorization, StringComparison.OrdinalIgnoreCase)).Value;
        Assert.DoesNotContain(' ', token);
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
        Assert.Equal(Proeftuin.Lindewoude.Oin, claims.RootElement.GetProperty("sub").GetString());
        Assert.Equal(Proeftuin.Duinwaarde.Oin, claims.RootElement.GetProperty("act").GetProperty("sub").GetString());

        // Both sides write down who it was, whatever the token looks like.
        foreach (var organisatie in new[] { Proeftuin.Duinwaarde, Proeftuin.Basis })
        {
            var bron = (await Transactie(organisatie, antwoord.Headers.GetValues(Headers.FscTransactionId).Single())).GetProperty("source");
            Assert.Equal((Proeftuin.Duinwaarde.Oin, Proeftuin.Lindewoude.Oin), (bron.GetProperty("outway_peer_id").GetString(), bron.GetProperty("delegator_peer_id").GetString()));
        }
    }

    [Fact]
    public async Task Codes_of_the_log_get_the_prefix_and_the_Manager_tells_another_version()
    {
        using var antwoord = await Outway("$1$3$x", verzoek => verzoek.Headers.Add(Headers.FscTransactionId, "geen"));
        await Fout(antwoord, HttpStatusCode.BadRequest, "ERROR_CODE_INVALID_LOG_RECORD_ID", "ERROR_DOMAIN_OUTWAY");

        await using var peer = await Tegenpartij.Start(Tuin);
        using var stand = await peer.Stuur(HttpMethod.Get, Proeftuin.Duinwaarde, "/peer");
        var json = await stand.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("1.0.0", json.GetProperty("fsc_version").GetString());
        Assert.Equal(["EXTENSION_TRANSACTION_LOGGING"], json.GetProperty("enabled_extensions").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task An_Inway_that_offers_HTTP_2_gets_it_and_its_certificate_need_not_have_its_name()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000074000");
        // A name that stands in no certificate.
        peer.Inways = [peer.Adres.Replace(Tegenpartij.Host, "andere-naam.localhost", StringComparison.Ordinal)];
        var grant = await Verbind(peer);
        using var antwoord = await Outway(grant, r => (r.Method, r.Content) = (HttpMethod.Post, new StringContent("inhoud")));
        Assert.Equal("/x inhoud", await antwoord.Content.ReadAsStringAsync());
        Assert.Equal("HTTP/2", antwoord.Headers.GetValues(Tegenpartij.Protocol).Single());

        // Our own Inways take it as well.
        using var eigen = await Bronnen.Stuur(HttpMethod.Get, Voor("inzien"), Diensten.Personen, "x");
        Assert.Equal(HttpStatusCode.OK, eigen.StatusCode);
    }
}

public sealed class AndereLezing : IAsyncLifetime
{
    internal Proeftuin Tuin { get; } = new()
    {
        Instelling = fsc =>
        {
            fsc.Http2 = true;
            fsc.Lezing.Bearer = fsc.Lezing.HostnaamControleren = fsc.Lezing.DelegatieAlsExtensie = false;
            fsc.Lezing.ActIsUitvoerder = fsc.Lezing.LogcodesMetVoorvoegsel = true;
            fsc.Lezing.PeerVersie = "1.0.0";
        },
    };

    public Task InitializeAsync() => Tuin.InitializeAsync();

    public Task DisposeAsync() => Tuin.DisposeAsync();
}
