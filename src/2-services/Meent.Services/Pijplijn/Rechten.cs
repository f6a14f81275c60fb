using Meent.Data.Modellen;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn;

/// <summary>From the authorisations of a client to what it may with one operation.</summary>
internal static class Rechten
{
    /// <exception cref="Standards.Problemen.ProbleemException">403: the client lacks the scope altogether.</exception>
    public static Bereik Bereik(Aanroep aanroep, Scopes scopes, Zichtbaarheid zicht) =>
        BereikOfNiets(aanroep, scopes, zicht) ?? throw Weiger.GeenRecht();

    /// <returns>Null when the client lacks the scope altogether.</returns>
    public static Bereik? BereikOfNiets(Aanroep aanroep, Scopes scopes, Zichtbaarheid zicht)
    {
        // Layers of the same organisation are held to their purpose; a Peer to its contract and purpose.
        if (aanroep.Client is null) return scopes.Namen.Any(scope => !Bijzonder(scope) || aanroep.Doel?.Geeft(scope) == true) ? Pijplijn.Bereik.Volledig : null;
        var gereed = aanroep.Client.AlleenIsGereedVoorPublicatie;
        if (aanroep.Client is not { HeeftAlleAutorisaties: false } client) return Pijplijn.Bereik.Volledig with { AlleenGereed = gereed };
        var autorisaties = client.Autorisaties.Where(a => a.Scopes.Any(scopes.Namen.Contains)).ToList();
        if (autorisaties.Count == 0) return null;
        if (!zicht.PerObject) return Pijplijn.Bereik.Volledig with { AlleenGereed = gereed };

        var basissen = new[] { aanroep.Organisatie.Basis };
        var typen = new Dictionary<Guid, int>();
        foreach (var autorisatie in autorisaties.Where(a => a.Component == zicht.Component && a.Type is not null))
        {
            if (EigenUrls.Id(EigenUrls.Bewaar(autorisatie.Type!, basissen), zicht.Typepad) is not { } type) continue;
            var rang = Vertrouwelijkheidaanduiding.Rang(autorisatie.MaxVertrouwelijkheidaanduiding ?? Vertrouwelijkheidaanduiding.ZeerGeheim);
            typen[type] = Math.Max(rang, typen.GetValueOrDefault(type));
        }

        return new Bereik(false, typen) { AlleenGereed = gereed };
    }

    /// <summary>What steps over a rule of the standard; layers of the organisation may so only for a purpose that names it.</summary>
    private static bool Bijzonder(string scope) => scope.Contains("geforceerd", StringComparison.Ordinal) || scope.EndsWith(".heropenen", StringComparison.Ordinal);
}
