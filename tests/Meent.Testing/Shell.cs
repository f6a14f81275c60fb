using System.Diagnostics;
using System.Text;

namespace Meent.Testing;

/// <summary>One bash in which commands are run as a reader of a page types them: what one sets, the next has. Everything that it started ends with it.</summary>
public sealed class Shell : IAsyncDisposable
{
    private const string Einde = "@@einde", Fout = "@@fout";
    private readonly Process _bash;
    private readonly string _map;

    /// <param name="map">Folder in which it stands.</param>
    /// <param name="omgeving">Variables beside those of the test.</param>
    public Shell(string map, IEnumerable<KeyValuePair<string, string>> omgeving)
    {
        _map = map;
        Directory.CreateDirectory(Path.Combine(map, "bin"));
        var meent = Path.Combine(map, "bin", "meent");
        File.WriteAllText(meent, $"#!/bin/sh\nexec dotnet '{MeentProces.Programma}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(meent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("bash", ["--norc"]) { WorkingDirectory = map, RedirectStandardInput = true, RedirectStandardOutput = true };
        MeentProces.ZonderInstellingen(start);
        foreach (var (naam, waarde) in omgeving) start.Environment[naam] = waarde;
        start.Environment["PATH"] = $"{Path.GetDirectoryName(meent)}{Path.PathSeparator}{start.Environment["PATH"]}";
        _bash = Process.Start(start)!;
        _bash.StandardInput.WriteLine($"exec 2>&1; set -Eo pipefail; trap 'kill -KILL $(jobs -p) 2>/dev/null' EXIT; trap 'echo {Fout} $? \"$BASH_COMMAND\"' ERR");
    }

    /// <summary>Runs commands to their end.</summary>
    /// <returns>What they printed.</returns>
    /// <exception cref="InvalidOperationException">One failed; the message has what was printed.</exception>
    public async Task<string> Voer(string opdrachten)
    {
        // From a file, so that no command reads what comes after it.
        var bestand = Path.Combine(_map, "opdrachten.sh");
        await File.WriteAllTextAsync(bestand, opdrachten);
        await _bash.StandardInput.WriteLineAsync($"source '{bestand}' </dev/null\necho; echo {Einde}");
        await _bash.StandardInput.FlushAsync();
        var uitvoer = new StringBuilder();
        string? regel;
        while ((regel = await _bash.StandardOutput.ReadLineAsync()) is not null && regel != Einde) uitvoer.AppendLine(regel);
        var tekst = uitvoer.ToString();
        return regel == Einde && !tekst.Contains(Fout, StringComparison.Ordinal) ? tekst : throw new InvalidOperationException($"Een opdracht mislukte:\n{opdrachten}\n{tekst}");
    }

    public async ValueTask DisposeAsync()
    {
        _bash.StandardInput.Close();
        await _bash.WaitForExitAsync();
        _bash.Dispose();
    }
}
