using Meent.Integration.Poort;
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
    private readonly Dictionary<string, (HashSet<string> Alle, Adresring Ring)> _inways = new(StringComparer.Ordinal);

    public Adressen(IOptions<FscOptions> options, OrganisatieLijst organisaties, TimeProvider klok)
    {
        _options = options.Value;
        foreach (var organisatie in organisaties.Alle)
        {
            foreach (var component in Enum.GetValues<Component>()) _byHost[Hostnaam(organisatie, component)] = (organisatie, component);
            List<string> inways = _options.Inways.TryGetValue(organisatie.Slug, out var genoemd) && genoemd.Count > 0
                ? [.. genoemd.Select(a => a.TrimEnd('/'))]
                : [Adres(organisatie, Component.Inway)];
            foreach (var inway in inways) _byHost[new Uri(inway).Host] = (organisatie, Component.Inway);
            _inways[organisatie.Slug] = ([.. inways], new(inways, klok));
        }
    }

    /// <summary>As it is announced: with scheme and port, without a slash at the end.</summary>
    public string Adres(Organisatie organisatie, Component component) => $"https://{Hostnaam(organisatie, component)}:{_options.Poort}";

    /// <summary>The Inway for which the next token is. An Outway that could not reach one asks again and gets another.</summary>
    public string Inway(Organisatie organisatie) => _inways[organisatie.Slug].Ring.Volgorde()[0];

    /// <summary>Addresses of all its Inways.</summary>
    public IReadOnlySet<string> Inways(Organisatie organisatie) => _inways[organisatie.Slug].Alle;

    public IReadOnlyList<string> Hostnamen(Organisatie organisatie) =>
        [.. Enum.GetValues<Component>().Select(c => Hostnaam(organisatie, c)).Concat(Inways(organisatie).Select(i => new Uri(i).Host)).Distinct()];

    /// <summary>Whose component a host name (TLS server name) is.</summary>
    public (Organisatie Organisatie, Component Component)? Vind(string? hostnaam) =>
        hostnaam is not null && _byHost.TryGetValue(hostnaam, out var gevonden) ? gevonden : null;

    private string Hostnaam(Organisatie organisatie, Component component) => _options.Hostnaam
        .Replace("{component}", component.ToString().ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("{organisatie}", organisatie.Slug, StringComparison.Ordinal);
}
