using Meent.Standards.Identificaties;

namespace Meent.Standards.Tests;

public sealed class TijdTests
{
    [Theory]
    [InlineData("2026-06-30T21:59:00Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("2026-12-31T22:59:00Z", "2026-12-31")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    public void A_day_is_a_day_in_Amsterdam_also_around_midnight_and_when_the_clock_changes(string moment, string dag) =>
        Assert.Equal(DateOnly.Parse(dag, null), DateTimeOffset.Parse(moment, null).LokaleDag());

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-06-01", 24)]
    public void Between_two_midnights_lie_as_many_hours_as_the_day_has(string dag, int uren)
    {
        var begin = DateOnly.Parse(dag, null);
        Assert.Equal(TimeSpan.FromHours(uren), begin.AddDays(1).BeginVanDag() - begin.BeginVanDag());
    }

    [Fact]
    public void An_instant_comes_back_from_microseconds_as_it_went_in()
    {
        var moment = DateTimeOffset.Parse("2026-11-22T07:45:12.345678Z", null);
        Assert.Equal(moment, Tijd.VanMicroseconden(moment.Microseconden()));
    }
}

public sealed class IdentificatieTests
{
    [Theory]
    [InlineData("999970008", true)]
    [InlineData("999970009", false)]
    [InlineData("000000000", false)]
    [InlineData("99997000", false)]
    [InlineData("99997000a", false)]
    [InlineData(null, false)]
    public void A_bsn_has_nine_digits_that_pass_the_eleven_test(string? tekst, bool geldig) => Assert.Equal(geldig, Bsn.TryParse(tekst, out _));

    [Fact]
    public void A_bsn_does_not_show_itself()
    {
        var bsn = Bsn.Parse("999970008");
        Assert.DoesNotContain("9", $"{bsn} {new { bsn }}", StringComparison.Ordinal);
        Assert.DoesNotContain("1234", Assert.Throws<FormatException>(() => Bsn.Parse("123456789")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000001990000011000", true)]
    [InlineData("0000000199000001100", false)]
    [InlineData("0000000199000001100x", false)]
    public void An_oin_has_twenty_digits(string tekst, bool geldig) => Assert.Equal(geldig, Oin.IsGeldig(tekst));
}
