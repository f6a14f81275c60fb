using System.Security.Cryptography;
using Meent.Data.Inhoud;
using Meent.Data.Modellen.Documenten;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>Checksums of a content, counted while it streams; SHA-256 is counted by the content store already, since it names content by it.</summary>
internal sealed class Controletelling : IDisposable
{
    public const string Sha256 = "sha_256";

    private static readonly Dictionary<string, HashAlgorithmName> Bekend = new()
    {
        ["md5"] = HashAlgorithmName.MD5,
        ["sha_1"] = HashAlgorithmName.SHA1,
        ["sha_512"] = HashAlgorithmName.SHA512,
    };

    private readonly Dictionary<string, IncrementalHash> _lopend;

    private Controletelling(IEnumerable<string> algoritmen) =>
        _lopend = algoritmen.Where(Bekend.ContainsKey).ToDictionary(algoritme => algoritme, algoritme => IncrementalHash.CreateHash(Bekend[algoritme]));

    /// <summary>For a content that comes before it is known which checksum will be named.</summary>
    public static Controletelling VanAlle() => new(Bekend.Keys);

    public static Controletelling Van(Integriteit? integriteit) => new(integriteit is null ? [] : [integriteit.Algoritme]);

    /// <summary>Whether it is counted here; the others (crc, Fletcher, HMAC without its key) are kept as they come.</summary>
    public static bool Kent(Integriteit integriteit) => integriteit.Algoritme == Sha256 || Bekend.ContainsKey(integriteit.Algoritme);

    public void Voeg(ReadOnlySpan<byte> bytes)
    {
        foreach (var hash in _lopend.Values) hash.AppendData(bytes);
    }

    /// <summary>In hexadecimal digits, by the names of the standard.</summary>
    public Dictionary<string, string> Uitkomst() => _lopend.ToDictionary(hash => hash.Key, hash => Convert.ToHexStringLower(hash.Value.GetCurrentHash()));

    /// <summary>With the one that the content store counted.</summary>
    public Dictionary<string, string> Uitkomst(Ontvangst ontvangst)
    {
        var uitkomst = Uitkomst();
        uitkomst[Sha256] = ontvangst.Sha256;
        return uitkomst;
    }

    public void Dispose()
    {
        foreach (var hash in _lopend.Values) hash.Dispose();
    }
}
