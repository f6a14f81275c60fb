using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Outway;

/// <summary>
/// Names for services of others, so that a client needs no grant hash and no header of FSC: as the first part of a path of the Outway
/// (<c>/{organisatie}/via/{alias}/…</c>), or as a host name of its own.
/// </summary>
internal sealed class Aliassen(IOptions<FscOptions> options)
{
    public const string Pad = "/via";

    private readonly Dictionary<string, (string Slug, string Alias)> _opHost = options.Value.Aliassen
        .SelectMany(o => o.Value.Where(a => a.Value.Host is not null).Select(a => (Host: a.Value.Host!, o.Key, Alias: a.Key)))
        .ToDictionary(a => a.Host, a => (a.Key, a.Alias), StringComparer.OrdinalIgnoreCase);

    public AliasOptions? Vind(Organisatie organisatie, string alias) =>
        options.Value.Aliassen.TryGetValue(organisatie.Slug, out var aliassen) ? aliassen.GetValueOrDefault(alias) : null;

    /// <summary>A request for the host name of an alias becomes one for its path.</summary>
    public void OpHost(HttpContext http)
    {
        if (_opHost.Count == 0 || !_opHost.TryGetValue(http.Request.Host.Host, out var alias)) return;
        var begin = $"/{alias.Slug}{Pad}/{alias.Alias}";
        var verzoek = http.Features.GetRequiredFeature<IHttpRequestFeature>();
        http.Request.Path = new PathString(begin).Add(http.Request.Path);
        verzoek.RawTarget = begin + verzoek.RawTarget;
    }
}
