using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Meent.Bench;

/// <summary>A program beside this one (Meent, or the bare endpoint), and what the system says of it.</summary>
internal sealed class Proces : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _proces;
    private readonly long _begin = Stopwatch.GetTimestamp();

    /// <param name="programma">Path, or a name in the folder of this program.</param>
    public Proces(string programma, params IEnumerable<string> argumenten)
    {
        _proces = System.Diagnostics.Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, programma), argumenten)
        { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        _proces.BeginOutputReadLine();
    }

    /// <summary>Meent with settings as <c>Meent:Sleutel=waarde</c>.</summary>
    public static Proces Meent(params IEnumerable<string> instellingen) => new("meent", instellingen.SelectMany(i => new[] { "--set", i }));

    /// <summary>Memory that is not shared or backed by a file could be given to no one else; <c>RSS</c> counts pages of files and programs too.</summary>
    public (double Rss, double Eigen) Megabytes => (Status("VmRSS") / 1024.0, Status("RssAnon") / 1024.0);

    /// <summary>The most memory since <see cref="VergeetHoogste"/>, pages of files included; in MB.</summary>
    public double HoogsteRss => Status("VmHWM") / 1024.0;

    public void VergeetHoogste() => File.WriteAllText($"/proc/{_proces.Id}/clear_refs", "5");

    public int Handles => Directory.GetFiles($"/proc/{_proces.Id}/fd").Length;
    public long Threads => Status("Threads");

    /// <summary>Processor time used until now.</summary>
    public TimeSpan Processor
    {
        get
        {
            _proces.Refresh();
            return _proces.TotalProcessorTime;
        }
    }

    /// <returns>Time from the start of the process until this address answered 200.</returns>
    public async Task<TimeSpan> Antwoordt(string adres)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        while (Stopwatch.GetElapsedTime(_begin) < TimeSpan.FromMinutes(10))
        {
            if (_proces.HasExited) throw new InvalidOperationException($"Het programma stopte met code {_proces.ExitCode}.");
            try
            {
                using var antwoord = await http.GetAsync(new Uri(adres));
                if (antwoord.StatusCode == HttpStatusCode.OK) return Stopwatch.GetElapsedTime(_begin);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new TimeoutException(adres);
    }

    /// <summary>As a service manager does.</summary>
    public async Task Stop()
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", _proces.Id.ToString(CultureInfo.InvariantCulture)]);
        await _proces.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_proces.HasExited) _proces.Kill();
        await _proces.WaitForExitAsync();
        _proces.Dispose();
    }

    private long Status(string regel) => long.Parse(
        File.ReadLines($"/proc/{_proces.Id}/status").First(r => r.StartsWith(regel + ":", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
