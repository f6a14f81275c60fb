using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Fsc.Crypto;

/// <summary>Content and grant hashes of FSC Core 2.0.0 §4.2.4-4.2.6, over the JSON as it was received, unknown members included.</summary>
internal static class FscHash
{
    public static string Content(JsonElement content) => $"$1$1${Base64Url.EncodeToString(Sha3.Hash512(Jcs.Canonicalise(content)))}";

    /// <summary>The grant's data bound to its contract: the content hash, prefix included, and the canonical JSON, joined as text.</summary>
    public static string Grant(string contentHash, GrantType type, JsonElement data) =>
        $"$1${(int)type}${Base64Url.EncodeToString(Sha3.Hash512([.. Encoding.ASCII.GetBytes(contentHash), .. Jcs.Canonicalise(data)]))}";
}
