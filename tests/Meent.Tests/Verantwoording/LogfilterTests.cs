using System.Collections.Concurrent;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Tests.Verantwoording;

/// <summary>A BSN in a query, where a standard puts it, comes in no line of the log, also when the operator wants to read all of ASP.NET Core.</summary>
[Collection(Landschapscollectie.Naam)]
public sealed class LogfilterTests(Landschapsnode landschap)
{
    private const string Fenna = "999970008";

    [Fact]
    public async Task With_the_levels_of_the_framework_on_no_query_is_logged()
    {
        var diensten = await landschap.Van(Engine.Sqlite);
        using var regels = new Regels();
        diensten.GetRequiredService<ILoggerFactory>().AddProvider(regels);
        using var client = new HttpClient { BaseAddress = new Uri(diensten.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()) };

        foreach (var pad in (string[])[$"zaken/api/v1/zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={Fenna}", $"verwerkingsacties/api/v1/verwerkingsacties?objecttype=persoon&soortObjectId=BSN&objectId={Fenna}", $"outway/personen?bsn={Fenna}", $"nergens?bsn={Fenna}"])
            (await client.GetAsync(new Uri($"duinwaarde/{pad}", UriKind.Relative))).Dispose();
        // Over the Outway and the Inway of another, with a query.
        (await diensten.GetRequiredService<Bronnen>().Stuur(HttpMethod.Get, new Namens("duinwaarde", "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:mijn-gegevens-inzien"), Diensten.Personen, $"personen?bsn={Fenna}")).Dispose();

        Assert.Contains(regels.Alle, regel => regel.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal));
        Assert.DoesNotContain(regels.Alle, regel => regel.Contains(Fenna, StringComparison.Ordinal));
    }

    private sealed class Regels : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _regels = new();

        public IEnumerable<string> Alle => _regels;

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _regels);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Logger(string categorie, ConcurrentQueue<string> regels) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                regels.Enqueue($"{categorie}: {formatter(state, exception)} {exception}");
        }
    }
}
