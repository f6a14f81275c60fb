using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;

namespace Meent.Node;

/// <summary>
/// Counts what comes in from outside for an organisation. Who a client is must be certain, or one could use up another's share; requests of the own
/// layers are not counted, those of other organisations are at the Inway.
/// </summary>
internal static class LimietMiddleware
{
    public static void UseLimieten(this IApplicationBuilder app)
    {
        var limieten = app.ApplicationServices.GetRequiredService<Limieten>();
        var jwt = app.ApplicationServices.GetRequiredService<ZgwJwt>();
        var clients = app.ApplicationServices.GetRequiredService<ApiClients>();
        app.Use((http, next) =>
        {
            if (http.OrganisatieOfNiets() is { } organisatie && http.Herkomst() == Herkomst.Buiten)
            {
                string? authorization = http.Request.Headers.Authorization;
                limieten.Neem(organisatie.Slug, clients.VanToken(authorization, organisatie.Slug)?.Id ?? jwt.Controleer(authorization, organisatie.Slug, out _, http.Connection.ClientCertificate)?.ClientId);
            }

            return next(http);
        });
    }
}
