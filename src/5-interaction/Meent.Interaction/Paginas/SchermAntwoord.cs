using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Interaction.Paginas;

/// <summary>Renders a Razor component to a whole page before the first byte is sent, so that a failure still becomes an error page.</summary>
internal sealed class SchermAntwoord(Type scherm, Verzoek verzoek, object? model, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var diensten = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(diensten, diensten.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Wortel.Scherm)] = scherm,
            [nameof(Wortel.Verzoek)] = verzoek,
            [nameof(Wortel.Model)] = model,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Wortel>(parameters)).ToHtmlString());
        var bytes = Encoding.UTF8.GetBytes(html);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
