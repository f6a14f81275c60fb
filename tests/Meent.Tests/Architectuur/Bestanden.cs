using System.Diagnostics;
using Meent.Testing;

namespace Meent.Tests.Architectuur;

/// <summary>The text files of the project, as git knows them.</summary>
internal static class Bestanden
{
    private static readonly string[] Onleesbaar = [".png", ".ico", ".woff", ".woff2", ".db", ".zip", ".jpg"];

    public static IEnumerable<(string Naam, string Tekst)> Alle { get; } =
        [.. Namen().Where(naam => !Onleesbaar.Contains(Path.GetExtension(naam))).Select(naam => (naam, File.ReadAllText(Omgeving.Pad(naam))))];

    /// <summary>Tracked files and those that are about to be; without git, every file outside the folders that builds fill.</summary>
    private static IEnumerable<string> Namen()
    {
        if (Omgeving.Programma("git") is { } git && Path.Exists(Omgeving.Pad(".git")))
        {
            using var proces = System.Diagnostics.Process.Start(new ProcessStartInfo(git, ["ls-files", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Omgeving.Wortel, RedirectStandardOutput = true })!;
            var namen = proces.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            proces.WaitForExit();
            return namen.Where(naam => File.Exists(Omgeving.Pad(naam)));
        }

        string[] gemaakt = ["artifacts", "node_modules", "data", ".git"];
        return Directory.EnumerateFiles(Omgeving.Wortel, "*", SearchOption.AllDirectories).Select(pad => Path.GetRelativePath(Omgeving.Wortel, pad))
            .Where(naam => !naam.Split(Path.DirectorySeparatorChar).Any(gemaakt.Contains));
    }
}
