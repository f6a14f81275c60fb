using System.Text.RegularExpressions;

namespace Meent.Tests.Architectuur;

/// <summary>Which screens ask fields of persons is known from the code: there is one place that asks, and it takes only what a screen declared.</summary>
public sealed partial class PersoonsvragenTests
{
    [Fact]
    public void Layer_five_asks_the_source_of_persons_in_one_place()
    {
        var plekken = Bestanden.Alle.Where(b => b.Naam.StartsWith("src/5-interaction/", StringComparison.Ordinal) && Vraagt().IsMatch(b.Tekst)).Select(b => Path.GetFileName(b.Naam));
        Assert.Equal(["Personenbron.cs"], plekken);
    }

    // Sent to that service, by its name in the code or as text; that an organisation has it is no question.
    [GeneratedRegex(@"Diensten\.Personen, \$?""|[""/]personen/(api|personen)|Pad\(Diensten\.Personen\)")]
    private static partial Regex Vraagt();
}
