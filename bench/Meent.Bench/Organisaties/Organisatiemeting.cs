using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Standards.Identificaties;
using Meent.Standards.Toegang;

namespace Meent.Bench.Organisaties;

/// <summary>Many organisations in one process: what a start costs, what an idle node costs, and what is left after all of them were in use.</summary>
internal static class Organisatiemeting
{
    private const int Poort = 18080;
    private const string Basis = "http://localhost:18080";
    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(20);
    private static readonly string Geheim = new('g', 48);

    public static async Task Voer(int aantal, string database)
    {
        await using var plek = await Plek.Maak(database);
        var configuratie = Path.Combine(plek.Map, "organisaties.json");
        await File.WriteAllTextAsync(configuratie, Configuratie(aantal));
        Console.WriteLine($"| {aantal} organisaties, {database} | na | MB RSS | MB eigen | handles | threads | PostgreSQL-verbindingen | processor |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        await Start("eerste start", plek, configuratie, async meent =>
        {
            var klok = Stopwatch.StartNew();
            await Gebruik(aantal);
            await Regel("alle een keer gebruikt", klok.Elapsed, plek, meent);
            await Idle("rust daarna (30 s sluiten, dan 20 s)", plek, meent, TimeSpan.FromSeconds(65));
        });
        await Start("tweede start", plek, configuratie, _ => Task.CompletedTask);
    }

    private static async Task Start(string naam, Plek plek, string configuratie, Func<Proces, Task> verder)
    {
        await using var meent = new Proces("meent", ["--config", configuratie, .. plek.Instellingen.Append("Meent:Fsc:Poort=18443").SelectMany(i => new[] { "--set", i })]);
        await Regel(naam, await meent.Antwoordt($"{Basis}/ready"), plek, meent);
        await Idle($"{naam}: rust", plek, meent, TimeSpan.FromSeconds(5));
        await verder(meent);
        await meent.Stop();
    }

    /// <summary>Waits, and then measures what doing nothing costs.</summary>
    private static async Task Idle(string naam, Plek plek, Proces meent, TimeSpan eerst)
    {
        var aanloop = meent.Processor;
        await Task.Delay(eerst);
        var voor = meent.Processor;
        await Task.Delay(Rust);
        var gebruikt = meent.Processor - voor;
        await Regel(naam, eerst + Rust, plek, meent, string.Create(CultureInfo.InvariantCulture,
            $"{gebruikt.TotalMilliseconds / Rust.TotalMilliseconds:0.00%} van een kern; daarvoor {(voor - aanloop).TotalSeconds:0.0} s"));
    }

    private static async Task Regel(string naam, TimeSpan duur, Plek plek, Proces meent, string? processor = null)
    {
        var (rss, eigen) = meent.Megabytes;
        var verbindingen = await plek.Verbindingen();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {naam} | {duur.TotalSeconds:0.00} s | {rss:0} | {eigen:0} | {meent.Handles} | {meent.Threads} | {verbindingen} | {processor ?? $"{meent.Processor.TotalSeconds:0.0} s"} |"));
    }

    /// <summary>One request to each organisation, which opens its database.</summary>
    private static async Task Gebruik(int aantal)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ZgwJwt.Maak("bench", Encoding.UTF8.GetBytes(Geheim), TimeProvider.System.GetUtcNow(), "", ""));
        http.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        await Parallel.ForEachAsync(Enumerable.Range(0, aantal), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, stop) =>
            await http.GetStringAsync(new Uri($"{Basis}/{Slug(i)}/zaken/api/v1/zaken"), stop));
    }

    private static string Configuratie(int aantal) => JsonSerializer.Serialize(new
    {
        Meent = new
        {
            Basis,
            Luister = new[] { $"http://127.0.0.1:{Poort}" },
            Organisaties = Rsins().Take(aantal).Select((rsin, i) => new { Slug = Slug(i), Naam = $"Gemeente {i + 1}", Oin = $"00000001{rsin}000", Rsin = rsin, Gemeentecode = $"{i + 1:D4}" }),
            Clients = Enumerable.Range(0, aantal).Select(i => new { Id = "bench", Geheim, Organisatie = Slug(i) }),
        },
    });

    private static string Slug(int i) => $"gemeente-{i + 1}";

    private static IEnumerable<string> Rsins() => Enumerable.Range(990_100_000, 9_000).Select(n => n.ToString(CultureInfo.InvariantCulture)).Where(n => Rsin.IsGeldig(n));
}
