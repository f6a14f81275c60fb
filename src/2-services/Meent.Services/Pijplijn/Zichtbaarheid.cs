using Meent.Standards.Toegang;

namespace Meent.Services.Pijplijn;

/// <summary>
/// How authorisations narrow what a client sees: by the type of the object and, where the standard has it, its vertrouwelijkheidaanduiding.
/// The same columns serve the check on one object and the filter on a list, so no read path can forget it.
/// </summary>
/// <param name="Component">Name in an authorisation: <c>zrc</c>.</param>
/// <param name="Typekolom">Column with the id of the type.</param>
/// <param name="Rangkolom">Column with the rank of the vertrouwelijkheidaanduiding.</param>
/// <param name="Typepad">Path of the type's resource.</param>
internal sealed record Zichtbaarheid(string Component, string? Typekolom = null, string? Rangkolom = null, string Typepad = "")
{
    /// <summary>The scope alone decides.</summary>
    public static readonly Zichtbaarheid Iedereen = new("");

    public bool PerObject => Typekolom is not null;

    /// <summary>Where the types are, with their level in a column of the same name.</summary>
    public string? Typetabel { get; init; }

    /// <summary>Condition over alias <c>t</c> that holds for what a client may see that reads only what is ready for publication (Documenten 1.7.0); null where the standard has no such thing.</summary>
    public string? Gereedzin { get; init; }
}

/// <summary>What a client may with one operation: everything, or these types up to these ranks.</summary>
internal sealed record Bereik(bool Alles, IReadOnlyDictionary<Guid, int> Typen)
{
    public static readonly Bereik Volledig = new(true, new Dictionary<Guid, int>());

    /// <summary>Only what is ready for publication (Autorisaties 1.1.0, <c>alleenIsGereedVoorPublicatie</c>).</summary>
    public bool AlleenGereed { get; init; }

    public bool Omvat(Guid type, long rang) => Alles || (Typen.TryGetValue(type, out var hoogste) && rang <= hoogste);

    /// <summary>Whether the readiness of each object counts besides its type and rank; counts per type do not know it.</summary>
    public bool KijktNaarGereed(Zichtbaarheid zicht) => AlleenGereed && zicht.Gereedzin is not null;

    /// <summary>A column that is 1 for what is ready enough for this client.</summary>
    public string Gereedkolom(Zichtbaarheid zicht) => KijktNaarGereed(zicht) ? $"CASE WHEN {zicht.Gereedzin} THEN 1 ELSE 0 END" : "1";

    /// <summary>Adds the filter to a query; the ids of types and ranks are parameters.</summary>
    public string Voorwaarde(Zichtbaarheid zicht, List<object?> args) =>
        string.Join(" AND ", new[] { KijktNaarGereed(zicht) ? zicht.Gereedzin! : "", PerType(zicht, args) }.Where(deel => deel.Length > 0));

    private string PerType(Zichtbaarheid zicht, List<object?> args)
    {
        if (Alles || !zicht.PerObject) return "";
        if (Typen.Count == 0) return "1 = 0";
        // Types with the same rank share one condition: most clients have one rank for all.
        return "(" + string.Join(" OR ", Typen.GroupBy(t => t.Value, t => t.Key).Select(groep =>
        {
            var ids = string.Join(", ", groep.Select(id =>
            {
                args.Add(id);
                return $"${args.Count}";
            }));
            if (zicht.Rangkolom is null) return $"{zicht.Typekolom} IN ({ids})";
            args.Add(groep.Key);
            return $"({zicht.Typekolom} IN ({ids}) AND {zicht.Rangkolom} <= ${args.Count})";
        })) + ")";
    }
}
