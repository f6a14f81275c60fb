using System.Threading.Channels;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Manager;

/// <summary>Wakes the deliverer for one organisation.</summary>
internal sealed class Bezorgbel(OpslagOptions opslag, OrganisatieLijst organisaties)
{
    private readonly Channel<Organisatie> _gebeld = Channel.CreateUnbounded<Organisatie>(new() { SingleReader = true });

    private string Map => Path.Combine(opslag.Map, "bezorgen");

    public void Luid(Organisatie organisatie) => _gebeld.Writer.TryWrite(organisatie);

    public IAsyncEnumerable<Organisatie> Gebeld(CancellationToken stop) => _gebeld.Reader.ReadAllAsync(stop);

    /// <summary>For a command, which ends before everything is brought: the node beside it finds the note. Without a node its next start does what is due.</summary>
    public void LegBriefje(Organisatie organisatie)
    {
        Directory.CreateDirectory(Map);
        File.WriteAllBytes(Path.Combine(Map, organisatie.Slug), []);
    }

    /// <summary>Rings for the organisations of which there is a note, and opens no database to know it.</summary>
    public void LeesBriefjes()
    {
        try
        {
            if (!Directory.Exists(Map)) return;
            foreach (var briefje in Directory.GetFiles(Map))
            {
                File.Delete(briefje);
                if (organisaties.Vind(Path.GetFileName(briefje)) is { } organisatie) Luid(organisatie);
            }
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be read now; the next time it may.
        }
    }
}
