using System.Collections.Concurrent;
using System.Text.Json;
using Meent.Process.Connectoren;
using Meent.Process.Uitvoering;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Processtaat;

namespace Meent.Process.Definities;

/// <summary>
/// The processes of each organisation. A version never changes, so it is read once; what the newest version is, is asked again now and then.
/// </summary>
internal sealed class Definities(ProcesstaatClient staat, Catalogus catalogus, TimeProvider klok)
{
    private static readonly TimeSpan Vers = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Inhoud> _inhoud = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Organisatie, string Proces, int Versie), Procesdefinitie> _versies = new();
    private readonly ConcurrentDictionary<(string Organisatie, string Proces), (Procesdefinitie Definitie, DateTimeOffset Tot)> _nieuwste = new();

    /// <summary>The version with which new instances start; null when the organisation has no such process.</summary>
    public async Task<Procesdefinitie?> Nieuwste(Organisatie organisatie, string proces, CancellationToken stop)
    {
        if (_nieuwste.TryGetValue((organisatie.Slug, proces), out var bekend) && bekend.Tot > klok.GetUtcNow()) return bekend.Definitie;
        var kop = await Kop(organisatie, proces, stop);
        if (kop is null) return null;
        var definitie = await Versie(organisatie, proces, kop.Versie, stop);
        _nieuwste[(organisatie.Slug, proces)] = (definitie, klok.GetUtcNow() + Vers);
        return definitie;
    }

    public async Task<Procesdefinitie> Versie(Organisatie organisatie, string proces, int versie, CancellationToken stop)
    {
        var sleutel = (organisatie.Slug, proces, versie);
        if (_versies.TryGetValue(sleutel, out var bekend)) return bekend;
        var definitie = await staat.Definitie(organisatie, proces, versie, stop)
            ?? throw new InvalidOperationException($"Versie {versie} van het proces {proces} ontbreekt bij {organisatie.Slug}.");
        // By content: the same model at 342 organisations is one graph in memory.
        var inhoud = _inhoud.GetOrAdd(definitie.Hash, _ => Inhoud.Lees(definitie.Bpmn!, definitie.Koppelingen!.Value, catalogus));
        return _versies.GetOrAdd(sleutel, new Procesdefinitie(proces, versie, inhoud));
    }

    /// <summary>All versions, after those that come with Meent are placed.</summary>
    public async Task<IReadOnlyList<Definitie>> Alle(Organisatie organisatie, CancellationToken stop)
    {
        foreach (var proces in Meegeleverd.Processen) await Nieuwste(organisatie, proces, stop);
        return (await staat.Definities(organisatie, null, stop)).Resultaten;
    }

    /// <summary>Places a version of the organisation's own.</summary>
    /// <exception cref="Bpmn.ModelGeweigerd">It cannot run; says why.</exception>
    public async Task<(Definitie Definitie, bool Nieuw)> Plaats(Organisatie organisatie, string bpmn, JsonElement koppelingen, CancellationToken stop)
    {
        var inhoud = Inhoud.Lees(bpmn, koppelingen, catalogus);
        var geplaatst = await Plaats(organisatie, inhoud, bpmn, koppelingen, "eigen", stop);
        _nieuwste.TryRemove((organisatie.Slug, inhoud.Model.Id), out _);
        return geplaatst;
    }

    /// <summary>
    /// The newest version. What comes with Meent is placed on first use and follows new releases, until the organisation places a version of its own.
    /// </summary>
    private async Task<Definitie?> Kop(Organisatie organisatie, string proces, CancellationToken stop)
    {
        var nieuwste = (await staat.Definities(organisatie, proces, stop)).Resultaten is [var eerste, ..] ? eerste : null;
        if (!Meegeleverd.Heeft(proces) || nieuwste?.Herkomst == "eigen") return nieuwste;
        if (nieuwste is not null && _nieuwste.ContainsKey((organisatie.Slug, proces))) return nieuwste;
        var (bpmn, koppelingen) = (Meegeleverd.Bpmn(proces), Meegeleverd.Koppelingen(proces));
        return (await Plaats(organisatie, Inhoud.Lees(bpmn, koppelingen, catalogus), bpmn, koppelingen, "meegeleverd", stop)).Definitie;
    }

    private Task<(Definitie Definitie, bool Nieuw)> Plaats(
        Organisatie organisatie, Inhoud inhoud, string bpmn, JsonElement koppelingen, string herkomst, CancellationToken stop)
    {
        if (inhoud.Model.Naam.Length > 200) throw new ProbleemException(Problemen.Invoer("bpmn", "max-length", "De naam van een proces heeft hoogstens 200 tekens."));
        return staat.Plaats(organisatie, new Definitie
        {
            Proces = inhoud.Model.Id,
            Naam = inhoud.Model.Naam,
            Herkomst = herkomst,
            Bpmn = bpmn,
            Koppelingen = koppelingen,
        }, stop);
    }
}
