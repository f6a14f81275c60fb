using System.Text.Json.Nodes;

namespace Meent.Services.Objecten.Rechten;

/// <summary>Some members of an object, as <c>url,record__startAt,record__data__soort</c>: what a client asks for (<c>fields</c>), or may see.</summary>
internal sealed class Veldkeuze
{
    public const string Tussen = "__";
    private const string Data = "record__data__";

    public static readonly Veldkeuze Niets = new([]);

    /// <summary>Null for a member that is chosen whole.</summary>
    private readonly Dictionary<string, Veldkeuze?> _leden;

    private Veldkeuze(Dictionary<string, Veldkeuze?> leden) => _leden = leden;

    public static Veldkeuze Van(IEnumerable<string> paden)
    {
        var wortel = new Veldkeuze([]);
        foreach (var pad in paden.Select(p => p.Trim()).Where(p => p.Length > 0)) wortel.Voeg(pad.Split(Tussen));
        return wortel;
    }

    /// <summary>Whether a member, with all that is in it, was chosen.</summary>
    public bool Omvat(string pad)
    {
        var keuze = this;
        foreach (var deel in pad.Split(Tussen))
        {
            if (!keuze._leden.TryGetValue(deel, out var lid)) return false;
            if (lid is null) return true;
            keuze = lid;
        }

        return false;
    }

    /// <summary>The chosen members of an object, in its order.</summary>
    /// <param name="ontbreekt">Told of each member that is not there; what data may have or not is no matter.</param>
    public JsonObject Kies(JsonObject bron, Action<string> ontbreekt) => Kies(bron, "", ontbreekt);

    /// <summary>The names of all members of an object, those of objects in it apart.</summary>
    public static IEnumerable<string> Namen(JsonObject bron, string voor = "") =>
        bron.SelectMany(lid => lid.Value is JsonObject groep ? Namen(groep, $"{voor}{lid.Key}{Tussen}") : [voor + lid.Key]);

    private void Voeg(ReadOnlySpan<string> delen)
    {
        var naam = delen[0];
        var rest = delen[1..];
        if (_leden.TryGetValue(naam, out var lid) && lid is null) return;
        if (rest.Length == 0) _leden[naam] = null;
        else (_leden[naam] = lid ?? new Veldkeuze([])).Voeg(rest);
    }

    private JsonObject Kies(JsonObject bron, string voor, Action<string> ontbreekt)
    {
        foreach (var naam in _leden.Keys.Where(naam => !bron.ContainsKey(naam)))
        {
            if (!(voor + naam).StartsWith(Data, StringComparison.Ordinal)) ontbreekt(voor + naam);
        }

        var gekozen = new JsonObject();
        foreach (var (naam, waarde) in bron)
        {
            if (!_leden.TryGetValue(naam, out var lid)) continue;
            if (lid is null) gekozen[naam] = waarde?.DeepClone();
            else if (waarde is JsonObject groep) gekozen[naam] = lid.Kies(groep, $"{voor}{naam}{Tussen}", ontbreekt);
        }

        return gekozen;
    }
}
