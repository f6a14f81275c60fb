using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;

namespace Meent.Services.Personen.Bewoningen;

/// <summary>Somebody who lived at the object, with what may be told of it.</summary>
internal sealed record Bewoner(Gevonden Persoon, string? VolledigeNaam, Lo3Datum? Geboren, bool IsGeheim, IReadOnlyList<Verblijfsdeel> Delen);

/// <summary>Who lived at an object together, as long as nobody came or went.</summary>
internal sealed record Samenstelling(Tijdvak Periode, IReadOnlyList<(Bewoner Bewoner, bool InOnderzoek)> Bewoners, IReadOnlyList<(Bewoner Bewoner, bool InOnderzoek)> Mogelijk)
{
    /// <summary>Of more than these together it is told only that they are many.</summary>
    private const int Meeste = 100;

    public bool IsVeel => Bewoners.Count + Mogelijk.Count > Meeste;

    /// <summary>In the order of time, without the time that nobody was there.</summary>
    public static List<Samenstelling> Van(IReadOnlyList<Bewoner> bewoners, Tijdvak gevraagd)
    {
        var delen = bewoners.SelectMany(bewoner => bewoner.Delen.Select(deel => deel.Periode.Binnen(gevraagd))).Where(deel => !deel.IsLeeg).ToList();
        var dagen = delen.SelectMany(deel => new[] { deel.Van, deel.Tot }).Distinct().Order().ToList();
        var gevonden = new List<Samenstelling>();
        foreach (var (van, tot) in dagen.Zip(dagen.Skip(1)))
        {
            var nu = Op(bewoners, new(van, tot));
            if (gevonden.Count > 0 && gevonden[^1].Periode.Tot == van && gevonden[^1].IsGelijk(nu)) gevonden[^1] = nu with { Periode = new(gevonden[^1].Periode.Van, tot) };
            else gevonden.Add(nu);
        }

        return [.. gevonden.Where(een => een.Bewoners.Count + een.Mogelijk.Count > 0)];
    }

    // Nothing changes within it, so its first day tells of all.
    private static Samenstelling Op(IReadOnlyList<Bewoner> bewoners, Tijdvak periode)
    {
        var (zeker, mogelijk) = (new List<(Bewoner, bool)>(), new List<(Bewoner, bool)>());
        foreach (var bewoner in bewoners)
        {
            var nu = bewoner.Delen.Where(deel => deel.Periode.Bevat(periode.Van)).ToList();
            if (nu.Count > 0) (nu.Exists(deel => deel.Zeker) ? zeker : mogelijk).Add((bewoner, nu.Exists(deel => deel.InOnderzoek)));
        }

        return new(periode, zeker, mogelijk);
    }

    private bool IsGelijk(Samenstelling ander) => Bewoners.SequenceEqual(ander.Bewoners) && Mogelijk.SequenceEqual(ander.Mogelijk);
}
