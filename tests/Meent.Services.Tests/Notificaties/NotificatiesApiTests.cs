using System.Net;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Notificaties;

public sealed class NotificatiesApiTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task A_channel_of_ones_own_can_be_registered_subscribed_to_and_published_on(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await BezorgerTests.Start(_map, engine);
        var kanaal = await Vraag(node, 201, HttpMethod.Post, "/kanaal", new { naam = "bomen", documentatieLink = "https://example.com/", filters = new[] { "wijk" } });
        await Vraag(node, 201, HttpMethod.Post, "/abonnement", Abonnement(ontvanger.Url, "bomen"));
        var bericht = Bericht("bomen", new { wijk = "West" });
        await Vraag(node, 201, HttpMethod.Post, "/notificaties", bericht);
        await ontvanger.Wacht(() => !ontvanger.Ontvangen.IsEmpty);

        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(bericht), ontvanger.Ontvangen.First()));
        var pad = new Uri(kanaal.GetProperty("url").GetString()!).AbsolutePath.Split("/api/v1")[1];
        Assert.Equal("bomen", (await Vraag(node, 200, HttpMethod.Get, pad)).GetProperty("naam").GetString());
        Assert.Equal(1, (await Vraag(node, 200, HttpMethod.Get, "/kanaal?naam=bomen")).GetArrayLength());
        Assert.Contains("zaken", (await Vraag(node, 200, HttpMethod.Get, "/kanaal")).EnumerateArray().Select(k => k.GetProperty("naam").GetString()));
    }

    [EngineTheory]
    public async Task Wrong_input_gets_the_codes_of_the_standard(Engine engine)
    {
        await using var node = await BezorgerTests.Start(_map, engine);
        await Fout(node, "/kanaal", new { naam = "zaken" }, "naam", "unique");
        await Fout(node, "/kanaal", new { filters = Array.Empty<string>() }, "naam", "required");
        await Fout(node, "/notificaties", Bericht("onbekend", new { }), "kanaal", "message_kanaal");
        await Fout(node, "/notificaties", Bericht("zaaktypen", new { wijk = "x" }), "kenmerken", "kenmerken_inconsistent");
        await Fout(node, "/notificaties", new { kanaal = "zaken" }, "aanmaakdatum", "required");
        await Fout(node, "/abonnement", Abonnement("http://example.com/callback"), "callbackUrl", "invalid");
        await Fout(node, "/abonnement", Abonnement("http://127.0.0.1:9/callback"), "callbackUrl", "invalid-callback-url");
        await Fout(node, "/abonnement", Abonnement("http://127.0.0.1:9/callback", "bestaat-niet"), "kanalen.0.naam", "does_not_exist");
        await Fout(node, "/abonnement", new { callbackUrl = "http://127.0.0.1:9/callback", auth = "x", kanalen = new object[] { new { naam = "zaken" }, new { naam = "zaaktypen", filters = new { wijk = "x" } } } }, "kanalen.1.filters", "inconsistent-abonnement-filters");
        // Where machines get their credentials, whatever is said of it.
        await Fout(node, "/abonnement", Abonnement("https://169.254.169.254/callback"), "callbackUrl", "invalid-callback-url");
        await Vraag(node, 400, HttpMethod.Get, "/kanaal?onbekend=1");
    }

    [EngineTheory]
    public async Task A_callback_that_lets_anybody_in_is_refused(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await BezorgerTests.Start(_map, engine);
        await Fout(node, "/abonnement", Abonnement(ontvanger.Url.Replace("/callback", "/open", StringComparison.Ordinal)), "callbackUrl", "no-auth-on-callback-url");
        await Fout(node, "/abonnement", new { callbackUrl = ontvanger.Url, auth = "Bearer fout", kanalen = Array.Empty<object>() }, "callbackUrl", "invalid-callback-url");
    }

    [EngineTheory]
    public async Task A_subscription_is_read_changed_and_removed_by_its_owner_and_unseen_by_others(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await BezorgerTests.Start(_map, engine);
        var gemaakt = await Vraag(node, 201, HttpMethod.Post, "/abonnement", Abonnement(ontvanger.Url));
        var pad = new Uri(gemaakt.GetProperty("url").GetString()!).AbsolutePath.Split("/api/v1")[1];

        var gewijzigd = await Vraag(node, 200, HttpMethod.Patch, pad, new { kanalen = new[] { new { naam = "zaaktypen", filters = new { catalogus = "x" } } } });
        Assert.Equal("x", gewijzigd.GetProperty("kanalen")[0].GetProperty("filters").GetProperty("catalogus").GetString());
        Assert.Equal(ontvanger.Url, gewijzigd.GetProperty("callbackUrl").GetString());
        await Vraag(node, 200, HttpMethod.Put, pad, Abonnement(ontvanger.Url));
        Assert.Equal(1, (await Vraag(node, 200, HttpMethod.Get, "/abonnement")).GetArrayLength());

        // Another organisation, by the Inway.
        void Ander(System.Net.Http.Headers.HttpRequestHeaders h) => h.Add(Headers.FscAuthorization, "Bearer x.eyJzdWIiOiIwMDAwMDAwMTk5MDAwMDAyMzAwMCJ9.x");
        await node.Vraag(404, HttpMethod.Get, Diensten.Notificaties, pad, herkomst: Herkomst.Inway, headers: Ander);
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Diensten.Notificaties, "/abonnement", herkomst: Herkomst.Inway, headers: Ander)).GetArrayLength());
        await node.Vraag(403, HttpMethod.Post, Diensten.Notificaties, "/notificaties", Bericht("zaken", new { }), Herkomst.Inway, headers: Ander);

        using var weg = await node.Stuur(HttpMethod.Delete, Diensten.Notificaties, pad, herkomst: Herkomst.Buiten);
        Assert.Equal(HttpStatusCode.NoContent, weg.StatusCode);
        await Vraag(node, 404, HttpMethod.Get, pad);
    }

    public void Dispose() => _map.Dispose();

    private static Task<JsonElement> Vraag(Proefnode node, int status, HttpMethod methode, string pad, object? inhoud = null) =>
        node.Vraag(status, methode, Diensten.Notificaties, pad, inhoud, Herkomst.Buiten);

    private static async Task Fout(Proefnode node, string pad, object inhoud, string veld, string code)
    {
        var probleem = await Vraag(node, 400, HttpMethod.Post, pad, inhoud);
        Assert.Contains(probleem.GetProperty("invalidParams").EnumerateArray(), fout => fout.GetProperty("name").GetString() == veld && fout.GetProperty("code").GetString() == code);
    }

    private static object Abonnement(string url, string kanaal = "zaken") =>
        new { callbackUrl = url, auth = Ontvanger.Auth, kanalen = new[] { new { naam = kanaal, filters = new { } } } };

    private static object Bericht(string kanaal, object kenmerken) => new
    {
        kanaal,
        hoofdObject = "https://example.com/bomen/1",
        resource = "boom",
        resourceUrl = "https://example.com/bomen/1",
        actie = "create",
        aanmaakdatum = "2026-11-22T09:30:00+00:00",
        kenmerken,
    };
}
