using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Manager;

/// <summary>Fetches signatures that another Peer placed but could not bring: a proposal that stays open is asked after at the other parties.</summary>
internal sealed partial class Verzoener(
    Stores stores, ContractTabel tabel, Peeradressen peers, ManagerClient client, ContractDienst dienst, Contractwijzer wijzer, TimeProvider klok, ILogger<Verzoener> log)
{
    // The first minute belongs to the other side's own delivery.
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);

    // Of hashes in one address; 91 characters each.
    private const int PerVraag = 50;

    /// <returns>Whether proposals are still open that others must sign.</returns>
    public async Task<bool> Verzoen(Organisatie organisatie, CancellationToken stop)
    {
        var nu = klok.GetUtcNow();
        var store = await stores.Get(organisatie);
        var open = await store.Read(sessie => Open(tabel, sessie, nu), stop);
        var missend = open.Where(d => d.Contract.CreatedAt < (nu - Geduld).ToUnixTimeSeconds()).SelectMany(d => d.Contract.Partijen
            .Where(p => p != organisatie.Oin && !d.Aanvaard(p, nu)).Select(p => (Peer: p, d.Contract)));
        await Task.WhenAll(missend.GroupBy(m => m.Peer, m => m.Contract).Select(async peer =>
        {
            foreach (var blok in peer.Chunk(PerVraag)) await Vraag(store, peer.Key, blok.ToDictionary(c => c.Hash, StringComparer.Ordinal), stop);
        }));
        return open.Count > 0;
    }

    /// <summary>Proposals of this organisation that others must still sign.</summary>
    public static async ValueTask<List<Dossier>> Open(ContractTabel tabel, Session sessie, DateTimeOffset nu)
    {
        return [.. (await tabel.Onvolledig(sessie, nu))
            .Where(d => d.Staat(nu) == ContractStaat.Proposed && d.Aanvaard(sessie.Store.Organisatie.Oin, nu))];
    }

    private async Task Vraag(Store store, string peer, Dictionary<string, Contract> contracten, CancellationToken stop)
    {
        try
        {
            if (await peers.Vind(store.Organisatie, peer, stop) is not { } adres) return;
            var hashes = string.Join(',', contracten.Values.Select(c => Uri.EscapeDataString(c.Grants[0].Hash)));
            using var antwoord = IJson.Parse(System.Text.Encoding.UTF8.GetBytes(
                await client.Haal(store.Organisatie, peer, adres, $"/contracts?grant_hash={hashes}", stop)));
            foreach (var gevonden in antwoord.RootElement.GetProperty("contracts").EnumerateArray())
            {
                if (!contracten.TryGetValue(FscHash.Content(gevonden.GetProperty("content")), out var contract)) continue;
                // A Peer speaks for itself only: its own signatures are taken, what it says of others is not.
                foreach (var soort in Enum.GetValues<HandtekeningSoort>())
                {
                    if (!gevonden.GetProperty("signatures").GetProperty(Handtekening.Naam(soort)).TryGetProperty(peer, out var jws)) continue;
                    var handtekening = await dienst.ControleerHandtekening(store.Organisatie, peer, adres, contract, soort, jws.GetString()!, stop);
                    await store.Write(sessie => ContractTabel.Teken(sessie, contract.Hash, handtekening, klok.GetUtcNow()), stop);
                    wijzer.Vergeet(store.Organisatie);
                }
            }
        }
        catch (Exception fout) when (fout is HttpRequestException or ManagerWeigering or FscException or FormatException or KeyNotFoundException
            or InvalidOperationException or JsonException || (fout is OperationCanceledException && !stop.IsCancellationRequested))
        {
            VragenMislukt(log, store.Organisatie.Slug, peer, fout.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Organisatie} kon Peer {Peer} niet vragen naar ontbrekende handtekeningen: {Fout}")]
    private static partial void VragenMislukt(ILogger log, string organisatie, string peer, string fout);
}
