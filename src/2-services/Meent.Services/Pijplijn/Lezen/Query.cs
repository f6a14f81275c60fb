using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

internal static class Query
{
    /// <exception cref="Standards.Problemen.ProbleemException">400: a parameter that the operation does not have.</exception>
    public static void Alleen(HttpRequest request, IReadOnlyCollection<string> bekend)
    {
        if (request.QueryString.HasValue && request.Query.Keys.Where(naam => !bekend.Contains(naam)).ToList() is { Count: > 0 } onbekend)
            throw Weiger.OnbekendeParameters(onbekend);
    }
}
