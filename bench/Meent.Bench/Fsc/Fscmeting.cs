using System.Globalization;
using System.Net;

namespace Meent.Bench.Fsc;

/// <summary>
/// The Inway, and Outway to Inway, against bare YARP over the same mTLS and the same service: with nothing to do, and with one durable append a hop.
/// All in one process on one machine, load generator included: trust the ratios.
/// </summary>
internal static class Fscmeting
{
    private const int Rondes = 3;
    // The runtime compiles what is hot once more, in the background.
    private static readonly TimeSpan Opwarmen = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Duur = TimeSpan.FromSeconds(3);
    private static readonly int[] Verbindingen = [1, 16, 64];

    public static async Task Voer()
    {
        await using var opstelling = await Fscopstelling.Start();
        var grant = await opstelling.SluitContract();
        var hop = opstelling.NaarInway;
        var (token, client) = (opstelling.Token(), opstelling.Client(grant));
        using var chain = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

        (string Naam, string Tegen, Func<Task> Vraag)[] metingen =
        [
            ("kale YARP, één hop", "", () => Vraag(hop, opstelling.KaalTls("/kaal"))),
            ("kale YARP + 1 duurzame regel, één hop", "", () => Vraag(hop, opstelling.KaalTls("/log"))),
            ("Inway", "kale YARP + 1 duurzame regel, één hop", () => Vraag(hop, opstelling.Inway, token)),
            ("kale YARP, twee hops", "", () => Vraag(chain, opstelling.KaalHttp("/kaal"))),
            ("kale YARP + 2 duurzame regels, twee hops", "", () => Vraag(chain, opstelling.KaalHttp("/log"))),
            ("Outway → Inway", "kale YARP + 2 duurzame regels, twee hops", () => Vraag(chain, opstelling.Outway, client)),
        ];

        Console.WriteLine("| opstelling | verbindingen | verzoeken/s | p50 ms | p99 ms | verhouding |\n|---|---|---|---|---|---|");
        foreach (var verbindingen in Verbindingen)
        {
            var uitslagen = metingen.ToDictionary(m => m.Naam, _ => new List<Fscuitslag>());
            foreach (var meting in metingen) await Fsclast.Meet(verbindingen, Opwarmen, meting.Vraag);
            // Round by round, so that what else the machine does falls on all alike.
            for (var ronde = 0; ronde < Rondes; ronde++)
                foreach (var meting in metingen) uitslagen[meting.Naam].Add(await Fsclast.Meet(verbindingen, Duur, meting.Vraag));
            foreach (var meting in metingen)
            {
                var midden = Midden(uitslagen[meting.Naam]);
                var verhouding = meting.Tegen.Length == 0 ? "" : (midden.PerSeconde / Midden(uitslagen[meting.Tegen]).PerSeconde).ToString("0.00", CultureInfo.InvariantCulture);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {meting.Naam} | {verbindingen} | {midden.PerSeconde:0} | {midden.P50:0.00} | {midden.P99:0.0} | {verhouding} |"));
            }
        }
    }

    private static Fscuitslag Midden(List<Fscuitslag> rondes) => rondes.OrderBy(r => r.PerSeconde).ElementAt(rondes.Count / 2);

    private static async Task Vraag(HttpMessageInvoker client, Uri adres, Action<HttpRequestMessage>? zet = null)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, adres);
        zet?.Invoke(verzoek);
        using var antwoord = await client.SendAsync(verzoek, CancellationToken.None);
        await antwoord.Content.CopyToAsync(Stream.Null);
        if (antwoord.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{adres}: {antwoord.StatusCode}");
    }
}
