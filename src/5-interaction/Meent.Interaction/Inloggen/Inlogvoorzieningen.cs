using Meent.Interaction.Ontwikkelprovider;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Meent.Interaction.Inloggen;

/// <summary>Which provider each organisation uses for each way to log in.</summary>
internal sealed class Inlogvoorzieningen(IConfiguration configuratie, OrganisatieLijst organisaties, IWebHostEnvironment omgeving)
{
    /// <summary>Switches the built-in development provider on (default in Development) or off.</summary>
    public const string OntwikkelproviderSleutel = "Meent:Inloggen:Ontwikkelprovider";

    private const string Wortel = "Meent:Inloggen";

    public bool Ontwikkelprovider => configuratie.GetValue(OntwikkelproviderSleutel, omgeving.IsDevelopment());

    /// <summary>The provider, or null when this organisation offers no such login. Without an access register it offers none: sessions end there.</summary>
    public Inlogvoorziening? Voor(Organisatie organisatie, Inlogmiddel middel) => !organisatie.Diensten.Contains(Diensten.Toegang)
        ? null
        : configuratie.GetSection($"{Wortel}:{organisatie.Slug}:{middel.Sleutel}").Get<Inlogvoorziening>()
            ?? (Ontwikkelprovider ? Persona.Voorziening(organisatie, middel) : null);

    /// <summary>Everything that is wrong, each with its key.</summary>
    public IEnumerable<Configuratiefout> Fouten()
    {
        if (Ontwikkelprovider && !omgeving.IsDevelopment())
            yield return new(OntwikkelproviderSleutel, "de ontwikkelprovider laat iedereen als ieder ander inloggen en mag alleen in Development aan staan; "
                + $"de omgeving is {omgeving.EnvironmentName}. Stel per organisatie een echte provider in onder {Wortel}:{{organisatie}}.");
        foreach (var sectie in configuratie.GetSection(Wortel).GetChildren().Where(s => !s.Path.Equals(OntwikkelproviderSleutel, StringComparison.OrdinalIgnoreCase)))
            foreach (var fout in VanOrganisatie(sectie)) yield return fout;
    }

    private IEnumerable<Configuratiefout> VanOrganisatie(IConfigurationSection sectie)
    {
        // Also those of the configuration that is not in use because of another mistake in it.
        var slugs = organisaties.Alle.Select(o => o.Slug).Union(configuratie.GetSection("Meent:Organisaties").GetChildren().Select(o => o["Slug"] ?? "")).ToList();
        return slugs.Contains(sectie.Key, StringComparer.OrdinalIgnoreCase)
            ? sectie.GetChildren().SelectMany(Fouten)
            : [new(sectie.Path, $"is geen organisatie van deze node; kies uit {string.Join(", ", organisaties.Alle.Select(o => o.Slug))}.")];
    }

    private static IEnumerable<Configuratiefout> Fouten(IConfigurationSection sectie)
    {
        if (!Inlogmiddel.Alle.Any(m => m.Sleutel.Equals(sectie.Key, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(sectie.Path, $"bestaat niet; kies uit {string.Join(", ", Inlogmiddel.Alle.Select(m => m.Sleutel))}.");
            yield break;
        }

        foreach (var fout in Sleutels.Controleer(sectie, typeof(Inlogvoorziening))) yield return fout;

        var voorziening = sectie.Get<Inlogvoorziening>() ?? new Inlogvoorziening();
        if (!Uri.TryCreate(voorziening.Uitgever, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            yield return new($"{sectie.Path}:{nameof(voorziening.Uitgever)}", "is het https-adres van de OpenID-provider.");
        if (voorziening.ClientId.Length == 0) yield return new($"{sectie.Path}:{nameof(voorziening.ClientId)}", "ontbreekt.");
        if (voorziening.ClientSecret.Length == 0) yield return new($"{sectie.Path}:{nameof(voorziening.ClientSecret)}", "ontbreekt.");
    }
}
