using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Meent.Node;

/// <summary>
/// Metrics and traces over OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. ASP.NET Core, HttpClient and the runtime bring their own
/// meters; ours are called <c>Meent.*</c>.
/// </summary>
internal sealed class Meting : IHostedService, IDisposable
{
    private MeterProvider? _metingen;
    private TracerProvider? _sporen;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metingen = Sdk.CreateMeterProviderBuilder()
            .AddMeter("Meent.*", "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql")
            .AddOtlpExporter()
            .Build();
        _sporen = Sdk.CreateTracerProviderBuilder()
            .AddSource("Meent.*", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql")
            .AddProcessor(new ZonderQuery())
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <remarks>Disposing sends what was gathered.</remarks>
    public void Dispose()
    {
        _metingen?.Dispose();
        _sporen?.Dispose();
    }

    /// <summary>A standard may put a BSN in a query, so no query leaves in a trace.</summary>
    private sealed class ZonderQuery : BaseProcessor<System.Diagnostics.Activity>
    {
        public override void OnEnd(System.Diagnostics.Activity data)
        {
            data.SetTag("url.query", null);
            foreach (var naam in (ReadOnlySpan<string>)["url.full", "http.url", "http.target"])
                if (data.GetTagItem(naam) is string adres && adres.IndexOf('?', StringComparison.Ordinal) is var vraag and >= 0) data.SetTag(naam, adres[..vraag]);
        }
    }
}

internal static class MetingServices
{
    public static IServiceCollection AddMeting(this IServiceCollection services, IConfiguration configuratie) =>
        string.IsNullOrEmpty(configuratie["OTEL_EXPORTER_OTLP_ENDPOINT"]) ? services : services.AddHostedService<Meting>();
}
