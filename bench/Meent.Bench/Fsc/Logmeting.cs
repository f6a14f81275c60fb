using System.Globalization;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Bench.Fsc;

/// <summary>How many records of the transaction log a node makes durable in a second, by how many wait at once and over how many organisations.</summary>
internal static class Logmeting
{
    private static readonly (int Organisaties, int Tegelijk)[] Vormen = [(1, 1), (1, 16), (1, 64), (1, 256), (1, 1024), (4, 256), (16, 1024)];

    public static async Task Voer(TimeSpan duur, string database)
    {
        await using var plek = await Plek.Maak(database);
        List<Organisatie> organisaties = [.. Enumerable.Range(0, 16).Select(i => string.Create(CultureInfo.InvariantCulture, $"org{i}"))
            .Select(slug => new Organisatie(slug, slug, $"{slug,-20}", "", null, $"http://localhost/{slug}", new HashSet<string>()))];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new OrganisatieLijst(organisaties)).AddSingleton(new ApiClients([])).AddData(plek.Opslag).AddIntegration();
        await using var app = builder.Build();
        var log = app.Services.GetRequiredService<TransactieLog>();
        var claims = new TokenClaims($"$1$3${new string('x', 86)}", "groep", "00000001990000011000", "00000001990000035000", "personen", "https://inway.localhost:8443", 0, 0, "", null, null,
            System.Text.Json.JsonElement.Parse("""{"doelbinding.doelen":[{"id":"urn:nld:oin:00000001990000011000:verwerkingsactiviteit:inzien"}]}"""));

        Console.WriteLine($"\n| transactielog, {database}: organisaties | tegelijk | regels/s | p50 ms | p99 ms | CPU µs/regel |\n|---|---|---|---|---|---|");
        foreach (var (aantal, tegelijk) in Vormen)
        {
            var beurt = 0;
            async Task Schrijf() => await log.Schrijf(organisaties[Interlocked.Increment(ref beurt) % aantal],
                Transactie.Van(claims, Guid.CreateVersion7(), Transactie.Inkomend, null, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            await Fsclast.Meet(tegelijk, duur, Schrijf, Fscmeting.Processor);
            var uitslag = await Fsclast.Meet(tegelijk, duur, Schrijf, Fscmeting.Processor);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {aantal} | {tegelijk} | {uitslag.PerSeconde:0} | {uitslag.P50:0.00} | {uitslag.P99:0.0} | {uitslag.Cpu:0} |"));
        }
    }
}
