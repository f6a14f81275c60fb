using Meent.Services.Huishoudboekje.Betalingen;

namespace Meent.Services.Tests.Huishoudboekje;

public sealed class BetaalschemaTests
{
    private static readonly DateOnly Begin = new(2026, 1, 1);

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-04-03", false)] // Good Friday
    [InlineData("2026-04-06", false)] // Easter Monday
    [InlineData("2026-04-27", true)] // King's Day: banks settle
    [InlineData("2026-05-01", false)]
    [InlineData("2026-05-14", true)] // Ascension Day: banks settle
    [InlineData("2026-12-25", false)]
    [InlineData("2027-12-26", false)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2038-04-23", false)] // the latest Easter there is: 25 April
    [InlineData("2008-03-24", false)] // an early one: 23 March
    public void Banks_settle_on_days_of_target_only(string dag, bool bankdag) => Assert.Equal(bankdag, Bankdagen.IsBankdag(DateOnly.Parse(dag, null)));

    [Fact]
    public void Once_is_on_its_day_and_only_when_that_lies_in_the_period()
    {
        var schema = new Betaalschema(new(2026, 3, 11), new(2026, 3, 11));
        Assert.Equal(["2026-03-11"], Gepland(schema, "2026-03-11", "2026-03-11"));
        Assert.Empty(Gepland(schema, "2026-03-12", "2026-12-31"));
        Assert.Empty(schema.Fouten());
    }

    [Fact]
    public void Weekly_is_on_the_days_chosen_from_the_first_to_the_last_day_themselves()
    {
        var schema = new Betaalschema(new(2026, 3, 2), new(2026, 3, 12)) { Weekdagen = new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Thursday } };
        Assert.Equal(["2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12"], Gepland(schema, "2026-01-01", "2026-12-31"));
    }

    [Fact]
    public void A_day_that_a_month_does_not_have_is_its_last_and_is_paid_once()
    {
        var schema = new Betaalschema(Begin) { Maanddagen = new HashSet<int> { 30, 31 } };
        Assert.Equal(["2026-01-30", "2026-01-31", "2026-02-28", "2026-03-30", "2026-03-31", "2026-04-30"], Gepland(schema, "2026-01-01", "2026-04-30"));
        Assert.Equal(["2028-02-29"], Gepland(schema, "2028-02-01", "2028-02-29"));
    }

    [Fact]
    public void Some_months_only_as_a_yearly_bill()
    {
        var schema = new Betaalschema(Begin) { Maanden = new HashSet<int> { 2, 8 }, Maanddagen = new HashSet<int> { 15 } };
        Assert.Equal(["2026-02-15", "2026-08-15", "2027-02-15"], Gepland(schema, "2026-01-01", "2027-07-31"));
    }

    [Fact]
    public void What_is_excepted_is_skipped()
    {
        var schema = new Betaalschema(Begin) { Maanddagen = new HashSet<int> { 1 }, Uitzonderingen = new HashSet<DateOnly> { new(2026, 3, 1) } };
        Assert.Equal(["2026-02-01", "2026-04-01"], Gepland(schema, "2026-01-02", "2026-04-01"));
    }

    [Theory]
    [InlineData(nameof(Verschuiving.Eerder), "2026-05-01", "2026-04-30")]
    [InlineData(nameof(Verschuiving.Later), "2026-05-01", "2026-05-04")]
    [InlineData(nameof(Verschuiving.Eerder), "2026-04-05", "2026-04-02")]
    [InlineData(nameof(Verschuiving.Later), "2026-04-05", "2026-04-07")]
    [InlineData(nameof(Verschuiving.Eerder), "2026-12-26", "2026-12-24")]
    [InlineData(nameof(Verschuiving.Later), "2026-12-25", "2026-12-28")]
    [InlineData(nameof(Verschuiving.Later), "2026-11-23", "2026-11-23")]
    public void The_money_goes_on_a_bank_day(string wijze, string dag, string uitvoering)
    {
        var datum = DateOnly.Parse(dag, null);
        var schema = new Betaalschema(datum, datum) { Verschuiving = Enum.Parse<Verschuiving>(wijze) };
        Assert.Equal(new Betaaldag(datum, DateOnly.Parse(uitvoering, null)), schema.Dagen(Begin, new(2027, 1, 1)).Single());
    }

    [Fact]
    public void What_cannot_be_is_told_by_field()
    {
        Assert.Equal(["byDay"], Velden(new Betaalschema(Begin)));
        Assert.Equal(["byDay"], Velden(new Betaalschema(Begin) { Weekdagen = new HashSet<DayOfWeek> { DayOfWeek.Monday }, Maanddagen = new HashSet<int> { 1 } }));
        Assert.Equal(["endDate"], Velden(new Betaalschema(Begin, Begin.AddDays(-1)) { Maanddagen = new HashSet<int> { 1 } }));
        Assert.Equal(["byMonth", "byMonthDay"], Velden(new Betaalschema(Begin) { Maanddagen = new HashSet<int> { 0, 32 }, Maanden = new HashSet<int> { 13 } }));
        Assert.Equal(["byMonth"], Velden(new Betaalschema(Begin) { Weekdagen = new HashSet<DayOfWeek> { DayOfWeek.Monday }, Maanden = new HashSet<int> { 1 } }));
    }

    private static IEnumerable<string> Velden(Betaalschema schema) => schema.Fouten().Select(f => f.Veld).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Gepland(Betaalschema schema, string van, string tot) =>
        schema.Dagen(DateOnly.Parse(van, null), DateOnly.Parse(tot, null)).Select(d => d.Gepland.ToString("O", null));
}
