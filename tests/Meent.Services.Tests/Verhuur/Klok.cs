using System.Globalization;

namespace Meent.Services.Tests.Verhuur;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class Klok(string nu) : TimeProvider
{
    private DateTimeOffset _nu = Moment(nu);

    public override DateTimeOffset GetUtcNow() => _nu;

    public void Zet(string moment) => _nu = Moment(moment);

    public static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string tekst) => DateTimeOffset.Parse(tekst, CultureInfo.InvariantCulture);
}
