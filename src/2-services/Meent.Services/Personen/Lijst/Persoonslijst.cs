using System.Text.Json;

namespace Meent.Services.Personen.Lijst;

/// <summary>
/// A persoonslijst as the register keeps it, near the Logisch Ontwerp: <c>{"01":[[{"0110":"…","0210":"…"}]]}</c>, by category a list of
/// stapels, each a list of occurrences of which the first is the actual one and the rest history, newest first.
/// </summary>
internal sealed class Persoonslijst : IDisposable
{
    private const int Categorieen = 14;

    private readonly JsonDocument _document;
    private readonly Voorkomen?[] _actueel = new Voorkomen?[Categorieen];

    private Persoonslijst(JsonDocument document, bool heeftOnderzoek)
    {
        (_document, HeeftOnderzoek) = (document, heeftOnderzoek);
        foreach (var stapels in document.RootElement.EnumerateObject())
            if (Nummer(stapels.Name) is > 0 and < Categorieen and var nummer) _actueel[nummer] = new Voorkomen(stapels.Name, stapels.Value[0][0]);
    }

    /// <summary>Whether anything on the list is or was under investigation; most lists have nothing, and then nobody need look.</summary>
    public bool HeeftOnderzoek { get; }

    public static Persoonslijst Lees(string body) => new(JsonDocument.Parse(body), body.Contains("\"8310\"", StringComparison.Ordinal));

    public static Persoonslijst Lees(ReadOnlyMemory<byte> body) => new(JsonDocument.Parse(body), body.Span.IndexOf("\"8310\""u8) >= 0);

    /// <summary>The actual occurrence of a category that exists at most once.</summary>
    public Voorkomen? Actueel(string categorie) => _actueel[Nummer(categorie)];

    public string? Waarde(string categorie, string element) => Actueel(categorie)?[element];

    public IEnumerable<Stapel> Stapels(string categorie)
    {
        if (!_document.RootElement.TryGetProperty(categorie, out var stapels)) yield break;
        foreach (var stapel in stapels.EnumerateArray()) yield return new Stapel(categorie, stapel);
    }

    /// <summary>Where the person lived, the actual place first and then ever longer ago.</summary>
    public IEnumerable<Voorkomen> Verblijfplaatsen() => Stapels("08").SelectMany(stapel => stapel.Historie.Prepend(stapel.Actueel));

    public void Dispose() => _document.Dispose();

    private static int Nummer(string categorie) => ((categorie[0] - '0') * 10) + categorie[1] - '0';
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
