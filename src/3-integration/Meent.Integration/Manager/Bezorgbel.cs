using System.Threading.Channels;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Manager;

/// <summary>Wakes the deliverer for one organisation.</summary>
internal sealed class Bezorgbel
{
    private readonly Channel<Organisatie> _gebeld = Channel.CreateUnbounded<Organisatie>(new() { SingleReader = true });

    public void Luid(Organisatie organisatie) => _gebeld.Writer.TryWrite(organisatie);

    public IAsyncEnumerable<Organisatie> Gebeld(CancellationToken stop) => _gebeld.Reader.ReadAllAsync(stop);
}
