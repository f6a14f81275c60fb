using Meent.Data.Outbox;

namespace Meent.Data.Opslag;

/// <summary>
/// A file that says: this process may have left work at this organisation. It is on the disk before the first write, and goes when the organisation is at
/// rest and nothing waits. A node that starts looks after the organisations that are marked, and opens no other database.
/// </summary>
internal sealed class Werkmerk(string bestand, TimeProvider klok)
{
    private readonly Lock _slot = new();
    private int _bezig;
    private long _keren;
    private long _gevraagd = -1;
    private long _laatst = klok.GetUtcNow().UtcTicks;
    private bool _gezet = File.Exists(bestand);

    /// <summary>A write begins.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">503: the mark cannot be made, so neither can the write.</exception>
    public void Begin()
    {
        Interlocked.Increment(ref _bezig);
        if (Volatile.Read(ref _gezet)) return;
        try
        {
            lock (_slot) Zet();
        }
        catch (IOException)
        {
            Interlocked.Decrement(ref _bezig);
            throw Problemen.DiskFull();
        }
    }

    /// <summary>A write ended, well or not.</summary>
    public void Einde()
    {
        Volatile.Write(ref _laatst, klok.GetUtcNow().UtcTicks);
        Interlocked.Increment(ref _keren);
        Interlocked.Decrement(ref _bezig);
    }

    /// <summary>Whether it is time to ask if there is work: nothing was written since, and it was not asked after the last write.</summary>
    /// <param name="keren">Writes until now, for <see cref="Neem"/>.</param>
    public bool IsStil(DateTimeOffset sinds, out long keren)
    {
        keren = Interlocked.Read(ref _keren);
        return Volatile.Read(ref _gezet) && Volatile.Read(ref _bezig) == 0 && Volatile.Read(ref _laatst) < sinds.UtcTicks && _gevraagd != keren;
    }

    /// <summary>There is work that waits for its time; not asked again before the next write.</summary>
    public void Blijf(long keren) => _gevraagd = keren;

    /// <summary>Takes the mark away, unless something was written since it was asked.</summary>
    public void Neem(long keren)
    {
        lock (_slot)
        {
            if (Interlocked.Read(ref _keren) != keren) return;
            // Who begins from here on waits at the lock to mark it again; who began just before is seen now.
            Interlocked.Exchange(ref _gezet, false);
            if (Volatile.Read(ref _bezig) > 0) Interlocked.Exchange(ref _gezet, true);
            else File.Delete(bestand);
        }
    }

    /// <summary>Goes on with what a process that is no more left: its file becomes this one.</summary>
    public void Erf(string van)
    {
        lock (_slot)
        {
            File.Move(van, bestand, overwrite: true);
            Volatile.Write(ref _gezet, true);
            Interlocked.Increment(ref _keren);
        }
    }

    private void Zet()
    {
        if (_gezet) return;
        Directory.CreateDirectory(Path.GetDirectoryName(bestand)!);
        using (var stroom = new FileStream(bestand, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite)) stroom.Flush(flushToDisk: true);
        Volatile.Write(ref _gezet, true);
    }
}

/// <summary>
/// The marks of all processes that share the folder, each with its own: a command that finds no work does not take the mark of the node beside it away.
/// </summary>
/// <param name="knooppunt">Null for a store that stands alone.</param>
internal sealed class Werkmerken(OpslagOptions options, Knooppunt? knooppunt, TimeProvider klok)
{
    private readonly string _naam = knooppunt?.Naam ?? Environment.MachineName;

    private string Map => Path.Combine(options.Map, "werk");

    public Werkmerk Van(string slug) => new(Bestand(slug, _naam), klok);

    /// <summary>Takes over the marks at an organisation of processes of this machine that are no more; a command left them, or a process that was killed.</summary>
    public void Erf(string slug, Werkmerk merk)
    {
        if (!Directory.Exists(Map)) return;
        try
        {
            foreach (var bestand in Directory.GetFiles(Map, $"{slug}.{Environment.MachineName}*"))
            {
                if (Path.GetFileName(bestand)[(slug.Length + 1)..] is var naam && naam != _naam && knooppunt?.Leeft(naam) == false) merk.Erf(bestand);
            }
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            // It stays whose it is; the next round may do it.
        }
    }

    private string Bestand(string slug, string naam) => Path.Combine(Map, $"{slug}.{naam}");

    /// <summary>Slugs of the organisations that may have work.</summary>
    public IReadOnlySet<string> Slugs() => !Directory.Exists(Map) ? new HashSet<string>() : Directory.EnumerateFiles(Map)
        .Select(pad => Path.GetFileName(pad).Split('.')[0]).ToHashSet(StringComparer.Ordinal);
}
