using Meent.Integration.Fsc;
using Meent.Integration.Inway;
using Meent.Integration.Manager;
using Meent.Integration.Outway;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Poort;

/// <summary>
/// Takes requests of the FSC port out of the host's pipeline before anything else sees them: a Manager or Inway is reachable there only, and
/// nothing else is.
/// </summary>
internal sealed partial class FscPijplijn(Adressen adressen, Aliassen aliassen, InwayProxy inway) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // A builder of its own, so that the host's endpoints are not routed to here.
        var branch = new ApplicationBuilder(app.ApplicationServices);
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapManager());
        var manager = branch.Build();

        app.Use(verder => http => http.Features.Get<FscListener.Merk>() is not null ? Veilig(http, FscDomein.Manager, h => Verdeel(h, manager))
            // Its target is a host and not a path, so no endpoint would find it; whoever asks it takes this for a forward proxy (FSC Core 4.6.1).
            : HttpMethods.IsConnect(http.Request.Method) ? Veilig(http, FscDomein.Outway, GeenTunnel)
            : Verder(http, verder));
        next(app);
    };

    /// <summary>Runs a component of FSC; what goes wrong is told as FSC has it.</summary>
    public static async Task Veilig(HttpContext http, FscDomein domein, Func<HttpContext, Task> werk)
    {
        try
        {
            await werk(http);
        }
        catch (Exception fout) when (FscAntwoord.Vertaal(fout, domein) is { } vertaald && !http.Response.HasStarted)
        {
            if (vertaald.Status == 500 && fout is not FscException)
                Mislukt(http.RequestServices.GetRequiredService<ILogger<FscPijplijn>>(), fout);
            await FscAntwoord.Schrijf(http, vertaald);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller went away.
        }
    }

    private Task Verder(HttpContext http, RequestDelegate verder)
    {
        aliassen.OpHost(http);
        return verder(http);
    }

    private static Task GeenTunnel(HttpContext http)
    {
        Verzoek.KanDoor(http, FscDomein.Outway);
        return Task.CompletedTask;
    }

    private Task Verdeel(HttpContext http, RequestDelegate manager)
    {
        if (adressen.Vind(http.Features.Get<ITlsHandshakeFeature>()?.HostName) is not { } gevraagd)
            throw new FscException(421, FscCodes.NotFound, "Dit adres is hier niet.");
        http.ZetOrganisatie(gevraagd.Organisatie);
        return gevraagd.Component switch
        {
            Component.Manager => manager(http),
            Component.Inway => inway.Verwerk(http),
            _ => throw new FscException(404, FscCodes.NotFound, "Dit adres neemt geen verzoeken aan."),
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Een verzoek op de FSC-poort is mislukt.")]
    private static partial void Mislukt(ILogger log, Exception fout);
}
