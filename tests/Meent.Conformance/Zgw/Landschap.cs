using Meent.Testing;

namespace Meent.Conformance.Zgw;

/// <summary>The running program with its demo landscape.</summary>
public sealed class Landschap : IAsyncLifetime, IDisposable
{
    private readonly TijdelijkeMap _map = new();

    public MeentProces Meent { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Omgeving.HeeftShared) Meent = await MeentProces.Start(_map.Pad);
    }

    public async Task DisposeAsync()
    {
        if (Meent is not null) await Meent.DisposeAsync();
    }

    public void Dispose() => _map.Dispose();
}
