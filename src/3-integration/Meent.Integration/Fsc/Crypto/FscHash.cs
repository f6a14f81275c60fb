using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Fsc.Crypto;

/// <summary>Content and grant hashes of FSC Core 2.0.0 §4.2.4-4.2.6, over the JSON as it was received, unknown members included.</summary>
internal static class FscHash
{
    public static string Content(JsonElement content) => $"$1$1${Base64Url.EncodeToString(Sha3.Hash512(Jcs.Canonicalise(content)))}";

    /// <summary>The grant's data bound to its contract: the content hash and the canonical JSON, joined as text.</summary>
    /// <param name="metVoorvoegsel">Whether the content hash keeps its prefix: how the Group reads "append the canonical JSON to the content hash".</param>
    public static string Grant(string contentHash, GrantType type, JsonElement data, bool metVoorvoegsel)
    {
        var eerst = metVoorvoegsel ? contentHash : contentHash[(contentHash.LastIndexOf('$') + 1)..];
        return $"$1${(int)type}${Base64Url.EncodeToString(Sha3.Hash512([.. Encoding.ASCII.GetBytes(eerst), .. Jcs.Canonicalise(data)]))}";
    }
}
