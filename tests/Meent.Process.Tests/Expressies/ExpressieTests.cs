using System.Text.Json;
using Meent.Process.Expressies;

namespace Meent.Process.Tests.Expressies;

public sealed class ExpressieTests
{
    private static readonly Dictionary<string, JsonElement> Variabelen = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""
        {
          "gasten": 6, "naam": "Fenna", "akkoord": true, "leeg": null, "datum": "2026-03-01",
          "adres": { "plaats": "Duinwaarde", "nummer": { "huis": 12, "in": "x" } }, "kleuren": ["rood", "wit"], "prijs": 12.50
        }
        """)!;

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("-gasten + 1", "-5")]
    [InlineData("2 * -3", "-6")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("1 / 0", null)]
    [InlineData("79228162514264337593543950335 + 1", null)]
    [InlineData("\"a\" + \"b\"", "ab")]
    [InlineData("\"a\" + 1", null)]
    [InlineData("\"zeg \\\"ja\\\"\\n\"", "zeg \"ja\"\n")]
    [InlineData("prijs * 2", "25.00")]
    [InlineData("adres.plaats", "Duinwaarde")]
    [InlineData("adres.nummer.huis", "12")]
    [InlineData("adres.nummer.in", "x")]
    [InlineData("adres.bestaat.niet", null)]
    [InlineData("if gasten > 4 then \"veel\" else \"weinig\"", "veel")]
    [InlineData("count(kleuren)", "2")]
    [InlineData("string length(naam)", "5")]
    [InlineData("upper case(naam)", "FENNA")]
    [InlineData("abs(-3)", "3")]
    public void Computes(string bron, string? verwacht) =>
        Assert.Equal(verwacht, Convert.ToString(Expressie.Lees(bron).Bereken(Variabelen), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } uit ? uit : null);

    [Theory]
    [InlineData("gasten = 6")]
    [InlineData("gasten != 5")]
    [InlineData("gasten >= 6 and gasten <= 6")]
    [InlineData("not(gasten < 6)")]
    [InlineData("naam = \"Fenna\" or naam > 3")]
    [InlineData("akkoord")]
    [InlineData("akkoord = true")]
    [InlineData("leeg = null")]
    [InlineData("onbekend = null")]
    [InlineData("naam != null")]
    [InlineData("not(is defined(onbekend))")]
    [InlineData("gasten between 1 and 6")]
    [InlineData("gasten between 1 and 6 and akkoord")]
    [InlineData("gasten in [1..6]")]
    [InlineData("not(gasten in [1..6))")]
    [InlineData("not(gasten in (6..9])")]
    [InlineData("naam in (\"Milan\", \"Fenna\")")]
    [InlineData("\"wit\" in kleuren")]
    [InlineData("\"wit\" in (kleuren)")]
    [InlineData("gasten in [1, 6]")]
    [InlineData("kleuren = [\"rood\", \"wit\"]")]
    [InlineData("starts with(naam, \"Fen\") and ends with(naam, \"na\") and contains(naam, \"nn\")")]
    [InlineData("lower case(adres.plaats) = \"duinwaarde\"")]
    [InlineData("datum < \"2026-12-31\"")]
    [InlineData("1 = 2 or 2 = 2 and 3 = 3")]
    public void Holds(string bron) => Assert.True(Expressie.Lees(bron).Geldt(Variabelen));

    [Theory]
    [InlineData("onbekend > 5")]
    [InlineData("not(onbekend)")]
    [InlineData("naam > 5")]
    [InlineData("naam = 5")]
    [InlineData("onbekend and akkoord")]
    [InlineData("onbekend or false")]
    [InlineData("gasten")]
    [InlineData("\"groen\" in kleuren")]
    [InlineData("\"groen\" in naam")]
    public void What_is_unknown_does_not_hold(string bron) => Assert.False(Expressie.Lees(bron).Geldt(Variabelen));

    [Theory]
    [InlineData("", 1)]
    [InlineData("gasten >", 9)]
    [InlineData("gasten > 4)", 11)]
    [InlineData("(gasten > 4", 12)]
    [InlineData("gasten = = 4", 10)]
    [InlineData("1 < 2 < 3", 7)]
    [InlineData("gasten # 4", 8)]
    [InlineData("naam = \"open", 8)]
    [InlineData("\"a\\q\"", 4)]
    [InlineData("matches(naam, \"(a+)+\")", 1)]
    [InlineData("count()", 1)]
    [InlineData("mijn gasten > 4", 1)]
    [InlineData("if akkoord then 1", 18)]
    [InlineData("adres.", 7)]
    [InlineData("1 2", 3)]
    [InlineData("in [1..2]", 1)]
    [InlineData("${execution.getVariable(\"x\")}", 1)]
    [InlineData("99999999999999999999999999999999", 1)]
    public void A_mistake_is_named_with_its_position(string bron, int positie) =>
        Assert.Equal(positie, Assert.Throws<ExpressieFout>(() => Expressie.Lees(bron)).Positie);

    [Fact]
    public void Deep_nesting_and_great_length_are_refused_instead_of_exhausting_the_stack()
    {
        Assert.Throws<ExpressieFout>(() => Expressie.Lees(new string('(', 3_000)));
        Assert.Throws<ExpressieFout>(() => Expressie.Lees(string.Concat(Enumerable.Repeat("not(", 900))));
        Assert.Throws<ExpressieFout>(() => Expressie.Lees(new string('-', 3_000)));
        Assert.Throws<ExpressieFout>(() => Expressie.Lees(new string('1', 5_000)));
        Assert.Equal(1000m, Expressie.Lees("1" + string.Concat(Enumerable.Repeat("+1", 999))).Bereken(Variabelen));
    }
}
