using Meent.Data.Opslag;

namespace Meent.Data.Outbox;

/// <summary>
/// Name of this node among those that share its databases: the same after a restart, also after it was killed, so that it goes on at once with the turns
/// (<see cref="Beurt"/>) that it held. It is that of the first file of this machine that no other process has locked; the system lets go of the lock of a
/// process that died.
/// </summary>
public sealed class Knooppunt : IDisposable
{
    private const int Meeste = 64;

    private readonly string _map;
    private readonly FileStream? _slot;

    public Knooppunt(OpslagOptions opslag)
    {
        var map = _map = Path.Combine(opslag.Map, "knooppunten");
        Directory.CreateDirectory(map);
        for (var nummer = 1; nummer <= Meeste && _slot is null; nummer++)
        {
            Naam = $"{Environment.MachineName}-{nummer}";
            _slot = Pak(Path.Combine(map, Naam));
        }

        // A name of its own, which only means that others wait for the end of its turn when it dies.
        if (_slot is null) Naam = Guid.CreateVersion7().ToString("N");
    }

    public string Naam { get; } = "";

    /// <summary>Whether a process of this machine has a name now.</summary>
    public bool Leeft(string naam)
    {
        var bestand = Path.Combine(_map, naam);
        if (!File.Exists(bestand)) return false;
        using var slot = Pak(bestand);
        return slot is null;
    }

    public void Dispose() => _slot?.Dispose();

    private static FileStream? Pak(string bestand)
    {
        try
        {
            return new FileStream(bestand, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
