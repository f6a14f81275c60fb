using System.Security.Cryptography;
using Meent.Data.Inhoud;
using Meent.Standards.Organisaties;

namespace Meent.Data.Tests.Inhoud;

/// <summary>Content to send and read back.</summary>
internal static class Proefinhoud
{
    public static byte[] Bytes(int aantal) => RandomNumberGenerator.GetBytes(aantal);

    public static string Naam(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps it in pieces of an odd size, as it comes over a network.</summary>
    public static async Task<string> Bewaar(this Inhoudopslag opslag, Organisatie organisatie, byte[] bytes, bool bevestig = true)
    {
        await using var ontvangst = opslag.Ontvang(organisatie);
        for (var plek = 0; plek < bytes.Length; plek += 10_007) await ontvangst.Schrijf(bytes.AsMemory(plek, Math.Min(10_007, bytes.Length - plek)), default);
        var naam = await ontvangst.Bewaar(default);
        Assert.Equal(bytes.Length, ontvangst.Lengte);
        if (bevestig) ontvangst.Bevestig();
        return naam;
    }

    public static async Task<byte[]> Lees(this Inhoudopslag opslag, Organisatie organisatie, string naam, long vanaf = 0)
    {
        await using var stroom = await opslag.Open(organisatie, naam, default) ?? throw new FileNotFoundException(naam);
        stroom.Position = vanaf;
        using var doel = new MemoryStream();
        await stroom.CopyToAsync(doel);
        return doel.ToArray();
    }

    public static IEnumerable<string> Bestanden(string map) => Directory.Exists(map) ? Directory.EnumerateFiles(map, "*", SearchOption.AllDirectories).Select(pad => Path.GetRelativePath(map, pad)) : [];
}
