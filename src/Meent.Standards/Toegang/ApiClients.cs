namespace Meent.Standards.Toegang;

/// <summary>An application that may call the APIs, known by a shared secret (VNG ZGW, "Authenticatie en autorisatie": JWT with HS256).</summary>
/// <param name="Id">The <c>client_id</c>.</param>
/// <param name="Geheim">The shared secret; 128 bits or more.</param>
/// <param name="Organisatie">Slug of the one organisation that it may call, or null for all on this node.</param>
public sealed record ApiClient(string Id, string Geheim, string? Organisatie = null);

/// <summary>The API clients of this node.</summary>
public sealed class ApiClients(IEnumerable<ApiClient> clients)
{
    private readonly ILookup<string, ApiClient> _byId = clients.ToLookup(c => c.Id, StringComparer.Ordinal);

    public ApiClient? Vind(string id, string organisatie) => _byId[id].FirstOrDefault(c => c.Organisatie is null || c.Organisatie == organisatie);
}
