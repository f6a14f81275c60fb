using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Paginas;

/// <summary>303: after a form, look at that page.</summary>
internal sealed class GaNaarAntwoord(string adres) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = adres;
        return Task.CompletedTask;
    }
}
