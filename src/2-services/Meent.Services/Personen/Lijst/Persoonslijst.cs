using System.Text.Json;

namespace Meent.Services.Personen.Lijst;

/// <summary>
/// A persoonslijst as the register keeps it, near the Logisch Ontwerp: <c>{"01":[[{"0110":"…","0210":"…"}]]}</c>, by category a list of stapels,
/// each a list of occurrences of which the first is the actual one and the rest history, newest first.
/// </summary>
internal sealed class Persoonslijst(JsonDocument document) : IDisposable
{
    public static Persoonslijst Lees(string body) => new(JsonDocument.Parse(body));

    public static Persoonslijst Lees(ReadOnlyMemory<byte> body) => new(JsonDocument.Parse(body));

    /// <summary>The actual occurrence of a category that exists at most once.</summary>
    public Voorkomen? Actueel(string categorie) =>
        document.RootElement.TryGetProperty(categorie, out var stapels) ? new Voorkomen(categorie, stapels[0][0]) : null;

    public string? Waarde(string categorie, string element) => Actueel(categorie)?[element];

    public IEnumerable<Stapel> Stapels(string categorie)
    {
        if (!document.RootElement.TryGetProperty(categorie, out var stapels)) yield break;
        foreach (var stapel in stapels.EnumerateArray()) yield return new Stapel(categorie, stapel);
    }

    public void Dispose() => document.Dispose();
}

/// <summary>What the register knows of one nationality, partner, child …, through time.</summary>
internal readonly struct Stapel(string categorie, JsonElement voorkomens)
{
    public Voorkomen Actueel => new(categorie, voorkomens[0]);

    public IEnumerable<Voorkomen> Historie
    {
        get
        {
            for (var i = 1; i < voorkomens.GetArrayLength(); i++) yield return new Voorkomen(categorie, voorkomens[i]);
        }
    }
}
