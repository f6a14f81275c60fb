using System.Collections.Concurrent;
using System.Text.Json;

namespace Meent.Services.Personen.Velden;

/// <summary>A set of asked fields, worked out once and kept: consumers ask the same few sets over and over.</summary>
internal sealed class Selectie
{
    // A bound against callers that vary without end; real consumers stay far below it.
    private const int MaximumBewaard = 1_000;

    private static readonly ConcurrentDictionary<(Groep, string), Selectie> Bewaard = new();

    private readonly Keuze _keuze;
    private readonly HashSet<string> _categorieen = new(StringComparer.Ordinal);

    private Selectie(Veldenlijst lijst, IReadOnlyList<string> velden)
    {
        _keuze = new Keuze(lijst.Wortel, lijst.Wortel.KiesKinderen(Vraagboom.Van(velden)));
        Rubrieken = string.Join(", ", lijst.Rubrieken(velden));
        Verzamel(_keuze);
    }

    /// <summary>What was asked in the terms of the Logisch Ontwerp, as protocollering wants it: <c>010120, 010240, PANM01</c>.</summary>
    public string Rubrieken { get; }

    public static Selectie Van(Veldenlijst lijst, IReadOnlyList<string> velden)
    {
        var sleutel = (lijst.Wortel, string.Join(',', velden));
        if (Bewaard.TryGetValue(sleutel, out var selectie)) return selectie;
        selectie = new Selectie(lijst, velden);
        if (Bewaard.Count < MaximumBewaard) Bewaard.TryAdd(sleutel, selectie);
        return selectie;
    }

    /// <summary>Writes one person: what was asked, and what comes unasked.</summary>
    public void Schrijf(Utf8JsonWriter json, PersoonBron persoon)
    {
        json.WriteStartObject();
        SchrijfInhoud(json, new Plek(persoon, persoon.Eigen));
        Rni.Schrijf(json, persoon, _categorieen);
        json.WriteEndObject();
    }

    /// <summary>Writes one occurrence on the list of a person.</summary>
    public void Schrijf(Utf8JsonWriter json, Plek plek)
    {
        json.WriteStartObject();
        SchrijfInhoud(json, plek);
        json.WriteEndObject();
    }

    private void SchrijfInhoud(Utf8JsonWriter json, Plek plek) => ((Groep)_keuze.Veld).SchrijfInhoud(json, plek, _keuze);

    private void Verzamel(Keuze keuze)
    {
        if (keuze.Veld.Categorie is { } categorie) _categorieen.Add(categorie);
        _categorieen.UnionWith(keuze.Veld.Rubrieken.Select(r => r.Categorie).OfType<string>());
        foreach (var kind in keuze.Kinderen) Verzamel(kind);
    }
}
