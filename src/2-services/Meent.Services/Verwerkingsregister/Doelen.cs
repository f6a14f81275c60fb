using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verwerkingsregister;

/// <summary>A purpose as the pipeline checks it.</summary>
/// <param name="Uri">URI of the entry in the register.</param>
internal sealed record Doel(string Uri, string Naam, string Omschrijving, Grondslag Grondslag, string? ToelichtingGrondslag, IReadOnlyList<string> Gegevens)
{
    /// <summary>Whether it covers a field of a service: <c>personen</c>, <c>naam.voornamen</c> by <c>personen:naam</c> or <c>personen:*</c>.</summary>
    public bool Dekt(string dienst, string veld) => Gegevensbereik.Dekt(Gegevens, dienst, veld);

    /// <summary>Whether it allows what steps over a rule, such as <c>zaken.heropenen</c>: only when it names that scope itself.</summary>
    public bool Geeft(string scope) => Gegevens.Contains("scope:" + scope);
}

/// <summary>The register in memory, for whoever must decide on a purpose at every request.</summary>
internal sealed class Doelen(Stores stores, TimeProvider klok)
{
    /// <summary>After this long another node's change is seen as well; one's own is seen at once.</summary>
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Geheugen> _geheugen = new(StringComparer.Ordinal);
    private int _wijzigingen;

    /// <returns>The purpose as it held at the moment; null when there was none by that URI, or the organisation keeps no register.</returns>
    public async ValueTask<Doel?> Vind(Organisatie organisatie, string uri, DateTimeOffset moment) =>
        (await VindVersie(organisatie, uri, moment))?.Doel();

    public async ValueTask<Versie?> VindVersie(Organisatie organisatie, string uri, DateTimeOffset moment) => (await Versies(organisatie))[uri].Op(moment);

    /// <summary>All versions by URI, in the order of <see cref="Tijdlijn"/>.</summary>
    public async ValueTask<ILookup<string, Versie>> Versies(Organisatie organisatie)
    {
        if (_geheugen.TryGetValue(organisatie.Slug, out var bewaard) && klok.GetElapsedTime(bewaard.Sinds) < Houdbaar) return bewaard.Versies;
        var (sinds, wijzigingen) = (klok.GetTimestamp(), Volatile.Read(ref _wijzigingen));
        var nieuw = await Lees(organisatie, bewaard, sinds);
        // What was read while another wrote may be old already: used once, not kept.
        if (wijzigingen == Volatile.Read(ref _wijzigingen)) _geheugen[organisatie.Slug] = nieuw;
        return nieuw.Versies;
    }

    public void Vergeet(Organisatie organisatie)
    {
        Interlocked.Increment(ref _wijzigingen);
        _geheugen.TryRemove(organisatie.Slug, out _);
    }

    private async ValueTask<Geheugen> Lees(Organisatie organisatie, Geheugen? bewaard, long sinds)
    {
        if (!organisatie.Diensten.Contains(Diensten.Verwerkingsregister)) return new Geheugen(Enumerable.Empty<Versie>().ToLookup(versie => versie.Uri), 0, sinds);
        return await (await stores.Get(organisatie)).Read(async session =>
        {
            if (bewaard is not null && await Register.Stand(session) == bewaard.Aantal) return bewaard with { Sinds = sinds };
            var versies = await Register.Alle(session);
            return new Geheugen(versies.ToLookup(versie => versie.Uri, StringComparer.Ordinal), versies.Count, sinds);
        });
    }

    private sealed record Geheugen(ILookup<string, Versie> Versies, long Aantal, long Sinds);
}
