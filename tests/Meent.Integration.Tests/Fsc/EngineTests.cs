using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Manager;
using Meent.Integration.Transacties;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>What the Manager and the log keep, on both engines.</summary>
public sealed class EngineTests
{
    [EngineTheory]
    public async Task Contract_call_and_log_work_on_both_engines(Engine engine)
    {
        var proeftuin = new Proeftuin(engine);
        await proeftuin.InitializeAsync();
        try
        {
            var bronnen = proeftuin.Services.GetRequiredService<Bronnen>();
            var namens = new Namens("duinwaarde", Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien"));
            for (var i = 0; i < 3; i++)
            {
                using var antwoord = await bronnen.Stuur(HttpMethod.Get, namens, Diensten.Personen, "x");
                Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            }

            await Log(bronnen, namens);
            await Verzoening(proeftuin);
            await Onbestelbaar(bronnen, namens);
            await Opruimen(proeftuin);
        }
        finally
        {
            await proeftuin.DisposeAsync();
        }
    }

    [Fact]
    public void Waits_grow_to_five_minutes_and_no_further() =>
        Assert.Equal([1, 2, 4, 128, 256, 300, 300], new long[] { 0, 1, 2, 7, 8, 9, 1000 }.Select(p => (int)BezorgTabel.Wacht(p).TotalSeconds));

    private static async Task Log(Bronnen bronnen, Namens namens)
    {
        var alle = await Records("transacties");
        Assert.Equal(3, alle.Count);
        Assert.Equal(alle.OrderByDescending(r => r.GetProperty("created_at").GetInt64()).Select(Id), alle.Select(Id));
        Assert.Equal(3, (await Records($"transacties?service_name=personen,onbekend&grant_hash={Uri.EscapeDataString(alle[0].GetProperty("grant_hash").GetString()!)}")).Count);
        Assert.Empty(await Records("transacties?service_name=onbekend"));
        Assert.Equal(3, (await Records($"transacties?peer_id={Proeftuin.Basis.Oin}&direction=DIRECTION_OUTGOING")).Count);
        Assert.Empty(await Records("transacties?direction=DIRECTION_INCOMING"));
        Assert.Empty(await Records("transacties?before=1000"));
        Assert.Equal(3, (await Records("transacties?after=1000")).Count);

        var perStuk = new List<string>();
        var cursor = "";
        do
        {
            var blad = await Json($"transacties?limit=2&cursor={cursor}");
            perStuk.AddRange(blad.GetProperty("records").EnumerateArray().Select(Id));
            cursor = blad.GetProperty("pagination").GetProperty("next_cursor").GetString()!;
        }
        while (cursor.Length > 0);
        Assert.Equal(alle.Select(Id), perStuk);

        static string Id(JsonElement record) => record.GetProperty("transaction_id").GetString()!;

        async Task<List<JsonElement>> Records(string pad) => [.. (await Json(pad)).GetProperty("records").EnumerateArray()];

        async Task<JsonElement> Json(string pad)
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Get, namens, Diensten.Fsc, pad);
            return await antwoord.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    /// <summary>The provider signed, but its signature never arrived: it is fetched.</summary>
    private static async Task Verzoening(Proeftuin proeftuin)
    {
        var (stores, tabel) = (proeftuin.Services.GetRequiredService<Stores>(), proeftuin.Services.GetRequiredService<ContractTabel>());
        var store = await stores.Get(Proeftuin.Duinwaarde);
        var nu = TimeProvider.System.GetUtcNow();
        var dossier = (await store.Read(s => tabel.Lopend(s, GrantType.ServiceConnection, nu))).First(d => d.Staat(nu) == ContractStaat.Valid && d.Contract.Grants[0].ServiceName == Diensten.Personen);
        var ouder = dossier.Contract.Json.Replace($"\"created_at\":{dossier.Contract.CreatedAt}", $"\"created_at\":{dossier.Contract.CreatedAt - 120}", StringComparison.Ordinal)
            .Replace(dossier.Contract.Iv.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
        var contract = Contract.Lees(ouder, metVoorvoegsel: true);
        await proeftuin.Services.GetRequiredService<ContractDienst>().Maak(Proeftuin.Duinwaarde, contract, Opdrachtgever.VanZelf("proef"), CancellationToken.None);
        await Wacht(async () => (await Stand()).Staat(nu) == ContractStaat.Valid);

        // Told within the write: the node's own round may fetch it again as soon as that is over.
        var zonder = await store.Write(async s =>
        {
            await s.Execute("DELETE FROM integratie_handtekeningen WHERE contract = $1 AND peer = $2", contract.Hash, Proeftuin.Basis.Oin);
            return (await tabel.Vind(s, contract.Hash))!.Staat(nu);
        });
        Assert.Equal(ContractStaat.Proposed, zonder);

        // How a Group makes the hash of a grant is a setting of a node, not of all that run in this process.
        var andere = new ContractTabel(Microsoft.Extensions.Options.Options.Create(new FscOptions { Lezing = { GrantHashMetVoorvoegsel = false } }));
        var gelezen = (await store.Read(s => andere.Vind(s, contract.Hash)))!.Contract;
        Assert.Equal(FscHash.Grant(contract.Hash, GrantType.ServiceConnection, gelezen.Grants[0].Data, metVoorvoegsel: false), gelezen.Grants[0].Hash);
        Assert.Equal(contract.Grants[0].Hash, (await Stand()).Contract.Grants[0].Hash);
        Assert.NotEqual(contract.Grants[0].Hash, gelezen.Grants[0].Hash);
        await proeftuin.Services.GetRequiredService<Verzoener>().Verzoen(Proeftuin.Duinwaarde, CancellationToken.None);
        Assert.Equal(ContractStaat.Valid, (await Stand()).Staat(nu));

        async Task<Dossier> Stand() => (await store.Read(s => tabel.Vind(s, contract.Hash)))!;
    }

    /// <summary>A party that nobody knows: the contract waits, and says why.</summary>
    private static async Task Onbestelbaar(Bronnen bronnen, Namens namens)
    {
        using var voorstel = await bronnen.Stuur(HttpMethod.Post, namens, Diensten.Fsc, "contracten", new StringContent(
            """{"grants":[{"data":{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000001999999999000","name":"elders"}}}]}""",
            System.Text.Encoding.UTF8, "application/json"));
        var hash = (await voorstel.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("content_hash").GetString()!;
        await Wacht(async () =>
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Get, namens, Diensten.Fsc, $"contracten/{hash}");
            var bezorging = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("deliveries")[0];
            return bezorging.GetProperty("attempts").GetInt32() >= 2 && bezorging.GetProperty("next_attempt_at").ValueKind == JsonValueKind.String
                && bezorging.GetProperty("error").GetString()!.Contains("onbekend", StringComparison.Ordinal);
        });
    }

    /// <summary>Records whose time is over go, and no others; what stands under certificates that end is found.</summary>
    private static async Task Opruimen(Proeftuin proeftuin)
    {
        var store = await proeftuin.Services.GetRequiredService<Stores>().Get(Proeftuin.Duinwaarde);
        var nu = TimeProvider.System.GetUtcNow();
        Assert.Equal(0, await TransactieLog.Wis(store, nu.AddDays(-1), CancellationToken.None));
        Assert.Equal(3, await TransactieLog.Wis(store, nu.AddDays(1), CancellationToken.None));
        Assert.Empty(await store.Read(sessie => ContractTabel.Eindigend(sessie, nu, nu.AddDays(60))));
        Assert.NotEmpty(await store.Read(sessie => ContractTabel.Eindigend(sessie, nu, nu.AddDays(400))));
        var stand = Assert.Single(await store.Read(BezorgTabel.Standen), s => s.Peer == "00000001999999999000");
        Assert.Equal((0, 1, 0), (stand.Bezorgd, stand.Open, stand.Geweigerd));
        Assert.Contains("onbekend", stand.Fout, StringComparison.Ordinal);
        Assert.Equal(1, await store.Write(sessie => BezorgTabel.Opnieuw(sessie, stand.Peer, nu)));
    }

    private static async Task Wacht(Func<Task<bool>> tot)
    {
        for (var i = 0; i < 400; i++)
        {
            if (await tot()) return;
            await Task.Delay(25);
        }

        Assert.Fail("Het kwam er niet van.");
    }
}
