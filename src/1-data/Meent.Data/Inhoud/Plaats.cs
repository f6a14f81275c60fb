using Meent.Standards.Organisaties;

namespace Meent.Data.Inhoud;

/// <summary>Keeps immutable content by name, apart for each organisation. Names are 64 hexadecimal digits, with a suffix when it is encrypted.</summary>
internal abstract class Plaats
{
    /// <summary>Keeps a file under a name, in the place of what was there; it is durable when this returns.</summary>
    /// <param name="bestand">A temporary file on this machine; gone or left, the caller removes it.</param>
    /// <param name="sha256">Of the file as it is.</param>
    public abstract Task Bewaar(Organisatie organisatie, string naam, string bestand, string sha256, CancellationToken stop);

    /// <returns>A stream that can be moved to any place in it; null when there is no such content.</returns>
    public abstract ValueTask<Stream?> Open(Organisatie organisatie, string naam, CancellationToken stop);

    public abstract Task Verwijder(Organisatie organisatie, string naam, CancellationToken stop);
}
