using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing;

namespace Meent.Conformance;

/// <summary>The OpenAPI documents that the running program serves, held against the NLgov REST API Design Rules with Spectral.</summary>
public sealed class OntwerpregelsTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    private static string Spectral => Omgeving.Pad(".ci", "spectral", "node_modules", ".bin", "spectral");

    private static string Ruleset => Environment.GetEnvironmentVariable("MEENT_ADR_RULESET") ?? Omgeving.Pad(".ci", "spectral", "adr.yml");

    [SpectralFact]
    public async Task The_design_rules_find_no_error_in_what_is_served()
    {
        await using var meent = await MeentProces.Start(_map.Pad);
        using var client = new HttpClient();
        var documenten = new List<string>();
        foreach (var dienst in Diensten.Alle)
        {
            foreach (var slug in (string[])["duinwaarde", "basisregistraties"])
            {
                using var antwoord = await client.GetAsync(new Uri($"{meent.Basis}/{slug}{Diensten.Pad(dienst)}/openapi.json"));
                if (antwoord.StatusCode != HttpStatusCode.OK) continue;
                documenten.Add(_map.Bestand($"{dienst}.json"));
                await File.WriteAllTextAsync(documenten[^1], await antwoord.Content.ReadAsStringAsync());
                break;
            }
        }

        Assert.NotEmpty(documenten);
        // The KVK has its version in each path (/v1/basisprofielen, /v2/zoeken) and not in the server's URL.
        var regels = _map.Bestand("regels.yml");
        await File.WriteAllTextAsync(regels, $$"""
            extends: [{{JsonSerializer.Serialize(Ruleset)}}]
            overrides:
              - files: ["{{Diensten.Kvk}}.json"]
                rules: { uri-version: "off" }
            """);
        var (code, uitvoer) = await Lint(regels, documenten);
        Assert.True(code == 0, uitvoer);
    }

    public void Dispose() => _map.Dispose();

    private static async Task<(int Code, string Uitvoer)> Lint(string regels, IEnumerable<string> documenten)
    {
        var start = new ProcessStartInfo(Spectral, ["lint", "--fail-severity", "error", "--display-only-failures", "-r", regels, .. documenten]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var proces = System.Diagnostics.Process.Start(start)!;
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await uit + await fout);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SpectralFactAttribute : FactAttribute
    {
        public SpectralFactAttribute() => Skip = File.Exists(Spectral) || Omgeving.IsCi ? null : "Geen Spectral: npm ci --prefix .ci/spectral --ignore-scripts.";
    }
}
