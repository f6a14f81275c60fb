using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration;

/// <summary>The FSC components that have an address.</summary>
internal enum Component { Manager, Inway, Outway }

/// <summary>Where the FSC components of this node's organisations are to be found.</summary>
internal sealed class Adressen
{
    private readonly FscOptions _options;
    private readonly Dictionary<string, (Organisatie, Component)> _byHost = new(StringComparer.OrdinalIgnoreCase);

    public Adressen(IOptions<FscOptions> options, OrganisatieLijst organisaties)
    {
        _options = options.Value;
        foreach (var organisatie in organisaties.Alle)
        {
            foreach (var component in Enum.GetValues<Component>()) _byHost[Hostnaam(organisatie, component)] = (organisatie, component);
        }
    }

    /// <summary>As it is announced: with scheme and port, without a slash at the end.</summary>
    public string Adres(Organisatie organisatie, Component component) => $"https://{Hostnaam(organisatie, component)}:{_options.Poort}";

    public IReadOnlyList<string> Hostnamen(Organisatie organisatie) => [.. Enum.GetValues<Component>().Select(c => Hostnaam(organisatie, c))];

    /// <summary>Whose component a host name (TLS server name) is.</summary>
    public (Organisatie Organisatie, Component Component)? Vind(string? hostnaam) =>
        hostnaam is not null && _byHost.TryGetValue(hostnaam, out var gevonden) ? gevonden : null;

    private string Hostnaam(Organisatie organisatie, Component component) => _options.Hostnaam
        .Replace("{component}", component.ToString().ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("{organisatie}", organisatie.Slug, StringComparison.Ordinal);
}
