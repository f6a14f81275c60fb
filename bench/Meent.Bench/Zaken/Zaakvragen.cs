using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Meent.Bench.Zaken;

/// <summary>The requests that are measured; Meent runs, and what they need is made through its APIs.</summary>
internal static class Zaakvragen
{
    /// <summary>A client that may see two zaaktypen only.</summary>
    public const string Beperkt = "beperkt";

    private const string Rsin = "990000011";

    /// <summary>GET by id, list of 100 and POST.</summary>
    public static async Task<IReadOnlyList<Meting>> Basis(IReadOnlyList<string> zaaktypen)
    {
        using var http = Dienst.Client("bench");
        var zaken = await Zaken(http);
        var nieuw = Lader.Zaak(zaaktypen[0]);
        return [
            new("GET zaak", EenVan(zaken.Select(zaak => Kaal("GET", $"/zaken/{zaak.Id}"))), EenVan(zaken.Select(zaak => Vraag($"zaken/{zaak.Id}"))), 200),
            Lijst("lijst van 100", ""),
            Nieuw("POST zaak", "zaken", () => nieuw),
        ];
    }

    /// <summary>What an application does all day, each held against the bare operation that it is nearest to.</summary>
    public static async Task<IReadOnlyList<Meting>> Alle(IReadOnlyList<string> zaaktypen)
    {
        using var http = Dienst.Client("bench");
        var zaken = await Zaken(http);
        await Beperk(http, [zaaktypen[3], zaaktypen[30]]);
        var einde = await Zaakeinde.Maak(http);
        return [
            .. await Basis(zaaktypen),
            new("GET op identificatie", EenVan(zaken.Select(zaak => Kaal("GET", $"/zaken/{zaak.Id}"))), EenVan(zaken.Select(zaak => Vraag($"zaken?identificatie={zaak.Identificatie}"))), 200),
            Lijst("lijst, gefilterd en geordend", "startdatum__gte=2025-01-01&ordering=-startdatum"),
            Lijst("lijst, beperkte client", "", Beperkt),
            Lijst("lijst, expand van twee lagen", "expand=zaaktype.catalogus,zaaktype.statustypen,status.statustype"),
            new("_zoek in een vlak", Vast(Kaal("GET", "/zaken")), Zoek, 200),
            new("werklijst, termijn bijna om", Vast(Kaal("GET", "/zaken")), Vast(Werklijst()), 200),
            Nieuw("POST status", "statussen", einde.Begin),
            Nieuw("zaak sluiten", "statussen", einde.Einde),
        ];
    }

    private static Meting Lijst(string naam, string query, string client = "bench") => new(naam, Vast(Kaal("GET", "/zaken")), Vast(Vraag($"zaken?{query}", client)), 200);

    private static Meting Nieuw(string naam, string pad, Func<string> body) =>
        new(naam, Vast(Kaal("POST", "/zaken", Lader.Zaak("kaal"))), () => Dienst.Vraag("POST", $"/{Dienst.Slug}/zaken/api/v1/{pad}", "bench", body()), 201);

    private static Func<byte[]> Vast(byte[] vraag) => () => vraag;

    private static Func<byte[]> EenVan(IEnumerable<byte[]> vragen)
    {
        byte[][] alle = [.. vragen];
        return () => alle[RandomNumberGenerator.GetInt32(alle.Length)];
    }

    private static byte[] Vraag(string pad, string client = "bench") => Dienst.Vraag("GET", $"/{Dienst.Slug}/zaken/api/v1/{pad}", client);

    private static byte[] Kaal(string methode, string pad, string? body = null) => Dienst.Vraag(methode, pad, "bench", body);

    /// <summary>A square in which about a hundredth of the area of the loaded zaken lies.</summary>
    private static byte[] Zoek()
    {
        var (lengte, breedte) = (Lader.Lengte + (RandomNumberGenerator.GetInt32(90) / 100.0), Lader.Breedte + (RandomNumberGenerator.GetInt32(90) / 100.0));
        double[] Punt(double x, double y) => [lengte + x, breedte + y];
        return Dienst.Vraag("POST", $"/{Dienst.Slug}/zaken/api/v1/zaken/_zoek", "bench", JsonSerializer.Serialize(new
        {
            zaakgeometrie = new { within = new { type = "Polygon", coordinates = new[] { new[] { Punt(0, 0), Punt(0.1, 0), Punt(0.1, 0.1), Punt(0, 0.1), Punt(0, 0) } } } },
        }));
    }

    /// <summary>Open zaken of which the term ends within two weeks of the oldest of them: a tenth.</summary>
    private static byte[] Werklijst() => Dienst.Vraag("POST", $"/{Dienst.Slug}/zaken/api/v1/werklijst/_zoek", "bench",
        JsonSerializer.Serialize(new { uiterlijk__lte = "2025-11-14", ordering = "startdatum" }));

    private static async Task Beperk(HttpClient http, IEnumerable<string> zaaktypen)
    {
        var er = await http.GetFromJsonAsync<JsonElement>($"autorisaties/api/v1/applicaties?clientIds={Beperkt}");
        if (er.GetProperty("count").GetInt32() > 0) return;
        using var antwoord = await http.PostAsJsonAsync("autorisaties/api/v1/applicaties", new
        {
            clientIds = new[] { Beperkt },
            label = "Meting met beperkte rechten",
            heeftAlleAutorisaties = false,
            autorisaties = zaaktypen.Select(zaaktype => new { component = "zrc", scopes = new[] { "zaken.lezen" }, zaaktype, maxVertrouwelijkheidaanduiding = "zaakvertrouwelijk" }),
        });
        if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
    }

    private static async Task<IReadOnlyList<(string Id, string Identificatie)>> Zaken(HttpClient http)
    {
        var zaken = new List<(string, string)>();
        var pad = "zaken/api/v1/zaken?pageSize=500";
        while (pad is not null && zaken.Count < 20_000)
        {
            var blad = await http.GetFromJsonAsync<JsonElement>(pad);
            zaken.AddRange(blad.GetProperty("results").EnumerateArray().Select(z => (z.GetProperty("uuid").GetString()!, z.GetProperty("identificatie").GetString()!)));
            pad = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("zaken/api", StringComparison.Ordinal)..] : null;
        }

        return zaken;
    }
}
