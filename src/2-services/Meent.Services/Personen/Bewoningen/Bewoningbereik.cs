using Meent.Services.Personen.Autorisaties;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;

namespace Meent.Services.Personen.Bewoningen;

/// <summary>
/// About the objects of which municipalities somebody may ask (decision 0070). Null for everywhere. A municipality may ask about its own; another
/// organisation about those that its purpose names.
/// </summary>
internal sealed record Bewoningbereik(IReadOnlyList<string>? Gemeenten)
{
    private const string Scope = "scope:bewoning.";
    private const string Overal = Scope + "overal";

    /// <returns>Null when it is about no municipality at all.</returns>
    /// <param name="autorisatie">Which says of the caller that it is a municipality, and holds it to that.</param>
    /// <param name="alles">What RvIG gives to who may ask about all objects (AX.BW.01): then the purpose alone decides.</param>
    public static Bewoningbereik? Van(Aanroep aanroep, Doel doel, Autorisatie? autorisatie, string alles)
    {
        var volgensDoel = Van(aanroep, doel);
        var gemeente = autorisatie?.Gemeente;
        if (volgensDoel is null) return gemeente is null ? null : new([gemeente]);
        if (autorisatie is null || autorisatie.Heeft(alles)) return volgensDoel;
        return gemeente is not null && volgensDoel.Gemeenten?.Contains(gemeente) != false ? new([gemeente]) : null;
    }

    private static Bewoningbereik? Van(Aanroep aanroep, Doel doel)
    {
        if (doel.Gegevens.Contains(Overal)) return new(Gemeenten: null);
        var gemeenten = doel.Gegevens.Where(gegeven => gegeven.StartsWith(Scope, StringComparison.Ordinal)).Select(gegeven => gegeven[Scope.Length..]).ToList();
        if (aanroep.Peer is null && aanroep.Organisatie.Gemeentecode is { } eigen) gemeenten.AddRange([eigen, .. aanroep.Organisatie.EerdereGemeentecodes]);
        return gemeenten.Count == 0 ? null : new(gemeenten);
    }

    /// <param name="gemeenten">In which the object lies, or ever lay; none when nobody was ever registered there, and then nothing is told.</param>
    public bool Omvat(IReadOnlyCollection<string> gemeenten, Tabelwaarden tabellen) =>
        Gemeenten is null || gemeenten.Count == 0 || gemeenten.Any(code => Gemeenten.Contains(code) || Opvolgers(code, tabellen).Any(Gemeenten.Contains));

    // A municipality that became part of another, which may have become part of a third.
    private static IEnumerable<string> Opvolgers(string code, Tabelwaarden tabellen)
    {
        var geweest = new HashSet<string>(StringComparer.Ordinal) { code };
        while (tabellen.Vind(Tabel.Gemeenten, code)?.NieuweCode is { } nieuw && geweest.Add(nieuw)) yield return code = nieuw;
    }
}
