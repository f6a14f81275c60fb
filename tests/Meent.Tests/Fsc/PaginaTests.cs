using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Standards.Koppelvlak;
using Meent.Testing;

namespace Meent.Tests.Fsc;

/// <summary>Whoever follows docs/fsc.md has what it promises; and restarts do not take it away.</summary>
[Collection(GroepCollectie.Naam)]
public sealed partial class PaginaTests(Groep groep)
{
    private const string OinAlfa = "00000001990000011000", OinBeta = "00000001990000023000", OinGids = "00000001990000047000";

    [Fact]
    public async Task By_the_commands_of_the_page_strangers_share_a_service_also_on_behalf_of_another_and_both_write_it_down()
    {
        Assert.Contains($"{OinAlfa}  Gemeente Alfa  {groep.Adres("manager", Groep.Alfa)}"[..^1], groep.Uitvoer[4], StringComparison.Ordinal);
        Assert.Contains($"{OinBeta}  Gemeente Beta", groep.Uitvoer[4], StringComparison.Ordinal);
        Assert.Contains($"zaken  {OinBeta}", groep.Uitvoer[5], StringComparison.Ordinal);
        Assert.Contains("CONTRACT_STATE_VALID", groep.Uitvoer[6], StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(groep.Uitvoer[7], $"CONTRACT_STATE_VALID.*{OinBeta}/zaken"));
        Assert.Equal(2, Regex.Count(groep.Uitvoer[8], "HTTP/1.1 200"));
        Assert.Contains("HTTP/1.1 200", groep.Uitvoer[10], StringComparison.Ordinal);

        var transacties = Transactie().Matches(groep.Uitvoer[8]).Select(m => m.Groups["id"].Value).ToList();
        Assert.Equal(2, transacties.Distinct().Count());
        foreach (var (transactie, soort) in transacties.Zip(["$1$3$", "$1$4$"]))
        {
            Assert.Matches($"{transactie}  DIRECTION_OUTGOING  {OinAlfa} > {OinBeta}  zaken  {Regex.Escape(soort)}", groep.Uitvoer[9]);
            Assert.Matches($"{transactie}  DIRECTION_INCOMING  {OinAlfa} > {OinBeta}  zaken  {Regex.Escape(soort)}", groep.Uitvoer[9]);
        }

        // As the one for whom was asked sees it at the provider: FSC Logging 1.1.0, GET /logs.
        using var certificaat = X509Certificate2.CreateFromPemFile(groep.Bestand(Groep.Gids, "fsc.pem"), groep.Bestand(Groep.Gids, "fsc.key"));
        using var client = Peerclient.Met(certificaat);
        using var log = JsonDocument.Parse(await client.GetStringAsync(new Uri(groep.Adres("manager", Groep.Beta), $"v1/logs?transaction_ids={string.Join(',', transacties)}")));
        var regel = Assert.Single(log.RootElement.GetProperty("records").EnumerateArray().ToList());
        Assert.Equal(transacties[1], regel.GetProperty("transaction_id").GetString());
        Assert.Equal(("SOURCE_TYPE_DELEGATED_SOURCE", OinAlfa, OinGids),
            (Bron("type"), Bron("outway_peer_id"), Bron("delegator_peer_id")));

        string? Bron(string lid) => regel.GetProperty("source").GetProperty(lid).GetString();
    }

    [Fact]
    public async Task Each_process_restarts_in_turn_under_load_and_no_call_that_may_be_repeated_fails()
    {
        var vooraf = Ids(await groep.Voer("meent fsc logs -c beta/meent.json"), "DIRECTION_INCOMING");
        await using var last = new Last(groep);
        await last.Meer(100);
        await groep.Herstart(Groep.Gids);
        await last.Meer(100);
        // The Directory is in nobody's way.
        Assert.Equal(0, last.Herhaald);
        foreach (var organisatie in new[] { Groep.Beta, Groep.Alfa })
        {
            await groep.Herstart(organisatie);
            await last.Meer(100);
        }

        var gelukt = await last.Stop();
        var (alfa, beta) = (await groep.Voer("meent fsc logs -c alfa/meent.json"), await groep.Voer("meent fsc logs -c beta/meent.json"));
        var (uit, @in) = (Ids(alfa, "DIRECTION_OUTGOING"), Ids(beta, "DIRECTION_INCOMING"));
        Assert.Equal(gelukt.Count, gelukt.Distinct().Count());
        Assert.Empty(gelukt.Except(uit));
        Assert.Empty(gelukt.Except(@in));
        // What reached the provider was written down by who sent it.
        Assert.Empty(@in.Except(vooraf).Except(uit));
    }

    private static HashSet<string> Ids(string log, string richting) =>
        [.. log.Split('\n').Where(r => r.Contains(richting, StringComparison.Ordinal)).Select(r => Uuid().Match(r).Value)];

    [GeneratedRegex(Headers.FscTransactionId + @": (?<id>[0-9a-f-]{36})", RegexOptions.IgnoreCase)]
    private static partial Regex Transactie();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
