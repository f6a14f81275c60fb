using System.Text.RegularExpressions;
using Meent.Standards.Identificaties;

namespace Meent.Tests.Architectuur;

/// <summary>What may not stand in any file of the project.</summary>
public sealed partial class InhoudTests
{
    [Fact]
    public void No_number_that_could_be_somebodys_bsn_stands_in_a_file()
    {
        var gevonden = Bestanden.Alle.Where(b => !b.Naam.EndsWith("package-lock.json", StringComparison.Ordinal))
            .SelectMany(b => Negen().Matches(b.Tekst).Where(m => Bsn.TryParse(m.Value, out _) && !IsVerzonnen(m.Value)).Select(m => $"{b.Naam}: …{m.Value[^3..]}"));

        Assert.Empty(gevonden.Distinct());
    }

    [Fact]
    public void No_path_of_a_developers_machine_stands_in_a_file()
    {
        // Split, so that this file does not find itself.
        var paden = new Regex($"(/wo{""}rk/|/ro{""}ot/|/ho{""}me/[a-z]|C:\\\\Us{""}ers)");

        Assert.Empty(Bestanden.Alle.Where(b => paden.IsMatch(b.Tekst)).Select(b => b.Naam));
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_product()
    {
        var later = new Regex($@"\b(TO{""}DO|FIX{""}ME|NotImplemented{""}Exception)\b");

        Assert.Empty(Bestanden.Alle.Where(b => b.Naam.StartsWith("src/", StringComparison.Ordinal) && later.IsMatch(b.Tekst)).Select(b => b.Naam));
    }

    /// <summary>Razor drops white space at the beginning of an element: a screen reader would say "DownloadenFoto". Write <c>@($" {…}")</c>.</summary>
    [Fact]
    public void No_hidden_words_are_glued_to_what_stands_before_them() => Assert.Empty(
        Bestanden.Alle.Where(b => b.Naam.EndsWith(".razor", StringComparison.Ordinal) && b.Tekst.Contains("onzichtbaar\"> @", StringComparison.Ordinal)).Select(b => b.Naam));

    // 99997xxxx and 99999xxxx are RvIG's ranges for tests; the invented organisations have RSINs 9900xxxxx.
    private static bool IsVerzonnen(string cijfers) => cijfers.StartsWith("99997", StringComparison.Ordinal) || cijfers.StartsWith("99999", StringComparison.Ordinal) || cijfers.StartsWith("9900", StringComparison.Ordinal);

    [GeneratedRegex("(?<![0-9A-Za-z.-])[0-9]{9}(?![0-9A-Za-z-])")]
    private static partial Regex Negen();
}
