using System.Collections.Concurrent;
using Meent.Demo;
using Meent.Node;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Verantwoording;

[CollectionDefinition(Naam)]
public sealed class Landschapscollectie : ICollectionFixture<Landschapsnode>
{
    public const string Naam = "landschap";
}

/// <summary>The demo landscape in this process, on each engine: four organisations that reach each other over FSC only, with real TLS.</summary>
public sealed class Landschapsnode : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Engine, Lazy<Task<WebApplication>>> _nodes = new();
    private readonly ConcurrentBag<TijdelijkeMap> _mappen = [];

    public async Task<IServiceProvider> Van(Engine engine) => (await _nodes.GetOrAdd(engine, e => new(() => Start(e))).Value).Services;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes.Values)
        {
            var app = await node.Value;
            await app.StopAsync();
            await app.DisposeAsync();
        }

        foreach (var map in _mappen) map.Dispose();
    }

    private Task<WebApplication> Start(Engine engine)
    {
        var map = new TijdelijkeMap();
        _mappen.Add(map);
        return Start(engine, map);
    }

    /// <param name="erbij">Settings beside those of the demo.</param>
    internal static async Task<WebApplication> Start(Engine engine, TijdelijkeMap map, params string[] erbij)
    {
        var opslag = await TestStore.Opslag(engine, map);
        var basis = $"http://localhost:{MeentProces.VrijePoort()}";
        var app = Knooppunt.BouwOmTeDienen(new Instellingen(null, [
            $"Meent:Basis={basis}", $"Meent:Luister:0={basis}", $"Meent:Fsc:Poort={MeentProces.VrijePoort()}", $"Meent:Data={map.Bestand("data")}",
            // As an operator may want to read along.
            "Logging:LogLevel:Microsoft.AspNetCore=Information", "Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "Logging:LogLevel:Yarp=Information",
            .. engine == Engine.Postgres ? ["Meent:Database:Soort=postgres", $"Meent:Database:Verbinding={opslag.Postgres}"] : Array.Empty<string>(),
            .. erbij,
        ]));
        await app.StartAsync();
        await app.Services.GetRequiredService<Demovulling>().Voer(TextWriter.Null, CancellationToken.None);
        await Democontracten.Sluit(app, TextWriter.Null, CancellationToken.None);
        return app;
    }
}
