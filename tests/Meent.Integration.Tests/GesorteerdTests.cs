using Meent.Integration.Manager;

namespace Meent.Integration.Tests;

public sealed class GesorteerdTests
{
    private static readonly Gesorteerd<string> Lijst = new(["d", "b", "f"], letter => letter);

    [Theory]
    [InlineData(null, true, "bdf")]
    [InlineData(null, false, "fdb")]
    [InlineData("b", true, "df")]
    [InlineData("f", true, "")]
    [InlineData("d", false, "b")]
    [InlineData("b", false, "")]
    // What was withdrawn since the page before: before all, between two, after all.
    [InlineData("a", true, "bdf")]
    [InlineData("a", false, "")]
    [InlineData("c", true, "df")]
    [InlineData("c", false, "b")]
    [InlineData("e", false, "db")]
    [InlineData("g", true, "")]
    [InlineData("g", false, "fdb")]
    public void What_comes_after_a_key_is_found_also_when_the_key_is_gone(string? na, bool oplopend, string rest) =>
        Assert.Equal(rest, string.Concat(Lijst.Na(na, oplopend).Select(plek => plek.Item)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_empty_list_has_nothing_after_anything(bool oplopend)
    {
        var leeg = new Gesorteerd<string>([], letter => letter);
        Assert.Empty(leeg.Na(null, oplopend));
        Assert.Empty(leeg.Na("a", oplopend));
    }
}
