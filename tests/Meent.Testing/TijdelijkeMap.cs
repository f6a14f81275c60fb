namespace Meent.Testing;

/// <summary>An empty folder that goes when the test ends.</summary>
public sealed class TijdelijkeMap : IDisposable
{
    public string Pad { get; } = Directory.CreateTempSubdirectory("meent-").FullName;

    public string Bestand(string naam) => Path.Combine(Pad, naam);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Pad, recursive: true);
        }
        catch (IOException)
        {
            // A process that still lets go of its files; the system clears its temporary folder by itself.
        }
    }
}
