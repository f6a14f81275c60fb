using System.Globalization;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Bench.Fsc;

/// <summary>Whether a Manager with ten thousand contracts, and a Directory with a thousand services, is as fast as one with a few.</summary>
internal static class Schaalmeting
{
    private const int Rondes = 3;
    private const int Blok = 500;
    private const int Weinig = 50;

    public static async Task Voer(int contracten, int diensten, IReadOnlyList<int> verbindingen, TimeSpan duur)
    {
        await using var opstelling = await Fscopstelling.Start();
        var grant = await opstelling.SluitContract();
        var client = opstelling.Client(grant);
        using var buiten = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        var naarGids = opstelling.Diensten.GetRequiredService<Integration.Poort.PeerClients>().Van(Fscopstelling.Gemeente, Fscopstelling.Federatie.Oin);
        var hash = Uri.EscapeDataString(grant);
        (string Naam, Func<Task> Vraag)[] vragen =
        [
            ("Outway → Inway", () => Fscmeting.Vraag(buiten, new(opstelling.Outway), client)),
            ("een token", () => Token(opstelling, grant)),
            ("contract bij een grant", () => Fscmeting.Vraag(opstelling.NaarInway, new($"{opstelling.Manager(Fscopstelling.Basis)}/contracts?grant_hash={hash}"))),
            ("25 contracten", () => Fscmeting.Vraag(opstelling.NaarInway, new($"{opstelling.Manager(Fscopstelling.Basis)}/contracts?limit=25"))),
            ("25 diensten", () => Fscmeting.Vraag(naarGids, new($"{opstelling.Manager(Fscopstelling.Federatie)}/services?limit=25"))),
            ("een dienst op naam", () => Fscmeting.Vraag(naarGids, new($"{opstelling.Manager(Fscopstelling.Federatie)}/services?service_name={Fscopstelling.Dienst}"))),
        ];

        // A page is full in both.
        await Vul(opstelling, 0, Weinig, Weinig);
        var leeg = await Meet();
        await Vul(opstelling, Weinig, contracten, diensten);
        var vol = await Meet();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n| {contracten} contracten, {diensten} diensten | verbindingen | 50: /s | p50 ms | p99 ms | alle: /s | p50 ms | p99 ms | verhouding |\n|---|---|---|---|---|---|---|---|---|"));
        foreach (var (sleutel, voor) in leeg)
        {
            var na = vol[sleutel];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {sleutel.Naam} | {sleutel.Aantal} | {voor.PerSeconde:0} | {voor.P50:0.00} | {voor.P99:0.0} | {na.PerSeconde:0} | {na.P50:0.00} | {na.P99:0.0} | {na.PerSeconde / voor.PerSeconde:0.00} |"));
        }

        async Task<Dictionary<(string Naam, int Aantal), Fscuitslag>> Meet()
        {
            // What was remembered of before is forgotten after a while: nobody told this node of the new rows.
            await Task.Delay(TimeSpan.FromSeconds(35));
            var uitslagen = new Dictionary<(string, int), Fscuitslag>();
            foreach (var aantal in verbindingen)
            {
                foreach (var (naam, vraag) in vragen)
                {
                    await Fsclast.Meet(aantal, duur, vraag, Fscmeting.Processor);
                    var rondes = new List<Fscuitslag>();
                    for (var ronde = 0; ronde < Rondes; ronde++) rondes.Add(await Fsclast.Meet(aantal, duur, vraag, Fscmeting.Processor));
                    uitslagen[(naam, aantal)] = Fscmeting.Midden(rondes);
                }
            }

            return uitslagen;
        }
    }

    private static async Task Token(Fscopstelling opstelling, string grant)
    {
        using var formulier = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", grant), new("client_id", Fscopstelling.Gemeente.Oin)]);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"{opstelling.Manager(Fscopstelling.Basis)}/token") { Content = formulier };
        using var antwoord = await opstelling.NaarInway.SendAsync(verzoek, CancellationToken.None);
        antwoord.EnsureSuccessStatusCode();
        await antwoord.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Contracts that hold, at all their parties: as many connections as asked, and publications at the Directory.</summary>
    private static async Task Vul(Fscopstelling opstelling, int vanaf, int contracten, int diensten)
    {
        for (var begin = vanaf; begin < contracten; begin += Blok)
        {
            await Bewaar(opstelling, Enumerable.Range(begin, Math.Min(Blok, contracten - begin)).Select(i => Inhoud(new JsonObject
            {
                ["type"] = "GRANT_TYPE_SERVICE_CONNECTION",
                ["outway"] = new JsonObject
                {
                    ["peer_id"] = Fscopstelling.Gemeente.Oin,
                    ["identification"] = new JsonObject { ["type"] = "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT", ["public_key_thumbprint"] = new string('a', 64) },
                },
                ["service"] = new JsonObject { ["type"] = "SERVICE_TYPE_SERVICE", ["peer_id"] = Fscopstelling.Basis.Oin, ["name"] = string.Create(CultureInfo.InvariantCulture, $"dienst-{i}") },
                ["properties"] = new JsonObject { ["doelbinding.doelen"] = new JsonArray(new JsonObject { ["id"] = string.Create(CultureInfo.InvariantCulture, $"urn:doel:{i}") }) },
            })), Fscopstelling.Gemeente, Fscopstelling.Basis);
        }

        await Bewaar(opstelling, Enumerable.Range(vanaf, diensten - vanaf).Select(i => Inhoud(new JsonObject
        {
            ["type"] = "GRANT_TYPE_SERVICE_PUBLICATION",
            ["directory"] = new JsonObject { ["peer_id"] = Fscopstelling.Federatie.Oin },
            ["service"] = new JsonObject { ["peer_id"] = Fscopstelling.Basis.Oin, ["name"] = string.Create(CultureInfo.InvariantCulture, $"dienst-{i}"), ["protocol"] = "PROTOCOL_TCP_HTTP_1.1" },
        })), Fscopstelling.Basis, Fscopstelling.Federatie);
    }

    private static Contract Inhoud(JsonObject data)
    {
        var nu = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return Contract.Lees(new JsonObject
        {
            ["fsc_version"] = Contract.FscVersion,
            ["iv"] = Guid.CreateVersion7().ToString(),
            ["group_id"] = "meent-proeftuin",
            ["validity"] = new JsonObject { ["not_before"] = nu - 60, ["not_after"] = nu + 86_400 },
            ["grants"] = new JsonArray(new JsonObject { ["data"] = data }),
            ["hash_algorithm"] = Contract.HashAlgorithm,
            ["created_at"] = nu,
        }.ToJsonString(), metVoorvoegsel: true);
    }

    private static async Task Bewaar(Fscopstelling opstelling, IEnumerable<Contract> inhoud, params Organisatie[] partijen)
    {
        var (stores, certificaten, nu) = (opstelling.Diensten.GetRequiredService<Stores>(), opstelling.Diensten.GetRequiredService<CertificateStore>(), TimeProvider.System.GetUtcNow());
        var contracten = inhoud.Select(contract => (Contract: contract, Handtekeningen: partijen.Select(p =>
        {
            var eigen = certificaten.Van(p);
            return new Geplaatst(HandtekeningSoort.Accept, p.Oin, Handtekening.Zet(eigen.Certificaat, contract.Hash, HandtekeningSoort.Accept, nu), eigen.Tot);
        }).ToList())).ToList();
        foreach (var partij in partijen)
        {
            var store = await stores.Get(partij);
            await store.Write(async sessie =>
            {
                foreach (var (contract, handtekeningen) in contracten)
                {
                    await ContractTabel.Bewaar(sessie, contract);
                    foreach (var handtekening in handtekeningen) await ContractTabel.Teken(sessie, contract.Hash, handtekening, nu);
                }

                return 0;
            });
        }
    }
}
