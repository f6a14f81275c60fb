using System.Text.Json;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;

namespace Meent.Integration.Tests.Beleid;

/// <summary>The built-in rules: what each part of one means.</summary>
public sealed class RegelsetTests
{
    [Fact]
    public async Task What_no_rule_allows_is_refused_and_a_rule_that_refuses_goes_first()
    {
        Assert.False(await Mag(BeslissingTests.Vraag(), new RegelOptions { Diensten = { "zaken" } }));
        Assert.True(await Mag(BeslissingTests.Vraag(), new RegelOptions { Diensten = { "zaken" } }, new RegelOptions { Diensten = { "personen" } }));
        Assert.False(await Mag(BeslissingTests.Vraag(), new RegelOptions(), new RegelOptions { Weigert = true }));
    }

    [Fact]
    public async Task The_answer_names_the_rule_and_the_version_follows_from_the_rules()
    {
        var set = new Regelset(new Dictionary<string, RegelOptions> { ["z"] = new() { Diensten = { "x" } }, ["lezen"] = new() { Methoden = { "GET" } } });
        var oordeel = await set.Beslis(BeslissingTests.Vraag(), [], default);
        Assert.Equal("lezen", JsonElement.Parse(oordeel.Antwoord!).GetProperty("context").GetProperty("rule").GetString());
        var omgekeerd = new Regelset(new Dictionary<string, RegelOptions> { ["lezen"] = new() { Methoden = { "GET" } }, ["z"] = new() { Diensten = { "x" } } });
        Assert.Equal(set.Versie, omgekeerd.Versie);
        Assert.NotEqual(set.Versie, new Regelset(new Dictionary<string, RegelOptions> { ["lezen"] = new() { Methoden = { "PUT" } } }).Versie);
    }

    [Fact]
    public async Task A_rule_looks_at_the_other_peer_purpose_method_and_client()
    {
        var inway = BeslissingTests.Vraag(doel: "urn:a");
        Assert.True(await Mag(inway, new RegelOptions { Kant = "inway", Peers = { "00000001990000011000" }, Doelen = { "urn:a" }, Methoden = { "GET" } }));
        Assert.False(await Mag(inway, new RegelOptions { Kant = "outway" }));
        Assert.False(await Mag(inway, new RegelOptions { Peers = { "00000001990000035000" } }));
        Assert.False(await Mag(inway, new RegelOptions { Doelen = { "urn:b" } }));
        Assert.False(await Mag(BeslissingTests.Vraag(), new RegelOptions { Doelen = { "urn:a" } }));
        Assert.False(await Mag(inway, new RegelOptions { Methoden = { "POST" } }));
        Assert.False(await Mag(inway, new RegelOptions { Clients = { "zaaksysteem" } }));
        var outway = BeslissingTests.Vraag(kant: FscDomein.Outway, client: "zaaksysteem");
        Assert.True(await Mag(outway, new RegelOptions { Clients = { "zaaksysteem" }, Peers = { "00000001990000035000" } }));
        Assert.False(await Mag(outway, new RegelOptions { Clients = { "ander" } }));
    }

    [Theory]
    [InlineData("/a/b", true, true)]
    [InlineData("/a/b/c", true, true)]
    [InlineData("/a/bc", false, false)]
    [InlineData("/a", false, false)]
    [InlineData("/a/%62/c", true, true)]
    [InlineData("/A/B", false, true)]
    // Read in two ways: what is allowed does not hold, what is refused does.
    [InlineData("/a/b%2Fc", false, true)]
    [InlineData("/x%2f..%2fa/b", false, true)]
    [InlineData("//a/b", false, true)]
    [InlineData("/a/b;x=1", false, true)]
    [InlineData("/a/%2562", false, true)]
    public void A_path_is_matched_with_what_is_below_it(string pad, bool toegestaan, bool geweigerd)
    {
        foreach (var regel in new[] { "/a/b", "/a/b/" })
        {
            Assert.Equal(toegestaan, Regelset.Ligt(pad, regel, weigert: false));
            Assert.Equal(geweigerd, Regelset.Ligt(pad, regel, weigert: true));
        }
    }

    [Theory]
    // Winter and summer time; the night in which the clock goes back; days begin in the Netherlands.
    [InlineData("2026-11-20T07:00:00Z", true)]
    [InlineData("2026-11-20T06:59:59Z", false)]
    [InlineData("2026-07-17T06:00:00Z", true)]
    [InlineData("2026-07-17T15:59:00Z", true)]
    [InlineData("2026-07-17T16:00:00Z", false)]
    [InlineData("2026-11-21T10:00:00Z", false)]
    [InlineData("2026-10-25T23:30:00Z", false)]
    public async Task Office_hours_are_Dutch_hours(string nu, bool toegestaan) => Assert.Equal(toegestaan, await Mag(
        BeslissingTests.Vraag(nu), new RegelOptions { Van = new(8, 0), Tot = new(18, 0), Dagen = { "ma", "di", "wo", "do", "vr" } }));

    [Theory]
    [InlineData("2026-11-20T22:00:00Z", true)]
    [InlineData("2026-11-21T04:59:00Z", true)]
    [InlineData("2026-11-21T05:00:00Z", false)]
    [InlineData("2026-11-21T22:00:00Z", false)]
    public async Task A_night_belongs_to_the_day_on_which_it_began(string nu, bool toegestaan) => Assert.Equal(toegestaan, await Mag(
        BeslissingTests.Vraag(nu), new RegelOptions { Van = new(22, 0), Tot = new(6, 0), Dagen = { "vr" } }));

    private static async Task<bool> Mag(Beleidsvraag vraag, params RegelOptions[] regels) =>
        (await new Regelset(regels.Select((r, i) => ($"{i}", r)).ToDictionary(r => r.Item1, r => r.r)).Beslis(vraag, [], default)).Toegestaan!.Value;
}
