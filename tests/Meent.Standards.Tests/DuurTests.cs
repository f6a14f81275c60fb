namespace Meent.Standards.Tests;

public sealed class DuurTests
{
    [Theory]
    [InlineData("P8W", 0, 0, 56)]
    [InlineData("P30D", 0, 0, 30)]
    [InlineData("P1Y6M", 1, 6, 0)]
    [InlineData("P1Y2M3W4D", 1, 2, 25)]
    public void A_term_in_whole_days_is_read(string tekst, int jaren, int maanden, int dagen) => Assert.Equal(new Duur(jaren, maanden, dagen), Duur.Lees(tekst));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT5H")]
    [InlineData("8W")]
    [InlineData("P8W ")]
    [InlineData("P-1D")]
    [InlineData("P1D1W")]
    [InlineData("P99999Y")]
    public void What_is_no_term_in_days_is_not(string? tekst) => Assert.Null(Duur.Lees(tekst));

    [Fact]
    public void A_month_ends_within_the_month() => Assert.Equal(new DateOnly(2027, 2, 28), Duur.Lees("P1M")!.Value.Na(new DateOnly(2027, 1, 31)));

    [Fact]
    public void The_longest_term_still_has_an_end() => Assert.True(Duur.Lees("P999Y9999M9999W99999D")!.Value.Na(new DateOnly(2026, 1, 1)) > new DateOnly(3900, 1, 1));
}
