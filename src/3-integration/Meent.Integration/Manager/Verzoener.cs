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
    Stores stores, Peeradressen peers, ManagerClient client, ContractDienst dienst, Contractwijzer wijzer, TimeProvider klok, ILogger<Verzoener> log)
{
    // The first minute belongs to the other side's own delivery.
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);

    /// <returns>Whether proposals are still open that others must sign.</returns>
    public async Task<bool> Verzoen(Organisatie organisatie, CancellationToken stop)
    {
        var nu = klok.GetUtcNow();
        var store = await stores.Get(organisatie);
        var open = await store.Read(sessie => Open(sessie, nu), stop);
        foreach (var dossier in open.Where(d => d.Contract.CreatedAt < (nu - Geduld).ToUnixTimeSeconds()))
        {
            foreach (var peer in dossier.Contract.Partijen.Where(p => p != organisatie.Oin && !dossier.Heeft(HandtekeningSoort.Accept, p)))
                await Vraag(store, dossier.Contract, peer, stop);
        }

        return open.Count > 0;
    }

    /// <summary>Proposals of this organisation that others must still sign.</summary>
    public static async ValueTask<List<Dossier>> Open(Session sessie, DateTimeOffset nu)
    {
        var open = new List<Dossier>();
        foreach (var type in Enum.GetValues<GrantType>())
        {
            open.AddRange((await ContractTabel.Lopend(sessie, type, null, nu))
                .Where(d => d.Staat(nu) == ContractStaat.Proposed && d.Heeft(HandtekeningSoort.Accept, sessie.Store.Organisatie.Oin)));
        }

        return open;
    }

    private async Task Vraag(Store store, Contract contract, string peer, CancellationToken stop)
    {
        try
        {
            if (await peers.Vind(store.Organisatie, peer, stop) is not { } adres) return;
            var hashes = Uri.EscapeDataString(contract.Grants[0].Hash);
            using var antwoord = IJson.Parse(System.Text.Encoding.UTF8.GetBytes(
                await client.Haal(store.Organisatie, peer, adres, $"/contracts?grant_hash={hashes}", stop)));
            foreach (var gevonden in antwoord.RootElement.GetProperty("contracts").EnumerateArray())
            {
                // A Peer speaks for itself only: its own signatures are taken, what it says of others is not.
                foreach (var soort in Enum.GetValues<HandtekeningSoort>())
                {
                    if (!gevonden.GetProperty("signatures").GetProperty(Handtekening.Naam(soort)).TryGetProperty(peer, out var jws)) continue;
                    await dienst.ControleerHandtekening(store.Organisatie, peer, adres, contract, soort, jws.GetString()!, stop);
                    var handtekening = new Geplaatst(soort, peer, jws.GetString()!);
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
