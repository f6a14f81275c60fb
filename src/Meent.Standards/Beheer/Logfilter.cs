using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Standards.Beheer;

/// <summary>
/// A standard may put a BSN in a query. What ASP.NET Core, Kestrel and YARP say of single requests names their whole address, so it is not logged, whatever
/// levels the configuration asks for.
/// </summary>
public static class Logfilter
{
    /// <summary>Categories with an address in their messages below this level.</summary>
    private static readonly string[] MetAdres = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests", "Microsoft.AspNetCore.HttpLogging", "Yarp.ReverseProxy.Forwarder"];

    public static IServiceCollection AddLogfilter(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(filter =>
    {
        // Of two rules as precise the last counts, and one for a provider goes before one for all.
        foreach (var provider in filter.Rules.Select(regel => regel.ProviderName).Append(null).Distinct().ToList())
        {
            for (var i = filter.Rules.Count - 1; i >= 0; i--)
                if (filter.Rules[i] is { CategoryName: { } categorie } regel && regel.ProviderName == provider && MetAdres.Any(naam => categorie.StartsWith(naam, StringComparison.OrdinalIgnoreCase))) filter.Rules.RemoveAt(i);
            foreach (var naam in MetAdres) filter.Rules.Add(new LoggerFilterRule(provider, naam, LogLevel.Warning, null));
        }
    });
}
