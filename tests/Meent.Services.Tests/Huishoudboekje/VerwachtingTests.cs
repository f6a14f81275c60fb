using Meent.Services.Huishoudboekje.Alarmen;
using Meent.Services.Huishoudboekje.Betalingen;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>What is expected on an agreement, held against what was booked.</summary>
public sealed class VerwachtingTests
{
    private static readonly DateOnly Dag = new(2026, 5, 15);
    private static readonly Betaalschema Maandelijks = new(new DateOnly(2026, 1, 1)) { Maanddagen = new HashSet<int> { 15 } };

    /// <summary>Bounds of the amount, as the employees' own scenarios have them: 10,00 agreed.</summary>
    [Theory]
    [InlineData(0, 999, true)]
    [InlineData(0, 1000, false)]
    [InlineData(0, 1001, true)]
    [InlineData(99, 900, true)]
    [InlineData(99, 901, false)]
    [InlineData(99, 902, false)]
    [InlineData(99, 1000, false)]
    [InlineData(99, 1098, false)]
    [InlineData(99, 1099, false)]
    [InlineData(99, 1100, true)]
    public void An_amount_outside_the_margin_is_told_and_one_on_its_bound_is_not(long marge, long cent, bool signaal)
    {
        var uit = new Verwachting(Maandelijks, -1000, marge, 0).Toets([Op(Dag, -cent)], Dag, Dag).ToList();
        var binnen = new Verwachting(Maandelijks, 1000, marge, 0).Toets([Op(Dag, cent)], Dag, Dag).ToList();
        Assert.Equal(signaal ? [(Afwijking.Bedrag, 1000 - cent)] : [], uit.Select(b => (b.Soort, b.Cent)));
        Assert.Equal(signaal ? [(Afwijking.Bedrag, cent - 1000)] : [], binnen.Select(b => (b.Soort, b.Cent)));
    }

    [Theory]
    [InlineData(-6, false)]
    [InlineData(-5, true)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_booking_counts_for_an_expected_day_within_the_margin_of_days(int dagen, bool telt)
    {
        var boeking = Op(Dag.AddDays(dagen), -1);
        var bevindingen = new Verwachting(Maandelijks, -1000, 0, 5).Toets([boeking], Dag, Dag.AddDays(6)).ToList();
        Assert.Equal(telt ? Afwijking.Bedrag : Afwijking.Ontbreekt, Assert.Single(bevindingen).Soort);
    }

    [Fact]
    public void What_has_not_come_is_told_the_day_after_the_margin_and_stays_one_and_the_same()
    {
        var verwachting = new Verwachting(Maandelijks, -1000, 0, 2);
        Assert.Empty(verwachting.Toets([], Dag, Dag.AddDays(2)));
        var een = Assert.Single(verwachting.Toets([], Dag, Dag.AddDays(3)));
        Assert.Equal((Afwijking.Ontbreekt, Dag, 1000L), (een.Soort, een.Dag, een.Cent));
        var later = Assert.Single(verwachting.Toets([], Dag, Dag.AddDays(20)));
        Assert.Equal((een.Soort, een.Dag, een.Cent), (later.Soort, later.Dag, later.Cent));
    }

    [Fact]
    public void A_night_that_was_missed_is_made_up_for()
    {
        var verwachting = new Verwachting(Maandelijks, -1000, 0, 0);
        Assert.Equal([new(2026, 3, 15), new(2026, 5, 15)], verwachting.Toets([Op(new(2026, 4, 15), -1000)], new(2026, 3, 1), new(2026, 6, 1)).Select(b => b.Dag));
    }

    [Fact]
    public void More_than_one_is_told_with_what_was_paid_too_much()
    {
        var drie = new[] { Op(Dag, 1000), Op(Dag, 1000), Op(Dag.AddDays(1), 1000) };
        var bevinding = Assert.Single(new Verwachting(Maandelijks, 1000, 0, 1).Toets(drie, Dag, Dag.AddDays(1)));
        Assert.Equal((Afwijking.Meerdere, 2000L), (bevinding.Soort, bevinding.Cent));
        Assert.Equal(drie.Select(b => b.Id).Order(), bevinding.Boekingen.Order());
    }

    /// <summary>Five mistakes that the present system was proven to make.</summary>
    [Fact]
    public void Once_on_the_right_day_with_the_right_amount_is_no_deviation_that_night_or_any_later()
    {
        var eenmalig = new Verwachting(new Betaalschema(Dag, Dag), -1000, 0, 0);
        Assert.Empty(eenmalig.Toets([Op(Dag, -1000)], Dag, Dag.AddDays(1)));
        Assert.Empty(eenmalig.Toets([Op(Dag, -1000)], Dag, Dag.AddDays(400)));
    }

    [Fact]
    public void Once_with_a_wrong_amount_a_day_early_within_the_margin_is_told() =>
        Assert.Equal(Afwijking.Bedrag, Assert.Single(new Verwachting(new Betaalschema(Dag, Dag), -1000, 0, 2).Toets([Op(Dag.AddDays(-1), -900)], Dag.AddDays(-1), Dag)).Soort);

    [Fact]
    public void The_31st_is_the_last_day_of_a_shorter_month() =>
        Assert.Equal(new DateOnly(2026, 2, 28), Assert.Single(new Verwachting(Maandelijks with { Maanddagen = new HashSet<int> { 31 } }, -1, 0, 0).Toets([], new(2026, 2, 1), new(2026, 3, 1))).Dag);

    [Fact]
    public void Weekly_begins_on_its_first_day_itself()
    {
        var woensdag = new DateOnly(2026, 5, 6);
        var schema = new Betaalschema(woensdag) { Weekdagen = new HashSet<DayOfWeek> { DayOfWeek.Wednesday } };
        Assert.Equal([woensdag, woensdag.AddDays(7)], new Verwachting(schema, -1, 0, 0).Toets([], woensdag, woensdag.AddDays(8)).Select(b => b.Dag));
    }

    [Fact]
    public void Between_two_expected_days_a_booking_belongs_to_the_nearest_and_to_one_only()
    {
        var schema = Maandelijks with { Maanddagen = new HashSet<int> { 10, 15 } };
        var verwachting = new Verwachting(schema, -1000, 0, 4);
        Assert.Equal([10], verwachting.Toets([Op(new(2026, 5, 14), -1000)], new(2026, 5, 1), new(2026, 5, 25)).Select(b => b.Dag.Day));
        Assert.Equal([15], verwachting.Toets([Op(new(2026, 5, 12), -1000)], new(2026, 5, 1), new(2026, 5, 25)).Select(b => b.Dag.Day));
    }

    private static Geboekt Op(DateOnly datum, long cent) => new(Guid.CreateVersion7(), datum, cent);
}
