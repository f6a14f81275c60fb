using FsCheck;
using FsCheck.Fluent;
using Meent.Services.Verhuur.Meldingen;

namespace Meent.Services.Tests.Verhuur;

public sealed class VerblijfTests
{
    [Theory]
    [InlineData("2026-03-28", "2026-03-30", 2)] // the night of 28 to 29 March has 23 hours of clock
    [InlineData("2026-10-24", "2026-10-26", 2)] // and that of 24 to 25 October has 25
    [InlineData("2028-02-28", "2028-03-01", 2)] // leap day
    [InlineData("2027-02-28", "2027-03-01", 1)]
    [InlineData("2026-12-31", "2027-01-01", 1)]
    public void Nights_are_dates_whatever_the_clock_does(string aankomst, string vertrek, int nachten)
    {
        Assert.Equal(nachten, Stay(aankomst, vertrek).Nachten);
        Assert.Equal(nachten, Stay(aankomst, vertrek).Data.Count());
    }

    [Fact]
    public void A_stay_over_new_year_has_nights_in_two_years()
    {
        var stay = Stay("2026-12-29", "2027-01-03");
        Assert.Equal([2026, 2027], stay.Jaren);
        Assert.Equal(3, stay.Data.Count(nacht => nacht.Year == 2026));
        Assert.Equal(2, stay.Data.Count(nacht => nacht.Year == 2027));
    }

    [Fact]
    public void A_stay_that_ends_on_new_years_day_has_no_night_in_the_new_year() => Assert.Equal([2026], Stay("2026-12-30", "2027-01-01").Jaren);

    [Theory]
    [InlineData("2026-07-01T21:59:59Z", false)] // 23:59:59 in summer
    [InlineData("2026-07-01T22:00:00Z", true)]
    public void A_stay_begins_at_local_midnight_in_summer(string nu, bool begonnen) =>
        Assert.Equal(begonnen, Stay("2026-07-02", "2026-07-03").IsBegonnen(new Klok(nu)));

    [Theory]
    [InlineData("2026-12-01T22:59:59Z", false)]
    [InlineData("2026-12-01T23:00:00Z", true)]
    public void A_stay_begins_at_local_midnight_in_winter(string nu, bool begonnen) =>
        Assert.Equal(begonnen, Stay("2026-12-02", "2026-12-03").IsBegonnen(new Klok(nu)));

    [Fact]
    public void Guests_may_leave_and_arrive_on_the_same_day() => Assert.False(Stay("2026-07-01", "2026-07-03").Overlapt(Stay("2026-07-03", "2026-07-05")));

    [Fact]
    public void Two_stays_overlap_exactly_when_they_share_a_night() =>
        Prop.ForAll(Stays, Stays, (een, ander) => een.Overlapt(ander) == een.Data.Intersect(ander.Data).Any()).QuickCheckThrowOnFailure();

    [Fact]
    public void The_nights_of_the_years_add_up_to_the_stay() =>
        Prop.ForAll(Stays, stay => stay.Jaren.Sum(jaar => stay.Data.Count(nacht => nacht.Year == jaar)) == stay.Nachten
            && stay.Jaren.All(jaar => stay.Data.Any(nacht => nacht.Year == jaar))).QuickCheckThrowOnFailure();

    internal static Verblijf Stay(string aankomst, string vertrek) => new(Klok.Dag(aankomst), Klok.Dag(vertrek));

    /// <summary>Stays of 1 to 40 nights around two New Year's Eves and a leap day.</summary>
    internal static Arbitrary<Verblijf> Stays { get; } = (
        from begin in Gen.Choose(0, 900)
        from nachten in Gen.Choose(1, 40)
        let aankomst = new DateOnly(2027, 10, 1).AddDays(begin)
        select new Verblijf(aankomst, aankomst.AddDays(nachten))).ToArbitrary();
}
