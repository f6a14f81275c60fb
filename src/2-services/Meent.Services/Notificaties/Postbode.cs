using System.Collections.Concurrent;
using System.Net;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Notificaties;

/// <summary>
/// Delivers the messages of one organisation while there are any. Of one object one message is under way to a subscriber at a time, so its order holds;
/// a subscriber that does not answer is asked less and less often, and keeps nobody else waiting.
/// </summary>
internal sealed class Postbode(Store store, Callback callback, Bezorgopties opties, TimeProvider klok, Action verder, CancellationToken stop)
{
    private const string Werk = "bezorgen";

    private readonly ConcurrentDictionary<(Guid Abonnement, string Hoofdobject), bool> _onderweg = new();
    private readonly ConcurrentDictionary<Guid, Afkoeling> _afkoeling = new();
    // Ticks, so that it is read whole on every thread; 0 without the turn.
    private long _beurtTot;

    /// <summary>
    /// When it last found that nobody listens. Until a round later nobody waits for the next look either, and each look is a commit that writers wait for.
    /// </summary>
    public long? Rust { get; private set; }

    /// <summary>Hands on what is new and sends what is due.</summary>
    /// <returns>False when nothing is left to do, now or later.</returns>
    public async Task<bool> Ronde()
    {
        if (!await IsWerk()) return await Klaar();
        if (!await NeemBeurt()) return true;
        Verdeling verdeeld;
        do verdeeld = await store.Write(session => Afleveringen.Verdeel(session, store.Organisatie, klok.GetUtcNow()), stop);
        while (verdeeld == Verdeling.Meer);
        Rust = verdeeld == Verdeling.Niemand ? klok.GetTimestamp() : null;
        if (Rust is not null) return true;
        foreach (var abonnement in await store.Read(Afleveringen.Wachtenden, stop)) await Begin(abonnement);
        return true;
    }

    /// <summary>Ends the work of this node; another, or the next start, goes on at once.</summary>
    public async Task Stop()
    {
        if (Interlocked.Exchange(ref _beurtTot, 0) == 0) return;
        while (!_onderweg.IsEmpty) await Task.Delay(10, CancellationToken.None);
        await store.Write(session => session.GeefBeurtTerug(Werk, opties.Knooppunt), CancellationToken.None);
    }

    /// <summary>Asks a subscriber again at once, however often it did not answer.</summary>
    public void Vergeef(Guid abonnement) => _afkoeling.TryRemove(abonnement, out _);

    private bool HeeftNotificaties => store.Organisatie.Diensten.Contains(Diensten.Notificaties);

    private async Task<bool> IsWerk() => !_onderweg.IsEmpty || await store.Read(async session =>
        (await session.OutboxWachtend(1)).Count > 0 || (HeeftNotificaties && (await Afleveringen.Wachtenden(session)).Count > 0), stop);

    private async Task<bool> Klaar()
    {
        if (Volatile.Read(ref _beurtTot) == 0) return false;
        var grens = klok.GetUtcNow() - opties.Bewaar;
        await store.WriteBulk(async session =>
        {
            await session.OutboxRuimOp(grens);
            if (HeeftNotificaties) await Afleveringen.RuimOp(session, grens, klok.GetUtcNow() - opties.BewaarOpgegeven);
            return await session.GeefBeurtTerug(Werk, opties.Knooppunt);
        }, stop);
        Volatile.Write(ref _beurtTot, 0);
        return false;
    }

    private async Task<bool> NeemBeurt()
    {
        var nu = klok.GetUtcNow();
        if (nu.UtcTicks < Volatile.Read(ref _beurtTot) - (opties.Beurtduur.Ticks / 2)) return true;
        var genomen = await store.Write(session => session.NeemBeurt(Werk, opties.Knooppunt, nu, opties.Beurtduur), stop);
        Volatile.Write(ref _beurtTot, genomen ? (nu + opties.Beurtduur).UtcTicks : 0);
        return genomen;
    }

    private async Task Begin(Guid abonnement)
    {
        var nu = klok.GetUtcNow();
        var koelt = _afkoeling.GetValueOrDefault(abonnement);
        if (koelt is not null && nu < koelt.Tot) return;
        // One message tells whether a subscriber is back; until then the others wait.
        var ruimte = (koelt is null ? opties.PerAbonnee : 1) - _onderweg.Keys.Count(onderweg => onderweg.Abonnement == abonnement);
        if (ruimte <= 0) return;
        foreach (var hoofdobject in await store.Read(session => Afleveringen.Koppen(session, abonnement, nu, opties.PerAbonnee * 2), stop))
        {
            if (ruimte == 0) return;
            if (!_onderweg.TryAdd((abonnement, hoofdobject), true)) continue;
            ruimte--;
            _ = Bezorg(abonnement, hoofdobject);
        }
    }

    /// <summary>Delivers the messages of an object one after the other, as long as it goes well.</summary>
    private async Task Bezorg(Guid abonnement, string hoofdobject)
    {
        try
        {
            // Each is read after the one before it has been marked, the first too: it may have been under way still when the round looked.
            while (await store.Read(session => Afleveringen.Volgende(session, abonnement, hoofdobject, klok.GetUtcNow()), stop) is { } volgende)
            {
                // A node that lost its turn, or is about to, starts nothing new: another may have begun.
                if (klok.GetUtcNow().UtcTicks >= Volatile.Read(ref _beurtTot) || !await Bezorg1(volgende)) return;
            }
        }
        catch (Exception fout) when (fout is OperationCanceledException or ObjectDisposedException or Standards.Problemen.ProbleemException)
        {
            // The node stops, or its database is out of reach: the row still waits.
        }
        finally
        {
            _onderweg.TryRemove((abonnement, hoofdobject), out _);
            verder();
        }
    }

    private async Task<bool> Bezorg1(Aflevering aflevering)
    {
        var abonnement = (await store.Read(session => Abonnementen.Een(session, aflevering.Abonnement, null), stop)) is [var gevonden, ..] ? gevonden.Abonnement : null;
        if (abonnement is null) return false;
        var fout = await Probeer(abonnement, aflevering);
        if (fout is null)
        {
            _afkoeling.TryRemove(aflevering.Abonnement, out _);
            await store.Write(session => Afleveringen.Afgeleverd(session, aflevering.Plaats, klok.GetUtcNow()), stop);
            return true;
        }

        var pogingen = aflevering.Pogingen + 1;
        var opgegeven = pogingen >= opties.MaxPogingen;
        var nu = klok.GetUtcNow();
        _afkoeling.AddOrUpdate(aflevering.Abonnement,
            _ => new Afkoeling(1, nu + opties.Herhaling(1)),
            (_, vorige) => new Afkoeling(vorige.Keren + 1, nu + opties.Herhaling(vorige.Keren + 1)));
        await store.Write(session => Afleveringen.Mislukt(session, aflevering.Plaats, opgegeven, nu, nu + opties.Herhaling(pogingen), fout), stop);
        return false;
    }

    /// <returns>Why it did not arrive; null when it did.</returns>
    private async Task<string?> Probeer(Abonnement abonnement, Aflevering aflevering)
    {
        try
        {
            var status = await callback.Stuur(abonnement.CallbackUrl, abonnement.Auth, aflevering.Bericht, aflevering.Vorm, stop);
            return (int)status is >= 200 and < 300 ? null : $"HTTP {(int)status}";
        }
        catch (Exception fout) when (fout is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return fout is HttpRequestException { HttpRequestError: var soort } ? soort.ToString() : "Geen antwoord binnen de tijd";
        }
    }

    private sealed record Afkoeling(int Keren, DateTimeOffset Tot);
}
