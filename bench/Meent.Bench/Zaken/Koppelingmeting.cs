using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Meent.Bench.Zaken;

/// <summary>Rollen added to one zaak by eight writers, and the zaak read, when it has none, a thousand and a hundred thousand.</summary>
internal static class Koppelingmeting
{
    private const int Schrijvers = 8;

    public static async Task Voer(TimeSpan duur, string database)
    {
        await using var plek = await Plek.Maak(database);
        var zaaktype = (await Lader.Vul(plek, 1000))[0];
        await using var dienst = await Dienst.Start(plek.Opslag);
        using var http = Dienst.Client("alles");
        var roltype = (await http.GetFromJsonAsync<JsonElement>($"catalogi/api/v1/roltypen?zaaktype={Uri.EscapeDataString(zaaktype)}")).GetProperty("results")[0].GetProperty("url").GetString()!;
        Console.WriteLine($"| rollen van één zaak, {database} | POST rol /s | p50 ms | p99 ms | GET zaak /s | p50 ms | fouten |\n|---|---|---|---|---|---|---|");
        foreach (var kinderen in new[] { 0, 1_000, 100_000 })
        {
            // At nought each writer's rol goes to a zaak of its own choosing out of many, so that none gets a hundred.
            var zaken = await Zaken(http, zaaktype, kinderen == 0 ? 400 : 1);
            if (kinderen > 0) await Lader.Rollen(dienst, zaken[0], roltype, kinderen);
            var vragen = zaken.Select(zaak => Dienst.Vraag("POST", $"/{Dienst.Slug}/zaken/api/v1/rollen", "alles", Lader.Rol(zaak, roltype))).ToList();
            var i = 0;
            await Belasting.Voer(Dienst.Poort, Schrijvers, TimeSpan.FromSeconds(0.5), () => vragen[Interlocked.Increment(ref i) % vragen.Count], 201);
            var schrijf = await Belasting.Voer(Dienst.Poort, Schrijvers, duur, () => vragen[Interlocked.Increment(ref i) % vragen.Count], 201);
            var lees = Dienst.Vraag("GET", new Uri(zaken[0]).AbsolutePath, "alles");
            var leest = await Belasting.Voer(Dienst.Poort, 1, duur, () => lees, 200);
            var er = await http.GetFromJsonAsync<JsonElement>(new Uri(zaken[0]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {kinderen:N0} (na afloop toont hij er {er.GetProperty("rollen").GetArrayLength():N0}) | {schrijf.PerSeconde:0} | {schrijf.P50:0.00} | {schrijf.P99:0.0} | {leest.PerSeconde:0} | {leest.P50:0.00} | {schrijf.Fouten + leest.Fouten} |"));
        }
    }

    private static async Task<List<string>> Zaken(HttpClient http, string zaaktype, int aantal)
    {
        var urls = new List<string>();
        for (var i = 0; i < aantal; i++)
        {
            using var inhoud = new StringContent(Lader.Zaak(zaaktype), null, "application/json");
            inhoud.Headers.Add("Content-Crs", "EPSG:4326");
            using var antwoord = await http.PostAsync(new Uri("zaken/api/v1/zaken", UriKind.Relative), inhoud);
            urls.Add((await antwoord.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!);
        }

        return urls;
    }
}
