using Meent.Testing;

namespace Meent.Tests.Testing;

public sealed class MeentProcesTests
{
    [Fact]
    public async Task A_process_does_not_outlive_who_started_it()
    {
        using var map = new TijdelijkeMap();
        await using var meent = await MeentProces.Start(map.Pad);

        Assert.Equal(0, await meent.Verlaat());
    }
}
