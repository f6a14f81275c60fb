using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Fsc.Contracten;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Manager;

/// <summary>Brings what is due from the outbox of one organisation, to all Peers at once, and asks for what others could not bring.</summary>
internal sealed partial class Bezorgronde(
    Stores stores, ContractTabel tabel, Peeradressen peers, ManagerClient client, Verzoener verzoener, TimeProvider klok, ILogger<Bezorgronde> log)
{
    private static readonly TimeSpan Verzoening = TimeSpan.FromSeconds(60);

    /// <returns>When there is to be a next round, or null when nothing is left to do.</returns>
    public async Task<DateTimeOffset?> Voer(Organisatie organisatie, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        await Breng(store, stop);
        var openstaand = await verzoener.Verzoen(organisatie, stop);
        var eerste = await store.Read(BezorgTabel.Eerste, stop);
        var straks = openstaand ? klok.GetUtcNow() + Verzoening : (DateTimeOffset?)null;
        return eerste < straks || straks is null ? eerste : straks;
    }

    /// <summary>Brings what is due now. A Peer that does not answer delays nobody else.</summary>
    public async Task Breng(Store store, CancellationToken stop)
    {
        var aanDeBeurt = await store.Read(sessie => BezorgTabel.Nu(sessie, klok.GetUtcNow()), stop);
        await Task.WhenAll(aanDeBeurt.GroupBy(b => b.Peer).Select(peer => BrengAan(store, [.. peer], stop)));
    }

    private async Task BrengAan(Store store, IReadOnlyList<Bezorging> bezorgingen, CancellationToken stop)
    {
        for (var i = 0; i < bezorgingen.Count; i++)
        {
            var bezorging = bezorgingen[i];
            var (fout, opnieuw) = await Probeer(store, bezorging, stop);
            var nu = klok.GetUtcNow();
            // A Peer that cannot be reached now cannot be for the rest either.
            var mislukt = bezorgingen.Skip(i).Take(opnieuw ? bezorgingen.Count : 1);
            await store.Write(async sessie =>
            {
                if (fout is null) return await BezorgTabel.Gelukt(sessie, bezorging, nu);
                foreach (var een in mislukt) await BezorgTabel.Mislukt(sessie, een, fout, opnieuw, nu);
                return 0;
            }, stop);
            if (fout is null) continue;
            BezorgenMislukt(log, store.Organisatie.Slug, bezorging.Soort, bezorging.Peer, fout);
            if (opnieuw) return;
        }
    }

    private async Task<(string? Fout, bool Opnieuw)> Probeer(Store store, Bezorging bezorging, CancellationToken stop)
    {
        try
        {
            var dossier = (await store.Read(sessie => tabel.Vind(sessie, bezorging.Contract), stop))!;
            var adres = await peers.Vind(store.Organisatie, bezorging.Peer, stop)
                ?? throw new HttpRequestException($"Het adres van de Manager van Peer '{bezorging.Peer}' is onbekend.");
            await Stuur(store.Organisatie, bezorging, dossier, adres, stop);
            return (null, false);
        }
        catch (ManagerWeigering weigering)
        {
            return (weigering.Message, weigering.Tijdelijk);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or KeyNotFoundException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return (e is OperationCanceledException ? "Geen antwoord binnen de tijd." : e.Message, true);
        }
    }

    private Task<string> Stuur(Organisatie namens, Bezorging bezorging, Dossier dossier, string adres, CancellationToken stop)
    {
        var nieuw = bezorging.Soort == "contract";
        var soort = nieuw ? HandtekeningSoort.Accept : Enum.Parse<HandtekeningSoort>(bezorging.Soort, ignoreCase: true);
        var jws = dossier.Van(soort).Single(h => h.Peer == namens.Oin).Jws;
        var json = $$"""{"content":{{dossier.Contract.Json}},"signature":"{{jws}}"}""";
        var (methode, pad) = nieuw
            ? (HttpMethod.Post, "/contracts")
            : (HttpMethod.Put, $"/contracts/{Uri.EscapeDataString(bezorging.Contract)}/{bezorging.Soort}");
        return client.Stuur(namens, bezorging.Peer, methode, adres, pad, json, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Bezorgen voor {Organisatie} van '{Soort}' aan Peer {Peer} is mislukt: {Fout}")]
    private static partial void BezorgenMislukt(ILogger log, string organisatie, string soort, string peer, string fout);
}
