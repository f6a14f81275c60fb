using System.Security.Cryptography;
using System.Text;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Tests.Fsc;

public sealed class HashTests
{
    // Computed with Python's sha3_512 over the canonical JSON, apart from this code.
    private const string Vector = """
        {"fsc_version":"2.0.0","iv":"06338364-8305-7b74-8000-de4963503139","group_id":"fsc-example-group","validity":{"not_before":1672527600,"not_after":1704063600},
        "grants":[{"data":{"type":"GRANT_TYPE_SERVICE_CONNECTION","outway":{"peer_id":"00000000000000000002","identification":
        {"type":"OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT","public_key_thumbprint":"3a56f2e9269ac63f0d4394c46b96539da1625b6a985d38029ff89f34e490960c"}},
        "service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000000000000000001","name":"example-service"}}}],"hash_algorithm":"HASH_ALGORITHM_SHA3_512","created_at":1672527600}
        """;

    [Fact]
    public void Hashes_of_the_contract_vector_are_those_computed_elsewhere()
    {
        var contract = Contract.Lees(Vector, metVoorvoegsel: true);
        Assert.Equal("$1$1$ia278mmEEX5QvMZfatwQW1F3gm0jOFrh1sQN4Pc3lBtunVH9Vl-JMMJOc_9Xonzw1EuHhWD2tGspmMVGxMnGjQ", contract.Hash);
        Assert.Equal("$1$3$53nGkZldmXI7-3R-W1yeSFywZ3Y162RR0wArpDtUk-yyClOIDxbVw_8-eCaPLROc18atdUtXJbuROylbP-etXg", contract.Grants.Single().Hash);
    }

    [Fact]
    public void In_the_other_reading_the_hash_of_a_grant_goes_without_the_prefix_of_the_content()
    {
        var contract = Contract.Lees(Vector, metVoorvoegsel: true);
        Assert.Equal("$1$3$5haV1HC37N-PZBau4e0_M-irIkxt5xVOnMfqZsRGQi_Fg3HIg4YXb0JqYKPw-NVdzQ9FcRNG3Jm1EYdqtR3tNQ",
            FscHash.Grant(contract.Hash, GrantType.ServiceConnection, contract.Grants.Single().Data, metVoorvoegsel: false));
    }

    [Fact]
    public void Members_that_this_version_does_not_know_count_in_the_hash() =>
        Assert.NotEqual(Contract.Lees(Vector, metVoorvoegsel: true).Hash, Contract.Lees(Vector.Replace("\"created_at\"", "\"later\":1,\"created_at\"", StringComparison.Ordinal), metVoorvoegsel: true).Hash);

    [Fact]
    public void Kept_content_gives_the_same_hash() => Assert.Equal(Contract.Lees(Vector, metVoorvoegsel: true).Hash, Contract.Lees(Contract.Lees(Vector, metVoorvoegsel: true).Json, metVoorvoegsel: true).Hash);

    [Theory]
    [InlineData("", "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26")]
    [InlineData("abc", "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0")]
    public void Managed_sha3_gives_the_values_of_Fips_202(string tekst, string hex) =>
        Assert.Equal(hex, Convert.ToHexStringLower(Sha3.Managed(Encoding.ASCII.GetBytes(tekst))));

    [Fact]
    public void Managed_sha3_agrees_with_the_platform_at_every_length()
    {
        if (!SHA3_512.IsSupported) return;
        for (var lengte = 0; lengte < 300; lengte++)
        {
            var data = RandomNumberGenerator.GetBytes(lengte);
            Assert.Equal(SHA3_512.HashData(data), Sha3.Managed(data));
        }
    }
}
