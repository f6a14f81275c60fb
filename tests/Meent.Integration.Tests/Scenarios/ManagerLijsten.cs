using System.Net;
using System.Text.Json;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Tests.Fsc;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, what a Manager lists: Contracts, Services, PeerInfo, Peers, TransactionLogRecord, Port and JSONWebKeySet.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class ManagerLijsten(Proeftuin proeftuin) : ManagerGesprek(proeftuin)
{
    private const string Properties = """{"proef.kleur":"blauw"}""";

    [Fact]
    public async Task Manager_Contracts_1_own_contracts_are_listed()
    {
        var hashes = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var content = Content();
            using var antwoord = await Dien(content);
            hashes.Add(Contract.Lees(content, metVoorvoegsel: true).Hash);
        }

        var gelezen = await Alle(Proeftuin.Duinwaarde);
        Assert.Subset(gelezen.Select(c => c.Hash).ToHashSet(), hashes.ToHashSet());
        Assert.Equal(gelezen.OrderByDescending(c => c.CreatedAt).Select(c => c.CreatedAt), gelezen.Select(c => c.CreatedAt));
    }

    [Fact]
    public async Task Manager_Contracts_2_contracts_of_others_are_not()
    {
        var content = Content();
        using (await Dien(content)) { }
        var gelezen = await Alle(Proeftuin.Lindewoude);
        Assert.NotEmpty(gelezen);
        Assert.All(gelezen, c => Assert.Contains(Proeftuin.Lindewoude.Oin, c.Partijen));
        Assert.DoesNotContain(Contract.Lees(content, metVoorvoegsel: true).Hash, gelezen.Select(c => c.Hash));
    }

    [Fact]
    public async Task Manager_Services_1_published_service()
    {
        var data = await Gepubliceerd("services-1", null, null);
        Assert.Equal("SERVICE_TYPE_SERVICE", data.GetProperty("type").GetString());
        Assert.Equal("PROTOCOL_TCP_HTTP_1.1", data.GetProperty("protocol").GetString());
        Assert.False(data.TryGetProperty("properties", out _));
    }

    [Fact]
    public async Task Manager_Services_2_service_published_on_behalf_of_another()
    {
        var data = await Gepubliceerd("services-2", Proeftuin.Lindewoude, null);
        Assert.Equal("SERVICE_TYPE_DELEGATED_SERVICE", data.GetProperty("type").GetString());
        Assert.Equal((Proeftuin.Lindewoude.Oin, Proeftuin.Lindewoude.Naam),
            (data.GetProperty("delegator").GetProperty("peer_id").GetString(), data.GetProperty("delegator").GetProperty("peer_name").GetString()));
    }

    [Fact]
    public async Task Manager_Services_3_published_service_with_properties() =>
        Assert.Equal("blauw", (await Gepubliceerd("services-3", null, Properties)).GetProperty("properties").GetProperty("proef.kleur").GetString());

    [Fact]
    public async Task Manager_Services_4_delegated_service_with_properties() =>
        Assert.Equal("blauw", (await Gepubliceerd("services-4", Proeftuin.Lindewoude, Properties)).GetProperty("properties").GetProperty("proef.kleur").GetString());

    [Fact]
    public async Task A_service_published_for_oneself_and_for_another_is_listed_twice()
    {
        await Gepubliceerd("services-5", null, null);
        await Gepubliceerd("services-5", Proeftuin.Lindewoude, null, verwacht: 2);
    }

    [Fact]
    public async Task A_Manager_that_is_no_Directory_publishes_nothing_by_itself()
    {
        var grant = Grants.Publicatie("services-6");
        grant["directory"]!["peer_id"] = Proeftuin.Basis.Oin;
        using (var antwoord = await Dien(Content(grant))) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        Assert.Equal(0, (await Json(HttpMethod.Get, "/services?service_name=services-6")).GetProperty("services").GetArrayLength());
    }

    [Fact]
    public async Task Manager_PeerInfo_1_peer_of_the_host()
    {
        var peer = await Json(HttpMethod.Get, "/peer");
        Assert.Equal((Proeftuin.Basis.Oin, Proeftuin.Basis.Naam, "2.0.0"),
            (peer.GetProperty("peer_id").GetString(), peer.GetProperty("peer_name").GetString(), peer.GetProperty("fsc_version").GetString()));
    }

    [Fact]
    public async Task Manager_Peers_1_announced_peers()
    {
        using (var antwoord = await Stuur(HttpMethod.Put, "/announce", null, Proeftuin.Lindewoude)) Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        var peers = (await Json(HttpMethod.Get, $"/peers?peer_id={Proeftuin.Lindewoude.Oin}")).GetProperty("peers");
        Assert.Equal((Proeftuin.Lindewoude.Naam, $"https://manager.lindewoude.localhost:{Tuin.Poort}"),
            (peers[0].GetProperty("name").GetString(), peers[0].GetProperty("manager_address").GetString()));
    }

    [Fact]
    public async Task Manager_TransactionLogRecord_1_records_of_the_caller()
    {
        var bronnen = Tuin.Services.GetRequiredService<Bronnen>();
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, new Namens("duinwaarde", Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien")), Diensten.Personen, "x");
        var id = antwoord.Headers.GetValues(Headers.FscTransactionId).Single();
        var record = Assert.Single((await Json(HttpMethod.Get, $"/logs?transaction_ids={id}")).GetProperty("records").EnumerateArray().ToList());
        Assert.Equal("DIRECTION_INCOMING", record.GetProperty("direction").GetString());
        var ander = await Json(HttpMethod.Get, $"/logs?transaction_ids={id}", Proeftuin.Lindewoude);
        Assert.Equal(0, ander.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Manager_Port_1_port_8443_unless_configured()
    {
        Assert.Equal(8443, new FscOptions().Poort);
        await Json(HttpMethod.Get, "/peer");
    }

    [Fact]
    public async Task Manager_JSONWebKeySet_1_key_of_signatures_and_tokens()
    {
        var sleutel = (await Json(HttpMethod.Get, "/.well-known/jwks.json")).GetProperty("keys")[0];
        Assert.Equal(Certificaten.Van(Proeftuin.Basis).X5t, sleutel.GetProperty("x5t#S256").GetString());
        Assert.Equal("EC", sleutel.GetProperty("kty").GetString());
        Assert.Equal(Convert.ToBase64String(Certificaten.Van(Proeftuin.Basis).Certificaat.RawData), sleutel.GetProperty("x5c")[0].GetString());
    }

    private async Task<List<Contract>> Alle(Organisatie als)
    {
        var gelezen = new List<Contract>();
        var cursor = "";
        do
        {
            var blad = await Json(HttpMethod.Get, $"/contracts?limit=2&cursor={cursor}", als);
            gelezen.AddRange(blad.GetProperty("contracts").EnumerateArray().Select(c => Contract.Lees(c.GetProperty("content").GetRawText(), metVoorvoegsel: true)));
            cursor = blad.GetProperty("pagination").GetProperty("next_cursor").GetString()!;
        }
        while (cursor.Length > 0);
        return gelezen;
    }

    private async Task<JsonElement> Gepubliceerd(string naam, Organisatie? delegator, string? properties, int verwacht = 1)
    {
        var content = Content(Grants.Publicatie(naam, delegator, properties));
        var hash = Contract.Lees(content, metVoorvoegsel: true).Hash;
        using (var antwoord = await Dien(content, aan: Proeftuin.Federatie)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        if (delegator is not null)
        {
            Assert.Equal(verwacht - 1, (await Services()).Count);
            using var antwoord = await Stuur(HttpMethod.Put, Pad(hash, HandtekeningSoort.Accept), Lichaam(content, Teken(hash, als: delegator)), delegator, aan: Proeftuin.Federatie);
            Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        }

        var services = await Services();
        Assert.Equal(verwacht, services.Count);
        return services[0];

        async Task<List<JsonElement>> Services() => [.. (await Json(HttpMethod.Get, $"/services?service_name={naam}", aan: Proeftuin.Federatie))
            .GetProperty("services").EnumerateArray().Select(s => s.GetProperty("data"))];
    }
}
