using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Bench.Zaken;

namespace Meent.Bench.Documenten;

/// <summary>
/// Documents of 10 KB and 10 MB in the JSON, and of 2 GB in parts, sent and fetched: how fast against a bare endpoint that writes the same bytes to a
/// file and the disk, and how much memory Meent has at most.
/// </summary>
internal static class Documentmeting
{
    private const int KalePoort = 18081;
    private const long Mega = 1_000_000;

    // Enough of each for some seconds.
    private static readonly (string Naam, long Omvang, int Aantal, int Tegelijk)[] Maten = [("10 KB", 10_000, 3000, 16), ("10 MB", 10 * Mega, 40, 4), ("2 GB", 2000 * Mega, 1, 1)];

    public static async Task Voer(string database)
    {
        await using var plek = await Plek.Maak(database);
        await using var meent = Proces.Meent([.. plek.Instellingen, $"Meent:Basis=http://localhost:{Dienst.Poort}", $"Meent:Luister:0=http://127.0.0.1:{Dienst.Poort}",
            "Meent:Fsc:Poort=18443", "Meent:Clients:0:Id=bench", $"Meent:Clients:0:Geheim={Dienst.Geheim}", $"Meent:Clients:0:Organisatie={Dienst.Slug}", "ENVIRONMENT=Production",
            "Meent:Limieten:PerClient=1000000", "Meent:Limieten:PerOrganisatie=1000000"]);
        await using var kaal = new Proces("Meent.Bench", "kaal", $"poort={KalePoort}", $"bestand={plek.Map}", "database=map");
        await meent.Antwoordt($"http://localhost:{Dienst.Poort}/ready");
        await kaal.Antwoordt($"http://127.0.0.1:{KalePoort}/live");

        using var http = Dienst.Client("bench");
        http.Timeout = TimeSpan.FromMinutes(20);
        var documenten = await Documenten.Maak(http);
        using var kale = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{KalePoort}/"), Timeout = http.Timeout };
        Console.WriteLine("| | kaal MB/s | meent MB/s | ratio | meent /s | hoogste MB RSS | hoogste MB eigen |\n|---|---|---|---|---|---|---|");
        foreach (var (naam, omvang, aantal, tegelijk) in Maten)
        {
            List<string> bewaard = [], urls = [];
            await Regel($"opslaan, {naam}", meent, omvang, aantal, tegelijk,
                async _ => Voeg(bewaard, await Kaalbestand.Stuur(kale, omvang)),
                async _ => Voeg(urls, omvang > 100 * Mega ? await documenten.InDelen(omvang) : await documenten.Heel(omvang)));
            await Regel($"ophalen, {naam}", meent, omvang, aantal, tegelijk, nummer => Haal(kale, bewaard[nummer], omvang), nummer => Haal(http, urls[nummer] + "/download", omvang));
        }
    }

    private static void Voeg(List<string> lijst, string url)
    {
        lock (lijst) lijst.Add(url);
    }

    private static async Task Haal(HttpClient http, string url, long omvang)
    {
        using var antwoord = await http.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute), HttpCompletionOption.ResponseHeadersRead);
        await using var stroom = await antwoord.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var gelezen = 0L;
        for (int hap; (hap = await stroom.ReadAsync(buffer)) > 0;) gelezen += hap;
        if (gelezen != omvang) throw new InvalidOperationException($"{url}: {gelezen} van {omvang} bytes");
    }

    private static async Task Regel(string naam, Proces meent, long omvang, int aantal, int tegelijk, Func<int, Task> kaal, Func<int, Task> doe)
    {
        var k = await Tijd(aantal, tegelijk, kaal);
        meent.VergeetHoogste();
        var (rss, eigen) = (0.0, 0.0);
        using var klaar = new CancellationTokenSource();
        var kijk = Task.Run(async () =>
        {
            while (!klaar.IsCancellationRequested)
            {
                eigen = Math.Max(eigen, meent.Megabytes.Eigen);
                await Task.Delay(20);
            }
        });
        var m = await Tijd(aantal, tegelijk, doe);
        await klaar.CancelAsync();
        await kijk;
        rss = meent.HoogsteRss;
        var mega = aantal * omvang / (double)Mega;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {naam} | {mega / k.TotalSeconds:0.0} | {mega / m.TotalSeconds:0.0} | {k / m:0.00} | {aantal / m.TotalSeconds:0.00} | {rss:0} | {eigen:0} |"));
    }

    private static async Task<TimeSpan> Tijd(int aantal, int tegelijk, Func<int, Task> doe)
    {
        var begin = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, aantal), new ParallelOptions { MaxDegreeOfParallelism = tegelijk }, async (nummer, _) => await doe(nummer));
        return Stopwatch.GetElapsedTime(begin);
    }
}
