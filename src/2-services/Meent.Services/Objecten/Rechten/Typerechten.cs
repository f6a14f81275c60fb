using System.Runtime.CompilerServices;
using Meent.Services.Pijplijn;
using Meent.Standards.Toegang;

namespace Meent.Services.Objecten.Rechten;

/// <summary>
/// What a caller may with the objects of which types. One filter serves every way in which objects are read: <see cref="Leesbaar"/> in a query, <see cref="Eis"/>
/// for one object.
/// </summary>
internal sealed class Typerechten
{
    /// <summary>Columns of alias <c>r</c> that the filter looks at.</summary>
    public static readonly Zichtbaarheid Zicht = new("objecten", "r.objecttype");

    private static readonly ConditionalWeakTable<ApiClient, Typerechten> Gemaakt = [];
    private static readonly Typerechten Volledig = new(true, []);

    private readonly Dictionary<Guid, Typerecht> _typen;

    private Typerechten(bool alles, IEnumerable<Typerecht> typen)
    {
        Alles = alles;
        _typen = typen.ToDictionary(t => t.Type);
        Leesbaar = alles ? Bereik.Volledig : new Bereik(false, _typen.Keys.ToDictionary(type => type, _ => 0));
    }

    /// <summary>Everything with every type, and the types themselves.</summary>
    public bool Alles { get; }

    /// <summary>The types of which the caller may read objects.</summary>
    public Bereik Leesbaar { get; }

    public IReadOnlyCollection<Typerecht> Typen => _typen.Values;

    /// <param name="client">Null for layers of the organisation and Peers, who are held to their purpose.</param>
    public static Typerechten Van(ApiClient? client) => client is null ? Volledig : Gemaakt.GetValue(client, static c =>
        c.Objecttypen is { } typen ? new Typerechten(false, typen.DistinctBy(t => t.Type).Select(Typerecht.Van)) : c.HeeftAlleAutorisaties ? Volledig : new Typerechten(false, []));

    public bool MagSchrijven(Guid type) => Alles || (_typen.TryGetValue(type, out var recht) && recht.MagSchrijven);

    /// <exception cref="Standards.Problemen.ProbleemException">403: not for this caller.</exception>
    public void Eis(Guid type, bool schrijven)
    {
        if (schrijven ? !MagSchrijven(type) : !Leesbaar.Omvat(type, 0)) throw Weiger.GeenRecht();
    }

    /// <exception cref="Standards.Problemen.ProbleemException">403: only who may everything makes and changes types.</exception>
    public void EisBeheer()
    {
        if (!Alles) throw Weiger.GeenRecht("Alleen een client met alle autorisaties beheert objecttypen.");
    }

    /// <summary>The members that the caller sees of an object; null for all.</summary>
    public Veldkeuze? Velden(Guid type, int versie) => !Alles && _typen.TryGetValue(type, out var recht) ? recht.Zichtbaar(versie) : null;

    /// <summary>
    /// Condition on alias <c>r</c>, for who finds or orders by a member: of types that are shown in part only the versions of which something is shown. Empty for
    /// no condition.
    /// </summary>
    public string Getoond(List<object?> args) => Alles ? "" : string.Join(" AND ", _typen.Values.Where(recht => recht.Velden is { Count: > 0 }).Select(recht =>
    {
        args.Add(recht.Type);
        return $"NOT (r.objecttype = ${args.Count} AND r.typeversie NOT IN ({string.Join(", ", recht.Velden!.Keys)}))";
    }));

    /// <summary>Whether a member is hidden from the caller in some objects, so that finding or ordering by it would tell what it may not see.</summary>
    /// <param name="type">Only objects of this type; null for all that the caller sees.</param>
    public bool Verbergt(string veld, Guid? type) =>
        !Alles && _typen.Values.Any(recht => (type is null || recht.Type == type) && recht.Velden is { } velden && velden.Values.Any(keuze => !keuze.Omvat(veld)));
}

/// <param name="Velden">By version the members that are seen, none of other versions; null for all.</param>
internal sealed record Typerecht(Guid Type, bool MagSchrijven, IReadOnlyDictionary<int, Veldkeuze>? Velden, IReadOnlyDictionary<int, IReadOnlyList<string>>? Namen)
{
    public static Typerecht Van(Objecttyperecht recht) => new(
        recht.Type, recht.MagSchrijven, recht.MagSchrijven ? null : recht.Velden?.ToDictionary(v => v.Key, v => Veldkeuze.Van(v.Value)), recht.MagSchrijven ? null : recht.Velden);

    public Veldkeuze? Zichtbaar(int versie) => Velden is null ? null : Velden.GetValueOrDefault(versie) ?? Veldkeuze.Niets;
}
