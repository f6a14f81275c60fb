using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Node;

/// <summary>
/// For those who watch a node: <c>/live</c> (the process answers; no I/O), <c>/ready</c> (may get traffic), and <c>/{organisatie}/ready</c>
/// (that organisation's database can be read; another's trouble does not show).
/// </summary>
internal static class Gezondheid
{
    public static IServiceCollection AddGezondheid(this IServiceCollection services) => services.AddSingleton<Gereedheid>();

    public static void MapGezondheid(this IEndpointRouteBuilder app)
    {
        app.MapGet("/live", () => "live").WithName("live").AllowAnonymous();
        app.MapGet("/ready", async (HttpContext http, Gereedheid node, CancellationToken stop) =>
        {
            if (!node.IsGereed) return Results.Text("niet gereed", statusCode: StatusCodes.Status503ServiceUnavailable);
            // A node that keeps no data has none to read.
            if (http.OrganisatieOfNiets() is { } organisatie && http.RequestServices.GetService<Stores>() is { } stores)
            {
                // A database that cannot be opened answers 503 by itself.
                var store = await stores.Get(organisatie);
                await store.Read(session => session.One("SELECT 1", row => row.Long(0)), stop);
            }

            return Results.Text("gereed");
        }).WithName("ready").AllowAnonymous();
    }
}

/// <summary>Whether this node may get traffic: from when it has been put together, until it is asked to stop.</summary>
internal sealed class Gereedheid(IHostApplicationLifetime leven)
{
    private volatile bool _opgebouwd;

    public bool IsGereed => _opgebouwd && !leven.ApplicationStopping.IsCancellationRequested;

    public void Opgebouwd() => _opgebouwd = true;
}
