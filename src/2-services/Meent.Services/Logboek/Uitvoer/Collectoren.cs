using Meent.Data.Logboek;
using Meent.Data.Outbox;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Configuration;

namespace Meent.Services.Logboek.Uitvoer;

/// <summary>Where an organisation sends its sealed records besides keeping them.</summary>
internal sealed record Collector
{
    /// <summary>Base address of a collector that takes OTLP/HTTP: <c>https://collector:4318</c>.</summary>
    public string Adres { get; init; } = "";

    /// <summary>Whether it is in the own network, where http will do.</summary>
    public bool Intern { get; init; }

    /// <summary>Headers that it asks for, such as <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string> Koppen { get; init; } = new Dictionary<string, string>();
}

/// <summary>The collectors by organisation (<c>Meent:Logboek:{slug}:Collector</c>); none unless configured.</summary>
internal sealed class Collectoren : IConfiguratieControle
{
    private const string Wortel = "Meent:Logboek";

    private readonly IConfigurationSection _sectie;
    private readonly OrganisatieLijst _organisaties;
    private readonly Dictionary<string, Collector> _collectoren;

    public Collectoren(OrganisatieLijst organisaties, IConfiguration? configuratie = null)
    {
        _sectie = (configuratie ?? new ConfigurationBuilder().Build()).GetSection(Wortel);
        _organisaties = organisaties;
        _collectoren = _sectie.GetChildren().Where(een => een.GetSection("Collector").Exists())
            .ToDictionary(een => een.Key, een => een.GetSection("Collector").Get<Collector>() ?? new(), StringComparer.Ordinal);
    }

    public string Sectie => "Logboek";

    public bool IsLeeg => _collectoren.Count == 0;

    /// <summary>Whether an organisation at rest has records to send.</summary>
    public Werkvraag Werkvraag() => new(Diensten.Logboek, session => Van(session.Store.Organisatie) is null ? new ValueTask<bool>(false) : session.IsTeVerzenden());

    public Collector? Van(Organisatie organisatie) => _collectoren.GetValueOrDefault(organisatie.Slug);

    public IEnumerable<Configuratiefout> Fouten()
    {
        foreach (var een in _sectie.GetChildren())
        {
            if (_organisaties.Vind(een.Key) is null) yield return new(een.Path, $"is geen organisatie van deze node; kies uit {string.Join(", ", _organisaties.Alle.Select(o => o.Slug))}.");
            foreach (var vreemd in een.GetChildren().Where(deel => deel.Key != "Collector")) yield return new(vreemd.Path, "bestaat niet; kies uit Collector.");
        }

        foreach (var (slug, collector) in _collectoren)
        {
            if (!Uri.TryCreate(collector.Adres, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && collector.Intern)))
                yield return new($"{Wortel}:{slug}:Collector:Adres", $"'{collector.Adres}' is geen https-adres (http alleen in een intern netwerk: Intern=true).");
        }
    }
}
