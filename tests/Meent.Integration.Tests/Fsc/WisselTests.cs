using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Manager;
using Meent.Integration.Transacties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Certificates that are replaced and signatures that end, while everything goes on; in a landscape of its own.</summary>
public sealed class WisselTests(Proeftuin proeftuin) : KetenGesprek(proeftuin), IClassFixture<Proeftuin>
{
    private readonly CertificateStore _certificaten = proeftuin.Services.GetRequiredService<CertificateStore>();
    private readonly Certificaatwacht _wacht = proeftuin.Services.GetRequiredService<Certificaatwacht>();

    [Fact]
    public async Task A_replaced_certificate_is_taken_into_use_without_a_failed_call_and_contracts_are_signed_again()
    {
        await _wacht.Kijk(CancellationToken.None);
        await Roep();
        foreach (var organisatie in new[] { Proeftuin.Basis, Proeftuin.Duinwaarde })
        {
            var oud = _certificaten.Van(organisatie).X5t;
            // As when it nears its end: the demo anchor makes another under the same key.
            File.Delete(Path.Combine(Tuin.Map, "certificaten", organisatie.Slug + ".pem"));
            await _wacht.Kijk(CancellationToken.None);
            var nieuw = _certificaten.Van(organisatie).X5t;
            Assert.NotEqual(oud, nieuw);
            Assert.Equal([nieuw, oud], _certificaten.Alle(organisatie).Select(c => c.X5t));
            // Tokens of before the change are still good, and so are those of after it.
            await Roep();
            foreach (var kant in new[] { Proeftuin.Basis, Proeftuin.Duinwaarde }) await Wacht(async () => (await Tekenaars(kant, organisatie)).SetEquals([nieuw]));
        }

        await _wacht.Kijk(CancellationToken.None);
        await Roep();
    }

    [Fact]
    public async Task An_acceptance_counts_until_its_certificate_ends_and_its_end_is_told_beforehand()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000073000", tot: DateTimeOffset.UtcNow.AddDays(30));
        var grant = await Verbind(peer);
        var store = await Tuin.Services.GetRequiredService<Stores>().Get(Proeftuin.Duinwaarde);
        var dossier = (await store.Read(sessie => Tuin.Services.GetRequiredService<ContractTabel>().VanGrant(sessie, grant)))!;
        Assert.Equal(ContractStaat.Valid, dossier.Staat(DateTimeOffset.UtcNow.AddDays(29)));
        Assert.Equal(ContractStaat.Proposed, dossier.Staat(DateTimeOffset.UtcNow.AddDays(31)));

        using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, "certificaten");
        var lijst = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
        var eindigend = Assert.Single(lijst.GetProperty("handtekeningen").EnumerateArray().ToList());
        Assert.Equal((dossier.Contract.Hash, peer.Oin, "binnenkort"),
            (eindigend.GetProperty("content_hash").GetString(), eindigend.GetProperty("peer_id").GetString(), eindigend.GetProperty("geldigheid").GetString()));
        Assert.Equal("goed", lijst.GetProperty("eigen")[0].GetProperty("geldigheid").GetString());
        Assert.Equal(1, lijst.GetProperty("ankers").GetArrayLength());
    }

    [Fact]
    public async Task The_log_is_searched_by_the_other_Peer_and_the_direction_and_kept_for_its_time()
    {
        await Roep();
        Assert.NotEmpty(await Log($"peer_id={Proeftuin.Basis.Oin}&direction=DIRECTION_OUTGOING"));
        Assert.Empty(await Log("direction=DIRECTION_INCOMING"));
        Assert.Empty(await Log($"peer_id={Proeftuin.Lindewoude.Oin}"));

        var store = await Tuin.Services.GetRequiredService<Stores>().Get(Proeftuin.Duinwaarde);
        Assert.Equal(0, await TransactieLog.Wis(store, DateTimeOffset.UtcNow.AddDays(-1), CancellationToken.None));
        var aantal = (await Log("limit=1000")).Count;
        Assert.Equal(aantal, await TransactieLog.Wis(store, DateTimeOffset.UtcNow.AddDays(1), CancellationToken.None));
        Assert.Empty(await Log("limit=1000"));
    }

    private async Task Roep()
    {
        using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Voor("inzien"), Diensten.Personen, "x");
        Assert.True(antwoord.StatusCode == HttpStatusCode.OK, await antwoord.Content.ReadAsStringAsync());
    }

    /// <summary>Certificates under which a Peer's acceptances stand, of contracts with the provider.</summary>
    private async Task<HashSet<string>> Tekenaars(Organisatie bij, Organisatie van)
    {
        var store = await Tuin.Services.GetRequiredService<Stores>().Get(bij);
        var dossiers = await store.Read(sessie => Tuin.Services.GetRequiredService<ContractTabel>().Lopend(sessie, GrantType.ServiceConnection, DateTimeOffset.UtcNow));
        return [.. dossiers.Where(d => d.Contract.Grants[0].ServiceName == Diensten.Personen && d.Contract.Partijen.Contains(Proeftuin.Duinwaarde.Oin) && d.Contract.Partijen.Contains(Proeftuin.Basis.Oin))
            .SelectMany(d => d.Van(HandtekeningSoort.Accept)).Where(h => h.Peer == van.Oin).Select(h => Jws.Lees(h.Jws)!.X5t)];
    }

    private async Task<List<JsonElement>> Log(string vraag)
    {
        using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, $"transacties?{vraag}");
        return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("records").EnumerateArray()];
    }
}
