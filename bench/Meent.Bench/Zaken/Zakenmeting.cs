using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Meent.Bench.Zaken;

/// <summary>
/// Meent and the bare endpoint on the same engine and the same rows, in one run on one machine: GET zaak by id, list of 100 and POST zaak at 1, 16 and
/// 64 connections. Ratios decide; absolute figures are those of the machine.
/// </summary>
internal static class Zakenmeting
{
    private const int KalePoort = 18081;
    private const int Rondes = 3;
    private static readonly TimeSpan Opwarmen = TimeSpan.FromSeconds(8);

    public static async Task Voer(int zaken, TimeSpan duur, string database, string? map)
    {
        await using var plek = await Plek.Maak(database, map);
        var zaaktype = (await Lader.Vul(plek, zaken))[0];
        var kopie = await plek.Kopieer(Dienst.Slug);
        await using var meent = Proces.Meent([.. plek.Instellingen, $"Meent:Basis=http://localhost:{Dienst.Poort}", $"Meent:Luister:0=http://127.0.0.1:{Dienst.Poort}",
            "Meent:Fsc:Poort=18443", "Meent:Clients:0:Id=bench", $"Meent:Clients:0:Geheim={Dienst.Geheim}", $"Meent:Clients:0:Organisatie={Dienst.Slug}",
            // As an installation runs, not as a demo.
            "ENVIRONMENT=Production",
            // Counted, but out of reach: what a request costs is measured, not how many are let in.
            "Meent:Limieten:PerClient=1000000", "Meent:Limieten:PerOrganisatie=1000000"]);
        await using var kaal = new Proces("Meent.Bench", "kaal", $"poort={KalePoort}", $"bestand={kopie}", $"database={database}");
        await meent.Antwoordt($"http://localhost:{Dienst.Poort}/ready");
        await kaal.Antwoordt($"http://127.0.0.1:{KalePoort}/live");
        await Tabel(zaaktype, await Ids(), duur);
    }

    private static async Task Tabel(string zaaktype, IReadOnlyList<string> ids, TimeSpan duur)
    {
        Console.WriteLine("| | verbindingen | kaal /s | meent /s | ratio | kaal p50 ms | meent p50 ms | meent p99 ms | fouten |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var post = Lader.Zaak(zaaktype);
        foreach (var verbindingen in new[] { 1, 16, 64 })
        {
            await Paar("GET zaak", verbindingen, duur, "GET", [.. ids.Select(id => $"/zaken/{id}")]);
            await Paar("lijst van 100", verbindingen, duur, "GET", ["/zaken"]);
            await Paar("POST zaak", verbindingen, duur, "POST", ["/zaken"], post);
        }
    }

    /// <summary>Round by round, so that what else the machine does falls on both; the middle of the rounds counts, after a first to warm up.</summary>
    private static async Task Paar(string naam, int verbindingen, TimeSpan duur, string methode, IReadOnlyList<string> paden, string? body = null)
    {
        var verwacht = methode == "GET" ? 200 : 201;
        var kaal = paden.Select(pad => Dienst.Vraag(methode, pad, "bench", body)).ToList();
        var meent = paden.Select(pad => Dienst.Vraag(methode, $"/{Dienst.Slug}/zaken/api/v1{pad}", "bench", body)).ToList();
        List<(Uitslag Kaal, Uitslag Meent)> rondes = [];
        for (var ronde = 0; ronde <= Rondes; ronde++)
        {
            // The runtime compiles what is hot once more, in the background: both have to be through that.
            var lang = ronde == 0 ? Opwarmen : duur;
            rondes.Add((await Belasting.Voer(KalePoort, verbindingen, lang, () => kaal[RandomNumberGenerator.GetInt32(kaal.Count)], verwacht),
                await Belasting.Voer(Dienst.Poort, verbindingen, lang, () => meent[RandomNumberGenerator.GetInt32(meent.Count)], verwacht)));
        }

        rondes.RemoveAt(0);
        var (k, m) = (Midden(rondes.Select(r => r.Kaal)), Midden(rondes.Select(r => r.Meent)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {naam} | {verbindingen} | {k.PerSeconde:0} | {m.PerSeconde:0} | {m.PerSeconde / k.PerSeconde:0.00} | {k.P50:0.00} | {m.P50:0.00} | {m.P99:0.0} | {k.Fouten + m.Fouten} |"));
    }

    private static Uitslag Midden(IEnumerable<Uitslag> rondes) => rondes.OrderBy(r => r.PerSeconde).ElementAt(Rondes / 2);

    private static async Task<IReadOnlyList<string>> Ids()
    {
        using var http = Dienst.Client("bench");
        var ids = new List<string>();
        var pad = "zaken/api/v1/zaken?pageSize=500";
        while (pad is not null && ids.Count < 20_000)
        {
            var blad = await http.GetFromJsonAsync<JsonElement>(pad);
            ids.AddRange(blad.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("uuid").GetString()!));
            pad = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("zaken/api", StringComparison.Ordinal)..] : null;
        }

        return ids;
    }
}
