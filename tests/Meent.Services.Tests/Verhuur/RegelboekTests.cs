using Meent.Services.Verhuur.Regels;

namespace Meent.Services.Tests.Verhuur;

public sealed class RegelboekTests
{
    private static readonly Regelset Eerste = Versie(1, "2024-01-01", 60);
    private static readonly Regelset Strenger = Versie(2, "2026-07-01", 30);

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", 60)]
    [InlineData("2026-06-30", 60)]
    [InlineData("2026-07-01", 30)]
    [InlineData("2099-01-01", 30)]
    public void The_day_decides_which_version_counts(string dag, int? maximum) =>
        Assert.Equal(maximum, new Regelboek([Strenger, Eerste]).Op(Klok.Dag(dag))?.Regels[0].MaxNachtenPerKalenderjaar);

    [Fact]
    public void A_version_ends_where_the_next_begins()
    {
        var boek = new Regelboek([Eerste, Strenger]);
        Assert.Equal(new DateOnly(2026, 7, 1), boek.GeldigTot(Eerste));
        Assert.Null(boek.GeldigTot(Strenger));
    }

    [Fact]
    public void A_version_from_the_same_day_replaces_the_earlier_one()
    {
        var vervanger = Versie(3, "2026-07-01", 20);
        var boek = new Regelboek([Eerste, Strenger, vervanger]);
        Assert.Equal(vervanger, boek.Op(new DateOnly(2026, 8, 1)));
        Assert.Equal(Strenger.GeldigVan, boek.GeldigTot(Strenger));
        Assert.Null(boek.GeldigTot(vervanger));
    }

    [Theory]
    [InlineData(2025, "2026-08-01", 60)]
    [InlineData(2026, "2026-06-30", 60)]
    [InlineData(2026, "2026-07-01", 30)]
    [InlineData(2027, "2026-06-30", 30)]
    [InlineData(2020, "2026-06-30", null)]
    public void A_year_is_told_by_the_rules_nearest_to_today(int jaar, string vandaag, int? maximum) =>
        Assert.Equal(maximum, new Regelboek([Eerste, Strenger]).MaximumVoor(jaar, Klok.Dag(vandaag), Overal));

    internal static Regelset Versie(int versie, string van, int? maxNachten, int? maxPersonen = 4) =>
        new(Guid.CreateVersion7(), versie, Klok.Dag(van), $"{van[..4]}-1", [new("Hele gemeente", null, null, null, true, true, maxNachten, maxPersonen, false, null)], [], 0);

    /// <summary>A case of which nothing is known.</summary>
    internal static readonly Geval Overal = new(new HashSet<Guid>(), null, null);
}
