using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Meent.Data.Modellen;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Toegang;

namespace Meent.Services.Pijplijn;

/// <summary>From the authorisations of a client to what it may with one operation.</summary>
internal static class Rechten
{
    /// <summary>Compiled once for as long as a client keeps its authorisations: who changes them makes a new <see cref="ApiClient"/>.</summary>
    private static readonly ConditionalWeakTable<ApiClient, ConcurrentDictionary<(string Scopes, string Component, string Typepad, string Basis), Bereik?>> Gemaakt = [];

    /// <exception cref="Standards.Problemen.ProbleemException">403: the client lacks the scope altogether.</exception>
    public static Bereik Bereik(Aanroep aanroep, Scopes scopes, Zichtbaarheid zicht) =>
        BereikOfNiets(aanroep, scopes, zicht) ?? throw Weiger.GeenRecht();

    /// <returns>Null when the client lacks the scope altogether.</returns>
    public static Bereik? BereikOfNiets(Aanroep aanroep, Scopes scopes, Zichtbaarheid zicht)
    {
        // Layers of the same organisation are held to their purpose; a Peer to its contract and purpose.
        if (aanroep.Client is null) return scopes.Namen.Any(scope => !Bijzonder(scope) || aanroep.Doel?.Geeft(scope) == true) ? Pijplijn.Bereik.Volledig : null;
        return Gemaakt.GetOrCreateValue(aanroep.Client).GetOrAdd(
            (scopes.ToString(), zicht.Component, zicht.Typepad, aanroep.Organisatie.Basis), static (sleutel, arg) => Maak(arg.Client, arg.scopes, arg.zicht, sleutel.Basis), (aanroep.Client, scopes, zicht));
    }

    private static Bereik? Maak(ApiClient client, Scopes scopes, Zichtbaarheid zicht, string basis)
    {
        var gereed = client.AlleenIsGereedVoorPublicatie;
        if (client.HeeftAlleAutorisaties || scopes.Namen.Any(client.AllesMet.Contains) || (!zicht.PerObject && scopes.Namen.Any(client.Scopes.Contains))) return Pijplijn.Bereik.Volledig with { AlleenGereed = gereed };
        var autorisaties = client.Autorisaties.Where(a => a.Scopes.Any(scopes.Namen.Contains)).ToList();
        if (autorisaties.Count == 0) return null;
        if (!zicht.PerObject) return Pijplijn.Bereik.Volledig with { AlleenGereed = gereed };

        var basissen = new[] { basis };
        var typen = new Dictionary<Guid, int>();
        foreach (var autorisatie in autorisaties.Where(a => a.Component == zicht.Component && a.Type is not null))
        {
            if (EigenUrls.Id(EigenUrls.Bewaar(autorisatie.Type!, basissen), zicht.Typepad) is not { } type) continue;
            var rang = Vertrouwelijkheidaanduiding.Rang(autorisatie.MaxVertrouwelijkheidaanduiding ?? Vertrouwelijkheidaanduiding.ZeerGeheim);
            typen[type] = Math.Max(rang, typen.GetValueOrDefault(type));
        }

        return new Bereik(false, typen) { AlleenGereed = gereed };
    }

    /// <summary>What steps over a rule of the standard, or decides who may what; layers of the organisation may so only for a purpose that names it.</summary>
    private static bool Bijzonder(string scope) => scope.Contains("geforceerd", StringComparison.Ordinal) || scope is "zaken.heropenen" or "autorisaties.bijwerken";
}
