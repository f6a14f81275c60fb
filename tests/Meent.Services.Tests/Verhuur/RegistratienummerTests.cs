using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Tests.Verhuur;

public sealed class RegistratienummerTests
{
    [Fact]
    public void A_number_is_the_gemeentecode_and_sixteen_hexadecimal_characters()
    {
        var nummer = Registratienummer.Nieuw("9901");
        Assert.Matches("^9901[0-9A-F]{16}$", nummer.Waarde);
        Assert.Equal("9901", nummer.Gemeentecode);
    }

    [Fact]
    public void It_is_shown_in_groups_of_four()
    {
        Assert.True(Registratienummer.TryParse("03635f3a569416cdb9e3", out var nummer));
        Assert.Equal("0363 5F3A 5694 16CD B9E3", nummer.Weergave);
    }

    [Theory]
    [InlineData("0363 5F3A 5694 16CD B9E3")]
    [InlineData("0363-5f3a-5694-16cd-b9e3")]
    [InlineData("  03635F3A569416CDB9E3 ")]
    [InlineData("0363\u00a05F3A 5694\t16CD-B9E3")]
    public void It_is_read_as_people_type_it(string tekst)
    {
        Assert.True(Registratienummer.TryParse(tekst, out var nummer));
        Assert.Equal("03635F3A569416CDB9E3", nummer.Waarde);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0363 5F3A 5694 16CD B9E")]
    [InlineData("0363 5F3A 5694 16CD B9E33")]
    [InlineData("A363 5F3A 5694 16CD B9E3")]
    [InlineData("0363 5F3A 5694 16CD B9EG")]
    [InlineData("0363 5F3A 5694 16CD B9Eé")]
    [InlineData("0363_5F3A_5694_16CD_B9E3")]
    public void Anything_else_is_no_number(string? tekst) => Assert.False(Registratienummer.TryParse(tekst, out _));

    [Fact]
    public void Endless_input_is_refused_before_it_is_read() => Assert.False(Registratienummer.TryParse(new string(' ', 1_000_000), out _));

    [Fact]
    public void Numbers_do_not_repeat() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => Registratienummer.Nieuw("9901").Waarde).Distinct().Count());
}
