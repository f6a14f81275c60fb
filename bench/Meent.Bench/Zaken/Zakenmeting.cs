using System.Globalization;

namespace Meent.Bench.Zaken;

/// <summary>
/// Meent and the bare endpoint on the same engine and the same rows, in one run on one machine, at 1, 16 and 64 connections. Ratios decide; absolute
/// figures are those of the machine.
/// </summary>
internal static class Zakenmeting
{
    private const int KalePoort = 18081;
    private const int Rondes = 3;
    private static readonly TimeSpan Opwarmen = TimeSpan.FromSeconds(8);
    private const int HoogstensWarm = 4;

    /// <param name="vragen">What is asked, once Meent runs.</param>
    public static async Task Voer(int zaken, TimeSpan duur, string database, string? map, Func<IReadOnlyList<string>, Task<IReadOnlyList<Meting>>> vragen, Meetkeuze keuze)
    {
        await using var plek = await Plek.Maak(database, map);
        var zaaktypen = await Lader.Vul(plek, zaken);
        var kopie = await plek.Kopieer(Dienst.Slug);
        await using var meent = Proces.Meent([.. plek.Instellingen, $"Meent:Basis=http://localhost:{Dienst.Poort}", $"Meent:Luister:0=http://127.0.0.1:{Dienst.Poort}",
            "Meent:Fsc:Poort=18443", .. Client(0, "bench", alles: true), .. Client(1, Zaakvragen.Beperkt, alles: false),
            // As an installation runs, not as a demo.
            "ENVIRONMENT=Production",
            // Counted, but out of reach: what a request costs is measured, not how many are let in.
            "Meent:Limieten:PerClient=1000000", "Meent:Limieten:PerOrganisatie=1000000"]);
        await using var kaal = new Proces("Meent.Bench", "kaal", $"poort={KalePoort}", $"bestand={kopie}", $"database={database}");
        await meent.Antwoordt($"http://localhost:{Dienst.Poort}/ready");
        await kaal.Antwoordt($"http://127.0.0.1:{KalePoort}/live");

        Console.WriteLine("| | verbindingen | kaal /s | meent /s | ratio | kaal p50 ms | meent p50 ms | meent p99 ms | kaal cpu µs | meent cpu µs | fouten |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var metingen = await vragen(zaaktypen);
        foreach (var verbindingen in keuze.Verbindingen)
        {
            foreach (var meting in metingen.Where(m => m.Naam.StartsWith(keuze.Alleen, StringComparison.Ordinal))) await Paar(meting, verbindingen, duur, kaal, meent);
        }
    }

    private static string[] Client(int nummer, string id, bool alles) =>
        [$"Meent:Clients:{nummer}:Id={id}", $"Meent:Clients:{nummer}:Geheim={Dienst.Geheim}", $"Meent:Clients:{nummer}:Organisatie={Dienst.Slug}", $"Meent:Clients:{nummer}:AlleAutorisaties={alles}"];

    /// <summary>Round by round, so that what else the machine does falls on both; the middle of the rounds counts, after a first to warm up.</summary>
    private static async Task Paar(Meting meting, int verbindingen, TimeSpan duur, Proces kaal, Proces meent)
    {
        List<(Uitslag Kaal, Uitslag Meent)> rondes = [];
        for (var ronde = 0; ronde <= Rondes; ronde++)
        {
            // The runtime compiles what is hot once more, in the background: both have to be through that.
            var lang = ronde == 0 ? duur * HoogstensWarm < Opwarmen ? duur * HoogstensWarm : Opwarmen : duur;
            rondes.Add((await Last(kaal, KalePoort, meting.Kaal), await Last(meent, Dienst.Poort, meting.Meent)));

            async Task<Uitslag> Last(Proces proces, int poort, Func<byte[]> vraag)
            {
                var begin = proces.Processor;
                var uitslag = await Belasting.Voer(poort, verbindingen, lang, vraag, meting.Verwacht);
                return uitslag with { Processor = (proces.Processor - begin).TotalMicroseconds / (uitslag.PerSeconde * lang.TotalSeconds) };
            }
        }

        rondes.RemoveAt(0);
        var (k, m) = (Midden(rondes.Select(r => r.Kaal)), Midden(rondes.Select(r => r.Meent)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {meting.Naam} | {verbindingen} | {k.PerSeconde:0} | {m.PerSeconde:0} | {m.PerSeconde / k.PerSeconde:0.00} | {k.P50:0.00} | {m.P50:0.00} | {m.P99:0.0} | {k.Processor:0} | {m.Processor:0} | {k.Fouten + m.Fouten} |"));
    }

    private static Uitslag Midden(IEnumerable<Uitslag> rondes) => rondes.OrderBy(r => r.PerSeconde).ElementAt(Rondes / 2);
}

/// <summary>An operation of Meent, and what it is held against: each makes the bytes of the next request.</summary>
internal sealed record Meting(string Naam, Func<byte[]> Kaal, Func<byte[]> Meent, int Verwacht);

/// <summary>Which of the operations, by the beginning of their name, and with how many connections.</summary>
internal sealed record Meetkeuze(string Alleen, IReadOnlyList<int> Verbindingen);
