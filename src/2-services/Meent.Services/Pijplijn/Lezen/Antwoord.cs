using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

internal static class Antwoord
{
    public static Task Json(HttpContext http, Buffer buffer, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = buffer.Lengte;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(buffer.Inhoud, http.RequestAborted).AsTask();
    }
}
