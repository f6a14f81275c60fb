using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Data.Inhoud;

/// <summary>
/// The content of documents: immutable, named by its SHA-256, a root of its own for each organisation. It is durable before the row that names it;
/// content that may have no row any more, or yet, is noted in the folder <c>onzeker</c> and looked at after seven days.
/// </summary>
public sealed class Inhoudopslag(OpslagOptions opslag, TimeProvider klok) : IDisposable
{
    /// <summary>So long at least content stays that no row names: a back-up that is being made may name it.</summary>
    internal static readonly TimeSpan Bedenktijd = TimeSpan.FromDays(7);

    /// <summary>Folder of the organisation in which it keeps content.</summary>
    internal const string Map = "inhoud";

    private const string Achtervoegsel = ".gcm";

    private readonly Plaats _plaats = opslag.Inhoud.Soort == InhoudOptions.S3Dienst ? new S3Plaats(opslag.Inhoud.S3, klok) : new Mapplaats(opslag.Map);
    private readonly byte[]? _sleutel = opslag.Inhoud.Sleutel is { } sleutel ? Convert.FromBase64String(sleutel) : null;

    /// <summary>Size, in bytes, of the parts in which a large content comes.</summary>
    public long Deelomvang => opslag.Inhoud.Deelomvang;

    /// <summary>Makes ready for content that comes in.</summary>
    public Ontvangst Ontvang(Organisatie organisatie)
    {
        var map = Directory.CreateDirectory(Tijdelijk(organisatie));
        var bestand = Path.Combine(map.FullName, Guid.CreateVersion7().ToString("N"));
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new Ontvangst(this, organisatie, bestand, new Schrijfstroom(new FileStream(bestand, opties), _sleutel));
    }

    /// <returns>The content as it was sent, from any place in it; null when it is not there.</returns>
    /// <exception cref="InvalidDataException">It is encrypted, and there is no key.</exception>
    public async ValueTask<Stream?> Open(Organisatie organisatie, string naam, CancellationToken stop)
    {
        // What was kept before a key was configured, or taken away, stays as it is.
        if (await _plaats.Open(organisatie, _sleutel is null ? naam : naam + Achtervoegsel, stop) is { } stroom)
            return _sleutel is null ? stroom : await Leesstroom.Open(stroom, _sleutel, stop);
        if (_sleutel is not null) return await _plaats.Open(organisatie, naam, stop);
        if (await _plaats.Open(organisatie, naam + Achtervoegsel, stop) is not { } dicht) return null;
        await dicht.DisposeAsync();
        throw new InvalidDataException($"De inhoud {naam} is versleuteld; Meent:Inhoud:Sleutel ontbreekt.");
    }

    /// <summary>Says, inside the transaction that removes a row, that its content may have no row left.</summary>
    public void Verlaat(Session session, string naam)
    {
        Noteer(session.Store.Organisatie, naam);
        // Again afterwards: in between the Opruimer may have seen the row, and taken the note away.
        session.AfterCommit(() => Noteer(session.Store.Organisatie, naam));
    }

    public void Dispose() => (_plaats as IDisposable)?.Dispose();

    internal static string Wortel(string map, Organisatie organisatie) => Path.Combine(map, organisatie.Slug, Map);

    internal string Tijdelijk(Organisatie organisatie) => Path.Combine(Wortel(opslag.Map, organisatie), "tijdelijk");

    internal string Onzeker(Organisatie organisatie) => Path.Combine(Wortel(opslag.Map, organisatie), "onzeker");

    /// <summary>The content as it is kept, for a back-up.</summary>
    internal async ValueTask<(string Naam, Stream Stroom)?> Ruw(Organisatie organisatie, string naam, CancellationToken stop)
    {
        foreach (var kandidaat in new[] { naam, naam + Achtervoegsel })
            if (await _plaats.Open(organisatie, kandidaat, stop) is { } stroom) return (kandidaat, stroom);
        return null;
    }

    /// <summary>Keeps content as it was in a back-up.</summary>
    internal Task PlaatsRuw(Organisatie organisatie, string naam, string bestand, string sha256, CancellationToken stop) => _plaats.Bewaar(organisatie, naam, bestand, sha256, stop);

    /// <summary>A temporary file as it came.</summary>
    internal async ValueTask<Stream> Terug(string bestand, CancellationToken stop)
    {
        var stroom = File.OpenRead(bestand);
        return _sleutel is null ? stroom : await Leesstroom.Open(stroom, _sleutel, stop);
    }

    internal async Task Plaats(Organisatie organisatie, string naam, string bestand, string sha256, CancellationToken stop)
    {
        // Noted first and kept after: the Opruimer removes under the note's lock, so it cannot take away what is put there now.
        while (!Noteer(organisatie, naam, komt: 1)) await Task.Delay(TimeSpan.FromMilliseconds(20), klok, stop);
        await _plaats.Bewaar(organisatie, _sleutel is null ? naam : naam + Achtervoegsel, bestand, sha256, stop);
    }

    internal void Bevestig(Organisatie organisatie, string naam)
    {
        var notitie = Path.Combine(Onzeker(organisatie), naam);
        try
        {
            using var slot = new FileStream(notitie, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (slot.Length <= 1)
            {
                File.Delete(notitie);
                return;
            }

            slot.SetLength(slot.Length - 1);
            File.SetLastWriteTimeUtc(notitie, klok.GetUtcNow().UtcDateTime);
        }
        catch (IOException)
        {
            // Gone already, or looked at by another at this moment: what is left of it only means that it is looked at again.
        }
    }

    internal async Task Verwijder(Organisatie organisatie, string naam, CancellationToken stop)
    {
        await _plaats.Verwijder(organisatie, naam, stop);
        await _plaats.Verwijder(organisatie, naam + Achtervoegsel, stop);
    }

    /// <param name="komt">Uploads that put the content in its place from here on, and have not been confirmed: so many bytes the note has.</param>
    /// <returns>False while the Opruimer holds the note.</returns>
    private bool Noteer(Organisatie organisatie, string naam, int komt = 0)
    {
        var notitie = Path.Combine(Directory.CreateDirectory(Onzeker(organisatie)).FullName, naam);
        try
        {
            using var slot = new FileStream(notitie, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            slot.SetLength(slot.Length + komt);
            File.SetLastWriteTimeUtc(notitie, klok.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
