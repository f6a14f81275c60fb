using FsCheck;
using FsCheck.Fluent;
using Meent.Services.Verhuur.Meldingen;
using Meent.Services.Verhuur.Regels;

namespace Meent.Services.Tests.Verhuur;

public sealed class NachtentoetsTests
{
    private static readonly Regelboek Dertig = new([RegelboekTests.Versie(1, "2020-01-01", 30)]);

    [Fact]
    public void The_last_night_of_the_year_limit_is_allowed_and_one_more_is_not()
    {
        var bezet = Nights("2026-03-01", 25);
        Assert.Equal((0, false), Uitkomst("2026-07-01", "2026-07-06", bezet));
        Assert.Equal((0, true), Uitkomst("2026-07-01", "2026-07-07", bezet));
    }

    [Fact]
    public void A_year_crossing_is_counted_in_both_years()
    {
        var telling = Nachtentoets.Tel(VerblijfTests.Stay("2026-12-29", "2027-01-03"), Dertig, RegelboekTests.Overal, Nights("2026-03-01", 28));
        Assert.Equal([new Jaartelling(2026, 28, 3, 30), new Jaartelling(2027, 0, 2, 30)], telling);
        Assert.Equal([true, false], telling.Select(jaar => jaar.Overschreden));
        Assert.Equal([2, 30], telling.Select(jaar => jaar.OverVooraf));
    }

    [Fact]
    public void A_night_on_which_another_room_is_let_counts_once()
    {
        var telling = Nachtentoets.Tel(VerblijfTests.Stay("2026-03-01", "2026-03-11"), Dertig, RegelboekTests.Overal, Nights("2026-03-06", 25));
        Assert.Equal(new Jaartelling(2026, 25, 5, 30), Assert.Single(telling));
        Assert.False(telling[0].Overschreden);
    }

    [Fact]
    public void Each_night_is_judged_by_the_rules_of_that_night()
    {
        var boek = new Regelboek([RegelboekTests.Versie(1, "2020-01-01", 60), RegelboekTests.Versie(2, "2026-07-01", 30)]);
        var bezet = Nights("2026-03-01", 29);
        Assert.False(Assert.Single(Nachtentoets.Tel(VerblijfTests.Stay("2026-06-20", "2026-07-01"), boek, RegelboekTests.Overal, bezet)).Overschreden);
        Assert.True(Assert.Single(Nachtentoets.Tel(VerblijfTests.Stay("2026-06-30", "2026-07-02"), boek, RegelboekTests.Overal, bezet)).Overschreden);
    }

    [Fact]
    public void Without_a_maximum_there_is_no_limit_and_nothing_left_to_tell()
    {
        var boek = new Regelboek([RegelboekTests.Versie(1, "2020-01-01", null)]);
        var jaar = Assert.Single(Nachtentoets.Tel(VerblijfTests.Stay("2026-01-01", "2026-12-31"), boek, RegelboekTests.Overal, new HashSet<DateOnly>()));
        Assert.False(jaar.Overschreden);
        Assert.Null(jaar.Over);
    }

    [Fact]
    public void Rules_that_became_stricter_do_not_make_a_night_that_is_let_already_too_many() =>
        Assert.Equal((0, false), Uitkomst("2026-03-01", "2026-03-02", Nights("2026-03-01", 45)));

    [Fact]
    public void Whatever_is_reported_in_whatever_order_no_year_passes_its_maximum() =>
        Prop.ForAll(VerblijfTests.Stays.Generator.ListOf().ToArbitrary(), stays =>
        {
            var bezet = new HashSet<DateOnly>();
            foreach (var stay in stays)
                if (!Nachtentoets.Tel(stay, Dertig, RegelboekTests.Overal, bezet).Any(jaar => jaar.Overschreden)) bezet.UnionWith(stay.Data);
            return bezet.GroupBy(nacht => nacht.Year).All(jaar => jaar.Count() <= 30);
        }).QuickCheckThrowOnFailure();

    private static (int? Over, bool Overschreden) Uitkomst(string aankomst, string vertrek, HashSet<DateOnly> bezet)
    {
        var jaar = Assert.Single(Nachtentoets.Tel(VerblijfTests.Stay(aankomst, vertrek), Dertig, RegelboekTests.Overal, bezet));
        return (jaar.Over, jaar.Overschreden);
    }

    private static HashSet<DateOnly> Nights(string eerste, int aantal) =>
        [.. Enumerable.Range(0, aantal).Select(Klok.Dag(eerste).AddDays)];
}
