using System.Security.Cryptography;
using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Data.Tests.Inhoud;

public sealed class S3Tests : IDisposable
{
    private static readonly Organisatie Organisatie = TestStore.TestOrganisatie();

    private readonly TijdelijkeMap _map = new();

    /// <summary>The examples of AWS, "Authenticating Requests: Using the Authorization Header".</summary>
    [Theory]
    [InlineData("?lifecycle=", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("?max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void A_request_is_signed_as_in_the_examples(string vraag, string handtekening)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://examplebucket.s3.amazonaws.com/" + vraag);
        var opties = new S3Options { Regio = "us-east-1", Toegangssleutel = "AKIAIOSFODNN7EXAMPLE", Geheim = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };

        S3Handtekening.Teken(request, opties, S3Handtekening.Leeg, new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));

        Assert.EndsWith("Signature=" + handtekening, request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_is_kept_in_the_bucket_of_the_organisation_and_read_from_any_place_also_encrypted()
    {
        await using var server = await S3Server.Start();
        foreach (var sleutel in new[] { null, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) })
        {
            using var opslag = Opslag(server, sleutel);
            var bytes = Proefinhoud.Bytes(300_000);
            var naam = await opslag.Bewaar(Organisatie, bytes);

            Assert.Equal(bytes, await opslag.Lees(Organisatie, naam));
            Assert.Equal(bytes[200_001..], await opslag.Lees(Organisatie, naam, 200_001));
            Assert.Contains($"/meent-duinwaarde/duinwaarde/{naam[..2]}/{naam[2..4]}/{naam}{(sleutel is null ? "" : ".gcm")}", server.Objecten.Keys);
            await opslag.Verwijder(Organisatie, naam, default);
            Assert.Null(await opslag.Open(Organisatie, naam, default));
        }

        Assert.Empty(Proefinhoud.Bestanden(_map.Pad));
    }

    [Fact]
    public async Task A_large_file_goes_up_in_parts()
    {
        await using var server = await S3Server.Start();
        using var opslag = Opslag(server, null);
        var bytes = Proefinhoud.Bytes(64 * 1024 * 1024 + 12_345);

        var naam = await opslag.Bewaar(Organisatie, bytes);

        Assert.True(bytes.AsSpan().SequenceEqual(server.Objecten.Values.Single()));
        Assert.Equal(naam, Proefinhoud.Naam(server.Objecten.Values.Single()));
        Assert.Empty(server.Uploads);
    }

    [Fact]
    public async Task A_store_that_is_out_of_order_is_a_503_and_nothing_is_left_behind()
    {
        await using var server = await S3Server.Start();
        using var opslag = Opslag(server, null);
        server.Storing = 500;

        var fout = await Assert.ThrowsAsync<ProbleemException>(() => opslag.Bewaar(Organisatie, Proefinhoud.Bytes(10)));
        Assert.Equal(503, fout.Probleem.Status);
        await Assert.ThrowsAsync<ProbleemException>(() => opslag.Lees(Organisatie, new string('a', 64)));
        Assert.Empty(server.Objecten);
    }

    public void Dispose() => _map.Dispose();

    private Inhoudopslag Opslag(S3Server server, string? sleutel) => new(
        new OpslagOptions { Map = _map.Pad, Inhoud = new InhoudOptions { Soort = InhoudOptions.S3Dienst, Sleutel = sleutel, S3 = server.Opties } }, TimeProvider.System);
}
