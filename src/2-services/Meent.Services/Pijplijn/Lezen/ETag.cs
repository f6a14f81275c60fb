using System.Text;
using Meent.Data.Opslag;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>
/// A strong ETag without reading the body: the version of the row, the epoch of the database, the base URL that is filled in, and the computed values.
/// </summary>
internal static class ETag
{
    public static string Maak(Store store, long versie, string basis, string invloeden) =>
        $"\"{versie:x}-{store.Epoch}-{Fnv(basis, Fnv(invloeden, 14695981039346656037)):x}\"";

    /// <summary>For an answer that depends on more than its own row.</summary>
    public static string VanInhoud(ReadOnlySpan<byte> inhoud) => $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(inhoud).AsSpan(0, 16))}\"";

    /// <summary>Whether the client has this representation already (RFC 9110 §13.1.2).</summary>
    public static bool Bekend(HttpRequest request, string etag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } tags && tags.Any(t => t is not null && (t == "*" || t.Split(',').Any(een => een.Trim().AsSpan().TrimStart("W/").SequenceEqual(etag))));

    // FNV-1a: not a secret, only a fingerprint.
    private static ulong Fnv(string tekst, ulong hash)
    {
        foreach (var b in Encoding.UTF8.GetBytes(tekst)) hash = (hash ^ b) * 1099511628211;
        return hash;
    }
}
