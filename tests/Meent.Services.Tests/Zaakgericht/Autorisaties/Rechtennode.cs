using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

/// <summary>The ZGW APIs with clients that may only what the Autorisaties API says.</summary>
internal sealed class Rechtennode : IAsyncDisposable
{
    private const string Geheim = "fedcba9876543210fedcba9876543210";

    public Zaaknode Zgw { get; private set; } = null!;

    public static async Task<Rechtennode> Start(Engine engine, params ApiClient[] vast) => new()
    {
        Zgw = await Zaaknode.Start(engine, services => services.AddSingleton(new ApiClients(
            [new ApiClient("proef", "0123456789abcdef0123456789abcdef") { HeeftAlleAutorisaties = true }, new ApiClient("a", Geheim), new ApiClient("b", Geheim), .. vast.Select(c => c with { Geheim = Geheim })]))),
    };

    /// <summary>Makes an applicatie of client <c>a</c>, or of others.</summary>
    public Task<JsonElement> Applicatie(object[] autorisaties, params string[] clients) =>
        Zgw.Maak(Diensten.Autorisaties, "/applicaties", new { clientIds = clients.Length == 0 ? ["a"] : clients, label = "Proef", autorisaties });

    public static object Zrc(string zaaktype, string max, params string[] scopes) =>
        new { component = "zrc", scopes = scopes.Length == 0 ? ["zaken.lezen"] : scopes, zaaktype, maxVertrouwelijkheidaanduiding = max };

    public static object Drc(string informatieobjecttype, string max, params string[] scopes) =>
        new { component = "drc", scopes = scopes.Length == 0 ? ["documenten.lezen"] : scopes, informatieobjecttype, maxVertrouwelijkheidaanduiding = max };

    public static object Brc(string besluittype, params string[] scopes) => new { component = "brc", scopes = scopes.Length == 0 ? ["besluiten.lezen"] : scopes, besluittype };

    public async Task<JsonElement> Als(string client, int status, HttpMethod methode, string dienst, string pad, object? inhoud = null) =>
        await Zgw.Node.Vraag(status, methode, dienst, pad, inhoud, Herkomst.Buiten, headers: Kop(client));

    public static Action<HttpRequestHeaders> Kop(string client) => koppen =>
    {
        koppen.Remove("Authorization");
        koppen.Add("Authorization", $"Bearer {ZgwJwt.Maak(client, System.Text.Encoding.UTF8.GetBytes(Geheim), DateTimeOffset.UtcNow, "", "")}");
    };

    public Task<JsonElement> Lees(string client, string pad, int status = 200) => Als(client, status, HttpMethod.Get, Diensten.Zaken, pad);

    public static string Pad(JsonElement resource) => new Uri(Zaaknode.Url(resource)).AbsolutePath.Split("/api/v1")[1];

    public ValueTask DisposeAsync() => Zgw.DisposeAsync();
}
