using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Meent.Data.Inhoud;
using Meent.Data.Logboek;

namespace Meent.Data.Reservekopie;

/// <summary>What a back-up says of itself.</summary>
/// <param name="Vorm">Shape of the back-up file.</param>
/// <param name="Sha256">Of the database in it.</param>
internal sealed record Kenmerk(string Organisatie, string Oin, DateTimeOffset Gemaakt, int Vorm, string Sha256 = "")
{
    /// <summary>Content that the database names and that was lost already when the back-up was made.</summary>
    public IReadOnlyList<string> Ontbreekt { get; init; } = [];

    public const int HuidigeVorm = 1;
}

/// <summary>
/// The back-up file: a zip with <c>meent.db</c>, the organisation's other files under <c>bestanden/</c>, the content of documents under <c>inhoud/</c>,
/// and <c>kenmerk.json</c> at the end.
/// </summary>
internal static class Kopiebestand
{
    public const string Database = "meent.db";
    private const string Bestanden = "bestanden";
    private const string Manifest = "kenmerk.json";

    public static async Task Schrijf(string doel, string map, Kenmerk kenmerk, string organisatiemap, Func<ZipArchive, Task<IReadOnlyList<string>>> inhoud, CancellationToken stop)
    {
        var tijdelijk = Path.Combine(map, "kopie.zip");
        // Personal data and keys: for this account alone.
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stroom = new FileStream(tijdelijk, opties))
        {
            using (var zip = new ZipArchive(stroom, ZipArchiveMode.Create, leaveOpen: true))
            {
                var database = Path.Combine(map, Database);
                zip.CreateEntryFromFile(database, Database, CompressionLevel.Fastest);
                foreach (var pad in Eigen(organisatiemap))
                {
                    stop.ThrowIfCancellationRequested();
                    zip.CreateEntryFromFile(pad, $"{Bestanden}/{Path.GetRelativePath(organisatiemap, pad).Replace('\\', '/')}", CompressionLevel.Fastest);
                }

                kenmerk = kenmerk with { Ontbreekt = await inhoud(zip) };
                using var manifest = zip.CreateEntry(Manifest).Open();
                JsonSerializer.Serialize(manifest, kenmerk with { Sha256 = Hash(database) });
            }

            stroom.Flush(flushToDisk: true);
        }

        File.Move(tijdelijk, doel, overwrite: false);
    }

    /// <summary>Unpacks into a folder, all but the content of documents.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">It is no whole back-up.</exception>
    public static Kenmerk Lees(string bestand, string map, CancellationToken stop)
    {
        try
        {
            using var zip = ZipFile.OpenRead(bestand);
            using var manifest = zip.GetEntry(Manifest)?.Open() ?? throw Reservekopieen.Geweigerd($"{bestand} is geen reservekopie van Meent.");
            var kenmerk = JsonSerializer.Deserialize<Kenmerk>(manifest)!;
            if (kenmerk.Vorm > Kenmerk.HuidigeVorm) throw Reservekopieen.Geweigerd($"{bestand} is van een nieuwere uitgave.");
            stop.ThrowIfCancellationRequested();
            foreach (var deel in zip.Entries.Where(e => !e.FullName.StartsWith(Inhoudkopie.Map, StringComparison.Ordinal))) Pak(deel, map);
            return Hash(Path.Combine(map, Database)) == kenmerk.Sha256 ? kenmerk : throw Reservekopieen.Geweigerd($"{bestand} is beschadigd.");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FileNotFoundException)
        {
            throw Reservekopieen.Geweigerd($"{bestand} is geen hele reservekopie van Meent.");
        }
    }

    public static void PlaatsBestanden(string map, string organisatiemap)
    {
        var bron = Path.Combine(map, Bestanden);
        if (!Directory.Exists(bron)) return;
        foreach (var pad in Directory.EnumerateFiles(bron, "*", SearchOption.AllDirectories))
        {
            var doel = Path.Combine(organisatiemap, Path.GetRelativePath(bron, pad));
            Directory.CreateDirectory(Path.GetDirectoryName(doel)!);
            File.Copy(pad, doel, overwrite: true);
        }
    }

    /// <summary>Refuses names that lead outside the folder.</summary>
    private static void Pak(ZipArchiveEntry deel, string map)
    {
        var wortel = Path.GetFullPath(map) + Path.DirectorySeparatorChar;
        var doel = Path.GetFullPath(Path.Combine(map, deel.FullName));
        if (!doel.StartsWith(wortel, StringComparison.Ordinal)) throw new InvalidDataException(deel.FullName);
        Directory.CreateDirectory(Path.GetDirectoryName(doel)!);
        if (!deel.FullName.EndsWith('/')) deel.ExtractToFile(doel);
    }

    /// <summary>The organisation's files but its database and the content of documents, of which the database says what belongs to it.</summary>
    private static IEnumerable<string> Eigen(string organisatiemap) => Directory.Exists(organisatiemap)
        ? Directory.EnumerateFiles(organisatiemap, "*", SearchOption.AllDirectories).Where(pad => !Path.GetFileName(pad).StartsWith(Database, StringComparison.Ordinal) && Path.GetFileName(pad) != Zegelstand.Naam
            && !Path.GetRelativePath(organisatiemap, pad).StartsWith(Inhoudopslag.Map + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        : [];

    private static string Hash(string bestand)
    {
        using var stroom = File.OpenRead(bestand);
        return Convert.ToHexStringLower(SHA256.HashData(stroom));
    }
}
