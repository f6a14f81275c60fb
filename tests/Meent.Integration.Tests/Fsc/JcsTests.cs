using System.Text;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Tests.Fsc;

public sealed class JcsTests
{
    // RFC 8785 appendix B: IEEE 754 bits and what ECMAScript prints.
    [Theory]
    [InlineData(0x0000000000000000UL, "0")]
    [InlineData(0x8000000000000000UL, "0")]
    [InlineData(0x0000000000000001UL, "5e-324")]
    [InlineData(0x8000000000000001UL, "-5e-324")]
    [InlineData(0x7fefffffffffffffUL, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffffUL, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000UL, "9007199254740992")]
    [InlineData(0xc340000000000000UL, "-9007199254740992")]
    [InlineData(0x4430000000000000UL, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5UL, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6UL, "1e+23")]
    [InlineData(0x44b52d02c7e14af7UL, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4eUL, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4fUL, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50UL, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8cUL, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8dUL, "0.000001")]
    [InlineData(0x41b3de4355555553UL, "333333333.3333332")]
    [InlineData(0x41b3de4355555554UL, "333333333.33333325")]
    [InlineData(0x41b3de4355555555UL, "333333333.3333333")]
    [InlineData(0x41b3de4355555556UL, "333333333.3333334")]
    [InlineData(0x41b3de4355555557UL, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696UL, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959UL, "1424953923781206.2")]
    public void Numbers_are_written_as_ECMAScript_does(ulong bits, string verwacht) =>
        Assert.Equal(verwacht, Jcs.Number(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void Rfc_8785_example_comes_out_byte_for_byte() => Assert.Equal(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
        Canoniek("""{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }"""));

    [Fact]
    public void Names_are_sorted_by_utf16_code_units() => Assert.Equal(
        "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\U0001F600\":6,\"\uFB33\":7}",
        Canoniek("""{"\u20ac":5,"\r":1,"\ufb33":7,"1":2,"\ud83d\ude00":6,"\u0080":3,"\u00f6":4}"""));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"a":{"b":1,"b":1}}""")]
    [InlineData(""" "\ud800" """)]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("1e400")]
    [InlineData("9007199254740993")]
    [InlineData("[1,]")]
    [InlineData("{} {}")]
    [InlineData("")]
    public void What_is_no_IJson_is_refused(string json) => Assert.Throws<FormatException>(() => IJson.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Invalid_utf8_is_refused() => Assert.Throws<FormatException>(() => IJson.Parse(new byte[] { (byte)'"', 0xff, (byte)'"' }));

    private static string Canoniek(string json)
    {
        using var document = IJson.Parse(Encoding.UTF8.GetBytes(json));
        return Encoding.UTF8.GetString(Jcs.Canonicalise(document.RootElement));
    }
}
