using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>The Manager, spoken to as another Peer would: FSC test suite Manager-*.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class ManagerTests(Proeftuin proeftuin) : ManagerGesprek(proeftuin)
{
    [Fact]
    public async Task A_submitted_contract_is_kept_as_it_was_written_and_shown_to_its_parties_only()
    {
        var content = Content(c => c["later"] = new JsonObject { ["z"] = 1, ["a"] = 1.50 });
        var contract = Contract.Lees(content, metVoorvoegsel: true);
        using (var antwoord = await Dien(content)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        using (var nogEens = await Dien(content)) Assert.Equal(HttpStatusCode.Created, nogEens.StatusCode);

        var gevonden = await Json(HttpMethod.Get, $"/contracts?grant_hash={Uri.EscapeDataString(contract.Grants[0].Hash)}");
        Assert.Equal(contract.Hash, FscHash.Content(gevonden.GetProperty("contracts")[0].GetProperty("content")));
        Assert.NotNull(gevonden.GetProperty("contracts")[0].GetProperty("signatures").GetProperty("accept").GetProperty(Proeftuin.Duinwaarde.Oin).GetString());
        var ander = await Json(HttpMethod.Get, $"/contracts?grant_hash={Uri.EscapeDataString(contract.Grants[0].Hash)}", als: Proeftuin.Lindewoude);
        Assert.Equal(0, ander.GetProperty("contracts").GetArrayLength());

        // However many are asked for, none is passed over, and none comes twice.
        var hash = Uri.EscapeDataString(contract.Grants[0].Hash);
        var veel = string.Join(',', Enumerable.Range(0, 500).Select(i => $"x{i}"));
        var lijst = await Json(HttpMethod.Get, $"/contracts?grant_hash={veel},{hash}&grant_hash={hash}");
        Assert.Equal(1, lijst.GetProperty("contracts").GetArrayLength());
    }

    [Fact]
    public async Task Signature_over_other_content_is_refused()
    {
        var getekend = Teken(Contract.Lees(Content(), metVoorvoegsel: true).Hash);
        await Geweigerd(await Dien(Content(), getekend), FscCodes.SignatureHashMismatch);
    }

    [Fact]
    public async Task Content_that_was_changed_under_way_is_refused()
    {
        var content = Content();
        var getekend = Teken(Contract.Lees(content, metVoorvoegsel: true).Hash);
        await Geweigerd(await Dien(content.Replace("\"zaken\"", "\"personen\"", StringComparison.Ordinal), getekend), FscCodes.SignatureHashMismatch);
    }

    [Fact]
    public async Task Signature_of_another_Peer_or_with_an_unknown_key_is_refused()
    {
        var content = Content();
        var hash = Contract.Lees(content, metVoorvoegsel: true).Hash;
        await Geweigerd(await Dien(content, Handtekening.Zet(Certificaten.Van(Proeftuin.Lindewoude).Certificaat, hash, HandtekeningSoort.Accept, DateTimeOffset.UtcNow)), FscCodes.SignatureVerificationFailed);
        await Geweigerd(await Dien(content, "geen.jws"), FscCodes.SignatureVerificationFailed);
    }

    [Fact]
    public async Task A_key_of_another_Peer_in_ones_key_set_does_not_make_its_signature_ones_own()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000074000");
        peer.Sleutels = [peer.Certificaat, Certificaten.Van(Proeftuin.Lindewoude).Certificaat];
        var content = Content(c => c["grants"]![0]!["data"]!["outway"]!["peer_id"] = peer.Oin);
        var jws = Teken(Contract.Lees(content, metVoorvoegsel: true).Hash, als: Proeftuin.Lindewoude);
        await Geweigerd(await peer.Stuur(HttpMethod.Post, Proeftuin.Basis, "/contracts", Lichaam(content, jws)), FscCodes.PeerIdSignatureMismatch);
    }

    [Fact]
    public async Task Signature_of_another_kind_is_refused()
    {
        var content = Content();
        await Geweigerd(await Dien(content, Teken(Contract.Lees(content, metVoorvoegsel: true).Hash, HandtekeningSoort.Reject)), FscCodes.SignatureVerificationFailed);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    [InlineData("revoke")]
    public async Task Hash_in_the_address_must_be_that_of_the_content(string soort)
    {
        var content = Content();
        var jws = Teken(Contract.Lees(content, metVoorvoegsel: true).Hash, Enum.Parse<HandtekeningSoort>(soort, ignoreCase: true));
        using var antwoord = await Stuur(HttpMethod.Put, $"/contracts/{Uri.EscapeDataString("$1$1$anders")}/{soort}", Lichaam(content, jws));
        await Geweigerd(antwoord, FscCodes.UrlPathHashMismatch);
    }

    [Fact]
    public async Task A_signature_teaches_a_contract_that_was_never_seen()
    {
        var content = Content();
        var hash = Contract.Lees(content, metVoorvoegsel: true).Hash;
        using var antwoord = await Stuur(HttpMethod.Put, $"/contracts/{Uri.EscapeDataString(hash)}/accept", Lichaam(content, Teken(hash)));
        Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
    }

    [Fact]
    public async Task The_same_iv_under_another_content_is_refused()
    {
        var iv = Guid.CreateVersion7().ToString();
        using (var eerst = await Dien(Content(c => c["iv"] = iv))) Assert.Equal(HttpStatusCode.Created, eerst.StatusCode);
        await Geweigerd(await Dien(Content(c => (c["iv"], c["validity"]!["not_before"]) = (iv, 1))), FscCodes.InvalidContract);
    }

    [Fact]
    public async Task A_party_that_is_not_on_the_contract_is_refused()
    {
        var content = Content();
        await Geweigerd(await Dien(content, als: Proeftuin.Lindewoude), FscCodes.SubmittingPeerNotPart);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"content":{},"content":{},"signature":"x"}""")]
    [InlineData("""{"content":{"a":1,"a":2},"signature":"x"}""")]
    [InlineData("""{"content":{"a":"\ud800"},"signature":"x"}""")]
    public async Task What_is_no_IJson_is_a_bad_request(string json)
    {
        using var antwoord = await Stuur(HttpMethod.Post, "/contracts", json);
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Equal(FscCodes.InvalidJson, antwoord.Headers.GetValues(Headers.FscErrorCode).Single());
    }

    [Fact]
    public async Task Without_its_own_address_a_Manager_is_not_heard()
    {
        using var antwoord = await Stuur(HttpMethod.Put, "/announce", null, adres: "http://manager.duinwaarde.localhost");
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
    }

    [Theory]
    [InlineData("client_credentials", "00000001990000011000", "$1$3$kort", "invalid_scope")]
    [InlineData("client_credentials", "00000001990000011000", null, "invalid_request")]
    [InlineData("client_credentials", "00000001990000011000", "$1$3$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "invalid_scope")]
    [InlineData("password", "00000001990000011000", "$1$3$x", "unsupported_grant_type")]
    [InlineData("client_credentials", "", "$1$3$x", "invalid_request")]
    [InlineData("client_credentials", "00000001990000023000", "$1$3$x", "invalid_client")]
    public async Task Token_requests_that_cannot_be_granted_are_refused_as_OAuth_does(string grantType, string clientId, string? scope, string error)
    {
        var (status, json) = await Token(grantType, clientId, scope);
        Assert.Equal((HttpStatusCode.BadRequest, error), (status, json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_proposed_contract_gives_no_token_and_an_accepted_one_does_until_it_is_revoked()
    {
        var content = Content(c => c["grants"]![0]!["data"]!["properties"] = JsonNode.Parse("""{"doelbinding.doelen":[{"id":"urn:x"}]}"""));
        var contract = Contract.Lees(content, metVoorvoegsel: true);
        var scope = contract.Grants[0].Hash;
        using (var antwoord = await Dien(content)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        Assert.Equal("invalid_grant", (await Token("client_credentials", Proeftuin.Duinwaarde.Oin, scope)).Json.GetProperty("error").GetString());

        await Beheer("accept", contract.Hash);
        var (status, json) = await Token("client_credentials", Proeftuin.Duinwaarde.Oin, scope);
        Assert.Equal((HttpStatusCode.OK, "bearer"), (status, json.GetProperty("token_type").GetString()));
        var jws = Jws.Lees(json.GetProperty("access_token").GetString()!)!;
        Assert.True(jws.Klopt(Certificaten.Van(Proeftuin.Basis).Certificaat));
        var claims = JsonElement.Parse(jws.Lading);
        Assert.Equal(scope, claims.GetProperty("gth").GetString());
        Assert.Equal(Proeftuin.Duinwaarde.Oin, claims.GetProperty("sub").GetString());
        Assert.Equal(Certificaten.Van(Proeftuin.Duinwaarde).X5t, claims.GetProperty("cnf").GetProperty("x5t#S256").GetString());
        Assert.Equal("urn:x", claims.GetProperty("prp").GetProperty("doelbinding.doelen")[0].GetProperty("id").GetString());

        var (vreemd, fout) = await Token("client_credentials", Proeftuin.Lindewoude.Oin, scope, als: Proeftuin.Lindewoude);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), (vreemd, fout.GetProperty("error").GetString()));
        await Beheer("revoke", contract.Hash);
        Assert.Equal("invalid_grant", (await Token("client_credentials", Proeftuin.Duinwaarde.Oin, scope)).Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Only_the_Outway_with_the_key_in_the_grant_gets_a_token()
    {
        var content = Content(c => c["grants"]![0]!["data"]!["outway"]!["identification"]!["public_key_thumbprint"] = new string('a', 64));
        using (var antwoord = await Dien(content)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        await Beheer("accept", Contract.Lees(content, metVoorvoegsel: true).Hash);
        var (_, json) = await Token("client_credentials", Proeftuin.Duinwaarde.Oin, Contract.Lees(content, metVoorvoegsel: true).Grants[0].Hash);
        Assert.Equal("unauthorized_client", json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task An_Outway_can_be_known_by_its_domain_name()
    {
        var content = Content(c => c["grants"]![0]!["data"]!["outway"]!["identification"] =
            JsonNode.Parse("""{"type":"OUTWAY_IDENTIFICATION_TYPE_DOMAIN_NAME","domain_name":"outway.duinwaarde.localhost"}"""));
        using (var antwoord = await Dien(content)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        await Beheer("accept", Contract.Lees(content, metVoorvoegsel: true).Hash);
        var (status, _) = await Token("client_credentials", Proeftuin.Duinwaarde.Oin, Contract.Lees(content, metVoorvoegsel: true).Grants[0].Hash);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Peer_and_key_set_are_as_the_standard_has_them()
    {
        var peer = await Json(HttpMethod.Get, "/peer");
        Assert.Equal((Proeftuin.Basis.Oin, "2.0.0"), (peer.GetProperty("peer_id").GetString(), peer.GetProperty("fsc_version").GetString()));
        var sleutel = (await Json(HttpMethod.Get, "/.well-known/jwks.json")).GetProperty("keys")[0];
        Assert.Equal(Certificaten.Van(Proeftuin.Basis).X5t, sleutel.GetProperty("x5t#S256").GetString());
        Assert.Equal("P-256", sleutel.GetProperty("crv").GetString());
        Assert.Equal(1, sleutel.GetProperty("x5c").GetArrayLength());
    }

    [Fact]
    public async Task Lists_are_paged_by_cursor()
    {
        var namen = new List<string>();
        var cursor = "";
        do
        {
            var blad = await Json(HttpMethod.Get, $"/peers?limit=1&sort_order=SORT_ORDER_ASCENDING&cursor={cursor}", aan: Proeftuin.Federatie);
            namen.AddRange(blad.GetProperty("peers").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
            cursor = blad.GetProperty("pagination").GetProperty("next_cursor").GetString()!;
        }
        while (cursor.Length > 0);
        Assert.Equal([Proeftuin.Duinwaarde.Oin, Proeftuin.Lindewoude.Oin, Proeftuin.Basis.Oin, Proeftuin.Federatie.Oin], namen);
        using var fout = await Stuur(HttpMethod.Get, "/peers?limit=0", null);
        Assert.Equal(HttpStatusCode.BadRequest, fout.StatusCode);
    }

    [Fact]
    public async Task The_log_shows_a_Peer_its_own_transactions_only()
    {
        var bronnen = Tuin.Services.GetRequiredService<Bronnen>();
        using (await bronnen.Stuur(HttpMethod.Get, new Namens("lindewoude", Proeftuin.Lindewoude.Verwerkingsactiviteit("inzien")), Diensten.Personen, "x")) { }
        var eigen = await Json(HttpMethod.Get, "/logs?service_name=personen&limit=1000", als: Proeftuin.Lindewoude);
        Assert.NotEqual(0, eigen.GetProperty("records").GetArrayLength());
        Assert.All(eigen.GetProperty("records").EnumerateArray(), r => Assert.Equal(Proeftuin.Lindewoude.Oin, r.GetProperty("source").GetProperty("outway_peer_id").GetString()));
    }
}
