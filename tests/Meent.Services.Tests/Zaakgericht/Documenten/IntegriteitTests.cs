using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Modellen.Documenten;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

/// <summary>The checksum that a client names is the one of the content, however and whenever the content comes.</summary>
public sealed class IntegriteitTests
{
    private const string Documenten = "/enkelvoudiginformatieobjecten";
    private const string Fout = "integriteit.waarde invalid-checksum";

    private static readonly Dictionary<string, Func<byte[], byte[]>> Algoritmen = new()
    {
        ["md5"] = MD5.HashData,
        ["sha_1"] = SHA1.HashData,
        ["sha_256"] = SHA256.HashData,
        ["sha_512"] = SHA512.HashData,
        ["sha_3"] = SHA3_384.HashData,
        ["crc_16"] = bytes => new Crc16().Van(bytes),
        ["crc_32"] = bytes => [.. new Crc32().Van(bytes).Reverse()],
        ["crc_64"] = bytes => new Crc64().Van(bytes),
        ["fletcher_8"] = bytes => new Fletcher(8).Van(bytes),
        ["fletcher_16"] = bytes => new Fletcher(16).Van(bytes),
        ["fletcher_32"] = bytes => new Fletcher(32).Van(bytes),
    };

    /// <summary>The check values of the catalogue of CRCs, the examples that are known of Fletcher's, and those of NIST.</summary>
    [Theory]
    [InlineData("crc_16", "123456789", "bb3d")]
    [InlineData("crc_32", "123456789", "cbf43926")]
    [InlineData("crc_64", "123456789", "6c40df5f0b497347")]
    [InlineData("fletcher_16", "abcde", "c8f0")]
    [InlineData("fletcher_16", "abcdef", "2057")]
    [InlineData("fletcher_16", "abcdefgh", "0627")]
    [InlineData("fletcher_32", "abcde", "f04fc729")]
    [InlineData("fletcher_32", "abcdef", "56502d2a")]
    [InlineData("fletcher_32", "abcdefgh", "ebe19591")]
    // 'a' is 6 and 1: the sums are 6 and 7, then 6 and 13.
    [InlineData("fletcher_8", "a", "d7")]
    // 'a' is 1, 2, 0 and 1: modulo 3 the sums are 1, 0, 0 and 1, then 1, 1, 1 and 2.
    [InlineData("fletcher_4", "a", "9")]
    [InlineData("md5", "abc", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("sha_1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData("sha_3", "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532")]
    public void Checksums_are_those_of_their_standards(string algoritme, string tekst, string waarde)
    {
        using var telling = Controletelling.Van(new Integriteit { Algoritme = algoritme, Waarde = waarde, Datum = new DateOnly(2026, 6, 1) })!;

        // In pieces, as content comes.
        foreach (var teken in tekst) telling.Voeg([(byte)teken]);

        Assert.Equal(waarde, telling.Uitkomst());
    }

    [EngineTheory]
    public async Task Content_in_json_is_counted_while_it_comes_and_a_wrong_checksum_leaves_nothing_behind(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        // Not by chance: two of so few bits may be the same.
        var bytes = Enumerable.Range(0, 300_001).Select(i => (byte)((i * 31) + 7 + (i >> 8))).ToArray();
        foreach (var algoritme in Algoritmen.Keys)
        {
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(Met(bytes, Integriteit(algoritme, bytes.AsSpan(1).ToArray())))));
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(Met([], Integriteit(algoritme, bytes)))));
        }

        // As many digits as no SHA-3 has.
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(Met(bytes, new { algoritme = "sha_3", waarde = "00", datum = "2026-06-01" }))));

        Assert.Empty(node.Bestanden());
        foreach (var algoritme in Algoritmen.Keys)
        {
            // The checksum before the content and after it, in small letters and in capitals.
            await node.Maak(Met(bytes, Integriteit(algoritme, bytes)));
            var (waarde, inhoud) = (Waarde(algoritme, bytes).ToUpperInvariant(), Convert.ToBase64String(bytes));
            await Rauw(node, 201, $$"""{"integriteit":{"algoritme":"{{algoritme}}","waarde":"{{waarde}}","datum":"2026-06-01"},"inhoud":"{{inhoud}}",""");
            await Rauw(node, 400, $$"""{"integriteit":{"algoritme":"{{algoritme}}","waarde":"{{waarde[2..]}}","datum":"2026-06-01"},"inhoud":"{{inhoud}}",""");
            await node.Maak(Met([], Integriteit(algoritme, [])));
        }

        // What cannot be counted here is kept as it is said: the key is not ours.
        var hmac = await node.Maak(Met(bytes, new { algoritme = "hmac", waarde = "00000000", datum = "2026-06-01" }));
        Assert.Equal("hmac", hmac.GetProperty("integriteit").GetProperty("algoritme").GetString());
        Assert.Equal(2, node.Bestanden().Count());
    }

    [EngineTheory]
    public async Task A_checksum_without_its_content_is_held_to_the_content_that_there_is(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var (eerst, dan) = (Encoding.ASCII.GetBytes("eerst"), Encoding.ASCII.GetBytes("daarna"));
        var url = Zaaknode.Url(await node.Maak(Met(eerst, null)));
        var sleutel = await node.Vergrendel(url);

        foreach (var algoritme in Algoritmen.Keys)
        {
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(url), new { integriteit = Integriteit(algoritme, dan), @lock = sleutel }));
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Put, Pad(url), node.Document(new { integriteit = Integriteit(algoritme, dan), @lock = sleutel })));
            await Wijzig(new { integriteit = Integriteit(algoritme, eerst) });
        }

        await Wijzig(new { titel = "Anders", integriteit = Integriteit("sha_512", eerst) });
        // The same content again, under the checksum that stays.
        await Wijzig(Met(eerst, Integriteit("sha_512", eerst)));
        await Wijzig(new { inhoud = Convert.ToBase64String(eerst), bestandsomvang = eerst.Length });
        // New content under the old checksum; with its own; and without one.
        var nieuw = new { inhoud = Convert.ToBase64String(dan), bestandsomvang = dan.Length };
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(url), Catalogusnode.Met(nieuw, new { @lock = sleutel })));
        await Wijzig(Catalogusnode.Met(nieuw, new { integriteit = Integriteit("md5", dan) }));
        Assert.Equal("daarna", await node.Inhoud($"{Pad(url)}/download"));
        await Wijzig(Met(eerst, null));
        Assert.Equal("eerst", await node.Inhoud($"{Pad(url)}/download"));
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(url), new { integriteit = Integriteit("sha_256", dan), @lock = sleutel }));
        // A document without content promises its checksum.
        var belofte = Zaaknode.Url(await node.Maak(new { integriteit = Integriteit("md5", dan) }));
        var slot = await node.Vergrendel(belofte);
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(belofte), new { inhoud = Convert.ToBase64String(eerst), bestandsomvang = eerst.Length, @lock = slot }));
        await node.Vraag(200, HttpMethod.Patch, Pad(belofte), Catalogusnode.Met(nieuw, new { @lock = slot }));

        Task<JsonElement> Wijzig(object leden) => node.Vraag(200, HttpMethod.Patch, Pad(url), Catalogusnode.Met(leden, new { @lock = sleutel }));
    }

    [EngineTheory]
    public async Task Content_in_parts_is_counted_when_the_parts_are_put_together(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var bytes = Encoding.ASCII.GetBytes("0123456789abcdefghijKLMNO");
        foreach (var algoritme in Algoritmen.Keys)
        {
            var (url, sleutel, delen) = await Begin(algoritme, bytes);
            await node.StuurDeel(200, delen[0], bytes[..10], sleutel);
            await node.StuurDeel(200, delen[1], bytes[..10], sleutel);
            await node.StuurDeel(200, delen[2], bytes[20..], sleutel);
            Assert.Equal([Fout], Catalogusnode.Fouten(await node.Ontgrendel(url, sleutel, 400)));
            // One part was wrong; the others need not be sent again.
            await node.StuurDeel(200, delen[1], bytes[10..20], sleutel);
            await node.Ontgrendel(url, sleutel);
            Assert.Equal(Encoding.ASCII.GetString(bytes), await node.Inhoud($"{Pad(url)}/download"));
        }

        // Who lets it go all the same, does without the content.
        var (los, slot, stukken) = await Begin("md5", bytes[1..]);
        for (var i = 0; i < 3; i++) await node.StuurDeel(200, stukken[i], bytes[(i * 10)..Math.Min(25, (i + 1) * 10)], slot);
        await node.Vraag(204, HttpMethod.Post, $"{Pad(los)}/unlock", new { });
        var losgelaten = await node.Vraag(200, HttpMethod.Get, Pad(los));
        Assert.Equal((JsonValueKind.Null, 0, false), (losgelaten.GetProperty("inhoud").ValueKind, losgelaten.GetProperty("bestandsdelen").GetArrayLength(), losgelaten.GetProperty("locked").GetBoolean()));

        async Task<(string Url, string Sleutel, List<string> Delen)> Begin(string algoritme, byte[] inhoud)
        {
            var document = await node.Maak(new { bestandsomvang = 25, integriteit = Integriteit(algoritme, inhoud) });
            return (Zaaknode.Url(document), document.GetProperty("lock").GetString()!, document.GetProperty("bestandsdelen").EnumerateArray().Select(Zaaknode.Url).ToList());
        }
    }

    [EngineTheory]
    public async Task Encrypted_content_is_counted_as_it_was_sent(Engine engine)
    {
        await using var node = await Documentnode.Start(engine, sleutel: Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var bytes = RandomNumberGenerator.GetBytes(200_000);

        await node.Maak(Met(bytes, Integriteit("md5", bytes)));
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(Met(bytes, Integriteit("md5", [])))));

        Assert.EndsWith(".gcm", Assert.Single(node.Bestanden()), StringComparison.Ordinal);
    }

    private static object Met(byte[] inhoud, object? integriteit) => new { inhoud = Convert.ToBase64String(inhoud), bestandsomvang = inhoud.Length, integriteit };

    private static object Integriteit(string algoritme, byte[] inhoud) => new { algoritme, waarde = Waarde(algoritme, inhoud), datum = "2026-06-01" };

    private static string Waarde(string algoritme, byte[] inhoud) => Convert.ToHexStringLower(Algoritmen[algoritme](inhoud));

    /// <summary>Members in the order in which they are written.</summary>
    private static async Task Rauw(Documentnode node, int status, string begin)
    {
        using var inhoud = new StringContent(begin + JsonSerializer.Serialize(node.Document())[1..], Encoding.UTF8, "application/json");
        using var antwoord = await node.Zaken.Node.StuurInhoud(HttpMethod.Post, Diensten.Documenten, Documenten, inhoud, node.Zaken.Node.Doel("mijn-gegevens-inzien"));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
    }
}

internal static class Som
{
    public static byte[] Van(this NonCryptographicHashAlgorithm som, byte[] bytes)
    {
        som.Append(bytes);
        return som.GetCurrentHash();
    }
}
