using System.Net;
using System.Text.Json;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Tests.Fsc;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Manager-GetToken; and the choice of a purpose (RFC 9396).</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class ManagerGetToken(Proeftuin proeftuin) : ManagerGesprek(proeftuin)
{
    private const string Doelen = """{"doelbinding.doelen":[{"id":"urn:doel:een"},{"id":"urn:doel:twee"}]}""";

    [Fact]
    public async Task Manager_GetToken_1_valid_contract()
    {
        var contract = await Sluit(Content());
        var claims = await Claims(contract.Grants[0].Hash);
        Assert.Equal(contract.Grants[0].Hash, claims.GetProperty("gth").GetString());
        Assert.Equal(("meent-proeftuin", "zaken", Proeftuin.Basis.Oin, Proeftuin.Duinwaarde.Oin),
            (claims.GetProperty("gid").GetString(), claims.GetProperty("svc").GetString(), claims.GetProperty("iss").GetString(), claims.GetProperty("sub").GetString()));
        Assert.Equal($"https://inway.basisregistraties.localhost:{Tuin.Poort}", claims.GetProperty("aud").GetString());
        Assert.False(claims.TryGetProperty("act", out _) || claims.TryGetProperty("pdi", out _) || claims.TryGetProperty("prp", out _));
    }

    [Fact]
    public async Task Manager_GetToken_2_no_valid_contract()
    {
        var content = Content();
        using (var antwoord = await Dien(content)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        await Geweigerd(Contract.Lees(content, metVoorvoegsel: true).Grants[0].Hash, "invalid_grant");
    }

    [Fact]
    public async Task Manager_GetToken_3_revoked_contract()
    {
        var contract = await Sluit(Content());
        await Beheer("revoke", contract.Hash);
        await Geweigerd(contract.Grants[0].Hash, "invalid_grant");
    }

    [Fact]
    public Task Manager_GetToken_4_malformed_grant_hash() => Geweigerd("$1$3$geen-hash", "invalid_scope");

    [Fact]
    public Task Manager_GetToken_5_another_grant_type() => Geweigerd("$1$3$x", "unsupported_grant_type", grantType: "authorization_code");

    [Fact]
    public async Task Manager_GetToken_6_delegated_connection()
    {
        var contract = await Sluit(Content(Grants.Verbinding(this, Proeftuin.Lindewoude)), Proeftuin.Lindewoude);
        var claims = await Claims(contract.Grants[0].Hash);
        Assert.Equal((Proeftuin.Duinwaarde.Oin, Proeftuin.Lindewoude.Oin), (claims.GetProperty("sub").GetString(), claims.GetProperty("act").GetProperty("sub").GetString()));
        Assert.False(claims.TryGetProperty("pdi", out _));
    }

    [Fact]
    public async Task Manager_GetToken_7_delegated_service()
    {
        var contract = await Sluit(Content(Grants.Verbinding(this, namens: Proeftuin.Federatie)), Proeftuin.Federatie);
        var claims = await Claims(contract.Grants[0].Hash);
        Assert.Equal(Proeftuin.Federatie.Oin, claims.GetProperty("pdi").GetString());
        Assert.False(claims.TryGetProperty("act", out _));
    }

    [Fact]
    public Task Manager_GetToken_8_client_id_missing() => Geweigerd("$1$3$x", "invalid_request", clientId: "");

    [Fact]
    public Task Manager_GetToken_9_client_id_of_another() => Geweigerd("$1$3$x", "invalid_client", clientId: Proeftuin.Lindewoude.Oin);

    [Fact]
    public async Task Manager_GetToken_10_connection_with_properties()
    {
        var contract = await Sluit(Content(Grants.Verbinding(this, properties: """{"proef.kleur":"rood"}""")));
        Assert.Equal("rood", (await Claims(contract.Grants[0].Hash)).GetProperty("prp").GetProperty("proef.kleur").GetString());
    }

    [Fact]
    public async Task Manager_GetToken_11_delegated_connection_with_properties()
    {
        var contract = await Sluit(Content(Grants.Verbinding(this, Proeftuin.Lindewoude, properties: """{"proef.kleur":"rood"}""")), Proeftuin.Lindewoude);
        Assert.Equal("rood", (await Claims(contract.Grants[0].Hash)).GetProperty("prp").GetProperty("proef.kleur").GetString());
    }

    [Fact]
    public async Task A_purpose_out_of_several_is_chosen_by_authorization_details()
    {
        var contract = await Sluit(Content(Grants.Verbinding(this, properties: Doelen)));
        var details = """[{"type":"nl-doelbinding","doel":"urn:doel:twee"}]""";
        var (_, json) = await Token(contract.Grants[0].Hash, new() { ["authorization_details"] = details });
        Assert.Equal(details, json.GetProperty("authorization_details").GetRawText());
        Assert.Equal(details, Claims(json).GetProperty("authorization_details").GetRawText());
    }

    [Theory]
    [InlineData("""[{"type":"nl-doelbinding","doel":"urn:doel:drie"}]""")]
    [InlineData("""[{"type":"iets-anders","doel":"urn:doel:een"}]""")]
    [InlineData("""[{"type":"nl-doelbinding","doel":"urn:doel:een"},{"type":"nl-doelbinding","doel":"urn:doel:twee"}]""")]
    [InlineData("""{"type":"nl-doelbinding","doel":"urn:doel:een"}""")]
    [InlineData("geen json")]
    public async Task A_purpose_that_the_grant_does_not_have_is_refused(string details)
    {
        var contract = await Sluit(Content(Grants.Verbinding(this, properties: Doelen)));
        var (status, json) = await Token(contract.Grants[0].Hash, new() { ["authorization_details"] = details });
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_authorization_details"), (status, json.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_parameter_that_comes_twice_is_refused()
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, Adres(Proeftuin.Basis, "/token"))
        {
            Content = new StringContent("grant_type=client_credentials&scope=a&scope=b&client_id=c", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        using var antwoord = await Client(null, Proeftuin.Basis).SendAsync(verzoek, CancellationToken.None);
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Equal("invalid_request", JsonElement.Parse(await antwoord.Content.ReadAsStringAsync()).GetProperty("error").GetString());
    }

    private async Task Geweigerd(string scope, string error, string grantType = "client_credentials", string? clientId = null)
    {
        var (status, json) = await Token(grantType, clientId ?? Proeftuin.Duinwaarde.Oin, scope);
        Assert.Equal((HttpStatusCode.BadRequest, error), (status, json.GetProperty("error").GetString()));
    }
}
