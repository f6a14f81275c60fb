using System.Security.Cryptography;
using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Data.Tests.Inhoud;

public sealed class InhoudopslagTests : IDisposable
{
    private static readonly string Sleutel = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly Organisatie Organisatie = TestStore.TestOrganisatie();

    private readonly TijdelijkeMap _map = new();

    private string Wortel => Path.Combine(_map.Pad, Organisatie.Slug, "inhoud");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(400_000)]
    public async Task What_is_kept_is_read_back_from_any_place_also_encrypted(int lengte)
    {
        var bytes = Proefinhoud.Bytes(lengte);
        foreach (var sleutel in new[] { null, Sleutel })
        {
            using var opslag = Opslag(sleutel);
            var naam = await opslag.Bewaar(Organisatie, bytes);

            Assert.Equal(Proefinhoud.Naam(bytes), naam);
            foreach (var vanaf in new[] { 0, lengte / 2, Math.Max(0, lengte - 1), lengte })
                Assert.Equal(bytes[vanaf..], await opslag.Lees(Organisatie, naam, vanaf));
        }
    }

    [Fact]
    public async Task The_same_content_is_kept_once_and_an_organisation_has_a_root_of_its_own()
    {
        using var opslag = Opslag(null);
        var bytes = Proefinhoud.Bytes(1000);
        var naam = await opslag.Bewaar(Organisatie, bytes);
        await opslag.Bewaar(Organisatie, bytes);

        Assert.Equal([Path.Combine(naam[..2], naam[2..4], naam)], Proefinhoud.Bestanden(Wortel));
        Assert.Null(await opslag.Open(TestStore.TestOrganisatie("lindewoude"), naam, default));
    }

    [Fact]
    public async Task What_is_broken_off_leaves_nothing_behind()
    {
        using var opslag = Opslag(null);
        await using (var ontvangst = opslag.Ontvang(Organisatie))
        {
            await ontvangst.Schrijf(Proefinhoud.Bytes(100_000), default);
            Assert.Single(Proefinhoud.Bestanden(Wortel));
        }

        Assert.Empty(Proefinhoud.Bestanden(Wortel));
    }

    [Fact]
    public async Task Encrypted_content_shows_nothing_on_the_disk_and_a_change_is_noticed()
    {
        using var opslag = Opslag(Sleutel);
        var bytes = new byte[200_000];
        "Geachte mevrouw"u8.CopyTo(bytes.AsSpan(70_000));
        var naam = await opslag.Bewaar(Organisatie, bytes);
        var bestand = Path.Combine(Wortel, Assert.Single(Proefinhoud.Bestanden(Wortel)));
        var bewaard = await File.ReadAllBytesAsync(bestand);
        Assert.True(bewaard.AsSpan().IndexOf("Geachte"u8) < 0);

        // One bit in the second chunk; cut off after a whole chunk; two chunks that changed places.
        const int stuk = 64 * 1024 + 16;
        byte[] verminkt = [.. bewaard];
        verminkt[32 + stuk + 5] ^= 1;
        byte[] verwisseld = [.. bewaard[..32], .. bewaard[(32 + stuk)..(32 + 2 * stuk)], .. bewaard[32..(32 + stuk)], .. bewaard[(32 + 2 * stuk)..]];
        foreach (var fout in new[] { verminkt, bewaard[..(32 + 2 * stuk)], verwisseld })
        {
            await File.WriteAllBytesAsync(bestand, fout);
            await Assert.ThrowsAnyAsync<CryptographicException>(() => opslag.Lees(Organisatie, naam));
        }

        await File.WriteAllBytesAsync(bestand, bewaard);
        Assert.Equal(bytes, await opslag.Lees(Organisatie, naam));
    }

    [Fact]
    public async Task Content_from_before_the_key_stays_readable_and_without_the_key_encrypted_content_is_not_given_out()
    {
        using var open = Opslag(null);
        using var dicht = Opslag(Sleutel);
        var (oud, nieuw) = (Proefinhoud.Bytes(500), Proefinhoud.Bytes(500));
        var (vanToen, vanNu) = (await open.Bewaar(Organisatie, oud), await dicht.Bewaar(Organisatie, nieuw));

        Assert.Equal(oud, await dicht.Lees(Organisatie, vanToen));
        await Assert.ThrowsAsync<InvalidDataException>(() => open.Lees(Organisatie, vanNu));
        using var ander = Opslag(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ander.Lees(Organisatie, vanNu));
    }

    public void Dispose() => _map.Dispose();

    private Inhoudopslag Opslag(string? sleutel) => new(new OpslagOptions { Map = _map.Pad, Inhoud = new InhoudOptions { Sleutel = sleutel } }, TimeProvider.System);
}
