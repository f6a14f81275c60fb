using System.Net;
using System.Text;
using Meent.Node;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Node;

/// <summary>What is true of every address that the node serves.</summary>
public sealed class EndpointTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task Every_endpoint_of_an_api_has_a_name_of_its_own()
    {
        var endpoints = (await Endpoints()).Where(IsVanDienst).ToList();

        var zonder = endpoints.Where(e => e.Metadata.GetMetadata<IEndpointNameMetadata>() is null).Select(Wat).ToList();
        Assert.True(zonder.Count == 0, string.Join('\n', zonder));
        Assert.Empty(endpoints.GroupBy(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task An_api_gives_a_stranger_nothing_unless_it_says_that_it_is_open()
    {
        var endpoints = await Endpoints();
        await using var meent = await MeentProces.Start(_map.Pad);
        using var client = new HttpClient();
        var open = new List<string>();
        foreach (var endpoint in endpoints.Where(e => IsVanDienst(e) && e.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            foreach (var methode in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                // Any organisation that keeps the service; one that does not answers 404 before anything is asked.
                var statussen = new List<HttpStatusCode>();
                foreach (var slug in (string[])["duinwaarde", "basisregistraties"])
                {
                    using var verzoek = new HttpRequestMessage(new HttpMethod(methode), meent.Basis + "/" + slug + Pad(endpoint.RoutePattern));
                    if (methode is "POST" or "PUT" or "PATCH") verzoek.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                    using var antwoord = await client.SendAsync(verzoek);
                    statussen.Add(antwoord.StatusCode);
                }

                var geweigerd = statussen.Any(s => s is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed);
                if (!geweigerd || statussen.Any(s => (int)s < 400))
                    open.Add($"{methode} {endpoint.RoutePattern.RawText}: {string.Join(", ", statussen)}");
            }
        }

        Assert.True(open.Count == 0, string.Join('\n', open));
    }

    public void Dispose() => _map.Dispose();

    private async Task<List<RouteEndpoint>> Endpoints()
    {
        await using var app = Knooppunt.Bouw(new Instellingen(null, [$"Meent:Data={_map.Bestand("data")}"]));
        IEndpointRouteBuilder routes = app;
        return [.. routes.DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];
    }

    private static string Wat(RouteEndpoint endpoint) => $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}";

    private static bool IsVanDienst(RouteEndpoint endpoint) => Diensten.Alle.Any(d => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/')).StartsWith(Diensten.Pad(d), StringComparison.Ordinal));

    /// <summary>A path that fits the pattern.</summary>
    private static string Pad(RoutePattern patroon) => "/" + string.Join('/', patroon.PathSegments.Select(segment => string.Concat(segment.Parts.Select(deel => deel switch
    {
        RoutePatternLiteralPart letterlijk => letterlijk.Content,
        RoutePatternSeparatorPart scheiding => scheiding.Content,
        RoutePatternParameterPart parameter => Waarde(parameter),
        _ => "",
    }))));

    private static string Waarde(RoutePatternParameterPart parameter)
    {
        var soorten = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        return soorten.Contains("guid") ? "0199f1f0-0000-7000-8000-000000000001" : soorten.Exists(s => s is "int" or "long") ? "2026" : "a";
    }
}
