using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Integration.Tests.Fsc;
using Meent.Integration.Transacties;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Inway.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class InwayScenarios(Proeftuin proeftuin) : InwayGesprek(proeftuin)
{
    [Fact]
    public async Task Inway_IncomingRequest_1_valid_token()
    {
        using var antwoord = await Vraag(Token());
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    [Fact]
    public async Task Inway_IncomingRequest_2_no_token()
    {
        using var antwoord = await Vraag(null);
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenMissing);
    }

    [Fact]
    public async Task Inway_IncomingRequest_3_token_of_another_certificate()
    {
        using var antwoord = await Vraag(Token(), als: Proeftuin.Lindewoude);
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenInvalid);
    }

    [Fact]
    public async Task Inway_IncomingRequest_4_certificate_that_is_not_trusted()
    {
        using var elders = new TijdelijkeMap();
        Directory.CreateDirectory(elders.Bestand("certificaten"));
        new Certificaten.DemoAnker(elders.Bestand("certificaten"), TimeProvider.System).Anker().Dispose();
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var vals = Testcertificaat.Onder(elders.Pad, sleutel, Proeftuin.Duinwaarde.Oin, "outway.duinwaarde.localhost");
        using var client = Peerclient.Met(vals);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(Adres("/x")));
    }

    [Fact]
    public async Task Inway_IncomingRequest_5_token_reaches_the_service()
    {
        var token = Token();
        using var antwoord = await Vraag(token);
        Assert.Equal("Bearer " + token, (await Echo(antwoord)).Headers[Headers.FscAuthorization]);
    }

    [Fact]
    public async Task Inway_IncomingRequest_6_expired_token()
    {
        using var antwoord = await Vraag(Token(c => c with { Exp = c.Nbf }));
        await Geweigerd(antwoord, HttpStatusCode.Unauthorized, FscCodes.TokenExpired);
    }

    [Fact]
    public async Task Inway_TransactionLog_1_record_is_there_before_the_service_is_called()
    {
        var id = Guid.CreateVersion7();
        List<Transactie> voor = [];
        Tuin.BijService = async _ => voor = await Log(id);
        try
        {
            using var antwoord = await Vraag(Token(), transactie: id.ToString());
            Assert.Equal(Transactie.Inkomend, Assert.Single(voor).Richting);
        }
        finally
        {
            Tuin.BijService = null;
        }
    }

    [Fact]
    public async Task Inway_TransactionLog_2_id_reaches_the_service()
    {
        var id = Guid.CreateVersion7().ToString();
        using var antwoord = await Vraag(Token(), transactie: id);
        Assert.Equal(id, (await Echo(antwoord)).Headers[Headers.FscTransactionId]);
    }

    [Fact]
    public async Task Inway_TransactionLog_3_no_id()
    {
        using var antwoord = await Vraag(Token(), transactie: null);
        await Geweigerd(antwoord, HttpStatusCode.BadRequest, FscCodes.MissingLogRecordId);
    }

    [Fact]
    public async Task Inway_TransactionLog_4_delegated_connection()
    {
        var id = Guid.CreateVersion7();
        using (await Vraag(Token(c => c with { Act = Proeftuin.Lindewoude.Oin }), transactie: id.ToString())) { }
        Assert.Equal((Proeftuin.Lindewoude.Oin, null), Assert.Single(await Log(id)) is var r ? (r.OutwayDelegator, r.ServiceDelegator) : default);
    }

    [Fact]
    public async Task Inway_TransactionLog_5_delegated_service()
    {
        var id = Guid.CreateVersion7();
        using (await Vraag(Token(c => c with { Pdi = Proeftuin.Federatie.Oin }), transactie: id.ToString())) { }
        Assert.Equal((null, Proeftuin.Federatie.Oin), Assert.Single(await Log(id)) is var r ? (r.OutwayDelegator, r.ServiceDelegator) : default);
    }

    [Fact]
    public async Task Inway_TransactionLog_6_log_that_cannot_be_written()
    {
        var bereikt = Tuin.Bereikt;
        await using var zonder = await Tuin.ZonderLog(Proeftuin.Basis);
        using var antwoord = await Vraag(Token());
        await Geweigerd(antwoord, HttpStatusCode.InternalServerError, FscCodes.LogWriteError);
        Assert.Equal(bereikt, Tuin.Bereikt);
    }

    [Fact]
    public async Task Inway_Port_1_the_port_of_the_Manager()
    {
        using var antwoord = await Vraag(Token());
        Assert.Equal(Tuin.Poort, antwoord.RequestMessage!.RequestUri!.Port);
    }

    private Task<List<Transactie>> Log(Guid id) =>
        Tuin.Services.GetRequiredService<TransactieLog>().Vind(Proeftuin.Basis, Proeftuin.Basis.Oin, [id], CancellationToken.None);

    private static async Task<Echo> Echo(HttpResponseMessage antwoord) =>
        JsonSerializer.Deserialize<Echo>(await antwoord.Content.ReadAsStringAsync(), Bronnen.Json)!;
}
