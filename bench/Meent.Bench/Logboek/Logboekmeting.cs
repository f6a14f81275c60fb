using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Meent.Bench.Fsc;
using Meent.Data;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Bench.Logboek;

/// <summary>
/// How many records a logbook takes a second as it grows, over OTLP's own way in (500 a transaction), and how long the page of one person takes: each person
/// has a hundred records, spread over two years.
/// </summary>
internal static class Logboekmeting
{
    private const int PerTransactie = 500;
    private const int Tegelijk = 8;
    private const int PerPersoon = 100;
    private const int Pagina = 50;
    private static readonly TimeSpan Spreiding = TimeSpan.FromDays(730);

    public static async Task Voer(int regels, TimeSpan duur, string database)
    {
        await using var plek = await Plek.Maak(database);
        var organisatie = new Organisatie("org", "org", "00000001990000011000", "", null, "http://localhost/org", new HashSet<string> { Diensten.Logboek });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new OrganisatieLijst([organisatie])).AddData(plek.Opslag);
        await using var app = builder.Build();
        var store = await app.Services.GetRequiredService<Stores>().Get(organisatie);
        var personen = Math.Max(1, regels / PerPersoon);

        Console.WriteLine($"\n| logboek, {database}: regels | erbij /s | pagina van een persoon p50 ms | p99 ms | tweede pagina p50 ms | een maand p50 ms |\n|---|---|---|---|---|---|");
        var geschreven = 0;
        foreach (var tot in new[] { regels / 100, regels / 10, regels })
        {
            var (begin, vanaf) = (Stopwatch.GetTimestamp(), geschreven);
            await Parallel.ForEachAsync(Enumerable.Range(vanaf / PerTransactie, (tot - vanaf) / PerTransactie), new ParallelOptions { MaxDegreeOfParallelism = Tegelijk }, async (deel, stop) =>
            {
                var nieuw = Enumerable.Range(deel * PerTransactie, PerTransactie).Select(i => Regel(i, regels, personen)).ToList();
                await store.WriteBulk(session => session.Logboek(nieuw), stop);
            });
            geschreven = tot;
            var snelheid = (tot - vanaf) / Stopwatch.GetElapsedTime(begin).TotalSeconds;
            await plek.Onderhoud(organisatie.Slug);

            var eerste = await Lees(store, duur, tot, personen, vraag => vraag);
            var na = new Logplaats(TimeProvider.System.GetUtcNow() - (Spreiding / 2), 0);
            var tweede = await Lees(store, duur, tot, personen, vraag => vraag with { Na = na });
            var maand = await Lees(store, duur, tot, personen, vraag => vraag with { Vanaf = TimeProvider.System.GetUtcNow().AddDays(-400), Tot = TimeProvider.System.GetUtcNow().AddDays(-370) });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {tot} | {snelheid:0} | {eerste.P50:0.00} | {eerste.P99:0.0} | {tweede.P50:0.00} | {maand.P50:0.00} |"));
        }
    }

    private static async Task<Fscuitslag> Lees(Store store, TimeSpan duur, int regels, int personen, Func<Logvraag, Logvraag> anders)
    {
        var beurt = 0;
        return await Fsclast.Meet(1, duur, async () =>
        {
            var wie = (int)((uint)Interlocked.Increment(ref beurt) * 2_654_435_761 % Math.Min(personen, regels));
            await store.Read(session => session.Zoek(anders(new Logvraag(Pagina) { Betrokkene = Persoon(wie) })));
        }, Fscmeting.Processor);
    }

    // Records come in the order of time, so a log grows at its last month.
    private static Logregel Regel(int i, int regels, int personen)
    {
        var begin = TimeProvider.System.GetUtcNow() - (Spreiding * (1 - (i / (double)regels)));
        return new()
        {
            Spoor = new Spoor(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), null),
            Activiteit = $"urn:nld:oin:00000001990000011000:verwerkingsactiviteit:activiteit-{i % 40}",
            Naam = "Persoonsgegevens verstrekt",
            Begin = begin,
            Einde = begin,
            Betrokkene = Persoon(i % personen),
            Attributen = """{"meent.gegevens":"personen:naam personen:verblijfplaats"}""",
            Systeem = """{"service.name":"meent"}""",
        };
    }

    private static Pseudoniem Persoon(int nummer)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> bron = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bron, nummer);
        SHA256.HashData(bron, hash);
        return Pseudoniem.TryParse(Convert.ToHexStringLower(hash[..16]), LogboekAttributen.Bsn, out var pseudoniem) ? pseudoniem : throw new InvalidOperationException("Geen pseudoniem.");
    }
}
