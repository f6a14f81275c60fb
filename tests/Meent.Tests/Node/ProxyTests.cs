using Meent.Testing;

namespace Meent.Tests.Node;

public sealed class ProxyTests
{
    [Fact]
    public async Task Behind_a_proxy_that_does_TLS_cookies_go_over_https_only_and_no_header_decides_that()
    {
        using var map = new TijdelijkeMap();
        await using var meent = await MeentProces.Start(map.Pad, "Meent:Basis=https://meent.example.nl");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(meent.Basis) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");

        using var taal = await client.GetAsync(new Uri("/duinwaarde/taal/en", UriKind.Relative));
        Assert.All(taal.Headers.GetValues("Set-Cookie"), koek => Assert.Contains("; secure", koek, StringComparison.OrdinalIgnoreCase));
        foreach (var pad in new[] { "/", "/duinwaarde/", "/duinwaarde/inloggen" })
        {
            using var pagina = await client.GetAsync(new Uri(pad, UriKind.Relative));
            Assert.Contains("max-age", Assert.Single(pagina.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_TLS_no_browser_is_told_to_use_it()
    {
        using var map = new TijdelijkeMap();
        await using var meent = await MeentProces.Start(map.Pad);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var pagina = await client.GetAsync(new Uri(meent.Basis + "/duinwaarde/"));

        Assert.False(pagina.Headers.Contains("Strict-Transport-Security"));
    }
}
