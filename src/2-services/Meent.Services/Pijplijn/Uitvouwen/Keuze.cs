using System.Text.Json;

namespace Meent.Services.Pijplijn.Uitvouwen;

/// <summary>
/// What a client wants of an answer: which linked resources with it (<c>expand</c>, to any depth, zrc-026), and which members (<c>fields</c>, zrc-029).
/// </summary>
/// <param name="Velden">Members in lower case; null for all.</param>
/// <param name="Takken">Linked resources, or groups, with what is wanted of them.</param>
internal sealed record Keuze(IReadOnlySet<string>? Velden, IReadOnlyDictionary<string, Keuze> Takken)
{
    /// <summary>A path longer than this is a mistake or an attack: at every level each linked resource is read.</summary>
    private const int MaxDiepte = 12;
    private const int MaxTakken = 200;

    private static readonly Dictionary<string, Keuze> Geen = [];

    /// <summary>Whether a branch may be a group of the resource itself: <c>fields</c> chooses from those too.</summary>
    public bool OokGroepen { get; private init; }

    /// <summary>From <c>zaaktype,status.statustype</c>; every segment of a path is expanded.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">400: too deep, too much, or none of what the standard lists.</exception>
    public static Keuze VanPaden(string paden, Resource resource)
    {
        var wortel = new Knoop();
        var aantal = 0;
        foreach (var pad in paden.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (resource.Uitvouwpaden is { } lijst && !lijst.Contains(pad))
                throw Weiger.Ongeldig("expand", "invalid_choice", $"{pad} kan niet uitgevouwen worden. Mogelijk zijn: {string.Join(", ", lijst)}.");
            var knoop = wortel;
            var segmenten = pad.Split('.');
            if (segmenten.Length > MaxDiepte) throw TeVeel($"Een pad heeft ten hoogste {MaxDiepte} delen.");
            foreach (var segment in segmenten)
            {
                if (!knoop.Takken.TryGetValue(segment, out var volgende))
                {
                    if (++aantal > MaxTakken) throw TeVeel($"Ten hoogste {MaxTakken} attributen.");
                    knoop.Takken[segment] = volgende = new Knoop();
                }

                knoop = volgende;
            }
        }

        return wortel.Maak();
    }

    /// <summary>From the array of <c>fields</c>: names, and objects with a selection for each linked resource or group.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">400: it has another form.</exception>
    public static Keuze VanVelden(JsonElement velden) => VanVelden(velden, 1);

    private static Keuze VanVelden(JsonElement velden, int diepte)
    {
        if (diepte > MaxDiepte) throw TeVeel($"Ten hoogste {MaxDiepte} niveaus.");
        if (velden.ValueKind != JsonValueKind.Array) throw Weiger.Ongeldig("fields", "invalid", "Verwachtte een lijst met namen.");
        var namen = new HashSet<string>();
        var takken = new Dictionary<string, Keuze>(StringComparer.OrdinalIgnoreCase);
        foreach (var veld in velden.EnumerateArray())
        {
            // The example of the standard spells a name with other capitals.
            if (veld.ValueKind == JsonValueKind.String) namen.Add(veld.GetString()!.ToLowerInvariant());
            else if (veld.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("fields", "invalid", "Verwachtte namen, of een object met namen.");
            else foreach (var lid in veld.EnumerateObject()) takken[lid.Name] = VanVelden(lid.Value, diepte + 1);
        }

        return new Keuze(namen.Contains("*") ? null : namen, takken) { OokGroepen = true };
    }

    private static Standards.Problemen.ProbleemException TeVeel(string reden) => Weiger.Ongeldig("expand", "expand-too-large", reden);

    private sealed class Knoop
    {
        public Dictionary<string, Knoop> Takken { get; } = [];

        public Keuze Maak() => new(null, Takken.Count == 0 ? Geen : Takken.ToDictionary(tak => tak.Key, tak => tak.Value.Maak()));
    }
}
