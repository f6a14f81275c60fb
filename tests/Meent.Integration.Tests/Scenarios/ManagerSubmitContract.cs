using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Tests.Fsc;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Manager-SubmitContract.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class ManagerSubmitContract(Proeftuin proeftuin) : ManagerGesprek(proeftuin)
{
    [Fact]
    public Task Manager_SubmitContract_1_service_connection() => Aangenomen(Grants.Verbinding(this));

    [Fact]
    public Task Manager_SubmitContract_2_service_publication() => Aangenomen(Grants.Publicatie("submit-2"));

    [Fact]
    public Task Manager_SubmitContract_3_delegated_service_publication() => Aangenomen(Grants.Publicatie("submit-3", Proeftuin.Lindewoude));

    [Fact]
    public Task Manager_SubmitContract_4_delegated_service_connection() => Aangenomen(Grants.Verbinding(this, Proeftuin.Lindewoude));

    [Fact]
    public Task Manager_SubmitContract_5_connection_to_a_delegated_service() => Aangenomen(Grants.Verbinding(this, namens: Proeftuin.Federatie));

    [Fact]
    public Task Manager_SubmitContract_6_delegated_connection_to_a_delegated_service() =>
        Aangenomen(Grants.Verbinding(this, Proeftuin.Lindewoude, Proeftuin.Federatie));

    [Fact]
    public async Task Manager_SubmitContract_7_submitter_is_no_party() =>
        await Geweigerd(await Dien(Content(), als: Proeftuin.Lindewoude), FscCodes.SubmittingPeerNotPart);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Manager_SubmitContract_8_publication_beside_another_grant(bool delegated)
    {
        var publicatie = Grants.Publicatie("submit-8", delegated ? Proeftuin.Lindewoude : null);
        var content = Content(c => c["grants"] = new JsonArray(Grants.Data(publicatie), Grants.Data(Grants.Verbinding(this))));
        await Geweigerd(await Dien(content), FscCodes.GrantCombinationNotAllowed);
    }

    [Fact]
    public async Task Manager_SubmitContract_9_another_group() =>
        await Geweigerd(await Dien(Content(c => c["group_id"] = "andere-groep")), FscCodes.IncorrectGroupId);

    [Fact]
    public async Task Manager_SubmitContract_10_unknown_hash_algorithm()
    {
        var jws = Teken(Contract.Lees(Content(), metVoorvoegsel: true).Hash);
        await Geweigerd(await Dien(Content(c => c["hash_algorithm"] = "HASH_ALGORITHM_MD5"), jws), FscCodes.UnknownHashAlgorithm);
    }

    [Fact]
    public Task Manager_SubmitContract_11_signed_with_RSA() => Getekend(RSA.Create(2048));

    [Fact]
    public Task Manager_SubmitContract_12_signed_with_ECDSA() => Getekend(ECDsa.Create(ECCurve.NamedCurves.nistP384));

    private async Task Aangenomen(JsonObject grant)
    {
        var content = Content(grant);
        var aan = grant.ContainsKey("directory") ? Proeftuin.Federatie : Proeftuin.Basis;
        using var antwoord = await Dien(content, aan: aan);
        Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        var gevonden = await Json(HttpMethod.Get, $"/contracts?grant_hash={Uri.EscapeDataString(Contract.Lees(content, metVoorvoegsel: true).Grants[0].Hash)}", aan: aan);
        Assert.Equal(grant["type"]!.GetValue<string>(),
            gevonden.GetProperty("contracts")[0].GetProperty("content").GetProperty("grants")[0].GetProperty("data").GetProperty("type").GetString());
    }

    private async Task Getekend(AsymmetricAlgorithm sleutel)
    {
        await using var peer = await Tegenpartij.Start(Tuin, sleutel);
        var content = Content(c => c["grants"]![0]!["data"]!["outway"]!["peer_id"] = peer.Oin);
        using var antwoord = await peer.Stuur(HttpMethod.Post, Proeftuin.Basis, "/contracts", Lichaam(content, peer.Teken(Contract.Lees(content, metVoorvoegsel: true).Hash)));
        Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
    }
}
