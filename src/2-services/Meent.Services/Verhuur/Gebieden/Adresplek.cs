using System.Text.Json;
using Meent.Services.Adressen.Voorkomens;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using NetTopologySuite.Geometries;

namespace Meent.Services.Verhuur.Gebieden;

/// <summary>Asks the address registry (BAG) where a dwelling lies.</summary>
internal sealed class Adresplek(Bronnen bronnen)
{
    // A host does not wait long for this: the number is given first, and the rest is found afterwards.
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(3);

    /// <summary>Null when the source does not know it, or cannot say now.</summary>
    public async Task<Plek?> Zoek(Organisatie organisatie, string woonruimte, CancellationToken stop)
    {
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("toeristische-verhuur-registreren"));
        using var klok = CancellationTokenSource.CreateLinkedTokenSource(stop);
        klok.CancelAfter(Geduld);
        try
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Get, namens, Diensten.Adressen, $"adresseerbareobjecten/{woonruimte}", null, headers =>
            {
                headers.Remove(Headers.AcceptCrs);
                headers.TryAddWithoutValidation(Headers.AcceptCrs, Rijksdriehoek.Epsg);
            }, klok.Token);
            if (!antwoord.IsSuccessStatusCode) return null;
            using var json = await JsonDocument.ParseAsync(await antwoord.Content.ReadAsStreamAsync(klok.Token), default, klok.Token);
            return Plek(json.RootElement);
        }
        catch (Exception fout) when (fout is HttpRequestException or JsonException or IOException || (fout is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>The object stands under the name of its type; a berth or pitch has a shape instead of a point.</summary>
    private static Plek? Plek(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        foreach (var lid in json.EnumerateObject())
        {
            if (lid.NameEquals("geometrie")) return Rijksdriehoek.Lees(lid.Value) is { IsEmpty: false } vorm ? Graden(vorm.InteriorPoint) : null;
            if (lid.Name is not ("_links" or "_embedded") && Plek(lid.Value) is { } gevonden) return gevonden;
        }

        return null;
    }

    private static Plek Graden(Point punt)
    {
        var graden = Projectie.Wgs84(punt.X, punt.Y);
        return Gebieden.Plek.Van(graden.X, graden.Y);
    }
}
