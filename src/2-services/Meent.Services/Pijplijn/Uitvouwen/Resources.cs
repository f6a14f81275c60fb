using System.Collections.Concurrent;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn.Uitvouwen;

/// <summary>The resources of this node by their path, so that a URL in an answer tells what stands behind it.</summary>
internal sealed class Resources
{
    private const int IdLengte = 36;

    private readonly ConcurrentDictionary<string, Resource> _opPad = new(StringComparer.Ordinal);

    public void Voeg(Resource resource) => _opPad[resource.Nest is { } nest ? resource.Pad.Replace($"{{{nest.Parameter}}}", "{}", StringComparison.Ordinal) : resource.Pad] = resource;

    /// <summary>The resource at a stored URL, and its id; null for a URL elsewhere, or of something that is no resource.</summary>
    public (Resource Resource, Guid Id)? Vind(string bewaard)
    {
        var schuin = bewaard.LastIndexOf('/');
        if (bewaard.Length == 0 || bewaard[0] != EigenUrls.Plek || schuin < 0 || !Guid.TryParseExact(bewaard.AsSpan(schuin + 1), "D", out var id)) return null;
        var pad = bewaard[1..schuin];
        if (_opPad.TryGetValue(pad, out var resource)) return (resource, id);
        var ouder = pad.LastIndexOf('/') - IdLengte;
        return ouder > 0 && Guid.TryParseExact(pad.AsSpan(ouder, IdLengte), "D", out _) && _opPad.TryGetValue($"{pad[..ouder]}{{}}{pad[(ouder + IdLengte)..]}", out resource)
            ? (resource, id)
            : null;
    }
}
