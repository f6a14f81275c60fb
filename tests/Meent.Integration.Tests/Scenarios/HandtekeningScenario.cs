using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Tests.Fsc;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>What the scenarios of accept, reject and revoke have in common: Lindewoude places a signature on a contract that Duinwaarde handed in.</summary>
public abstract class HandtekeningScenario(Proeftuin proeftuin) : ManagerGesprek(proeftuin)
{
    private protected abstract HandtekeningSoort Soort { get; }

    private HandtekeningSoort Andere => Soort == HandtekeningSoort.Accept ? HandtekeningSoort.Reject : HandtekeningSoort.Accept;

    private protected async Task Geplaatst()
    {
        var contract = await Voorstel();
        using (var antwoord = await Plaats(contract, Teken(contract.Hash, Soort, Proeftuin.Lindewoude))) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        await Heeft(contract, Proeftuin.Lindewoude.Oin);
    }

    private protected async Task Geen_partij()
    {
        var contract = await Voorstel();
        await Geweigerd(await Plaats(contract, Teken(contract.Hash, Soort, Proeftuin.Federatie), Proeftuin.Federatie), FscCodes.SubmittingPeerNotPart);
    }

    private protected async Task Geen_JWS() => await Niet(_ => "dit.is.niets", FscCodes.SignatureVerificationFailed);

    private protected async Task Andere_inhoud()
    {
        var ander = Contract.Lees(Content(), metVoorvoegsel: true).Hash;
        await Niet(_ => Teken(ander, Soort, Proeftuin.Lindewoude), FscCodes.SignatureHashMismatch);
    }

    private protected async Task Andere_soort() => await Niet(hash => Teken(hash, Andere, Proeftuin.Lindewoude), FscCodes.SignatureVerificationFailed);

    private protected async Task Andere_hash_in_adres()
    {
        var contract = await Voorstel();
        var jws = Teken(contract.Hash, Soort, Proeftuin.Lindewoude);
        await Geweigerd(await Stuur(HttpMethod.Put, Pad(Contract.Lees(Content(), metVoorvoegsel: true).Hash, Soort), Lichaam(contract.Json, jws), Proeftuin.Lindewoude), FscCodes.UrlPathHashMismatch);
    }

    /// <summary>Everything is right but the algorithm in the header, which FSC does not allow.</summary>
    private protected async Task Onbekend_algoritme() => await Niet(hash =>
    {
        var delen = Teken(hash, Soort, Proeftuin.Lindewoude).Split('.');
        var kop = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(delen[0])).Replace("ES256", "PS256", StringComparison.Ordinal);
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(kop))}.{delen[1]}.{delen[2]}";
    }, FscCodes.UnknownSignatureAlgorithm);

    private protected async Task Getekend(AsymmetricAlgorithm sleutel)
    {
        await using var peer = await Tegenpartij.Start(Tuin, sleutel);
        var grant = Grants.Verbinding(this, Proeftuin.Lindewoude);
        grant["delegator"]!["peer_id"] = peer.Oin;
        var content = Content(grant);
        var contract = Contract.Lees(content, metVoorvoegsel: true);
        using (var voorstel = await Dien(content)) Assert.Equal(HttpStatusCode.Created, voorstel.StatusCode);
        using (var antwoord = await peer.Stuur(HttpMethod.Put, Proeftuin.Basis, Pad(contract.Hash, Soort), Lichaam(content, peer.Teken(contract.Hash, Soort))))
            Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        await Heeft(contract, peer.Oin);
    }

    private async Task Niet(Func<string, string> jws, string code)
    {
        var contract = await Voorstel();
        await Geweigerd(await Plaats(contract, jws(contract.Hash)), code);
        await Heeft(contract, null);
    }

    private async Task<Contract> Voorstel()
    {
        var contract = Contract.Lees(Content(Grants.Verbinding(this, Proeftuin.Lindewoude)), metVoorvoegsel: true);
        using var antwoord = await Dien(contract.Json);
        Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        return contract;
    }

    private Task<HttpResponseMessage> Plaats(Contract contract, string jws, Organisatie? als = null) =>
        Stuur(HttpMethod.Put, Pad(contract.Hash, Soort), Lichaam(contract.Json, jws), als ?? Proeftuin.Lindewoude);

    /// <summary>Whether the contract has a signature of this kind by a Peer; null for by nobody but who handed it in.</summary>
    private async Task Heeft(Contract contract, string? peer)
    {
        var gevonden = await Json(HttpMethod.Get, $"/contracts?grant_hash={Uri.EscapeDataString(contract.Grants[0].Hash)}");
        var peers = gevonden.GetProperty("contracts")[0].GetProperty("signatures").GetProperty(Handtekening.Naam(Soort)).EnumerateObject().Select(p => p.Name);
        string[] verwacht = [.. Soort == HandtekeningSoort.Accept ? [Proeftuin.Duinwaarde.Oin] : Array.Empty<string>(), .. peer is null ? [] : new[] { peer }];
        Assert.Equal(verwacht.Order(), peers.Order());
    }
}
