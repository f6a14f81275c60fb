using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Tests.Fsc;

/// <summary>More ways than one: several Inways, services of other programs, aliases.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class WegenTests(Proeftuin proeftuin) : KetenGesprek(proeftuin)
{
    private const string Inway = "ERROR_DOMAIN_INWAY";

    [Fact]
    public async Task Of_several_Inways_the_next_is_tried_when_one_cannot_be_reached_also_with_a_body()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000071000");
        peer.Inways = [$"https://{Tegenpartij.Host}:9", peer.Adres];
        var grant = await Verbind(peer);
        for (var i = 0; i < 3; i++)
        {
            using var antwoord = await Outway(grant, r => (r.Method, r.Content) = (HttpMethod.Post, new StringContent("inhoud")));
            Assert.Equal("/x inhoud", await antwoord.Content.ReadAsStringAsync());
        }

        // The first was for the Inway that is gone, the second is still in use.
        Assert.Equal(2, peer.Tokens);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends_while_requests_go_on()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000072000");
        (peer.Inways, peer.Tokenduur) = ([peer.Adres], 8);
        var grant = await Verbind(peer);
        using (var eerste = await Outway(grant)) Assert.Equal(HttpStatusCode.OK, eerste.StatusCode);
        var poort = new TaskCompletionSource();
        peer.Tokenwacht = poort.Task;
        try
        {
            await Wacht(async () =>
            {
                using var antwoord = await Outway(grant);
                return antwoord.IsSuccessStatusCode && peer.Tokens == 2;
            });
            using var intussen = await Outway(grant);
            Assert.Equal(HttpStatusCode.OK, intussen.StatusCode);
        }
        finally
        {
            poort.SetResult();
        }
    }

    [Fact]
    public async Task A_token_of_a_Manager_whose_clock_is_behind_is_used_though_it_has_ended_here()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000073000");
        (peer.Inways, peer.Klok) = ([peer.Adres], TimeSpan.FromHours(-1));
        var grant = await Verbind(peer);
        for (var i = 1; i < 3; i++)
        {
            using var antwoord = await Outway(grant);
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            // Its own Inway decides; but it is not kept.
            Assert.Equal(i, peer.Tokens);
            Assert.Equal("HTTP/1.1", antwoord.Headers.GetValues(Tegenpartij.Protocol).Single());
        }
    }

    [Fact]
    public async Task A_token_of_a_Manager_whose_clock_is_ahead_is_renewed_before_it_ends_there()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000075000");
        (peer.Inways, peer.Tokenduur, peer.Klok) = ([peer.Adres], 8, TimeSpan.FromHours(1));
        var grant = await Verbind(peer);
        await Wacht(async () =>
        {
            using var antwoord = await Outway(grant);
            return antwoord.IsSuccessStatusCode && peer.Tokens == 2;
        });
    }

    [Fact]
    public void Tokens_are_for_each_Inway_in_turn_and_each_is_known_by_its_name()
    {
        var options = new FscOptions { Inways = { ["duinwaarde"] = ["https://a.example.nl:443/", "https://b.example.nl:443"] } };
        var adressen = new Adressen(Options.Create(options), new OrganisatieLijst([Proeftuin.Duinwaarde, Proeftuin.Basis]), TimeProvider.System);
        Assert.Equal(["https://a.example.nl:443", "https://b.example.nl:443"], new[] { adressen.Inway(Proeftuin.Duinwaarde), adressen.Inway(Proeftuin.Duinwaarde) }.Order());
        Assert.Equal((Proeftuin.Duinwaarde, Component.Inway), adressen.Vind("b.example.nl"));
        Assert.Contains("a.example.nl", adressen.Hostnamen(Proeftuin.Duinwaarde));
        Assert.Equal("https://inway.basisregistraties.localhost:8443", adressen.Inway(Proeftuin.Basis));
    }

    [Fact]
    public async Task A_service_of_another_program_is_offered_through_the_Inway_and_found_at_its_next_address()
    {
        var grant = await Dienst("vergunningen");
        for (var i = 0; i < 3; i++)
        {
            using var antwoord = await Outway(grant, r => (r.Method, r.Content) = (HttpMethod.Post, new StringContent("aanvraag")));
            var echo = await Echo(antwoord);
            Assert.Equal(("Elders", "/basis/x", "aanvraag"), (echo.Herkomst, echo.Pad, echo.Lichaam));
            Assert.Equal(antwoord.Headers.GetValues(Headers.FscTransactionId).Single(), echo.Headers[Headers.FscTransactionId]);
            Assert.StartsWith("Bearer ", echo.Headers[Headers.FscAuthorization], StringComparison.Ordinal);
        }

        using var stand = await Beheer(Proeftuin.Basis, HttpMethod.Get, "aanbod");
        var adressen = (await stand.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("diensten").EnumerateArray()
            .Single(d => d.GetProperty("dienst").GetString() == "vergunningen").GetProperty("adressen").EnumerateArray();
        Assert.Equal([true, false], adressen.Select(a => a.GetProperty("bereikbaar").GetBoolean()).OrderDescending());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_of_a_service_is_refused(bool metLengte)
    {
        var grant = await Dienst("vergunningen");
        using var antwoord = await Outway(grant, r =>
        {
            (r.Method, r.Content) = (HttpMethod.Post, new StringContent(new string('x', 5_000)));
            r.Headers.TransferEncodingChunked = metLengte ? null : true;
        });
        await Fout(antwoord, HttpStatusCode.RequestEntityTooLarge, FscCodes.InvalidRequest, Inway);
    }

    [Fact]
    public async Task Above_its_number_of_requests_a_service_is_too_busy_and_then_no_longer()
    {
        var grant = await Dienst("smal");
        var (poort, voor) = (new TaskCompletionSource(), Tuin.Elders.Bereikt);
        Tuin.Elders.Wacht = poort.Task;
        var eerste = Outway(grant);
        await Wacht(() => Task.FromResult(Tuin.Elders.Bereikt > voor));
        using (var tweede = await Outway(grant))
        {
            await Fout(tweede, HttpStatusCode.ServiceUnavailable, FscCodes.ServiceBusy, Inway);
            Assert.NotNull(tweede.Headers.RetryAfter);
        }

        poort.SetResult();
        using (var antwoord = await eerste) Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        using var daarna = await Outway(grant);
        Assert.Equal(HttpStatusCode.OK, daarna.StatusCode);
    }

    [Fact]
    public async Task A_service_that_is_silent_or_gone_cannot_be_reached()
    {
        var (traag, poort) = (await Dienst("traag"), new TaskCompletionSource());
        Tuin.Elders.Wacht = poort.Task;
        using (var antwoord = await Outway(traag)) await Fout(antwoord, HttpStatusCode.BadGateway, FscCodes.ServiceUnreachable, Inway);
        poort.SetResult();
        using var weg = await Outway(await Dienst("weg"));
        await Fout(weg, HttpStatusCode.BadGateway, FscCodes.ServiceUnreachable, Inway);
    }

    [Theory]
    [InlineData("/duinwaarde/via/brp/personen%2F1?a=%2F", null)]
    [InlineData("/personen%2F1?a=%2F", "brp.outway.localhost")]
    public async Task An_alias_needs_no_header_of_FSC_and_leaves_the_path_as_it_is(string pad, string? host)
    {
        using var antwoord = await Alias(pad, host);
        var echo = await Echo(antwoord);
        Assert.Equal(("Inway", "/haalcentraal/api/brp/personen%2F1?a=%2F"), (echo.Herkomst, echo.Pad));
        var log = await Transactie(Proeftuin.Duinwaarde, antwoord.Headers.GetValues(Headers.FscTransactionId).Single());
        Assert.Equal(Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien"), log.GetProperty("additional_data").GetProperty("doelbinding.doelen")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_alias_is_for_known_clients_has_a_name_and_needs_a_purpose()
    {
        using (var anoniem = await Alias("/duinwaarde/via/brp/x", null, token: "ander")) await Fout(anoniem, HttpStatusCode.Unauthorized, FscCodes.InvalidRequest, "ERROR_DOMAIN_OUTWAY");
        foreach (var pad in new[] { "/duinwaarde/via/onbekend/x", "/duinwaarde/via/niet-voor-kastje/x", "/lindewoude/via/brp/x", "/duinwaarde/outway/x" })
        {
            using var antwoord = await Alias(pad, null);
            await Fout(antwoord, HttpStatusCode.Unauthorized, FscCodes.InvalidRequest, "ERROR_DOMAIN_OUTWAY");
        }

        using (var codes = await Alias("/duinwaarde/via/%62rp/x", null)) await Fout(codes, HttpStatusCode.BadRequest, FscCodes.InvalidRequest, "ERROR_DOMAIN_OUTWAY");
        using var doelloos = await Alias("/duinwaarde/via/zonder-doel/x", null);
        await Fout(doelloos, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");
    }

    private async Task<string> Dienst(string naam) => (await Sluit(Proeftuin.Duinwaarde,
        $$$"""{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"{{{Proeftuin.Basis.Oin}}}","name":"{{{naam}}}"}}""")).Grant;

    private async Task<HttpResponseMessage> Alias(string pad, string? host, string token = Proeftuin.VastToken)
    {
        using var http = new HttpClient();
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, new Uri(Tuin.Buiten.ToString().TrimEnd('/') + pad, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        verzoek.Headers.TryAddWithoutValidation("Authorization", "Token " + token);
        if (host is not null) verzoek.Headers.Host = host;
        return await http.SendAsync(verzoek);
    }
}
