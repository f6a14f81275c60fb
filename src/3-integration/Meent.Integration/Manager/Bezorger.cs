using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Fsc.Contracten;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Manager;

/// <summary>
/// Brings contracts and signatures to the other parties, from the outbox, until they have them (FSC Core 3.6: the signer distributes). One worker a
/// node; it opens the database of an organisation only when it was rung or when something is due there.
/// </summary>
internal sealed partial class Bezorger(
    Stores stores, OrganisatieWekker wekker, Peeradressen peers, ManagerClient client, Verzoener verzoener, Bezorgbel bel, TimeProvider klok,
    ILogger<Bezorger> log) : BackgroundService
{
    private static readonly TimeSpan Verzoening = TimeSpan.FromSeconds(60);
    private readonly Dictionary<Organisatie, DateTimeOffset> _volgende = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was due when the process ended is due now; that organisation is woken.
        wekker.Volg(bel.Luid);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wacht = _volgende.Count == 0 ? Timeout.InfiniteTimeSpan : _volgende.Values.Min() - klok.GetUtcNow();
            var gebeld = await bel.Wacht(wacht > TimeSpan.Zero || _volgende.Count == 0 ? wacht : TimeSpan.Zero, klok, stoppingToken);
            var nu = klok.GetUtcNow();
            var aanDeBeurt = _volgende.Where(v => v.Value <= nu).Select(v => v.Key).Union(gebeld).ToList();
            var rondes = await Task.WhenAll(aanDeBeurt.Select(async o => (Wie: o, Wanneer: await Ronde(o, stoppingToken))));
            foreach (var (wie, wanneer) in rondes)
            {
                if (wanneer is null) _volgende.Remove(wie);
                else _volgende[wie] = wanneer.Value;
            }
        }
    }

    /// <returns>When this organisation is to be looked at again, or null when nothing is left to do.</returns>
    private async Task<DateTimeOffset?> Ronde(Organisatie organisatie, CancellationToken stop)
    {
        try
        {
            var store = await stores.Get(organisatie);
            foreach (var bezorging in await store.Read(sessie => BezorgTabel.Nu(sessie, klok.GetUtcNow()), stop))
                await Bezorg(store, bezorging, stop);
            var openstaand = await verzoener.Verzoen(organisatie, stop);
            var eerste = await store.Read(BezorgTabel.Eerste, stop);
            var straks = openstaand ? klok.GetUtcNow() + Verzoening : (DateTimeOffset?)null;
            return eerste < straks || straks is null ? eerste : straks;
        }
        catch (Exception fout) when (fout is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            RondeMislukt(log, organisatie.Slug, fout);
            return klok.GetUtcNow() + TimeSpan.FromSeconds(10);
        }
    }

    private async Task Bezorg(Store store, Bezorging bezorging, CancellationToken stop)
    {
        string? fout = null;
        var opnieuw = true;
        try
        {
            var dossier = (await store.Read(sessie => ContractTabel.Vind(sessie, bezorging.Contract), stop))!;
            var adres = await peers.Vind(store.Organisatie, bezorging.Peer, stop)
                ?? throw new HttpRequestException($"Het adres van de Manager van Peer '{bezorging.Peer}' is onbekend.");
            await Stuur(store.Organisatie, bezorging, dossier, adres, stop);
        }
        catch (ManagerWeigering weigering)
        {
            (fout, opnieuw) = (weigering.Message, weigering.Tijdelijk);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or KeyNotFoundException
            || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            fout = e is OperationCanceledException ? "Geen antwoord binnen de tijd." : e.Message;
        }

        var nu = klok.GetUtcNow();
        await store.Write(
            sessie => fout is null ? BezorgTabel.Gelukt(sessie, bezorging, nu) : BezorgTabel.Mislukt(sessie, bezorging, fout, opnieuw, nu), stop);
        if (fout is not null) BezorgenMislukt(log, store.Organisatie.Slug, bezorging.Soort, bezorging.Peer, fout);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "De bezorgronde van {Organisatie} is mislukt.")]
    private static partial void RondeMislukt(ILogger log, string organisatie, Exception fout);
}
