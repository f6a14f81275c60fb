using System.Security.Cryptography;
using Meent.Data.Logboek;

namespace Meent.Data.Tests.Logboek;

public sealed class BoomTests
{
    // The test vectors of Certificate Transparency (RFC 6962 reference implementation): leaf inputs and the root over the first n of them.
    private static readonly string[] Invoer =
    [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ];

    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_certificate_transparency(int aantal, string wortel) =>
        Assert.Equal(wortel, Convert.ToHexStringLower(Boom.Wortel([.. Invoer.Take(aantal).Select(hex =>
            SHA256.HashData([Boom.BladPrefix, .. Convert.FromHexString(hex)]))])));
}
