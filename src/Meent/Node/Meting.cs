using System.Diagnostics;
using Meent.Standards.Identificaties;
using Microsoft.AspNetCore.Http.Features;
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

    /// <summary>A standard may put a BSN in a query, so no query leaves in a trace; and in the path of a program elsewhere there may be one.</summary>
    private sealed class ZonderQuery : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            data.SetTag("url.query", null);
            foreach (var naam in (ReadOnlySpan<string>)["url.full", "url.path", "http.url", "http.target"])
                if (data.GetTagItem(naam) is string adres) data.SetTag(naam, Bsn.Verberg(adres.Split('?', 2)[0]));
        }
    }

    /// <summary>
    /// Says in the span of a request what was asked and how it went: ASP.NET Core makes the span, and tells nothing in it. It goes before all else, so that it sees the requests of the FSC port too.
    /// </summary>
    private sealed class Verzoekspoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(verder => async http =>
            {
                var (methode, pad) = (http.Request.Method, http.Request.PathBase.Add(http.Request.Path).Value);
                try
                {
                    await verder(http);
                }
                finally
                {
                    if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span) Beschrijf(span, http, methode, pad);
                }
            });
            next(app);
        };

        /// <remarks>The names are those of OpenTelemetry's semantic conventions for HTTP.</remarks>
        private static void Beschrijf(Activity span, HttpContext http, string methode, string? pad)
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            span.DisplayName = route is null ? methode : $"{methode} {route}";
            span.SetTag("http.request.method", methode);
            span.SetTag("server.address", http.Request.Host.Host);
            span.SetTag("url.path", pad);
            span.SetTag("http.route", route);
            span.SetTag("http.response.status_code", http.Response.StatusCode);
            if (http.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
        }
    }

    public static IServiceCollection Voeg(IServiceCollection services) => services.AddSingleton<IStartupFilter, Verzoekspoor>().AddHostedService<Meting>();
}

internal static class MetingServices
{
    public static IServiceCollection AddMeting(this IServiceCollection services, IConfiguration configuratie) =>
        string.IsNullOrEmpty(configuratie["OTEL_EXPORTER_OTLP_ENDPOINT"]) ? services : Meting.Voeg(services);
}
