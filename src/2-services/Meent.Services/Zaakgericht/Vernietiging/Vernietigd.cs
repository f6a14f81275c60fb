using System.Globalization;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>
/// What was destroyed, in a file beside the database: an older back-up does not know it, and what it brings back has to be destroyed again
/// (Archiefwet: destroyed is destroyed). Ids and days only, no data.
/// </summary>
internal sealed class Vernietigd(OpslagOptions opslag)
{
    private readonly Lock _een = new();

    /// <summary>Durable when it returns.</summary>
    public void Noteer(Organisatie organisatie, IReadOnlyCollection<Guid> zaken, DateTimeOffset nu)
    {
        if (zaken.Count == 0) return;
        lock (_een)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Bestand(organisatie))!);
            using var stroom = new FileStream(Bestand(organisatie), FileMode.Append, FileAccess.Write, FileShare.Read);
            using (var schrijver = new StreamWriter(stroom, leaveOpen: true))
            {
                foreach (var zaak in zaken) schrijver.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{zaak:D} {nu:O}"));
            }

            stroom.Flush(flushToDisk: true);
        }
    }

    public IReadOnlySet<Guid> Lees(Organisatie organisatie) => File.Exists(Bestand(organisatie))
        ? File.ReadLines(Bestand(organisatie)).Select(regel => Guid.TryParse(regel.AsSpan(0, Math.Min(36, regel.Length)), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet()
        : new HashSet<Guid>();

    private string Bestand(Organisatie organisatie) => Path.Combine(opslag.Map, organisatie.Slug, "vernietigd");
}
