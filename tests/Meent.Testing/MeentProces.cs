using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Meent.Testing;

/// <summary>
/// The built program as its own process, on free ports, with data in a folder of the test: for what only a real process shows, such as being killed.
/// </summary>
public sealed class MeentProces : IAsyncDisposable
{
    private readonly Process _proces;
    private readonly StringBuilder _uitvoer = new();

    private MeentProces(Process proces, string basis, int fscPoort, string data) => (_proces, Basis, FscPoort, Data) = (proces, basis, fscPoort, data);

    /// <summary>Address at which it listens, and its base URL unless the settings name another; without a slash at the end.</summary>
    public string Basis { get; }

    public int FscPoort { get; }
    public string Data { get; }

    /// <summary>All that the process printed.</summary>
    public string Uitvoer
    {
        get
        {
            lock (_uitvoer) return _uitvoer.ToString();
        }
    }

    /// <summary>The program as it was built together with the tests.</summary>
    public static string Programma => Omgeving.Pad("artifacts", "bin", "Meent", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "meent.dll");

    /// <summary>Starts <c>meent serve</c> and waits until it says that it is ready.</summary>
    /// <param name="map">Folder for the data; the same folder again is the same landscape.</param>
    /// <param name="instellingen">Settings as <c>Meent:Sleutel=waarde</c>.</param>
    public static Task<MeentProces> Start(string map, params string[] instellingen) => Start(map, new Dictionary<string, string>(), instellingen);

    /// <param name="omgeving">Variables of the environment, for what is no setting of Meent.</param>
    public static async Task<MeentProces> Start(string map, IReadOnlyDictionary<string, string> omgeving, params string[] instellingen)
    {
        var (poort, fscPoort) = (VrijePoort(), VrijePoort());
        var basis = $"http://localhost:{poort}";
        string[] alle = [$"Meent:Luister:0={basis}", $"Meent:Fsc:Poort={fscPoort}", $"Meent:Data={Path.Combine(map, "data")}", .. instellingen];
        if (!instellingen.Any(i => i.StartsWith("Meent:Basis=", StringComparison.Ordinal))) alle = [.. alle, $"Meent:Basis={basis}"];
        var proces = Begin(map, ["serve", .. alle.SelectMany(i => new[] { "--set", i })], omgeving);
        var meent = new MeentProces(proces, basis, fscPoort, Path.Combine(map, "data"));
        proces.OutputDataReceived += meent.Ontvang;
        proces.ErrorDataReceived += meent.Ontvang;
        proces.BeginOutputReadLine();
        proces.BeginErrorReadLine();
        try
        {
            await meent.Gereed();
            return meent;
        }
        catch
        {
            await meent.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Uitvoer)> Voer(string map, params string[] argumenten)
    {
        using var proces = Begin(map, argumenten);
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await uit + await fout);
    }

    public static int VrijePoort()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 0);
        luisteraar.Start();
        return ((IPEndPoint)luisteraar.LocalEndpoint).Port;
    }

    /// <summary>Whatever the machine has configured for Meent is not for a test.</summary>
    public static void ZonderInstellingen(ProcessStartInfo start)
    {
        foreach (var naam in start.Environment.Keys.Where(k => k.StartsWith("Meent__", StringComparison.OrdinalIgnoreCase) || k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(naam);
    }

    /// <summary>A client of the APIs of an organisation, as its demo client.</summary>
    public HttpClient Client(string organisatie)
    {
        var client = new HttpClient { BaseAddress = new Uri($"{Basis}/{organisatie}/"), Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Add("Authorization", Authorization(organisatie, DateTimeOffset.UtcNow));
        return client;
    }

    /// <summary>A ZGW token of the demo client, made at a moment.</summary>
    public string Authorization(string organisatie, DateTimeOffset gemaakt)
    {
        using var clients = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Data, "demo-clients.json")));
        var client = clients.RootElement.EnumerateArray().First(c => c.GetProperty("Organisatie").GetString() == organisatie);
        return "Bearer " + Jwt(client.GetProperty("Id").GetString()!, client.GetProperty("Geheim").GetString()!, gemaakt);
    }

    public static string Jwt(string clientId, string geheim, DateTimeOffset gemaakt)
    {
        var lading = JsonSerializer.SerializeToUtf8Bytes(new { iss = clientId, iat = gemaakt.ToUnixTimeSeconds(), client_id = clientId, user_id = "test", user_representation = "Test" });
        var tekst = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(lading)}";
        return $"{tekst}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(geheim), Encoding.ASCII.GetBytes(tekst)))}";
    }

    /// <summary>As <c>kill -9</c>: no chance to write anything.</summary>
    public async Task Dood()
    {
        _proces.Kill();
        await _proces.WaitForExitAsync();
    }

    /// <summary>As the service manager does: SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _proces.Id.ToString(null, null)]);
        await _proces.WaitForExitAsync();
        return _proces.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_proces.HasExited) await Dood();
        _proces.Dispose();
    }

    private static Process Begin(string map, IEnumerable<string> argumenten, IReadOnlyDictionary<string, string>? omgeving = null)
    {
        var start = new ProcessStartInfo("dotnet", [Programma, .. argumenten]) { WorkingDirectory = map, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        ZonderInstellingen(start);
        foreach (var (naam, waarde) in omgeving ?? new Dictionary<string, string>()) start.Environment[naam] = waarde;
        return Process.Start(start)!;
    }

    private void Ontvang(object afzender, DataReceivedEventArgs regel)
    {
        Testuitvoer.Schrijf(regel.Data);
        lock (_uitvoer) _uitvoer.AppendLine(regel.Data);
    }

    private async Task Gereed()
    {
        using var client = new HttpClient();
        for (var einde = Environment.TickCount64 + 180_000; Environment.TickCount64 < einde; await Task.Delay(100))
        {
            if (_proces.HasExited) throw new InvalidOperationException($"meent stopte met code {_proces.ExitCode}:\n{Uitvoer}");
            try
            {
                using var antwoord = await client.GetAsync(new Uri($"{Basis}/ready"));
                if (antwoord.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"meent werd niet gereed:\n{Uitvoer}");
    }
}
