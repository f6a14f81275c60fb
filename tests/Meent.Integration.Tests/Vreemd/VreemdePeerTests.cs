using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Integration.Tests.Fsc;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing;

namespace Meent.Integration.Tests.Vreemd;

/// <summary>A Peer that shares no code with Meent (<c>peer.mjs</c>, written from the standard): it calls, and is called.</summary>
public sealed class VreemdePeerTests(Proeftuin proeftuin) : KetenGesprek(proeftuin), IClassFixture<Proeftuin>
{
    private const string Oin = "00000001990000081000";
    private const string Host = "vreemd.localhost";

    [ProgrammaFact("node", "nodejs")]
    public async Task A_Peer_written_from_the_standard_in_another_language_publishes_contracts_calls_and_is_called()
    {
        using var map = new TijdelijkeMap();
        using var proces = await Start(map);
        try
        {
            var regels = await Regels(proces);
            Assert.Contains("antwoord /haalcentraal/api/brp/vraag?a=1", regels);

            var voorstel = await Voorstel(Proeftuin.Duinwaarde,
                $$$"""{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"{{{Oin}}}","name":"weer"},"properties":{"proef.getal":1.50}}""");
            var hash = voorstel.GetProperty("content_hash").GetString()!;
            await Wacht(async () => (await Contract(Proeftuin.Duinwaarde, hash)).GetProperty("state").GetString() == "CONTRACT_STATE_VALID");
            using var antwoord = await Outway(voorstel.GetProperty("grants")[0].GetProperty("hash").GetString()!);
            Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync());
            var gezien = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
            var transactie = antwoord.Headers.GetValues(Headers.FscTransactionId).Single();
            Assert.Equal(("weer", "/x", Proeftuin.Duinwaarde.Oin, transactie),
                (Lid("service"), Lid("path"), Lid("caller"), Lid("transaction")));
            Assert.Equal(Oin, (await Transactie(Proeftuin.Duinwaarde, transactie)).GetProperty("destination").GetProperty("service_peer_id").GetString());

            string? Lid(string naam) => gezien.GetProperty(naam).GetString();
        }
        finally
        {
            if (!proces.HasExited) proces.Kill();
        }
    }

    private async Task<Process> Start(TijdelijkeMap map)
    {
        using var sleutel = RSA.Create(2048);
        using var certificaat = Testcertificaat.Onder(Tuin.Map, sleutel, Oin, Host);
        await File.WriteAllTextAsync(map.Bestand("peer.pem"), certificaat.ExportCertificatePem());
        await File.WriteAllTextAsync(map.Bestand("peer.key"), sleutel.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(map.Bestand("peer.json"), JsonSerializer.Serialize(new
        {
            cert = map.Bestand("peer.pem"),
            key = map.Bestand("peer.key"),
            anchor = Path.Combine(Tuin.Map, "certificaten", "anker.pem"),
            group = "meent-proeftuin",
            host = Host,
            port = MeentProces.VrijePoort(),
            directory = new { peer_id = Proeftuin.Federatie.Oin, manager = Manager(Proeftuin.Federatie) },
            consumer = new { manager = Manager(Proeftuin.Duinwaarde) },
            provider = new
            {
                peer_id = Proeftuin.Basis.Oin,
                manager = Manager(Proeftuin.Basis),
                service = Diensten.Personen,
                properties = new Dictionary<string, object> { ["doelbinding.doelen"] = new[] { new { id = "urn:vreemd:inzien" } } },
            },
        }));
        return Process.Start(new ProcessStartInfo(Omgeving.Programma("node")!, [Omgeving.Pad("tests", "Meent.Integration.Tests", "Vreemd", "peer.mjs"), map.Bestand("peer.json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
    }

    /// <summary>What it printed until it was ready.</summary>
    private static async Task<List<string>> Regels(Process proces)
    {
        var fouten = new StringBuilder();
        proces.ErrorDataReceived += (_, regel) => fouten.AppendLine(regel.Data);
        proces.BeginErrorReadLine();
        var regels = new List<string>();
        while (await proces.StandardOutput.ReadLineAsync() is { } regel)
        {
            if (regel == "gereed") return regels;
            regels.Add(regel);
        }

        await proces.WaitForExitAsync();
        Assert.Fail($"De andere Peer stopte: {fouten}");
        return regels;
    }

    private string Manager(Organisatie organisatie) => $"https://manager.{organisatie.Slug}.localhost:{Tuin.Poort}";
}
