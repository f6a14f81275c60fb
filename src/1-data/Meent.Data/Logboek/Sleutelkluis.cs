using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Data.Logboek;

/// <summary>
/// The logbook's secret of each organisation: random, made once, kept in a file beside the database that is encrypted with the node's main key
/// (<c>Meent:Hoofdsleutel</c>, or the file <c>hoofdsleutel</c>). A copy of a database alone betrays no resident and cannot be sealed anew.
/// </summary>
public sealed class Sleutelkluis(OpslagOptions opslag)
{
    private const int Lengte = 32;
    private static readonly int NonceLengte = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLengte = AesGcm.TagByteSizes.MaxSize;

    private readonly ConcurrentDictionary<(string Organisatie, string Doel), byte[]> _sleutels = new();
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _geheimen = new(StringComparer.Ordinal);

    /// <summary>The organisation's folder for what must not be in its database.</summary>
    internal string Map(Organisatie organisatie) => Path.Combine(opslag.Map, organisatie.Slug);

    /// <summary>A key for one use; different uses never share a key.</summary>
    internal byte[] Sleutel(Organisatie organisatie, string doel) => _sleutels.GetOrAdd((organisatie.Slug, doel), _ => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, _geheimen.GetOrAdd(organisatie.Slug, slug => new(() => Geheim(slug))).Value, Lengte, info: Encoding.UTF8.GetBytes(doel)));

    /// <summary>A secret of the organisation for a use outside the logbook; the caller may change the bytes.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Afgeleid(Organisatie organisatie, string doel) => [.. Sleutel(organisatie, $"buiten het logboek: {doel}")];

    /// <summary>A key that every node with this main key derives alike.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] VanKnopen(string doel) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Hoofdsleutel(), Lengte, info: Encoding.UTF8.GetBytes($"knopen {doel}"));

    private byte[] Geheim(string slug)
    {
        var bestand = Path.Combine(opslag.Map, slug, "logboek.sleutel");
        using var aes = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, Hoofdsleutel(), Lengte, info: Encoding.UTF8.GetBytes($"logboek {slug}")), TagLengte);
        if (!File.Exists(bestand)) Geheimen.Bewaar(bestand, Versleutel(aes, RandomNumberGenerator.GetBytes(Lengte)));
        var kluis = File.ReadAllBytes(bestand);
        var geheim = new byte[Lengte];
        try
        {
            aes.Decrypt(kluis.AsSpan(0, NonceLengte), kluis.AsSpan(NonceLengte, Lengte), kluis.AsSpan(NonceLengte + Lengte, TagLengte), geheim);
        }
        catch (Exception e) when (e is AuthenticationTagMismatchException or ArgumentOutOfRangeException)
        {
            throw new InvalidOperationException($"{bestand} is niet te openen met deze hoofdsleutel; zet Meent:Hoofdsleutel op die waarmee het gemaakt is.", e);
        }

        return geheim;
    }

    private static byte[] Versleutel(AesGcm aes, byte[] geheim)
    {
        var kluis = new byte[NonceLengte + Lengte + TagLengte];
        RandomNumberGenerator.Fill(kluis.AsSpan(0, NonceLengte));
        aes.Encrypt(kluis.AsSpan(0, NonceLengte), geheim, kluis.AsSpan(NonceLengte, Lengte), kluis.AsSpan(NonceLengte + Lengte, TagLengte));
        return kluis;
    }

    private byte[] Hoofdsleutel()
    {
        if (opslag.Hoofdsleutel is { } ingesteld) return Convert.FromBase64String(ingesteld);
        var bestand = Path.Combine(opslag.Map, "hoofdsleutel");
        if (!File.Exists(bestand)) Geheimen.Bewaar(bestand, RandomNumberGenerator.GetBytes(Lengte));
        return File.ReadAllBytes(bestand);
    }
}
