using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Meent.Standards.Toegang;

namespace Meent.Services.Pijplijn;

/// <summary>A client as far as its access token goes (RFC 6749 §3.3): of what it may, the scopes that the token names.</summary>
internal static class Tokenscopes
{
    private const int MeesteOnthouden = 1_000;

    /// <summary>The same object for the same token as long as the client keeps its authorisations: what follows from it is kept with it.</summary>
    private static readonly ConditionalWeakTable<ApiClient, ConcurrentDictionary<string, ApiClient>> Gemaakt = [];

    /// <param name="scope">As the token has them; null for all.</param>
    public static ApiClient Beperk(this ApiClient client, string? scope)
    {
        if (scope is null) return client;
        var bekend = Gemaakt.GetOrCreateValue(client);
        if (bekend.Count >= MeesteOnthouden) bekend.Clear();
        return bekend.GetOrAdd(scope, static (scope, client) => Maak(client, scope.Split(' ')), client);
    }

    /// <summary>Whether a client has all of these.</summary>
    public static bool Heeft(this ApiClient client, IEnumerable<string> scopes) =>
        client.HeeftAlleAutorisaties || scopes.All(scope => client.Scopes.Contains(scope) || client.Autorisaties.Any(a => a.Scopes.Contains(scope)));

    private static ApiClient Maak(ApiClient client, string[] scopes) => client with
    {
        HeeftAlleAutorisaties = false,
        AllesMet = client.HeeftAlleAutorisaties ? scopes : [],
        Autorisaties = [.. client.Autorisaties.Select(a => a with { Scopes = [.. a.Scopes.Intersect(scopes)] })],
        Scopes = [.. client.Scopes.Intersect(scopes)],
        // The Objecten API knows no scopes.
        Objecttypen = [],
    };
}
