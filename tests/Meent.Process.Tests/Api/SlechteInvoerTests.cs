using System.Text;
using System.Text.Json;

namespace Meent.Process.Tests.Api;

/// <summary>Bad input gets a problem that names the field, and changes nothing; so one world serves all.</summary>
public sealed class SlechteInvoerTests(WereldFixture wereld) : IClassFixture<WereldFixture>
{
    [Theory]
    [InlineData("""{"variabelen":{}}""", "", "required")]
    [InlineData("""{"proces":"x","kleur":"rood"}""", "kleur", "unknown-parameter")]
    [InlineData("""{"proces":"x","proces":"y"}""", "proces", "duplicate")]
    [InlineData("""{"proces":7}""", "proces", "invalid")]
    [InlineData("""{"proces":"bestaat-niet"}""", "proces", "does-not-exist")]
    [InlineData("""{"proces":"x","bedrijfssleutel":"999970008"}""", "bedrijfssleutel", "invalid")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie"}""", "variabelen.adresseerbaarObjectIdentificatie", "required")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie","variabelen":{"registratienummer":"x"}}""", "variabelen.registratienummer", "unknown-parameter")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie","variabelen":{"burgerservicenummer":"123456789"}}""", "variabelen.burgerservicenummer", "invalid")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie","variabelen":{"deel":"kelder"}}""", "variabelen.deel", "invalid")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie","variabelen":{"maximumGasten":"4"}}""", "variabelen.maximumGasten", "invalid")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie","variabelen":{"maximumGasten":1e99}}""", "variabelen.maximumGasten", "invalid")]
    [InlineData("""{"proces":"toeristische-verhuur-registratie","variabelen":{"eenheidsnaam":"a\u0000b"}}""", "variabelen.eenheidsnaam", "invalid")]
    [InlineData("""{"proces":""", "proces", "invalid")]
    public async Task Bad_input_is_refused_by_field(string body, string veld, string code)
    {
        var (status, fout) = await wereld.Wereld.Vraag(HttpMethod.Post, "/instanties", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(400, status);
        Assert.Contains(fout.GetProperty("invalidParams").EnumerateArray(), p => Tekst(p, "name") == veld && Tekst(p, "code") == code);
        Assert.Equal("registraties 0, zaken 0, rollen 0, statussen 0, instanties 0, taken 0", await wereld.Wereld.Effecten());
    }

    [Fact]
    public async Task What_is_not_json_or_too_large_is_refused()
    {
        Assert.Equal(415, (await wereld.Wereld.Vraag(HttpMethod.Post, "/instanties", new StringContent("proces=x"))).Status);
        var groot = new StringContent($$"""{"proces":"{{new string('x', 300_000)}}"}""", Encoding.UTF8, "application/json");
        Assert.Equal(413, (await wereld.Wereld.Vraag(HttpMethod.Post, "/instanties", groot)).Status);
        Assert.Equal(400, (await wereld.Wereld.Vraag(HttpMethod.Get, "/instanties?statuss=actief")).Status);
        Assert.Equal(400, (await wereld.Wereld.Vraag(HttpMethod.Get, "/instanties?status=klaar")).Status);
        Assert.Equal(400, (await wereld.Wereld.Vraag(HttpMethod.Get, "/instanties?limiet=veel")).Status);
        Assert.Equal(400, (await wereld.Wereld.Vraag(HttpMethod.Get, "/taken?na=x")).Status);
        Assert.Equal(404, (await wereld.Wereld.Vraag(HttpMethod.Get, $"/instanties/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(404, (await wereld.Wereld.Vraag(HttpMethod.Get, "/taken/niets")).Status);
        Assert.Equal(404, (await wereld.Wereld.Vraag(HttpMethod.Post, $"/taken/{Guid.CreateVersion7()}.1/voltooiing", new { })).Status);
    }

    private static string Tekst(JsonElement json, string naam) => json.GetProperty(naam).GetString()!;
}

public sealed class WereldFixture : IAsyncLifetime
{
    internal Wereld Wereld { get; private set; } = null!;

    public async Task InitializeAsync() => Wereld = await Tests.Wereld.Start();

    public async Task DisposeAsync() => await Wereld.DisposeAsync();
}
