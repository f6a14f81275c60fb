using System.Net;
using System.Text.Json;
using Meent.Testing;

namespace Meent.Tests.Node;

public sealed class LimietTests : IDisposable
{
    private const string Zaken = "zaken/api/v1/zaken";
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task A_client_that_asks_too_much_gets_429_and_comes_in_again_while_nobody_else_notices()
    {
        await using var meent = await MeentProces.Start(_map.Pad, "Meent:Limieten:PerClient=5");
        using var druk = Client(meent, "duinwaarde");
        using var rustig = Client(meent, "lindewoude");

        HttpResponseMessage antwoord;
        var gelukt = 0;
        for (; (antwoord = await druk.GetAsync(new Uri(Zaken, UriKind.Relative))).StatusCode == HttpStatusCode.OK; gelukt++)
        {
            Assert.InRange(gelukt, 0, 1_000);
            antwoord.Dispose();
        }

        using (antwoord)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, antwoord.StatusCode);
            Assert.Equal("application/problem+json", antwoord.Content.Headers.ContentType!.MediaType);
            Assert.Equal("tooManyRequests", JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync()).GetProperty("code").GetString());
            Assert.True(antwoord.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        }

        Assert.True(gelukt >= 10, $"Na {gelukt} verzoeken was het al te veel.");
        using var ander = await rustig.GetAsync(new Uri(Zaken, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ander.StatusCode);
        using var pagina = await druk.GetAsync(new Uri(meent.Basis + "/lindewoude/"));
        Assert.Equal(HttpStatusCode.OK, pagina.StatusCode);
        for (var einde = Environment.TickCount64 + 30_000; ; await Task.Delay(100))
        {
            using var weer = await druk.GetAsync(new Uri(Zaken, UriKind.Relative));
            if (weer.StatusCode == HttpStatusCode.OK) break;
            Assert.True(Environment.TickCount64 < einde, "De client komt niet meer binnen.");
        }
    }

    public void Dispose() => _map.Dispose();

    private static HttpClient Client(MeentProces meent, string organisatie)
    {
        var client = meent.Client(organisatie);
        client.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        return client;
    }
}
