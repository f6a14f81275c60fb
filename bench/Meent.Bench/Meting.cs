using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Standards.Toegang;

namespace Meent.Bench;

/// <summary>
/// Meent and the bare endpoint on the same database, in one run on one machine: GET zaak by id and list of 100 at 1, 16 and 64 connections, and
/// POST zaak. Ratios decide; absolute figures are those of the machine.
/// </summary>
internal static class Meting
{
    private const int Poort = 18080;
    private const int KalePoort = 18081;
    private const string Geheim = "0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly string Token = ZgwJwt.Maak("bench", Encoding.UTF8.GetBytes(Geheim), TimeProvider.System.GetUtcNow(), "", "");

    public static async Task Voer(int zaken, TimeSpan duur)
    {
        var map = Directory.CreateTempSubdirectory("meent-bench-").FullName;
        using var meent = Start("meent", ["--set", $"Meent:Data={map}", "--set", $"Meent:Basis=http://localhost:{Poort}", "--set", $"Meent:Luister:0=http://127.0.0.1:{Poort}",
            "--set", "Meent:Fsc:Poort=18443", "--set", "Meent:Clients:0:Id=bench", "--set", $"Meent:Clients:0:Geheim={Geheim}", "--set", "Meent:Clients:0:Organisatie=duinwaarde",
            // Counted, but out of reach: what a request costs is measured, not how many are let in.
            "--set", "Meent:Limieten:PerClient=1000000", "--set", "Meent:Limieten:PerOrganisatie=1000000"]);
        try
        {
            var (zaaktype, ids) = await Vul(zaken);
            using var kaal = Start("Meent.Bench", ["kaal", $"poort={KalePoort}", $"bestand={Path.Combine(map, "duinwaarde", "meent.db")}"]);
            try
            {
                await Wacht(KalePoort);
                await Tabel(zaaktype, ids, duur);
            }
            finally
            {
                kaal.Kill();
            }
        }
        finally
        {
            meent.Kill();
            await meent.WaitForExitAsync();
            Directory.Delete(map, recursive: true);
        }
    }

    private static async Task Tabel(string zaaktype, IReadOnlyList<string> ids, TimeSpan duur)
    {
        Console.WriteLine("| | verbindingen | kaal /s | meent /s | ratio | kaal p50 ms | meent p50 ms | meent p99 ms | fouten |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var verbindingen in new[] { 1, 16, 64 })
        {
            await Paar("GET zaak", verbindingen, duur, id => $"/zaken/{id}", ids);
            await Paar("lijst van 100", verbindingen, duur, _ => "/zaken", ids);
            var post = Vraag("POST", "/duinwaarde/zaken/api/v1/zaken", JsonSerializer.Serialize(Zaak(zaaktype)));
            await Regel("POST zaak", verbindingen, null, await Belasting.Voer(Poort, verbindingen, duur, () => post, 201));
        }
    }

    private static async Task Paar(string naam, int verbindingen, TimeSpan duur, Func<string, string> pad, IReadOnlyList<string> ids)
    {
        var kaal = ids.Select(id => Vraag("GET", pad(id))).ToList();
        var meent = ids.Select(id => Vraag("GET", "/duinwaarde/zaken/api/v1" + pad(id))).ToList();
        // Twice, alternating; the second of each counts, when caches and the compiler are warm.
        Uitslag eerst = null!, dan = null!;
        for (var ronde = 0; ronde < 2; ronde++)
        {
            eerst = await Belasting.Voer(KalePoort, verbindingen, duur, () => kaal[RandomNumberGenerator.GetInt32(kaal.Count)], 200);
            dan = await Belasting.Voer(Poort, verbindingen, duur, () => meent[RandomNumberGenerator.GetInt32(meent.Count)], 200);
        }

        await Regel(naam, verbindingen, eerst, dan);
    }

    private static Task Regel(string naam, int verbindingen, Uitslag? kaal, Uitslag meent) => Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
        $"| {naam} | {verbindingen} | {kaal?.PerSeconde:0} | {meent.PerSeconde:0} | {(kaal is null ? null : meent.PerSeconde / kaal.PerSeconde):0.00} | {kaal?.P50:0.00} | {meent.P50:0.00} | {meent.P99:0.0} | {meent.Fouten} |"));

    private static async Task<(string Zaaktype, IReadOnlyList<string> Ids)> Vul(int aantal)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Poort}/duinwaarde/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        http.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        await Wacht(Poort);
        JsonElement typen;
        while ((typen = await http.GetFromJsonAsync<JsonElement>("catalogi/api/v1/zaaktypen")).GetProperty("count").GetInt32() == 0) await Task.Delay(500);
        var zaaktype = typen.GetProperty("results")[0].GetProperty("url").GetString()!;

        var post = Vraag("POST", "/duinwaarde/zaken/api/v1/zaken", JsonSerializer.Serialize(Zaak(zaaktype)));
        var klok = Stopwatch.StartNew();
        var gedaan = (await http.GetFromJsonAsync<JsonElement>("zaken/api/v1/zaken?pageSize=1")).GetProperty("count").GetInt32();
        while (gedaan < aantal)
        {
            await Belasting.Voer(Poort, 64, TimeSpan.FromSeconds(2), () => post, 201);
            gedaan = (await http.GetFromJsonAsync<JsonElement>("zaken/api/v1/zaken?pageSize=1")).GetProperty("count").GetInt32();
            await Console.Error.WriteAsync($"\r{gedaan} van {aantal} zaken");
        }

        await Console.Error.WriteLineAsync($", {gedaan / klok.Elapsed.TotalSeconds:0} per seconde");
        var ids = new List<string>();
        var pad = "zaken/api/v1/zaken?pageSize=500";
        while (pad is not null && ids.Count < 20_000)
        {
            var blad = await http.GetFromJsonAsync<JsonElement>(pad);
            ids.AddRange(blad.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("uuid").GetString()!));
            pad = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("zaken/api", StringComparison.Ordinal)..] : null;
        }

        return (zaaktype, ids);
    }

    private static object Zaak(string zaaktype) => new
    {
        bronorganisatie = "990000011",
        verantwoordelijkeOrganisatie = "990000011",
        zaaktype,
        startdatum = "2026-06-01",
        omschrijving = "Meting van de snelheid",
        toelichting = new string('x', 400),
    };

    private static byte[] Vraag(string methode, string pad, string? body = null) => Encoding.UTF8.GetBytes(
        $"{methode} {pad} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token}\r\nAccept-Crs: EPSG:4326\r\nContent-Crs: EPSG:4326\r\n{(body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")}\r\n{body}");

    private static async Task Wacht(int poort)
    {
        using var http = new HttpClient();
        for (var poging = 0; ; poging++)
        {
            try
            {
                using var antwoord = await http.GetAsync(new Uri($"http://127.0.0.1:{poort}/live"));
                return;
            }
            catch (HttpRequestException) when (poging < 120)
            {
                await Task.Delay(500);
            }
        }
    }

    private static System.Diagnostics.Process Start(string programma, IEnumerable<string> argumenten)
    {
        var proces = System.Diagnostics.Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, programma), argumenten) { RedirectStandardOutput = true })!;
        proces.BeginOutputReadLine();
        return proces;
    }
}
