using System.Globalization;
using System.Net;

namespace Meent.Bench.Fsc;

/// <summary>
/// The Inway, and Outway to Inway, against bare YARP over the same mTLS and the same service: with nothing to do, and with one durable append a hop; nginx,
/// where it is installed, beside them. All on one machine, load generator included: trust the ratios.
/// </summary>
internal static class Fscmeting
{
    private const int Rondes = 3;
    private const string Kaal = "kale YARP, één hop", KaalLog = "kale YARP + 1 duurzame regel, één hop";
    private const string Kaal2 = "kale YARP, twee hops", KaalLog2 = "kale YARP + 2 duurzame regels, twee hops";

    // The runtime compiles what is hot once more, in the background.
    private static readonly TimeSpan Opwarmen = TimeSpan.FromSeconds(6);

    private sealed record Meting(string Naam, string Tegen, string Zonder, Func<Task> Vraag);

    /// <param name="lichamen">Sizes of the answer in bytes.</param>
    public static async Task Voer(IReadOnlyList<int> verbindingen, IReadOnlyList<int> lichamen, TimeSpan duur)
    {
        await using var opstelling = await Fscopstelling.Start();
        await using var http2 = await Fscopstelling.Start(http2: true);
        var (token, client, client2) = (opstelling.Token(), opstelling.Client(await opstelling.SluitContract()), http2.Client(await http2.SluitContract()));
        using var nginx = Nginx.Start(opstelling);
        if (nginx is null) Console.WriteLine("Zonder nginx: dat is hier niet geïnstalleerd (Debian: nginx-light).");
        using var buiten = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        var hop = opstelling.NaarInway;

        foreach (var lichaam in lichamen)
        {
            var vraag = $"?bytes={lichaam.ToString(CultureInfo.InvariantCulture)}";
            List<Meting> metingen =
            [
                new("de dienst zelf over mTLS, zonder hop", "", "", () => Vraag(hop, opstelling.KaalTls("/zelf" + vraag))),
                new(Kaal, "", "", () => Vraag(hop, opstelling.KaalTls("/kaal" + vraag))),
                new(KaalLog, "", Kaal, () => Vraag(hop, opstelling.KaalTls("/log" + vraag))),
                new("Inway", KaalLog, Kaal, () => Vraag(hop, new(opstelling.Inway + vraag), token)),
                new(Kaal2, "", "", () => Vraag(buiten, opstelling.KaalHttp("/kaal" + vraag))),
                new(KaalLog2, "", Kaal2, () => Vraag(buiten, opstelling.KaalHttp("/log" + vraag))),
                new("Outway → Inway", KaalLog2, Kaal2, () => Vraag(buiten, new(opstelling.Outway + vraag), client)),
                new("Outway → Inway, daartussen HTTP/2", KaalLog2, Kaal2, () => Vraag(buiten, new(http2.Outway + vraag), client2)),
            ];
            if (nginx is not null)
            {
                metingen.Add(new("nginx, één hop (dienst over TCP)", "", Kaal, () => Vraag(hop, nginx.Inway(vraag))));
                metingen.Add(new("nginx, twee hops (dienst over TCP)", "", Kaal2, () => Vraag(buiten, nginx.Outway(vraag))));
            }

            foreach (var aantal in verbindingen) await Tabel(lichaam, aantal, metingen, duur, () => Processor() + (nginx?.Processor ?? default));
        }
    }

    public static TimeSpan Processor()
    {
        using var zelf = System.Diagnostics.Process.GetCurrentProcess();
        return zelf.TotalProcessorTime;
    }

    public static Fscuitslag Midden(List<Fscuitslag> rondes) => rondes.OrderBy(r => r.PerSeconde).ElementAt(rondes.Count / 2);

    public static async Task<byte[]> Vraag(HttpMessageInvoker client, Uri adres, Action<HttpRequestMessage>? zet = null)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, adres);
        zet?.Invoke(verzoek);
        using var antwoord = await client.SendAsync(verzoek, CancellationToken.None);
        var inhoud = await antwoord.Content.ReadAsByteArrayAsync();
        return antwoord.StatusCode == HttpStatusCode.OK ? inhoud : throw new InvalidOperationException($"{adres}: {antwoord.StatusCode}");
    }

    private static async Task Tabel(int lichaam, int verbindingen, List<Meting> metingen, TimeSpan duur, Func<TimeSpan> processor)
    {
        var uitslagen = metingen.ToDictionary(m => m.Naam, _ => new List<Fscuitslag>());
        // A trial of less than a second tells whether it works, not how fast.
        foreach (var meting in metingen) await Fsclast.Meet(verbindingen, duur < TimeSpan.FromSeconds(1) ? duur : Opwarmen, meting.Vraag, processor);
        // Round by round, so that what else the machine does falls on all alike.
        for (var ronde = 0; ronde < Rondes; ronde++)
            foreach (var meting in metingen) uitslagen[meting.Naam].Add(await Fsclast.Meet(verbindingen, duur, meting.Vraag, processor));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{lichaam} bytes, {verbindingen} verbindingen\n"));
        Console.WriteLine("| opstelling | verzoeken/s | p50 ms | p99 ms | p50 erbij ms | CPU µs/verzoek | verhouding |\n|---|---|---|---|---|---|---|");
        foreach (var meting in metingen)
        {
            var midden = Midden(uitslagen[meting.Naam]);
            var erbij = meting.Zonder.Length == 0 ? "" : (midden.P50 - Midden(uitslagen[meting.Zonder]).P50).ToString("0.00", CultureInfo.InvariantCulture);
            var verhouding = meting.Tegen.Length == 0 ? "" : (midden.PerSeconde / Midden(uitslagen[meting.Tegen]).PerSeconde).ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {meting.Naam} | {midden.PerSeconde:0} | {midden.P50:0.00} | {midden.P99:0.0} | {erbij} | {midden.Cpu:0} | {verhouding} |"));
        }
    }
}
