using Meent.Testing;

namespace Meent.Tests.Invoer;

/// <summary>One running demo landscape for the tests of a class.</summary>
public sealed class Draaiend : IAsyncLifetime
{
    private readonly TijdelijkeMap _map = new();

    public MeentProces Meent { get; private set; } = null!;

    public async Task InitializeAsync() => Meent = await MeentProces.Start(_map.Pad);

    public async Task DisposeAsync()
    {
        await Meent.DisposeAsync();
        _map.Dispose();
    }
}
