using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration;
using Meent.Integration.Transport;
using Meent.Services;
using Meent.Services.Logboek;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Connections.Features;

namespace Meent.Bench.Logboek;

/// <summary>
/// What the log costs of an answer about persons: one endpoint that reads, writes and answers as the BRP API does, with its record and without it, in turns. The API itself
/// answers about at most twenty; a hundred is what a list of rollen gives.
/// </summary>
internal static class Vastlegmeting
{
    private const int Poort = 18082;
    private const int Personen = 2_000;
    private static readonly string[] Velden = ["burgerservicenummer", "naam", "verblijfplaats"];

    public static async Task Voer(TimeSpan duur, string database, int[] verbindingen, int[] aantallen)
    {
        await using var plek = await Plek.Maak(database);
        await using var app = await Start(plek.Opslag);
        var organisatie = app.Services.GetRequiredService<OrganisatieLijst>().Alle.Single();
        await Vul(await app.Services.GetRequiredService<Stores>().Get(organisatie));
        await plek.Onderhoud(organisatie.Slug);
        var kop = $"Host: localhost\r\nAuthorization: {app.Services.GetRequiredService<InternClient>().Authorization(null)}\r\n{Headers.Verwerkingsactiviteit}: {organisatie.Verwerkingsactiviteit("toeristische-verhuur-toezicht")}\r\n";

        Console.WriteLine($"\n| {database}: persons | connections | without /s | with /s | ratio | without p50 ms | with p50 ms | with p99 ms | faults |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var aantal in aantallen)
        {
            await Probeer(kop, aantal);
            await Belasting.Voer(Poort, 8, TimeSpan.FromSeconds(2), Vragen("met", aantal, kop), 200);
            await Belasting.Voer(Poort, 8, TimeSpan.FromSeconds(2), Vragen("zonder", aantal, kop), 200);
            foreach (var gelijk in verbindingen)
            {
                // Twice in turns: what else the machine does hits both.
                var zonder = new List<Uitslag>();
                var met = new List<Uitslag>();
                for (var keer = 0; keer < 2; keer++)
                {
                    zonder.Add(await Belasting.Voer(Poort, gelijk, duur, Vragen("zonder", aantal, kop), 200));
                    met.Add(await Belasting.Voer(Poort, gelijk, duur, Vragen("met", aantal, kop), 200));
                }

                var (a, b) = (zonder.Average(u => u.PerSeconde), met.Average(u => u.PerSeconde));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {aantal} | {gelijk} | {a:0} | {b:0} | {b / a:0.00} | {zonder.Average(u => u.P50):0.00} | {met.Average(u => u.P50):0.00} | {met.Max(u => u.P99):0.0} | {zonder.Concat(met).Sum(u => u.Fouten)} |"));
            }
        }
    }

    /// <summary>A refusal would be fast.</summary>
    private static async Task Probeer(string kop, int aantal)
    {
        using var http = new HttpClient();
        foreach (var pad in (string[])["met", "zonder"])
        {
            using var vraag = new HttpRequestMessage(HttpMethod.Post, $"http://localhost:{Poort}/{pad}") { Content = JsonContent.Create(Enumerable.Range(0, aantal).Select(Bsn)) };
            foreach (var regel in kop.Split("\r\n").Skip(1).Where(regel => regel.Length > 0)) vraag.Headers.TryAddWithoutValidation(regel.Split(": ", 2)[0], regel.Split(": ", 2)[1]);
            using var antwoord = await http.SendAsync(vraag);
            if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
        }
    }

    private static Func<byte[]> Vragen(string pad, int aantal, string kop)
    {
        var beurt = 0;
        return () =>
        {
            var eerste = (int)((uint)Interlocked.Increment(ref beurt) * 2_654_435_761 % (Personen - aantal + 1));
            var body = JsonSerializer.Serialize(Enumerable.Range(eerste, aantal).Select(Bsn));
            return Encoding.UTF8.GetBytes($"POST /{pad} HTTP/1.1\r\n{kop}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        };
    }

    private static async Task<WebApplication> Start(OpslagOptions opslag)
    {
        var organisatie = new Organisatie("org", "org", "00000001990000011000", "", "9901", "http://localhost/org", new HashSet<string> { Diensten.Personen, Diensten.Logboek, Diensten.Verwerkingsregister });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Poort));
        builder.Services.AddSingleton(new OrganisatieLijst([organisatie])).AddSingleton(new ApiClients([]));
        builder.Services.AddData(opslag).AddServices();
        builder.Services.AddTransport();
        var app = builder.Build();
        app.UseProblemen();
        app.Use((http, next) =>
        {
            http.ZetOrganisatie(organisatie);
            http.Features.Set<IConnectionEndPointFeature>(new Eindpunt { LocalEndPoint = new MemoryEndPoint(Herkomst.Intern) });
            return next(http);
        });
        app.UseServices();
        app.UseRouting();
        app.MapPost("/met", (HttpContext http) => Antwoord(http, metLog: true));
        app.MapPost("/zonder", (HttpContext http) => Antwoord(http, metLog: false));
        await app.StartAsync();
        await VerwerkingsregisterDemo.Vul(await app.Services.GetRequiredService<Stores>().Get(organisatie), TimeProvider.System);
        return app;
    }

    /// <summary>As <c>Verstrekking</c> does it: the answer is written while its record is made durable.</summary>
    private static async Task Antwoord(HttpContext http, bool metLog)
    {
        var (diensten, stop) = (http.RequestServices, http.RequestAborted);
        var aanroep = await diensten.GetRequiredService<Aanroepen>().Van(http);
        var bsns = (await JsonSerializer.DeserializeAsync<string[]>(http.Request.Body, cancellationToken: stop))!;
        var vraag = new Personenvraag(Vraagtype.Raadpleeg, bsns, new Dictionary<Parameter, string>(), Velden);
        var doel = Machtiging.Controleer(aanroep, vraag);
        var begin = TimeProvider.System.GetUtcNow();
        var store = await diensten.GetRequiredService<Stores>().Get(aanroep.Organisatie);
        var waarden = await diensten.GetRequiredService<Tabelopslag>().Van(store, stop);
        var gevonden = await store.Read(session => session.Vind(bsns, null), stop);
        if (gevonden.Count != bsns.Length) throw new InvalidOperationException("Niet iedereen is gevonden.");
        var selectie = Selectie.Van(vraag.Type.Velden, Velden);
        var levering = new Levering("Persoonsgegevens verstrekt", vraag.Zoekrubrieken, selectie.Rubrieken, Velden.Select(v => "personen:" + v), []);
        var vastgelegd = metLog ? diensten.GetRequiredService<Vastlegging>().Leg(store, aanroep, doel, levering, gevonden, begin, stop) : ValueTask.FromResult(0);
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer, JsonVormen.Schrijfwijze))
        {
            json.WriteStartArray();
            foreach (var persoon in gevonden)
            {
                using var lijst = Persoonslijst.Lees(persoon.Body);
                selectie.Schrijf(json, new PersoonBron(lijst, waarden, DateOnly.FromDateTime(begin.Date)));
            }

            json.WriteEndArray();
        }

        await vastgelegd;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = buffer.Length;
        await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
    }

    /// <summary>Copies of one invented person, under numbers that nobody has.</summary>
    private static async Task Vul(Store store)
    {
        await PersonenDemo.Vul(store);
        var voorbeeld = await store.Read(session => session.One("SELECT anummer, bsn, body FROM personen_personen WHERE bsn IS NOT NULL ORDER BY bsn LIMIT 1", row => (row.Text(0), row.Text(1), row.Text(2))));
        await store.WriteBulk(async session =>
        {
            for (var i = 0; i < Personen; i++)
            {
                var body = voorbeeld.Item3.Replace(voorbeeld.Item1, $"{1_000_000_000L + i}", StringComparison.Ordinal).Replace(voorbeeld.Item2, Bsn(i), StringComparison.Ordinal);
                await session.Zet(Persoonsrij.Van(Encoding.UTF8.GetBytes(body))!);
            }

            return Personen;
        });
    }

    private static string Bsn(int i) => $"{900_000_000 + i}";

    private sealed class Eindpunt : IConnectionEndPointFeature
    {
        public EndPoint? LocalEndPoint { get; set; }
        public EndPoint? RemoteEndPoint { get; set; }
    }
}
