using System.Collections.Frozen;
using Meent.Integration.Poort;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Inway;

/// <summary>What an organisation offers to other Peers: services that it keeps itself, and those of other programs that configuration names.</summary>
internal sealed class Dienstenaanbod(IOptions<FscOptions> options, TimeProvider klok) : IDisposable
{
    private readonly FrozenDictionary<(string Slug, string Dienst), Opstroom> _elders = options.Value.Diensten
        .SelectMany(o => o.Value.Select(d => KeyValuePair.Create((o.Key, d.Key), new Opstroom(d.Value, klok)))).ToFrozenDictionary();

    public bool Biedt(Organisatie organisatie, string dienst) => organisatie.Biedt(dienst) || Elders(organisatie, dienst) is not null;

    /// <summary>The other program behind a service; null when Meent serves it.</summary>
    public Opstroom? Elders(Organisatie organisatie, string dienst) => _elders.GetValueOrDefault((organisatie.Slug, dienst));

    /// <summary>Those of other programs, with their addresses and whether each could be reached lately.</summary>
    public IEnumerable<(string Dienst, Opstroom Opstroom)> Elders(Organisatie organisatie) =>
        _elders.Where(e => e.Key.Slug == organisatie.Slug).Select(e => (e.Key.Dienst, e.Value));

    public void Dispose()
    {
        foreach (var opstroom in _elders.Values) opstroom.Dispose();
    }
}
