using System.Collections.Concurrent;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Configuration;

namespace Meent.Services.Pijplijn.Buiten;

/// <summary>Per organisation the addresses from which it fetches; none unless they are configured.</summary>
internal sealed class Buitenadressen(IConfiguration configuratie, OrganisatieLijst organisaties) : IConfiguratieControle
{
    private const string Wortel = "Meent:Buitenwereld";

    private readonly ConcurrentDictionary<string, IReadOnlyList<Buitenadres>> _gelezen = new(StringComparer.Ordinal);

    public string Sectie => "Buitenwereld";

    public Buitenadres? Vind(Organisatie organisatie, Uri url) =>
        _gelezen.GetOrAdd(organisatie.Slug, slug => configuratie.GetSection($"{Wortel}:{slug}").Get<List<Buitenadres>>() ?? []).FirstOrDefault(adres => adres.Omvat(url));

    public IEnumerable<Configuratiefout> Fouten()
    {
        foreach (var sectie in configuratie.GetSection(Wortel).GetChildren())
        {
            if (organisaties.Vind(sectie.Key) is null) yield return new(sectie.Path, $"is geen organisatie van deze node; kies uit {string.Join(", ", organisaties.Alle.Select(o => o.Slug))}.");
            foreach (var een in sectie.GetChildren())
            {
                var adres = een.Get<Buitenadres>() ?? new Buitenadres();
                if (!Uri.TryCreate(adres.Adres, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && adres.Intern)))
                    yield return new($"{een.Path}:Adres", $"'{adres.Adres}' is geen https-adres (http alleen in een intern netwerk: Intern=true).");
                if (adres.ClientId is null != adres.Geheim is null) yield return new($"{een.Path}:Geheim", "ClientId en Geheim horen bij elkaar.");
            }
        }
    }
}
