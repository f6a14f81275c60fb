using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Landschappen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>The whole way: contract, token, Outway, Inway, service.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class KetenTests(Proeftuin proeftuin) : KetenGesprek(proeftuin)
{
    [Fact]
    public async Task A_service_elsewhere_is_reached_by_name_and_purpose()
    {
        using var activiteit = new Activity("test").Start();
        using var antwoord = await Bronnen.Stuur(HttpMethod.Post, Voor("inzien", "m.visser"), Diensten.Personen, "personen?a=%2F1", new StringContent("vraag"));
        var echo = await Echo(antwoord);
        Assert.Equal(("Inway", "basisregistraties", "POST", "/haalcentraal/api/brp/personen?a=%2F1", "vraag"), (echo.Herkomst, echo.Organisatie, echo.Methode, echo.Pad, echo.Lichaam));
        Assert.StartsWith("Bearer ", echo.Headers[Headers.FscAuthorization], StringComparison.Ordinal);
        Assert.Contains(activiteit.TraceId.ToHexString(), echo.Headers["traceparent"], StringComparison.Ordinal);
        // What belongs to the own organisation stays there.
        foreach (var eigen in new[] { "Authorization", Headers.Gebruiker, Headers.Dienst, Headers.Verwerkingsactiviteit, Headers.FscGrantHash }) Assert.DoesNotContain(eigen, echo.Headers.Keys);
        Assert.Equal(echo.Headers[Headers.FscTransactionId], antwoord.Headers.GetValues(Headers.FscTransactionId).Single());
    }

    [Fact]
    public async Task Both_sides_log_the_same_transaction_with_the_purpose_and_the_trace()
    {
        using var activiteit = new Activity("test").Start();
        using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Voor("inzien"), Diensten.Personen, "x");
        var id = antwoord.Headers.GetValues(Headers.FscTransactionId).Single();
        var uitgaand = await Transactie(Proeftuin.Duinwaarde, id);
        var inkomend = await Transactie(Proeftuin.Basis, id);
        Assert.Equal("DIRECTION_OUTGOING", uitgaand.GetProperty("direction").GetString());
        Assert.Equal("DIRECTION_INCOMING", inkomend.GetProperty("direction").GetString());
        Assert.Equal(uitgaand.GetProperty("grant_hash").GetString(), inkomend.GetProperty("grant_hash").GetString());
        Assert.Equal(Proeftuin.Duinwaarde.Oin, inkomend.GetProperty("source").GetProperty("outway_peer_id").GetString());
        var extra = inkomend.GetProperty("additional_data");
        Assert.Equal(activiteit.TraceId.ToHexString(), extra.GetProperty("meent.trace_id").GetString());
        Assert.Equal(Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien"), extra.GetProperty("doelbinding.doelen")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_purpose_without_a_contract_is_refused_at_the_own_Outway()
    {
        var bereikt = Tuin.Bereikt;
        using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Voor("reclame"), Diensten.Personen, "x");
        await Fout(antwoord, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");
        Assert.Equal(bereikt, Tuin.Bereikt);
    }

    [Fact]
    public async Task The_Inway_refuses_a_service_that_demands_a_purpose_when_the_grant_has_none()
    {
        var (_, hash) = await Sluit(Proeftuin.Duinwaarde, """{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"personen"}}""");
        using var antwoord = await Outway(hash);
        await Fout(antwoord, HttpStatusCode.Forbidden, "doelbindingOntbreekt", "ERROR_DOMAIN_INWAY");
        Assert.Equal("application/problem+json", antwoord.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_service_that_demands_none_is_reached_without_purpose()
    {
        var (_, hash) = await Sluit(Proeftuin.Duinwaarde, """{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"zaken"}}""");
        using var antwoord = await Outway($" {hash} ");
        Assert.Equal("Inway", (await Echo(antwoord)).Herkomst);
    }

    [Theory]
    [InlineData(true, "ERROR_DOMAIN_OUTWAY")]
    [InlineData(false, "ERROR_DOMAIN_INWAY")]
    public async Task Without_a_log_nothing_is_passed_on(bool eigenKant, string domein)
    {
        using (var eerst = await Bronnen.Stuur(HttpMethod.Get, Voor("inzien"), Diensten.Personen, "x")) Assert.True(eerst.IsSuccessStatusCode);
        var bereikt = Tuin.Bereikt;
        await using var zonder = await Tuin.ZonderLog(eigenKant ? Proeftuin.Duinwaarde : Proeftuin.Basis);
        using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Voor("inzien"), Diensten.Personen, "x");
        await Fout(antwoord, HttpStatusCode.InternalServerError, FscCodes.LogWriteError, domein);
        Assert.Equal(bereikt, Tuin.Bereikt);
    }

    [Fact]
    public async Task The_Outway_asks_who_calls_and_knows_its_grants()
    {
        using var http = new HttpClient { BaseAddress = Tuin.Buiten };
        using (var zonder = await http.GetAsync("/duinwaarde/outway/x")) await Fout(zonder, HttpStatusCode.Unauthorized, FscCodes.InvalidRequest, "ERROR_DOMAIN_OUTWAY");
        using (var onbekend = await Outway("$1$3$onbekend")) await Fout(onbekend, HttpStatusCode.BadRequest, FscCodes.UnknownGrantHash, "ERROR_DOMAIN_OUTWAY");
        using (var contract = await Outway("$1$1$contracthash"))
            Assert.Contains("contract", (await Fout(contract, HttpStatusCode.BadRequest, FscCodes.UnknownGrantHash, "ERROR_DOMAIN_OUTWAY"))!, StringComparison.Ordinal);
        using var id = await Outway("x", r => r.Headers.Add(Headers.FscTransactionId, "019a9f6e-0000-4000-8000-000000000000"));
        await Fout(id, HttpStatusCode.BadRequest, FscCodes.InvalidLogRecordId, "ERROR_DOMAIN_OUTWAY");
    }

    [Fact]
    public async Task Requests_that_come_at_once_wait_for_one_token()
    {
        var (_, hash) = await Sluit(Proeftuin.Duinwaarde,
            """{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"zaken"},"properties":{"y":1}}""");
        var echos = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var antwoord = await Outway(hash);
            return await Echo(antwoord);
        }));
        Assert.Single(echos.Select(e => e.Headers[Headers.FscAuthorization]).Distinct());
        Assert.Equal(40, echos.Select(e => e.Headers[Headers.FscTransactionId]).Distinct().Count());
    }

    [Fact]
    public async Task A_delegated_connection_to_a_delegated_service_names_everyone_in_token_and_log()
    {
        var voorstel = await Voorstel(Proeftuin.Duinwaarde, """
            {"type":"GRANT_TYPE_DELEGATED_SERVICE_CONNECTION","delegator":{"peer_id":"00000001990000023000"},
            "service":{"type":"SERVICE_TYPE_DELEGATED_SERVICE","peer_id":"00000001990000035000","name":"zaken","delegator":{"peer_id":"00000001990000047000"}}}
            """);
        var contract = voorstel.GetProperty("content_hash").GetString()!;
        // Four parties; each of the three others signs, and tells all others.
        foreach (var partij in new[] { Proeftuin.Lindewoude, Proeftuin.Basis, Proeftuin.Federatie })
        {
            await Wacht(async () => (await Contracten(partij)).Any(c => c.GetProperty("content_hash").GetString() == contract));
            using (await Beheer(partij, HttpMethod.Put, $"contracten/{contract}/accept")) { }
        }

        foreach (var partij in new[] { Proeftuin.Duinwaarde, Proeftuin.Lindewoude, Proeftuin.Basis, Proeftuin.Federatie })
            await Wacht(async () => (await Contract(partij, contract)).GetProperty("state").GetString() == "CONTRACT_STATE_VALID");

        using var antwoord = await Outway(voorstel.GetProperty("grants")[0].GetProperty("hash").GetString()!);
        var token = JsonElement.Parse(Jws.Lees((await Echo(antwoord)).Headers[Headers.FscAuthorization]["Bearer ".Length..])!.Lading);
        Assert.Equal(Proeftuin.Duinwaarde.Oin, token.GetProperty("sub").GetString());
        Assert.Equal(Proeftuin.Lindewoude.Oin, token.GetProperty("act").GetProperty("sub").GetString());
        Assert.Equal(Proeftuin.Federatie.Oin, token.GetProperty("pdi").GetString());
        var log = await Transactie(Proeftuin.Basis, antwoord.Headers.GetValues(Headers.FscTransactionId).Single());
        Assert.Equal(("SOURCE_TYPE_DELEGATED_SOURCE", Proeftuin.Lindewoude.Oin), (log.GetProperty("source").GetProperty("type").GetString(), log.GetProperty("source").GetProperty("delegator_peer_id").GetString()));
        Assert.Equal(("DESTINATION_TYPE_DELEGATED_DESTINATION", Proeftuin.Federatie.Oin), (log.GetProperty("destination").GetProperty("type").GetString(), log.GetProperty("destination").GetProperty("delegator_peer_id").GetString()));
    }

    [Fact]
    public async Task A_revoked_contract_ends_the_use_at_once_at_the_own_side()
    {
        var (contract, hash) = await Sluit(Proeftuin.Duinwaarde, """{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"zaken"},"properties":{"x":1}}""");
        using (var eerst = await Outway(hash)) Assert.True(eerst.IsSuccessStatusCode);
        using (await Beheer(Proeftuin.Duinwaarde, HttpMethod.Put, $"contracten/{contract}/revoke")) { }
        using (var daarna = await Outway(hash)) await Fout(daarna, HttpStatusCode.BadRequest, FscCodes.UnknownGrantHash, "ERROR_DOMAIN_OUTWAY");
        await Wacht(async () => (await Contract(Proeftuin.Basis, contract)).GetProperty("state").GetString() == "CONTRACT_STATE_REVOKED");
    }

    [Fact]
    public async Task A_contract_that_policy_does_not_sign_waits_for_a_person()
    {
        const string data = """{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"personen"},"properties":{"doelbinding.doelen":[{"id":"urn:x:reclame"}]}}""";
        var contract = (await Voorstel(Proeftuin.Duinwaarde, data)).GetProperty("content_hash").GetString()!;
        await Wacht(async () => (await Contract(Proeftuin.Duinwaarde, contract)).GetProperty("deliveries")[0].GetProperty("delivered_at").ValueKind != JsonValueKind.Null);
        Assert.Equal("CONTRACT_STATE_PROPOSED", (await Contract(Proeftuin.Basis, contract)).GetProperty("state").GetString());
        using (await Beheer(Proeftuin.Basis, HttpMethod.Put, $"contracten/{contract}/reject")) { }
        await Wacht(async () => (await Contract(Proeftuin.Duinwaarde, contract)).GetProperty("state").GetString() == "CONTRACT_STATE_REJECTED");
        using var nog = await Bronnen.Stuur(HttpMethod.Put, Namens(Proeftuin.Basis), Diensten.Fsc, $"contracten/{contract}/accept");
        Assert.Equal(HttpStatusCode.Conflict, nog.StatusCode);
    }

    [Fact]
    public async Task Closing_the_landscape_again_changes_nothing()
    {
        var meldingen = new List<string>();
        var voor = (await Contracten(Proeftuin.Duinwaarde)).Count;
        await Tuin.Services.GetRequiredService<Landschap>().Sluit(Proeftuin.Doelen, meldingen.Add, CancellationToken.None);
        Assert.Equal(voor, (await Contracten(Proeftuin.Duinwaarde)).Count);
        Assert.DoesNotContain(meldingen, m => m.Contains("van kracht", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Directory_lists_the_services()
    {
        using var antwoord = await Beheer(Proeftuin.Lindewoude, HttpMethod.Get, "diensten");
        var services = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("services").EnumerateArray().Select(s => s.GetProperty("data")).ToList();
        var personen = Assert.Single(services, s => s.GetProperty("name").GetString() == "personen");
        Assert.Equal(Proeftuin.Basis.Oin, personen.GetProperty("peer").GetProperty("id").GetString());
        Assert.Equal($"https://manager.basisregistraties.localhost:{Tuin.Poort}", personen.GetProperty("peer").GetProperty("manager_address").GetString());
        Assert.Contains("inzien", personen.GetProperty("properties").GetProperty("doelbinding.toegestaan").EnumerateArray().Select(d => d.GetString()));
    }

    [Fact]
    public async Task Administration_is_for_named_clients_only()
    {
        using var http = new HttpClient { BaseAddress = Tuin.Buiten };
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(null));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(("vreemd", 'x')));
        Assert.Equal(HttpStatusCode.OK, await Status(("beheer", 'y')));

        async Task<HttpStatusCode> Status((string Id, char Teken)? client)
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/duinwaarde/fsc/api/v1/contracten");
            if (client is { } c)
                verzoek.Headers.Add("Authorization", "Bearer " + ZgwJwt.Maak(c.Id, System.Text.Encoding.UTF8.GetBytes(new string(c.Teken, 32)), DateTimeOffset.UtcNow, "", ""));
            using var antwoord = await http.SendAsync(verzoek);
            return antwoord.StatusCode;
        }
    }

    [Fact]
    public void Private_keys_are_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows()) return;
        var sleutels = Directory.GetFiles(Path.Combine(Tuin.Map, "certificaten"), "*.key");
        Assert.NotEmpty(sleutels);
        foreach (var sleutel in sleutels) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(sleutel));
    }

    [Fact]
    public async Task One_contract_carries_several_purposes_of_which_each_request_chooses_one()
    {
        var (_, hash) = await Sluit(Proeftuin.Duinwaarde, """
            {"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001990000035000","name":"personen"},
            "properties":{"doelbinding.doelen":[{"id":"urn:doel:een"},{"id":"urn:doel:twee"}]}}
            """);
        foreach (var doel in new[] { "urn:doel:een", "urn:doel:twee" })
        {
            using var antwoord = await Outway(hash, r => r.Headers.Add(Headers.Verwerkingsactiviteit, doel));
            var claims = JsonElement.Parse(Jws.Lees((await Echo(antwoord)).Headers[Headers.FscAuthorization]["Bearer ".Length..])!.Lading);
            Assert.Equal(doel, claims.GetProperty("authorization_details")[0].GetProperty("doel").GetString());
            var id = antwoord.Headers.GetValues(Headers.FscTransactionId).Single();
            foreach (var kant in new[] { Proeftuin.Duinwaarde, Proeftuin.Basis })
                Assert.Equal(doel, (await Transactie(kant, id)).GetProperty("additional_data").GetProperty("doelbinding.doel").GetString());
        }

        using var zonder = await Outway(hash);
        await Fout(zonder, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");
        using var ander = await Outway(hash, r => r.Headers.Add(Headers.Verwerkingsactiviteit, "urn:doel:drie"));
        await Fout(ander, HttpStatusCode.Forbidden, FscCodes.NoGrant, "ERROR_DOMAIN_OUTWAY");
    }

    [Fact]
    public async Task A_tunnel_or_another_protocol_is_refused_clearly_and_an_offer_of_h2c_is_not()
    {
        var (_, hash) = await Sluit(Proeftuin.Duinwaarde, Zaken("protocol"));
        using (var socket = await Outway(hash, r => Wissel(r, "websocket"))) await Fout(socket, HttpStatusCode.NotImplemented, FscCodes.UpgradeUnsupported, "ERROR_DOMAIN_OUTWAY");
        using (var java = await Outway(hash, r => Wissel(r, "h2c"))) Assert.Equal("basisregistraties", (await Echo(java)).Organisatie);

        using var tunnel = new System.Net.Sockets.TcpClient();
        await tunnel.ConnectAsync(IPAddress.Loopback, Tuin.Buiten.Port);
        await tunnel.GetStream().WriteAsync("CONNECT elders.nl:443 HTTP/1.1\r\nHost: elders.nl:443\r\nConnection: close\r\n\r\n"u8.ToArray());
        var tekst = await new StreamReader(tunnel.GetStream()).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 405", tekst, StringComparison.Ordinal);
        Assert.Contains(FscCodes.MethodUnsupported, tekst, StringComparison.Ordinal);
        Assert.Contains("ERROR_DOMAIN_OUTWAY", tekst, StringComparison.Ordinal);

        static void Wissel(HttpRequestMessage verzoek, string protocol)
        {
            verzoek.Headers.Connection.Add("Upgrade");
            verzoek.Headers.TryAddWithoutValidation("Upgrade", protocol);
        }
    }

    [Fact]
    public async Task A_body_of_any_size_streams_through_both_gateways()
    {
        const int mega = 1024 * 1024;
        var (_, hash) = await Sluit(Proeftuin.Duinwaarde, Zaken("groot"));
        using var antwoord = await Outway(hash, r => (r.Method, r.Content) = (HttpMethod.Post, new StringContent(new string('x', 40 * mega))));
        Assert.Equal(40 * mega, (await Echo(antwoord)).Lichaam.Length);
    }
}
