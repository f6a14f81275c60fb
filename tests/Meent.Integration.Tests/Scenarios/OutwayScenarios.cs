using System.Net;
using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Integration.Tests.Fsc;
using Meent.Integration.Transacties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Outway.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class OutwayScenarios(Proeftuin proeftuin) : KetenGesprek(proeftuin)
{
    private const string Domein = "ERROR_DOMAIN_OUTWAY";

    [Fact]
    public async Task Outway_IncomingRequest_1_valid_contract()
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("outway-1"));
        using var antwoord = await Outway(grant);
        Assert.Equal("basisregistraties", (await Echo(antwoord)).Organisatie);
    }

    [Fact]
    public async Task Outway_IncomingRequest_2_no_contract()
    {
        var bereikt = Tuin.Bereikt;
        using var antwoord = await Outway("$1$3$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        await Fout(antwoord, HttpStatusCode.BadRequest, FscCodes.UnknownGrantHash, Domein);
        Assert.Equal(bereikt, Tuin.Bereikt);
    }

    [Fact]
    public async Task Outway_IncomingRequest_3_Inway_that_cannot_be_reached()
    {
        await using var peer = await Tegenpartij.Start(Tuin);
        // Nothing listens on the port of discard.
        peer.Inways = [$"https://{Tegenpartij.Host}:9"];
        using var antwoord = await Outway(await Verbind(peer));
        await Fout(antwoord, HttpStatusCode.BadGateway, FscCodes.InwayUnreachable, Domein);
    }

    [Fact]
    public async Task Outway_TransactionLog_1_record_is_there_before_the_request_is_sent()
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("outway-log-1"));
        List<Transactie> voor = [];
        Tuin.BijService = async http => voor = await Tuin.Services.GetRequiredService<TransactieLog>()
            .Vind(Proeftuin.Duinwaarde, Proeftuin.Duinwaarde.Oin, [Guid.Parse(http.Request.Headers[Headers.FscTransactionId]!)], CancellationToken.None);
        try
        {
            using var antwoord = await Outway(grant);
            Assert.Equal("DIRECTION_OUTGOING", Assert.Single(voor).Richting);
        }
        finally
        {
            Tuin.BijService = null;
        }
    }

    [Fact]
    public async Task Outway_TransactionLog_2_id_reaches_the_Inway()
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("outway-log-2"));
        var id = Guid.CreateVersion7().ToString();
        using var antwoord = await Outway(grant, r => r.Headers.Add(Headers.FscTransactionId, id));
        Assert.Equal(id, (await Echo(antwoord)).Headers[Headers.FscTransactionId]);
        Assert.Equal(id, antwoord.Headers.GetValues(Headers.FscTransactionId).Single());
    }

    [Fact]
    public async Task Outway_TransactionLog_3_delegated_connection()
    {
        var source = (await Delegatie(Proeftuin.Lindewoude, null)).GetProperty("source");
        Assert.Equal(("SOURCE_TYPE_DELEGATED_SOURCE", Proeftuin.Lindewoude.Oin), (source.GetProperty("type").GetString(), source.GetProperty("delegator_peer_id").GetString()));
    }

    [Fact]
    public async Task Outway_TransactionLog_4_delegated_service()
    {
        var doel = (await Delegatie(null, Proeftuin.Federatie)).GetProperty("destination");
        Assert.Equal(("DESTINATION_TYPE_DELEGATED_DESTINATION", Proeftuin.Federatie.Oin), (doel.GetProperty("type").GetString(), doel.GetProperty("delegator_peer_id").GetString()));
    }

    [Fact]
    public async Task Outway_TransactionLog_5_log_that_cannot_be_written()
    {
        var (_, grant) = await Sluit(Proeftuin.Duinwaarde, Zaken("outway-log-5"));
        using (var eerst = await Outway(grant)) Assert.Equal(HttpStatusCode.OK, eerst.StatusCode);
        var bereikt = Tuin.Bereikt;
        await using var zonder = await Tuin.ZonderLog(Proeftuin.Duinwaarde);
        using var antwoord = await Outway(grant);
        await Fout(antwoord, HttpStatusCode.InternalServerError, FscCodes.LogWriteError, Domein);
        Assert.Equal(bereikt, Tuin.Bereikt);
    }

    private async Task<JsonElement> Delegatie(Organisatie? delegator, Organisatie? namens)
    {
        var grant = await SluitMet(Zaken("outway-delegatie", delegator, namens), [.. new[] { delegator, namens }.OfType<Organisatie>()]);
        using var antwoord = await Outway(grant);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return await Transactie(Proeftuin.Duinwaarde, antwoord.Headers.GetValues(Headers.FscTransactionId).Single());
    }
}
