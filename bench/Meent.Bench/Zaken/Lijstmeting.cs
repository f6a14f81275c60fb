using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data.Modellen;
using Meent.Standards.Toegang;

namespace Meent.Bench.Zaken;

/// <summary>
/// What a list costs as the table grows: page 1, 100 and 1,000 by <c>next</c>, with the count, for clients that may see everything, half of the types,
/// the types of late, and a few. Flat growth is the point; a random page and the count of a filter may be linear, and are given per row.
/// </summary>
internal static class Lijstmeting
{
    private const int Keer = 60;
    private static readonly (int Pagina, string Naam)[] Paginas = [(1, "1"), (100, "100 via next"), (1000, "1.000 via next")];

    public static async Task Voer(int zaken, string database, string? map)
    {
        await using var plek = await Plek.Maak(database, map);
        var typen = await Lader.Vul(plek, zaken);
        await using var dienst = await Dienst.Start(plek.Opslag,
            Client("helft", typen.Take(25), Vertrouwelijkheidaanduiding.ZeerGeheim), Client("laatste", typen.Skip(37), "vertrouwelijk"), Client("enkele", [typen[3], typen[30]], "zaakvertrouwelijk"));
        Console.WriteLine($"| {zaken.ToString("N0", CultureInfo.InvariantCulture)} zaken, {database} | ziet | pagina | p50 ms | p99 ms |\n|---|---|---|---|---|");
        foreach (var client in new[] { "alles", "helft", "laatste", "enkele" })
        {
            using var http = Dienst.Client(client);
            foreach (var ordening in new[] { "", "ordering=-startdatum" }) await Bladeren(http, client, ordening);
        }

        using var alles = Dienst.Client("alles");
        using var helft = Dienst.Client("helft");
        await Regel(alles, "willekeurige pagina", "alles", $"zaken/api/v1/zaken?page={zaken / 200}", zaken / 2);
        await Regel(helft, "willekeurige pagina", "helft", $"zaken/api/v1/zaken?page={zaken / 400}", zaken / 4);
        await Regel(alles, "filter startdatum__gte", "alles", "zaken/api/v1/zaken?startdatum__gte=2025-01-01", zaken / 2);
        await Regel(helft, "filter startdatum__gte", "helft", "zaken/api/v1/zaken?startdatum__gte=2025-01-01", zaken / 2);
        await Regel(alles, "filter zaaktype", "alles", $"zaken/api/v1/zaken?zaaktype={Uri.EscapeDataString(typen[3])}", zaken / 50);
        await Regel(helft, "filter identificatie", "helft", "zaken/api/v1/zaken?identificatie=ZAAK-2026-0000000777", null);
        await Regel(alles, "filter identificatie", "alles", "zaken/api/v1/zaken?identificatie=ZAAK-2026-0000000777", null);
    }

    private static ApiClient Client(string id, IEnumerable<string> typen, string hoogste) =>
        new(id, Dienst.Geheim) { Autorisaties = [.. typen.Select(type => new Autorisatie("zrc", ["zaken.lezen"], type, hoogste))] };

    private static async Task Bladeren(HttpClient http, string client, string ordening)
    {
        var pad = $"zaken/api/v1/zaken?{ordening}";
        var (pagina, aantal) = (1, 0L);
        while (true)
        {
            if (Paginas.FirstOrDefault(p => p.Pagina == pagina).Naam is { } naam)
            {
                var (p50, p99) = await Tijd(http, pad);
                var blad = await http.GetFromJsonAsync<JsonElement>(pad);
                aantal = blad.GetProperty("count").GetInt64();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {client}{(ordening.Length > 0 ? ", " + ordening : "")} | {aantal:N0} | {naam} | {p50:0.00} | {p99:0.0} |"));
            }

            if (pagina == Paginas[^1].Pagina) return;
            var volgende = (await http.GetFromJsonAsync<JsonElement>(pad)).GetProperty("next").GetString();
            if (volgende is null) return;
            pad = volgende[volgende.IndexOf("zaken/api", StringComparison.Ordinal)..];
            pagina++;
        }
    }

    private static async Task Regel(HttpClient http, string naam, string client, string pad, int? rijen)
    {
        var (p50, p99) = await Tijd(http, pad);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {naam} | {client} | {(rijen is { } n ? $"{p50 * 1e6 / n:0} ns per rij" : "")} | {p50:0.00} | {p99:0.0} |"));
    }

    private static async Task<(double P50, double P99)> Tijd(HttpClient http, string pad)
    {
        for (var i = 0; i < 10; i++) await http.GetByteArrayAsync(new Uri(pad, UriKind.Relative));
        var tijden = new List<double>();
        for (var i = 0; i < Keer; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(new Uri(pad, UriKind.Relative));
            tijden.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        tijden.Sort();
        return (tijden[Keer / 2], tijden[(int)(Keer * 0.99)]);
    }
}
