using System.Globalization;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Tests.Personen;

/// <summary>On which days somebody lived at an address, surely or perhaps.</summary>
public sealed class AdreshoudingTests
{
    private const string Hier = "9901010000000001";
    private const string Daar = "9901010000000002";

    [Theory]
    // Known in full: from the first day until the next address, here or abroad.
    [InlineData("20100818", "", "2010-08-18 altijd")]
    [InlineData("20100818", "20160526", "2010-08-18 2016-05-26")]
    [InlineData("20100818", "B20160526", "2010-08-18 2016-05-26")]
    // Not known in full: perhaps in all of its days, surely after them.
    [InlineData("20100800", "", "2010-08-01 2010-09-01?; 2010-09-01 altijd")]
    [InlineData("20100000", "", "2010-01-01 2011-01-01?; 2011-01-01 altijd")]
    [InlineData("00000000", "", "ooit altijd?")]
    [InlineData("20100800", "20101001", "2010-08-01 2010-09-01?; 2010-09-01 2010-10-01")]
    [InlineData("20100800", "20100821", "2010-08-01 2010-08-21?")]
    [InlineData("00000000", "20100101", "ooit 2010-01-01?")]
    // The next not known in full: perhaps until its last day, but surely on the first day here.
    [InlineData("20100818", "20160500", "2010-08-18 2016-05-01; 2016-05-01 2016-06-01?")]
    [InlineData("20100818", "20160000", "2010-08-18 2016-01-01; 2016-01-01 2017-01-01?")]
    [InlineData("20100818", "20100800", "2010-08-18 2010-08-19; 2010-08-19 2010-09-01?")]
    [InlineData("20100818", "00000000", "2010-08-18 2010-08-19; 2010-08-19 altijd?")]
    [InlineData("20100818", "B00000000", "2010-08-18 2010-08-19; 2010-08-19 altijd?")]
    // Neither known in full.
    [InlineData("20100800", "20101000", "2010-08-01 2010-09-01?; 2010-09-01 2010-10-01; 2010-10-01 2010-11-01?")]
    [InlineData("20100800", "20100000", "2010-08-01 2011-01-01?")]
    [InlineData("20100000", "20100800", "2010-01-01 2010-09-01?")]
    [InlineData("00000000", "20100800", "ooit 2010-09-01?")]
    [InlineData("20100800", "00000000", "2010-08-01 altijd?")]
    public void Until_the_next_address(string aanvang, string volgende, string verwacht) =>
        Assert.Equal(verwacht, Dagen(volgende.Length == 0 ? [Verblijf(aanvang)] : [Elders(volgende), Verblijf(aanvang)]));

    [Theory]
    [InlineData("20100101", "20100800", "2010-08-01 2010-09-01?; 2010-09-01 altijd")]
    [InlineData("20100810", "20100800", "2010-08-11 2010-09-01?; 2010-09-01 altijd")]
    [InlineData("20101014", "00000000", "2010-10-15 altijd?")]
    [InlineData("20100000", "20100800", "2010-08-01 2010-09-01?; 2010-09-01 altijd")]
    [InlineData("20100800", "20100000", "2010-08-01 2011-01-01?; 2011-01-01 altijd")]
    [InlineData("20110500", "00000000", "2011-05-01 altijd?")]
    [InlineData("20160526", "20160526", "2016-05-26 altijd")]
    public void Not_before_the_address_before_it(string vorige, string aanvang, string verwacht) => Assert.Equal(verwacht, Dagen(Verblijf(aanvang), Elders(vorige)));

    [Theory]
    [InlineData("20210700", "20210730", "2021-05-26 2021-07-01; 2021-07-01 2021-07-30?")]
    [InlineData("20220000", "20221014", "2021-05-26 2022-01-01; 2022-01-01 2022-10-14?")]
    [InlineData("00000000", "20221014", "2021-05-26 2021-05-27; 2021-05-27 2022-10-14?")]
    [InlineData("20210700", "20210700", "2021-05-26 2021-07-01; 2021-07-01 2021-08-01?")]
    public void Gone_by_the_day_of_a_third_address(string volgende, string derde, string verwacht) => Assert.Equal(verwacht, Dagen(Elders(derde), Elders(volgende), Verblijf("20210526")));

    [Theory]
    [InlineData("20100818", "20220829", "2010-08-18 2022-08-29")]
    [InlineData("20201000", "20201016", "2020-10-01 2020-10-16?")]
    [InlineData("00000000", "20201016", "ooit 2020-10-16?")]
    [InlineData("20100818", "20220800", "2010-08-18 2022-08-01; 2022-08-01 2022-09-01?")]
    [InlineData("20230101", "20220829", "")]
    public void Not_after_the_list_was_suspended(string aanvang, string opgeschort, string verwacht) => Assert.Equal(verwacht, Dagen([Verblijf(aanvang)], opgeschort));

    [Theory]
    // Running: not there since.
    [InlineData("089999", "", "", "2020-08-18 2022-05-26")]
    [InlineData("589999", "", "20220810", "2020-08-18 2022-05-26")]
    [InlineData("589999", "", "20220600", "2020-08-18 2022-05-26")]
    // Closed at the actual address, or before the next: dealt with.
    [InlineData("089999", "20220810", "", "2020-08-18 altijd")]
    [InlineData("589999", "20220730", "20220810", "2020-08-18 2022-08-10")]
    // Closed when the person had moved on: nobody knows.
    [InlineData("589999", "20220810", "20220810", "2020-08-18 2022-05-26; 2022-05-26 2022-08-10?")]
    [InlineData("089999", "20220820", "20220810", "2020-08-18 2022-05-26; 2022-05-26 2022-08-10?")]
    // Another investigation takes nothing away.
    [InlineData("080000", "", "", "2020-08-18 altijd")]
    public void Not_where_it_was_established_that_the_person_is_not(string aanduiding, string einde, string volgende, string verwacht)
    {
        var hier = Verblijf("20200818", $",\"8310\":\"{aanduiding}\",\"8320\":\"20220526\"" + (einde.Length == 0 ? "" : $",\"8330\":\"{einde}\""));

        Assert.Equal(verwacht, Dagen(volgende.Length == 0 ? [hier] : [Elders(volgende), hier]));
    }

    [Fact]
    public void Not_at_a_postal_address_nor_where_it_proved_wrong()
    {
        Assert.Equal("", Dagen($$"""{"1010":"B","1030":"20100818","1180":"{{Hier}}"}"""));
        // What was wrong counts not as an address before or after either.
        Assert.Equal("2016-06-01 altijd", Dagen(Verblijf("20160601"), Verblijf("20160526", ",\"8410\":\"O\"")));
        Assert.Equal("2010-08-18 2016-06-01", Dagen(Elders("20160601"), $$"""{"1030":"20160526","1180":"{{Daar}}","8410":"O"}""", Verblijf("20100818")));
    }

    private static string Dagen(params string[] verblijven) => Dagen(verblijven, null);

    private static string Dagen(string[] verblijven, string? opgeschort)
    {
        using var lijst = Persoonslijst.Lees($$"""{"01":[[{}]],"07":[[{{{(opgeschort is null ? "" : $"\"6710\":\"{opgeschort}\",\"6720\":\"O\"")}}}]],"08":[[{{string.Join(',', verblijven)}}]]}""");
        return string.Join("; ", Adreshouding.Van(lijst, Hier).Select(deel => $"{Dag(deel.Periode.Van)} {Dag(deel.Periode.Tot)}{(deel.Zeker ? "" : "?")}"));
    }

    private static string Dag(DateOnly dag) => dag == DateOnly.MinValue ? "ooit" : dag == DateOnly.MaxValue ? "altijd" : dag.ToString("O", CultureInfo.InvariantCulture);

    private static string Verblijf(string aanvang, string erbij = "") => $$"""{"1010":"W","1030":"{{aanvang}}","1180":"{{Hier}}"{{erbij}}}""";

    // B: abroad.
    private static string Elders(string aanvang) => aanvang[0] == 'B' ? $$"""{"1310":"5010","1320":"{{aanvang[1..]}}"}""" : $$"""{"1030":"{{aanvang}}","1180":"{{Daar}}"}""";
}
