using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Meent.Data.Inhoud;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Microsoft.Data.Sqlite;

namespace Meent.Data.Reservekopie;

/// <summary>The content that the database in a back-up names, as it is kept: what is encrypted stays so, and its key is not in the back-up.</summary>
internal sealed class Inhoudkopie(Inhoudopslag inhoud, IEnumerable<Inhoudverwijzing> verwijzingen)
{
    public const string Map = "inhoud/";
    private const int Buffer = 128 * 1024;
    private static readonly SearchValues<char> Cijfers = SearchValues.Create("0123456789abcdef");

    /// <returns>What is named but lost.</returns>
    public async Task<IReadOnlyList<string>> Schrijf(ZipArchive zip, string database, Organisatie organisatie, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        var (namen, kwijt, gedaan) = (Genoemd(database), new List<string>(), 0L);
        foreach (var naam in namen)
        {
            if (await inhoud.Ruw(organisatie, naam, stop) is not { } gevonden)
            {
                kwijt.Add(naam);
                continue;
            }

            await using var bron = gevonden.Stroom;
            // Documents are mostly compressed already.
            await using var doel = await zip.CreateEntry(Map + gevonden.Naam, CompressionLevel.NoCompression).OpenAsync(stop);
            await bron.CopyToAsync(doel, Buffer, stop);
            voortgang.Report(new Voortgang(++gedaan, namen.Count, "documenten"));
        }

        return kwijt;
    }

    /// <summary>Keeps the content of a back-up again, before the rows that name it come.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">Content is not what its name says.</exception>
    public async Task ZetTerug(string bestand, Organisatie organisatie, IProgress<Voortgang> voortgang, CancellationToken stop)
    {
        await using var zip = await ZipFile.OpenReadAsync(bestand, stop);
        var delen = zip.Entries.Where(e => e.FullName.StartsWith(Map, StringComparison.Ordinal)).ToList();
        // On the disk where it will stay, so that keeping it is a rename.
        var tijdelijk = Path.Combine(Directory.CreateDirectory(inhoud.Tijdelijk(organisatie)).FullName, Guid.CreateVersion7().ToString("N"));
        var gedaan = 0L;
        foreach (var deel in delen)
        {
            var naam = deel.FullName[Map.Length..];
            if (!IsNaam(naam)) throw Reservekopieen.Geweigerd($"{deel.FullName} hoort niet in een reservekopie.");
            var sha256 = await Uitpakken(deel, tijdelijk, stop);
            if (naam.Length == 64 && sha256 != naam) throw Reservekopieen.Geweigerd($"{deel.FullName} is beschadigd.");
            await inhoud.PlaatsRuw(organisatie, naam, tijdelijk, sha256, stop);
            File.Delete(tijdelijk);
            voortgang.Report(new Voortgang(++gedaan, delen.Count, "documenten"));
        }
    }

    private List<string> Genoemd(string database)
    {
        using var verbinding = SqliteKopie.Open(database, SqliteOpenMode.ReadOnly);
        var namen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var verwijzing in verwijzingen)
        {
            // A bron that this organisation does not keep has no tables.
            using var bestaat = verbinding.CreateCommand();
            bestaat.CommandText = $"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '{verwijzing.Tabel}'";
            if (bestaat.ExecuteScalar() is null) continue;
            using var vraag = verbinding.CreateCommand();
            vraag.CommandText = $"SELECT DISTINCT {verwijzing.Kolom} FROM {verwijzing.Tabel} WHERE {verwijzing.Kolom} IS NOT NULL";
            using var rijen = vraag.ExecuteReader();
            while (rijen.Read()) namen.Add(rijen.GetString(0));
        }

        return [.. namen];
    }

    private static async Task<string> Uitpakken(ZipArchiveEntry deel, string bestand, CancellationToken stop)
    {
        await using var bron = await deel.OpenAsync(stop);
        await using var doel = new FileStream(bestand, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        int gelezen;
        while ((gelezen = await bron.ReadAsync(buffer, stop)) > 0)
        {
            hash.AppendData(buffer, 0, gelezen);
            await doel.WriteAsync(buffer.AsMemory(0, gelezen), stop);
        }

        doel.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsNaam(string naam) => naam.Length >= 64 && naam.AsSpan(0, 64).IndexOfAnyExcept(Cijfers) < 0 && naam[64..] is "" or ".gcm";
}
