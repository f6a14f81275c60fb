namespace Meent.Services.Personen.Velden;

/// <summary>Which paths may be asked in <c>fields</c>, from the tree of fields itself.</summary>
/// <param name="wortel">The whole answer about one person.</param>
internal sealed class Veldenlijst(Groep wortel)
{
    /// <summary>The only field that is made from the lists of others too; it is asked and delivered whole.</summary>
    public const string Gezag = "gezag";

    // Delivered when they apply, whether or not a consumer may see them; so nobody may ask them.
    private static readonly HashSet<string> Automatisch = new(StringComparer.Ordinal)
    {
        "geheimhoudingPersoonsgegevens", "inOnderzoek", "indicatieVastgesteldVerblijftNietOpAdres", "opschortingBijhouding", "rni",
        "verificatie",
    };

    /// <summary>Who asks by number gets the whole of a person.</summary>
    public static readonly Veldenlijst Persoon = new(PersoonVelden.Persoon);

    /// <summary>Who searches gets enough to know which person is meant.</summary>
    public static readonly Veldenlijst PersoonBeperkt = new(PersoonVelden.PersoonBeperkt);

    /// <summary>As <see cref="PersoonBeperkt"/>, for who lives at an object.</summary>
    public static readonly Veldenlijst GezagPersoonBeperkt = new(PersoonVelden.GezagPersoonBeperkt);

    private readonly Dictionary<string, Veld> _paden = Verzamel(wortel);

    public Groep Wortel => wortel;

    /// <summary>All paths, without the parts of dates and waardetabellen.</summary>
    public IReadOnlyCollection<string> Alle => _paden.Keys;

    /// <summary>What a path is made from in the terms of the Logisch Ontwerp: elements, and codes of what is derived.</summary>
    public IEnumerable<string> Rubrieken(params IEnumerable<string> paden) =>
        wortel.ProtocolKinderen(Vraagboom.Van(paden), [wortel.Categorie ?? "01"]).Distinct().Order(StringComparer.Ordinal);

    public static bool IsToegestaan(string pad) =>
        !pad.Split('.').Any(Automatisch.Contains) && !pad.StartsWith(Gezag + ".", StringComparison.Ordinal);

    /// <summary>A path that exists, or any part, existing or not, of a field that is delivered whole.</summary>
    public bool Bestaat(string pad)
    {
        if (_paden.ContainsKey(pad)) return true;
        for (var punt = pad.LastIndexOf('.'); punt > 0; punt = pad.LastIndexOf('.', punt - 1))
            if (_paden.TryGetValue(pad[..punt], out var veld)) return veld.IsOndeelbaar;
        return false;
    }

    /// <summary>The field that is delivered when this is asked: of a part of one that is delivered whole, that one.</summary>
    public string Geleverd(string pad)
    {
        while (!_paden.ContainsKey(pad) && pad.LastIndexOf('.') is > 0 and var punt) pad = pad[..punt];
        return ZonderAlias(pad);
    }

    /// <summary>The path of the field that an alias reaches.</summary>
    public static string ZonderAlias(string pad) => pad.Replace("Binnenland", "", StringComparison.Ordinal);

    private static Dictionary<string, Veld> Verzamel(Groep wortel)
    {
        var paden = new Dictionary<string, Veld>(StringComparer.Ordinal);
        Voeg(paden, "", wortel.Kinderen);
        return paden;
    }

    private static void Voeg(Dictionary<string, Veld> paden, string voor, IEnumerable<Veld> velden)
    {
        foreach (var veld in velden)
        {
            // Forms of a polymorphic field may share a name; a group or whole field of that name says more than a leaf.
            paden.TryAdd(voor + veld.Naam, veld);
            Voeg(paden, voor + veld.Naam + ".", veld.Kinderen);
            if (veld is not Polymorf polymorf) continue;
            paden.TryAdd(voor + polymorf.Alias, veld);
            Voeg(paden, voor + polymorf.Alias + ".", polymorf.AliasKinderen);
        }
    }
}
