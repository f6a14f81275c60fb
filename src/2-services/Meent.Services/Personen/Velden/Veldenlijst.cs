namespace Meent.Services.Personen.Velden;

/// <summary>Which paths may be asked in <c>fields</c>, from the tree of fields itself.</summary>
internal static class Veldenlijst
{
    /// <summary>Gezag is the only field of the standard that has its own register behind it.</summary>
    public const string Gezag = "gezag";

    // Delivered when they apply, whether or not a consumer may see them; so nobody may ask them.
    private static readonly HashSet<string> Automatisch = new(StringComparer.Ordinal)
    {
        "geheimhoudingPersoonsgegevens", "inOnderzoek", "indicatieVastgesteldVerblijftNietOpAdres", "opschortingBijhouding", "rni",
        "verificatie",
    };

    private static readonly Dictionary<string, Veld> Paden = Verzamel();

    /// <summary>All paths, without the parts of dates and waardetabellen.</summary>
    public static IReadOnlyCollection<string> Alle => Paden.Keys;

    public static bool IsToegestaan(string pad) =>
        !pad.Split('.').Any(Automatisch.Contains) && !pad.StartsWith(Gezag + ".", StringComparison.Ordinal);

    /// <summary>A path that exists, or any part, existing or not, of a field that is delivered whole.</summary>
    public static bool Bestaat(string pad)
    {
        if (Paden.ContainsKey(pad) || pad == Gezag) return true;
        for (var punt = pad.LastIndexOf('.'); punt > 0; punt = pad.LastIndexOf('.', punt - 1))
            if (Paden.TryGetValue(pad[..punt], out var veld)) return veld.IsOndeelbaar;
        return false;
    }

    /// <summary>The path of the field that an alias reaches.</summary>
    public static string ZonderAlias(string pad) => pad.Replace("Binnenland", "", StringComparison.Ordinal);

    private static Dictionary<string, Veld> Verzamel()
    {
        var paden = new Dictionary<string, Veld>(StringComparer.Ordinal);
        Voeg(paden, "", PersoonVelden.Persoon.Kinderen);
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
