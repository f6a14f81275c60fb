using System.Text;

namespace Meent.Standards.Tests;

public sealed class RekenbladTests
{
    [Theory]
    [InlineData("a;b\r\n1;2\r\n", "1:a|b 2:1|2")]
    [InlineData("\uFEFFa,b\n1,2", "1:a|b 2:1|2")]
    [InlineData("a\tb\n1\t2;3", "1:a|b 2:1|2;3")]
    [InlineData("a;b\n\n;\n\"x\"\"y\"\"; z\";2\n", "1:a|b 4:x\"y\"; z|2")]
    [InlineData("a;b\n\"een\ntwee\";2\n3;4", "1:a|b 2:een\ntwee|2 4:3|4")]
    [InlineData("a;b\n\"\";5'\"\n", "1:a|b 2:|5'\"")]
    [InlineData("", "")]
    public void Rows_come_with_the_line_at_which_they_begin(string tekst, string rijen) =>
        Assert.Equal(rijen, string.Join(' ', Rekenblad.Lees(tekst).Select(rij => $"{rij.Regel}:{string.Join('|', rij.Velden)}")));

    [Fact]
    public void What_is_written_is_read_as_it_was_and_no_cell_is_a_formula()
    {
        string[] velden = ["gewoon", "met ; en \"", "twee\nregels", "=1+1", "-5", "@x", ""];
        var tekst = new StringBuilder(Rekenblad.Merk);
        Rekenblad.Regel(tekst, velden);

        Assert.Equal(velden, Rekenblad.Lees(tekst.ToString()).Single().Velden);
        Assert.Contains(";'=1+1;'-5;'@x;", tekst.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_is_named_by_its_line() =>
        Assert.Contains("regel 2", Assert.Throws<FormatException>(() => Rekenblad.Lees("a;b\n\"x;2\n3;4")).Message, StringComparison.Ordinal);
}
