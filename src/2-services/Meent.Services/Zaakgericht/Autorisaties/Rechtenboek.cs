using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Meent.Data.Modellen.Autorisaties;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;

namespace Meent.Services.Zaakgericht.Autorisaties;

/// <summary>
/// What the clients of an organisation may, in memory: a request costs no query for it. A write on this node is heard at its commit, one on another node
/// within half a minute.
/// </summary>
internal sealed class Rechtenboek(Stores stores, TimeProvider klok)
{
    private static readonly TimeSpan Geldig = TimeSpan.FromSeconds(20);

    private readonly ConditionalWeakTable<Store, Boek> _boeken = [];

    /// <summary>A client with what it may: by configuration when that says so, else by its applicatie; without either it may nothing.</summary>
    public async ValueTask<ApiClient> Client(ApiClient client, Organisatie organisatie)
    {
        if (client.HeeftAlleAutorisaties || client.Autorisaties.Count > 0 || !organisatie.Diensten.Contains(Diensten.Autorisaties)) return client;
        var blad = await Lees(await stores.Get(organisatie));
        // The same object for the same client as long as nothing changed: what follows from it is kept with it.
        return blad.Clients.GetOrAdd(client.Id, static (id, arg) => arg.blad.Vind(id) is { } applicatie ? Met(arg.client, applicatie) : arg.client, (blad, client));
    }

    /// <summary>The applicatie of a client, with a right per type or catalogue written out as one for each version of a type.</summary>
    public async ValueTask<(Guid Id, Applicatie Model)?> Applicatie(Store store, string clientId) =>
        (await Lees(store)).Applicaties.TryGetValue(clientId, out var gevonden) ? gevonden : null;

    /// <summary>Makes the next request read anew.</summary>
    public void Vergeet(Store store)
    {
        var boek = _boeken.GetOrCreateValue(store);
        Interlocked.Increment(ref boek.Stand);
        boek.Blad = null;
    }

    private async ValueTask<Blad> Lees(Store store)
    {
        var boek = _boeken.GetOrCreateValue(store);
        if (boek.Blad is { } blad && klok.GetElapsedTime(blad.Gelezen) < Geldig) return blad;
        var stand = Interlocked.Read(ref boek.Stand);
        var gelezen = klok.GetTimestamp();
        var nieuw = new Blad(await store.Snapshot(Uitgeschreven.Lees), gelezen);
        // Not when something was committed in between: that may be missing.
        if (stand == Interlocked.Read(ref boek.Stand)) boek.Blad = nieuw;
        return nieuw;
    }

    private static ApiClient Met(ApiClient client, Applicatie applicatie) => client with
    {
        HeeftAlleAutorisaties = applicatie.HeeftAlleAutorisaties,
        AlleenIsGereedVoorPublicatie = applicatie.AlleenIsGereedVoorPublicatie,
        Autorisaties = [.. applicatie.Autorisaties.Select(a => new Autorisatie(a.Component, a.Scopes, a.Zaaktype ?? a.Informatieobjecttype ?? a.Besluittype, a.MaxVertrouwelijkheidaanduiding))],
    };

    private sealed class Boek
    {
        public long Stand;

        public volatile Blad? Blad;
    }

    private sealed record Blad(IReadOnlyDictionary<string, (Guid Id, Applicatie Model)> Applicaties, long Gelezen)
    {
        public ConcurrentDictionary<string, ApiClient> Clients { get; } = new(StringComparer.Ordinal);

        public Applicatie? Vind(string clientId) => Applicaties.TryGetValue(clientId, out var gevonden) ? gevonden.Model : null;
    }
}
