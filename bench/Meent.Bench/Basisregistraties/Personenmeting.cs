using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration;
using Meent.Integration.Transport;
using Meent.Services;
using Meent.Services.Personen.Demo;
using Meent.Services.Personen.Invoer;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Connections.Features;

namespace Meent.Bench.Basisregistraties;

/// <summary>
/// The BRP with many persons: reading them in, one person by BSN beside a bare read of the same row in the same program, and the searches. Each answer of the API is
/// protocolled and logged; the bare one is not.
/// </summary>
internal static class Personenmeting
{
    private const int Poort = 18083;
    private const string Doel = "meting";
    private const string Velden = "\"fields\":[\"burgerservicenummer\",\"naam\",\"geboorte\"]";

    public static async Task Voer(int aantal, TimeSpan duur, string database, int[] verbindingen)
    {
        await using var plek = await Plek.Maak(database);
        await using var app = await Start(plek.Opslag);
        var organisatie = app.Services.GetRequiredService<OrganisatieLijst>().Alle.Single();
        var store = await app.Services.GetRequiredService<Stores>().Get(organisatie);
        await PersonenDemo.Vul(store);
        var begin = Stopwatch.GetTimestamp();
        using (var csv = new Personengenerator(aantal))
        {
            var verslag = await BrpImport.Lees(store, csv, TimeProvider.System, null, (regel, reden) => Console.Error.WriteLine($"{regel}: {reden}"), CancellationToken.None);
            var seconden = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{database}: {verslag.Personen} persons read in {seconden:0.0} s, {verslag.Personen / seconden:0} /s"));
        }

        await plek.Onderhoud(organisatie.Slug);
        var kop = $"Host: localhost\r\nAuthorization: {app.Services.GetRequiredService<InternClient>().Authorization(null)}\r\n{Headers.Verwerkingsactiviteit}: {organisatie.Verwerkingsactiviteit(Doel)}\r\n";
        var beurt = 0;
        int Wie() => (int)((uint)Interlocked.Increment(ref beurt) * 2_654_435_761 % aantal);
        (string Naam, Func<byte[]> Vraag)[] vragen =
        [
            ("by BSN, bare", () => Vraag("/kaal", kop, Personengenerator.Bsn(Wie()))),
            ("by BSN", () => Vraag(Pad, kop, $"{{\"type\":\"RaadpleegMetBurgerservicenummer\",\"burgerservicenummer\":[\"{Personengenerator.Bsn(Wie())}\"],{Velden}}}")),
            ("name and birth date", () =>
            {
                var i = Wie();
                return Vraag(Pad, kop, $"{{\"type\":\"ZoekMetGeslachtsnaamEnGeboortedatum\",\"geslachtsnaam\":\"{Personengenerator.Geslachtsnaam(i)}\",\"geboortedatum\":\"{Personengenerator.Geboren(i):yyyy-MM-dd}\",{Velden}}}");
            }),
            ("postcode and number", () =>
            {
                var (postcode, huisnummer) = Personengenerator.Adres(Wie());
                return Vraag(Pad, kop, $"{{\"type\":\"ZoekMetPostcodeEnHuisnummer\",\"postcode\":\"{postcode}\",\"huisnummer\":{huisnummer},{Velden}}}");
            }),
        ];
        foreach (var (naam, vraag) in vragen)
        {
            for (var keer = 0; keer < 20; keer++) await Probeer(naam, vraag());
        }

        Console.WriteLine("\n| | connections | /s | ratio to bare | p50 ms | p99 ms | faults |\n|---|---|---|---|---|---|---|");
        foreach (var gelijk in verbindingen)
        {
            var bare = 0.0;
            foreach (var (naam, vraag) in vragen)
            {
                await Belasting.Voer(Poort, gelijk, TimeSpan.FromSeconds(3), vraag, 200);
                var uitslag = await Belasting.Voer(Poort, gelijk, duur, vraag, 200);
                if (bare == 0) bare = uitslag.PerSeconde;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {naam} | {gelijk} | {uitslag.PerSeconde:0} | {uitslag.PerSeconde / bare:0.00} | {uitslag.P50:0.00} | {uitslag.P99:0.0} | {uitslag.Fouten} |"));
            }
        }
    }

    /// <summary>A refusal would be fast.</summary>
    private static async Task Probeer(string naam, byte[] vraag)
    {
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Poort);
        await tcp.GetStream().WriteAsync(vraag);
        var antwoord = new byte[8192];
        var tekst = Encoding.UTF8.GetString(antwoord, 0, await tcp.GetStream().ReadAsync(antwoord));
        if (!tekst.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException($"{naam}: {tekst}");
    }

    private static string Pad => Diensten.Pad(Diensten.Personen) + "/personen";

    private static byte[] Vraag(string pad, string kop, string body) =>
        Encoding.UTF8.GetBytes($"POST {pad} HTTP/1.1\r\n{kop}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");

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
        app.MapServices();
        app.MapPost("/kaal", (RequestDelegate)Kaal);
        await app.StartAsync();
        var store = await app.Services.GetRequiredService<Stores>().Get(organisatie);
        await store.Write(session => Register.Voeg(session, new Versie(
            Guid.CreateVersion7(), 1, organisatie.Verwerkingsactiviteit(Doel), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch,
            new Activiteit
            {
                Naam = "Meting",
                Doel = "Meting.",
                Grondslag = Grondslag.PubliekeTaak,
                Gegevens = ["personen:*", "scope:personen.ZoekMetGeslachtsnaamEnGeboortedatum", "scope:personen.ZoekMetPostcodeEnHuisnummer"],
            })));
        return app;
    }

    /// <summary>The row as it is kept, and nothing else.</summary>
    private static async Task Kaal(HttpContext http)
    {
        using var lezer = new StreamReader(http.Request.Body);
        var bsn = await lezer.ReadToEndAsync();
        var store = await http.RequestServices.GetRequiredService<Stores>().Get(http.Organisatie());
        var body = await store.Read(session => session.One("SELECT body FROM personen_personen WHERE bsn = $1", row => row.Text(0), bsn), http.RequestAborted);
        var bytes = Encoding.UTF8.GetBytes(body!);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private sealed class Eindpunt : IConnectionEndPointFeature
    {
        public EndPoint? LocalEndPoint { get; set; }
        public EndPoint? RemoteEndPoint { get; set; }
    }
}
