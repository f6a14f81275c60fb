using Meent.Standards.Organisaties;

namespace Meent.Data.Inhoud;

/// <summary>Files in the folder of the organisation, spread over two levels of folders so that none grows large.</summary>
internal sealed class Mapplaats(string map) : Plaats
{
    public override Task Bewaar(Organisatie organisatie, string naam, string bestand, string sha256, CancellationToken stop)
    {
        var doel = Pad(organisatie, naam);
        var ouder = Path.GetDirectoryName(doel)!;
        if (!Directory.Exists(ouder))
        {
            // A new folder is durable when the one above it is.
            Directory.CreateDirectory(ouder);
            Schijf.SpoelMap(Path.GetDirectoryName(Path.GetDirectoryName(ouder)!)!);
            Schijf.SpoelMap(Path.GetDirectoryName(ouder)!);
        }

        File.Move(bestand, doel, overwrite: true);
        Schijf.SpoelMap(ouder);
        return Task.CompletedTask;
    }

    public override ValueTask<Stream?> Open(Organisatie organisatie, string naam, CancellationToken stop)
    {
        var pad = Pad(organisatie, naam);
        return ValueTask.FromResult<Stream?>(File.Exists(pad)
            ? new FileStream(pad, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous })
            : null);
    }

    public override Task Verwijder(Organisatie organisatie, string naam, CancellationToken stop)
    {
        var pad = Pad(organisatie, naam);
        if (File.Exists(pad)) File.Delete(pad);
        return Task.CompletedTask;
    }

    private string Pad(Organisatie organisatie, string naam) => Path.Combine(Inhoudopslag.Wortel(map, organisatie), naam[..2], naam[2..4], naam);
}
