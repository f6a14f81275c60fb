using System.Text;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Uitvouwen;

/// <summary>
/// Finds what stands behind the links of an answer: one query a level and resource, each through the same authorisation filter as a read of that
/// resource by itself. What may not be read keeps its URL and is not embedded; neither is what stands at another host.
/// </summary>
internal sealed class Uitvouwer(Session session, Aanroep aanroep, Dienstverlening diensten)
{
    private const int MaxRijen = 10_000;
    private const int Hap = 256;

    private readonly byte[] _basis = Encoding.UTF8.GetBytes(session.Store.Organisatie.Basis);
    private readonly string[] _basissen = [session.Store.Organisatie.Basis];
    private int _rijen;

    /// <summary>The data subjects in what was found.</summary>
    public Dictionary<Resource, Betrokkenen> Betrokkenen { get; } = [];

    /// <exception cref="Standards.Problemen.ProbleemException">404: no such attribute (zrc-027, drc-013); 400: too much.</exception>
    public async ValueTask Vouw(Resource resource, IReadOnlyList<Stuk> stukken, Keuze keuze)
    {
        foreach (var (naam, deel) in keuze.Takken)
        {
            var links = stukken.Select(stuk => (Stuk: stuk, Link: Leden.Links(stuk.Json, naam))).ToList();
            if (!resource.Uitvouwbaar.Contains(naam))
            {
                // A group of the resource itself: it is chosen from when it is written.
                if (keuze.OokGroepen && links.TrueForAll(link => link.Link.Soort is Lidsoort.Groep or Lidsoort.Null)) continue;
                throw Onbekend(resource, naam);
            }

            var perUrl = await Haal([.. links.SelectMany(link => link.Link.Urls).Distinct()], deel);
            foreach (var (stuk, link) in links)
            {
                var gevonden = link.Urls.Where(perUrl.ContainsKey).Select(url => perUrl[url]).ToList();
                var isLijst = link.Soort == Lidsoort.Lijst;
                if (isLijst || link.Urls.Count == 0 || gevonden.Count > 0) stuk.Uit[naam] = new Gevonden(isLijst, gevonden, resource.LegeUitvouw);
            }
        }
    }

    private async ValueTask<Dictionary<string, Stuk>> Haal(List<string> urls, Keuze keuze)
    {
        var gevonden = new Dictionary<string, Stuk>();
        var bekend = urls.Select(url => (Url: url, Doel: diensten.Resources.Vind(EigenUrls.Bewaar(url, _basissen)))).Where(url => url.Doel is not null);
        foreach (var groep in bekend.GroupBy(url => url.Doel!.Value.Resource, url => (url.Url, url.Doel!.Value.Id)))
        {
            if (!aanroep.MagLezen(groep.Key, out var bereik)) continue;
            var perId = new Dictionary<Guid, Stuk>();
            foreach (var hap in groep.Select(doel => doel.Id).Distinct().Chunk(Hap)) await Lees(groep.Key, bereik, hap, perId);
            if (keuze.Takken.Count > 0) await Vouw(groep.Key, [.. perId.Values], keuze);
            foreach (var (url, id) in groep)
            {
                if (perId.TryGetValue(id, out var stuk)) gevonden[url] = stuk;
            }
        }

        return gevonden;
    }

    private async ValueTask Lees(Resource resource, Bereik bereik, Guid[] ids, Dictionary<Guid, Stuk> perId)
    {
        if ((_rijen += ids.Length) > MaxRijen) throw Weiger.Ongeldig("expand", "expand-too-large", $"Ten hoogste {MaxRijen} resources in een antwoord; vraag minder tegelijk.");
        if (!Betrokkenen.TryGetValue(resource, out var betrokkenen)) Betrokkenen[resource] = betrokkenen = new Betrokkenen(resource);
        // Few different numbers of parameters, so that the statements stay prepared.
        var plaatsen = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)ids.Length);
        List<object?> args = [.. ids.Cast<object?>(), .. Enumerable.Repeat<object?>(ids[^1], plaatsen - ids.Length)];
        var recht = bereik.Voorwaarde(resource.Zichtbaarheid, args);
        var sql = $"SELECT {Samenstellen.Kolommen(resource, aanroep.Dag)} FROM {resource.Tabel} t WHERE t.id IN ({string.Join(", ", Enumerable.Range(1, plaatsen).Select(i => $"${i}"))}){(recht.Length > 0 ? $" AND {recht}" : "")}";
        List<(Guid Id, byte[] Json, List<(int Plek, Link Link)>? Gespild)> rijen = [];
        using var buffer = new Buffer();
        await session.Each(sql, row =>
        {
            buffer.Terug(0);
            List<(int, Link)>? gespild = null;
            Samenstellen.Schrijf(row, resource, _basis, buffer, link => (gespild ??= []).Add((buffer.Lengte, link)));
            betrokkenen.Voeg(row);
            rijen.Add((row.Guid(0), buffer.Inhoud.ToArray(), gespild));
        }, [.. args]);
        foreach (var (id, json, gespild) in rijen) perId[id] = new Stuk(gespild is null ? json : await Spil.VulAan(session, json, id, gespild, _basis));
    }

    private static Standards.Problemen.ProbleemException Onbekend(Resource resource, string naam) => new(new Standards.Problemen.Probleem(
        404, "not_found", "Niet gevonden.", $"Het attribuut '{naam}' van {resource.Naam} kan niet uitgevouwen worden."));
}
