using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Fout = Meent.Services.Kvk.Kvkfouten.Fout;

namespace Meent.Services.Kvk;

/// <summary>Reads parameters one by one and keeps every mistake. The case of their names does not matter, as at the KVK.</summary>
internal sealed class Kvklezer
{
    private readonly IQueryCollection _query;
    private readonly List<Fout> _fouten = [];
    private readonly List<string> _ongeldig = [];

    public Kvklezer(IQueryCollection query, params IReadOnlyList<string> bekend)
    {
        _query = query;
        _ongeldig.AddRange(query.Keys.Where(naam => !bekend.Contains(naam, StringComparer.OrdinalIgnoreCase)));
    }

    public void Fout(Fout fout) => _fouten.Add(fout);

    public void Ongeldig(string naam) => _ongeldig.Add(naam);

    /// <param name="fout">What is told of a value that does not fit; of other parameters it is their name.</param>
    public string? Tekst(string naam, Regex patroon, Func<string, Fout>? fout = null)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return null;
        if (waarden.Count == 1 && patroon.IsMatch(waarden[0]!)) return waarden[0];
        if (fout is not null) Fout(fout(waarden.ToString()));
        else Ongeldig(naam);
        return null;
    }

    public int? Getal(string naam, int minimum, int maximum)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return null;
        if (waarden.Count == 1 && int.TryParse(waarden[0], NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal >= minimum && getal <= maximum) return getal;
        Ongeldig(naam);
        return null;
    }

    public bool Ja(string naam)
    {
        if (!_query.TryGetValue(naam, out var waarden)) return false;
        if (waarden.Count == 1 && bool.TryParse(waarden[0], out var ja)) return ja;
        Ongeldig(naam);
        return false;
    }

    public IReadOnlyList<string> Keuzes(string naam, IReadOnlyList<string> uit, Fout fout)
    {
        var gekozen = _query[naam].SelectMany(waarde => (waarde ?? "").Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal).ToList();
        if (gekozen.TrueForAll(keuze => uit.Contains(keuze))) return gekozen;
        Fout(fout);
        return [];
    }

    /// <exception cref="Standards.Problemen.ProbleemException">When something was wrong.</exception>
    public void Klaar() => Kvkfouten.Weiger(_ongeldig.Count == 0 ? _fouten : [.. _fouten, Kvkfouten.Parameters(_ongeldig)]);
}
