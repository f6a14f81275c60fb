using System.Net.Http.Headers;
using System.Text;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Sdep;

public sealed class TokenTests
{
    private const string Pad = "/auth/v1/token";

    [SharedEngineTheory]
    public async Task A_client_with_a_secret_gets_a_token_with_which_it_may_what_it_may(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var token = await node.Vraag(200, HttpMethod.Post, Pad, null, Formulier(("client_id", Sdepnode.Platform), ("client_secret", Sdepnode.Geheim), ("grant_type", "client_credentials")));
        Assert.Equal("bearer", token.GetProperty("token_type").GetString());
        Assert.True(token.GetProperty("expires_in").GetInt32() > 0);
        foreach (var (pad, status) in new[] { ("/ping", 200), ("/str/v1/areas", 200), ("/ca/v1/areas", 403) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Diensten.Pad(Diensten.Sdep) + pad);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
            Assert.Equal(status, (int)(await node.Node.Http.SendAsync(request)).StatusCode);
        }

        using var basic = new HttpRequestMessage(HttpMethod.Post, Diensten.Pad(Diensten.Sdep) + Pad) { Content = Formulier(("grant_type", "client_credentials")) };
        basic.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sdepnode.Platform}:{Sdepnode.Geheim}")));
        Assert.Equal(200, (int)(await node.Node.Http.SendAsync(basic)).StatusCode);
        await node.Vraag(200, HttpMethod.Get, "/health", null);
        await node.Vraag(401, HttpMethod.Get, "/ping", null);
    }

    [SharedEngineTheory]
    public async Task What_proves_nothing_gets_nothing(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        async Task Is(int status, params (string, string)[] velden) => Assert.Equal(
            status == 401 ? "authentication_error" : "validation_error", (await node.Vraag(status, HttpMethod.Post, Pad, null, Formulier(velden))).GetProperty("detail")[0].GetProperty("type").GetString());
        await Is(400);
        await Is(400, ("client_id", Sdepnode.Platform));
        await Is(400, ("client_secret", Sdepnode.Geheim));
        await Is(400, ("client_id", Sdepnode.Platform), ("client_secret", Sdepnode.Geheim), ("client_signed_jwt", "x"));
        await Is(400, ("client_id", Sdepnode.Platform), ("client_secret", Sdepnode.Geheim), ("grant_type", "password"));
        await Is(401, ("client_id", Sdepnode.Platform), ("client_secret", "verkeerd"));
        await Is(401, ("client_id", "onbekend"), ("client_secret", Sdepnode.Geheim));
        await Is(401, ("client_id", Sdepnode.Platform), ("client_signed_jwt", "geen.jwt.hier"));
        await node.Post(400, Pad, Sdepnode.Platform, new { client_id = "x" });
    }

    [SharedEngineTheory]
    public async Task Where_data_of_real_people_is_a_secret_is_not_enough(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine, organisatie => organisatie with { IsProductie = true });
        await node.Vraag(400, HttpMethod.Post, Pad, null, Formulier(("client_id", Sdepnode.Platform), ("client_secret", Sdepnode.Geheim)));
    }

    private static FormUrlEncodedContent Formulier(params (string Naam, string Waarde)[] velden) => new(velden.Select(veld => KeyValuePair.Create(veld.Naam, veld.Waarde)));
}
