using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>Objects as the standard tells them: the body as kept, with its links and what is asked along before the last brace.</summary>
internal sealed class Objectantwoord(Session session, Organisatie organisatie, Tijdreis reis)
{
    private const string Geometrie = "geometrie";

    /// <summary>What can be asked along with a type.</summary>
    public static IReadOnlyList<string> Kan(Objecttype type) => type == Objecttype.Woonplaats ? [Geometrie] : [.. type.Relaties.Select(relatie => relatie.Naam)];

    /// <param name="isVoorkomen">Whether the link points at this voorkomen, not at the object.</param>
    public async ValueTask<string> Maak(Voorkomenrij rij, IReadOnlyList<string> expand, bool isVoorkomen = false)
    {
        var verwezen = Verwezen(rij);
        var links = verwezen.Select(v => $",\"{v.Relatie.Naam}\":{Lijst(v.Relatie, v.Doelen.Select(doel => Hal.Link(Pad(v.Relatie.Doel(), doel))))}");
        var zelf = Pad(rij.Type, rij.Identificatie) + (isVoorkomen ? $"/{rij.Versie}/{rij.Lv}" : "");
        return $"{rij.Body[..^1]}{await Ingebed(rij, verwezen, expand)},\"_links\":{{\"self\":{Hal.Link(zelf)}{string.Concat(links)}}}}}";
    }

    public async ValueTask<IReadOnlyList<string>> Alle(IEnumerable<Voorkomenrij> rijen, IReadOnlyList<string> expand, bool zijnVoorkomens = false)
    {
        var delen = new List<string>();
        foreach (var rij in rijen) delen.Add(await Maak(rij, expand, zijnVoorkomens));
        return delen;
    }

    private async ValueTask<string> Ingebed(Voorkomenrij rij, List<(Relatie Relatie, List<string> Doelen)> verwezen, IReadOnlyList<string> expand)
    {
        var leden = new List<string>();
        if (rij.Grens is not null && expand.Contains(Geometrie)) leden.Add($"\"{Geometrie}\":{rij.Grens}");
        foreach (var (relatie, doelen) in verwezen.Where(v => expand.Contains(v.Relatie.Naam)))
        {
            var gevonden = new List<string>();
            foreach (var doel in doelen)
                if (await session.Vind(relatie.Doel(), doel, reis) is { } ander) gevonden.Add(await Maak(ander, []));
            if (gevonden.Count > 0) leden.Add($"\"{relatie.Naam}\":{Lijst(relatie, gevonden)}");
        }

        return leden.Count == 0 ? "" : $",\"_embedded\":{{{string.Join(',', leden)}}}";
    }

    private string Pad(Objecttype type, string identificatie) => $"{organisatie.Basis}{Diensten.Pad(Diensten.Adressen)}/{type.Meervoud}/{identificatie}";

    private static string Lijst(Relatie relatie, IEnumerable<string> delen) => relatie.IsLijst ? $"[{string.Join(',', delen)}]" : delen.First();

    private static List<(Relatie Relatie, List<string> Doelen)> Verwezen(Voorkomenrij rij)
    {
        if (rij.Type.Relaties.Length == 0) return [];
        var voorkomen = new Voorkomen(rij.Type, JsonNode.Parse(rij.Body)!.AsObject());
        return [.. from relatie in rij.Type.Relaties let doelen = voorkomen.Verwijzingen.Where(v => v.Lid == relatie.Lid).Select(v => v.Doel).ToList() where doelen.Count > 0 select (relatie, doelen)];
    }
}
