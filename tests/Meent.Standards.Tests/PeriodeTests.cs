namespace Meent.Standards.Tests;

public sealed class PeriodeTests
{
    [Theory]
    [InlineData("P5Y", "2028-02-29", "2033-02-28")]
    [InlineData("P1M", "2026-01-31", "2026-02-28")]
    [InlineData("P1Y2M3D", "2026-01-01", "2027-03-04")]
    [InlineData("P2W", "2026-01-01", "2026-01-15")]
    [InlineData("P0D", "2026-01-01", "2026-01-01")]
    [InlineData("P1DT12H30M", "2026-01-01", "2026-01-02")]
    public void A_term_counts_by_the_calendar(string tekst, string van, string tot)
    {
        Assert.True(Periode.TryParse(tekst, out var periode));
        Assert.Equal(DateOnly.Parse(tot, null), periode.Na(DateOnly.Parse(van, null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1YT")]
    [InlineData("5Y")]
    [InlineData("-P5Y")]
    [InlineData("P1D1Y")]
    [InlineData("P1.5Y")]
    [InlineData("P9999999Y")]
    public void What_is_no_term_is_not_read(string? tekst) => Assert.False(Periode.TryParse(tekst, out _));

    [Theory]
    [InlineData("P999999Y")]
    [InlineData("P999999M")]
    [InlineData("P8000Y")]
    public void A_term_beyond_the_calendar_has_no_end(string tekst)
    {
        Assert.True(Periode.TryParse(tekst, out var periode));
        Assert.Null(periode.Na(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Days_beyond_the_calendar_have_no_end_either() => Assert.Null(new Periode(0, 3_000_000).Na(new DateOnly(2026, 1, 1)));
}
