using System.Net;
using Meent.Integration.Fsc;
using Meent.Integration.Tests.Fsc;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Integration.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class IntegrationScenarios(Proeftuin proeftuin) : KetenGesprek(proeftuin)
{
    [Fact]
    public async Task Integration_ConsumeService_1_with_a_contract()
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("integratie-1"));
        await Bereikt(grant);
    }

    [Fact]
    public async Task Integration_ConsumeService_2_without_a_contract()
    {
        var voorstel = await Voorstel(Proeftuin.Duinwaarde, Zaken("integratie-2"));
        using var antwoord = await Outway(voorstel.GetProperty("grants")[0].GetProperty("hash").GetString()!);
        await Fout(antwoord, HttpStatusCode.BadRequest, FscCodes.UnknownGrantHash, "ERROR_DOMAIN_OUTWAY");
    }

    [Fact]
    public async Task Integration_ConsumeServiceAsDelegatee_1() =>
        await Bereikt(await SluitMet(Zaken("integratie-3", Proeftuin.Lindewoude), Proeftuin.Lindewoude));

    [Fact]
    public async Task Integration_ConsumeDelegatedService_1_by_oneself() =>
        await Bereikt(await SluitMet(Zaken("integratie-4", namens: Proeftuin.Federatie), Proeftuin.Federatie));

    [Fact]
    public async Task Integration_ConsumeDelegatedService_2_as_delegatee() =>
        await Bereikt(await SluitMet(Zaken("integratie-5", Proeftuin.Lindewoude, Proeftuin.Federatie), Proeftuin.Lindewoude, Proeftuin.Federatie));

    [Fact]
    public async Task Integration_TransactionLog_1_both_peers_have_the_record()
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("integratie-6"));
        var id = await Bereikt(grant);
        Assert.Equal("DIRECTION_OUTGOING", (await Transactie(Proeftuin.Duinwaarde, id)).GetProperty("direction").GetString());
        Assert.Equal("DIRECTION_INCOMING", (await Transactie(Proeftuin.Basis, id)).GetProperty("direction").GetString());
    }

    private async Task<string> Bereikt(string grant)
    {
        using var antwoord = await Outway(grant);
        Assert.Equal("basisregistraties", (await Echo(antwoord)).Organisatie);
        return antwoord.Headers.GetValues(Headers.FscTransactionId).Single();
    }
}
