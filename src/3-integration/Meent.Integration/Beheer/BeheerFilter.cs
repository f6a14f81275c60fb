using Meent.Integration.Auditlog;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Beheer;

/// <summary>
/// Who may administer: the own layers 5 and 4, which know the employee, and the API clients that configuration names. Errors come out as problems.
/// </summary>
internal sealed class BeheerFilter(ZgwJwt jwt, IOptions<FscOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (jwt.Controleer(http.Request.Headers.Authorization, http.Organisatie().Slug, out var reden, http.Connection.ClientCertificate) is not { Scope: null } beller
            || (beller.IsIntern && http.Herkomst() != Herkomst.Intern))
            throw new ProbleemException(new Probleem(401, "not_authenticated", "U bent niet aangemeld.", reden));
        if (!beller.IsIntern && !options.Value.Beheerders.Contains(beller.ClientId))
            throw new ProbleemException(new Probleem(
                403, "permission_denied", "U mag dit niet.", $"Client '{beller.ClientId}' mag de Manager niet beheren ({FscOptions.Sectie}:Beheerders)."));
        try
        {
            http.Features.Set(Opdrachtgever.Van(http, beller));
            return await next(context);
        }
        catch (Exception fout) when (!http.RequestAborted.IsCancellationRequested && Beheerfout.Van(fout) is { } probleem)
        {
            throw probleem;
        }
    }
}
