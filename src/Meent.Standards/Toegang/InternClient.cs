using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Meent.Standards.Toegang;

/// <summary>
/// The client as which layers 5 and 4, and one bron at another, call inside an organisation. Its secret lives as long as the process and
/// never leaves it, unless the nodes of a cluster share one; the Outway takes the token off.
/// </summary>
/// <param name="geheim">The secret that the nodes share; none for one of its own.</param>
public sealed class InternClient(TimeProvider klok, Interngeheim? geheim = null)
{
    public const string Id = "meent-intern";

    private const int MeesteOnthouden = 10_000;
    private static readonly TimeSpan Onthouden = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Authorization, DateTimeOffset Tot)> _tokens = new(StringComparer.Ordinal);

    internal byte[] Geheim { get; } = geheim?.Bytes ?? RandomNumberGenerator.GetBytes(32);

    /// <summary>A value for <c>Authorization</c>.</summary>
    /// <param name="gebruiker">Employee, or <c>burger</c>.</param>
    public string Authorization(string? gebruiker)
    {
        var nu = klok.GetUtcNow();
        var wie = gebruiker ?? "";
        if (_tokens.TryGetValue(wie, out var bekend) && bekend.Tot > nu) return bekend.Authorization;
        if (_tokens.Count >= MeesteOnthouden) _tokens.Clear();
        var authorization = $"Bearer {ZgwJwt.Maak(Id, Geheim, nu, wie, wie)}";
        _tokens[wie] = (authorization, nu + Onthouden);
        return authorization;
    }
}

/// <summary>Secret of <see cref="InternClient"/> at every node of a cluster.</summary>
/// <param name="Bytes">256 bits.</param>
public sealed record Interngeheim(byte[] Bytes);
