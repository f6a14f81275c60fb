namespace Meent.Testing;

/// <summary>What the machine that runs the tests has, and where.</summary>
public static class Omgeving
{
    private static readonly Lazy<string> Root = new(() => Omhoog(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException($"Geen map met Meent.slnx boven {AppContext.BaseDirectory}."));

    /// <summary>On a build server nothing that a test needs may be missing: there absence fails instead of skipping.</summary>
    public static bool IsCi { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";

    /// <summary>The folder that holds Meent.slnx.</summary>
    public static string Wortel => Root.Value;

    /// <summary>Path of a file or folder in the project.</summary>
    public static string Pad(params string[] delen) => Path.Combine([Wortel, .. delen]);

    /// <summary>Path of a file or folder in <c>../shared</c>: standards and test data of others.</summary>
    /// <exception cref="DirectoryNotFoundException">It is absent; tests that need it bear <see cref="SharedFactAttribute"/>.</exception>
    public static string Shared(params string[] delen)
    {
        var pad = Path.Combine([SharedMap, .. delen]);
        return Path.Exists(pad) ? pad : throw new DirectoryNotFoundException($"{pad} ontbreekt: zet de map shared naast de map van het project.");
    }

    /// <summary>An installed Chromium or Chrome; null when there is none.</summary>
    public static string? Chromium { get; } = Programma("chromium") ?? Programma("chromium-browser") ?? Programma("google-chrome");

    /// <summary>Full path of a program on PATH; null when it is not installed.</summary>
    public static string? Programma(string naam) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(map => Path.Combine(map, naam)).FirstOrDefault(File.Exists);

    internal static bool HeeftShared => Directory.Exists(SharedMap);

    /// <summary>The reason to skip a test, or null to run it.</summary>
    internal static string? Reden(bool aanwezig, string reden) => aanwezig || IsCi ? null : reden;

    private static string SharedMap => Path.GetFullPath(Path.Combine(Wortel, "..", "shared"));

    private static string? Omhoog(string? map)
    {
        while (map is not null && !File.Exists(Path.Combine(map, "Meent.slnx"))) map = Path.GetDirectoryName(map);
        return map;
    }
}
