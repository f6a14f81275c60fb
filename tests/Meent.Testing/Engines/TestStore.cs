using Meent.Data;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Testing.Engines;

/// <summary>An empty, migrated database of one invented municipality, gone when the test ends.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly TijdelijkeMap _map;

    private TestStore(TijdelijkeMap map, ServiceProvider services, Store store) => (_map, Services, Store) = (map, services, store);

    /// <summary>The services that the test registered, and those of the data layer.</summary>
    public ServiceProvider Services { get; }

    public Store Store { get; }

    public Stores Stores => Services.GetRequiredService<Stores>();

    public Organisatie Organisatie => Store.Organisatie;

    /// <param name="bronnen">Registers the bronnen (and whatever else) that the test needs: <c>s => s.AddBron(…)</c>, <c>s => s.AddVerhuur()</c>.</param>
    /// <param name="opties">Other options than those of an empty place.</param>
    public static async Task<TestStore> Create(Engine engine, Action<IServiceCollection>? bronnen = null, Func<OpslagOptions, OpslagOptions>? opties = null)
    {
        var map = new TijdelijkeMap();
        var services = new ServiceCollection();
        services.AddLogging();
        bronnen?.Invoke(services);
        var opslag = await Opslag(engine, map);
        services.AddData(opties?.Invoke(opslag) ?? opslag);
        var provider = services.BuildServiceProvider();
        return new TestStore(map, provider, await provider.GetRequiredService<Stores>().Get(TestOrganisatie()));
    }

    /// <summary>An invented municipality that keeps every service.</summary>
    public static Organisatie TestOrganisatie(string slug = "duinwaarde") => new(
        slug, "Gemeente Duinwaarde", "00000001990000011000", "990000011", "9901", $"http://localhost:8080/{slug}", Diensten.Alle.ToHashSet(StringComparer.Ordinal));

    /// <summary>Options for an empty place to keep data.</summary>
    public static async Task<OpslagOptions> Opslag(Engine engine, TijdelijkeMap map)
    {
        if (engine == Engine.Sqlite) return new OpslagOptions { Map = map.Pad };

        var server = await PostgresServer.Gedeeld;
        return new OpslagOptions { Map = map.Pad, Database = "postgres", Postgres = server.Verbinding(server.NieuweNaam() + "_{organisatie}") };
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _map.Dispose();
    }
}
