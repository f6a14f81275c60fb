using Meent.Data.Modellen;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn;

/// <summary>From the authorisations of a client to what it may with one operation.</summary>
internal static class Rechten
{
    public static Bereik Bereik(Aanroep aanroep, string scope, Zichtbaarheid zicht)
    {
        // Layers of the same organisation are held to their purpose; a Peer to its contract and purpose.
        if (aanroep.Client is not { HeeftAlleAutorisaties: false } client) return Pijplijn.Bereik.Volledig;

        var autorisaties = client.Autorisaties.Where(a => a.Scopes.Contains(scope)).ToList();
        if (autorisaties.Count == 0) throw Weiger.GeenRecht();
        if (!zicht.PerObject) return Pijplijn.Bereik.Volledig;

        var basissen = new[] { aanroep.Organisatie.Basis };
        var typen = new Dictionary<Guid, int>();
        foreach (var autorisatie in autorisaties.Where(a => a.Component == zicht.Component && a.Type is not null))
        {
            if (EigenUrls.Id(EigenUrls.Bewaar(autorisatie.Type!, basissen), zicht.Typepad) is not { } type) continue;
            var rang = Vertrouwelijkheidaanduiding.Rang(autorisatie.MaxVertrouwelijkheidaanduiding ?? Vertrouwelijkheidaanduiding.ZeerGeheim);
            typen[type] = Math.Max(rang, typen.GetValueOrDefault(type));
        }

        return new Bereik(false, typen);
    }
}
