using System.Collections.Concurrent;
using System.Text.Json;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Buiten;

/// <summary>What stands at the URLs of elsewhere that a write refers to; fetched before it, so that no transaction waits for a network.</summary>
internal sealed class Opgehaald
{
    /// <summary>A write that refers to more is refused: each costs a request somewhere else.</summary>
    private const int MaxUrls = 100;
    private const int Tegelijk = 8;

    public static readonly Opgehaald Niets = new();

    private readonly ConcurrentDictionary<string, JsonElement> _gevonden = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<OngeldigVeld> _fouten = [];

    /// <summary>What is there; null for a URL that was not fetched.</summary>
    public JsonElement? Van(string url) => _gevonden.TryGetValue(url, out var resource) ? resource : null;

    /// <summary>Goes after the permission on the object: who may not write it learns nothing about it.</summary>
    /// <exception cref="ProbleemException">400 <c>bad-url</c> when nothing is there, <c>invalid-resource</c> when it is something else.</exception>
    public void Controleer()
    {
        if (!_fouten.IsEmpty) throw Weiger.Ongeldig([.. _fouten.OrderBy(fout => fout.Name, StringComparer.Ordinal)]);
    }

    public static async ValueTask<Opgehaald> Haal(Resource resource, JsonElement body, Mutaties.Verzoek verzoek, Dienstverlening diensten, CancellationToken stop)
    {
        if (resource.Buiten.Count == 0) return Niets;
        var urls = resource.Buiten.SelectMany(lid => lid.Urls(body).Where(u => !lid.Hier(u.Url)).Select(u => (Lid: lid, u.Naam, u.Url)))
            .Where(u => !EigenUrls.Bewaar(u.Url, verzoek.Basissen).StartsWith(EigenUrls.Plek)).ToList();
        if (urls.Count == 0) return Niets;
        if (urls.Count > MaxUrls) throw Weiger.Ongeldig("nonFieldErrors", "invalid", $"Niet meer dan {MaxUrls} verwijzingen naar elders.");
        var opgehaald = new Opgehaald();
        await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = Tegelijk, CancellationToken = stop }, async (u, einde) =>
        {
            if (await diensten.Buitenwereld.Haal(verzoek.Aanroep.Organisatie, u.Url, einde) is not { } gevonden)
                opgehaald._fouten.Add(new OngeldigVeld(u.Naam, "bad-url", "De URL kan niet worden opgehaald."));
            else if (!u.Lid.IsZo(gevonden))
                opgehaald._fouten.Add(new OngeldigVeld(u.Naam, "invalid-resource", "Daar staat iets anders dan wat hier hoort."));
            else
                opgehaald._gevonden[u.Url] = gevonden;
        });
        return opgehaald;
    }
}
