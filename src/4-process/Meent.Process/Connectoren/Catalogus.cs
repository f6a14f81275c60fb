using System.Collections.Frozen;
using Meent.Process.Bpmn;
using Meent.Process.Koppelingen;

namespace Meent.Process.Connectoren;

/// <summary>All connectors, by name.</summary>
internal sealed class Catalogus(IEnumerable<IConnector> connectoren)
{
    private readonly FrozenDictionary<string, IConnector> _connectoren = connectoren.ToFrozenDictionary(c => c.Naam, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">It was in the catalogue when the process was deployed.</exception>
    public IConnector this[string naam] => _connectoren[naam];

    /// <summary>What is wrong with a link to a connector.</summary>
    public IEnumerable<Weigering> Controleer(string activiteit, Dienstkoppeling koppeling)
    {
        if (!_connectoren.TryGetValue(koppeling.Connector, out var connector))
        {
            yield return new Weigering(activiteit, "connector", $"De connector \"{koppeling.Connector}\" bestaat niet; wel {string.Join(", ", _connectoren.Keys.Order())}.");
            yield break;
        }
        foreach (var naam in connector.Verplicht.Where(naam => !koppeling.Parameters.ContainsKey(naam)))
            yield return new Weigering(activiteit, "parameter", $"{connector.Naam} vraagt de parameter \"{naam}\".");
        if (connector.Optioneel is null) yield break;
        foreach (var naam in koppeling.Parameters.Keys.Where(naam => !connector.Verplicht.Contains(naam) && !connector.Optioneel.Contains(naam)))
            yield return new Weigering(activiteit, "parameter", $"{connector.Naam} kent de parameter \"{naam}\" niet.");
    }
}
