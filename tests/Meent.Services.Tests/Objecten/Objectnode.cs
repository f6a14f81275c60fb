using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Objecten;

/// <summary>The Objecten API behind HTTP, with a published type of trees, a client that may everything and others that a test names.</summary>
internal sealed class Objectnode : IAsyncDisposable
{
    public const string Beheer = "beheer-0123456789abcdef0123456789abcdef";

    /// <summary>Types whose ids clients are configured with before they exist.</summary>
    public static readonly Guid Boom = new("0b000000-0000-7000-8000-00000000000a");
    public static readonly Guid Bank = new("0b000000-0000-7000-8000-00000000000b");

    private Zaaknode _zgw = null!;

    public Proefnode Node => _zgw.Node;

    public Verzetteklok Klok { get; } = new();

    public string Basis => Node.Organisatie.Basis + "/objecten/api/v2";

    public string Type(Guid? type = null) => $"{Basis}/objecttypes/{type ?? Boom:D}";

    /// <param name="clients">Their tokens are their ids.</param>
    public static async Task<Objectnode> Start(Engine engine, params ApiClient[] clients)
    {
        var node = new Objectnode();
        node._zgw = await Zaaknode.StartLeeg(engine, services => services.AddSingleton<TimeProvider>(node.Klok).AddSingleton(new ApiClients(
        [
            new ApiClient("proef", "0123456789abcdef0123456789abcdef") { HeeftAlleAutorisaties = true }, new ApiClient(Beheer, "") { HeeftAlleAutorisaties = true, Token = ApiClients.Vingerafdruk(Beheer) },
            .. clients.Select(client => client with { Token = ApiClients.Vingerafdruk(client.Id) }),
        ])));
        await node.MaakType(Boom, "Boom", new
        {
            type = "object",
            required = new[] { "soort" },
            properties = new { soort = new { type = "string" }, hoogte = new { }, geplant = new { type = "string" }, afmetingen = new { type = "object" } },
        });
        return node;
    }

    public async Task MaakType(Guid id, string naam, object jsonSchema, bool allowGeometry = true)
    {
        await Vraag(201, HttpMethod.Post, "/objecttypes", new { uuid = id, name = naam, namePlural = naam + "s", allowGeometry });
        await Vraag(201, HttpMethod.Post, $"/objecttypes/{id}/versions", new { jsonSchema, status = "published" });
    }

    public object Object(object data, string startAt = "2020-01-01", object? geometry = null, Guid? type = null, object? references = null, Guid? uuid = null) => new
    {
        uuid = uuid ?? Guid.CreateVersion7(),
        type = Type(type),
        record = new { typeVersion = 1, data, geometry, startAt, references = references ?? Array.Empty<object>() },
    };

    /// <returns>Path of the object.</returns>
    public async Task<string> Maak(object data, string startAt = "2020-01-01", object? geometry = null, Guid? type = null, object? references = null) =>
        Zaaknode.Url(await Vraag(201, HttpMethod.Post, "/objects", Object(data, startAt, geometry, type, references)))[Basis.Length..];

    public Task<JsonElement> Lees(string pad, int status = 200, string token = Beheer) => Vraag(status, HttpMethod.Get, pad, token: token);

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud = null, string token = Beheer, string dienst = Diensten.Objecten) =>
        Node.Vraag(status, methode, dienst, pad, inhoud, Herkomst.Buiten, headers: Met(token));

    public Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, object? inhoud = null, string token = Beheer, Action<HttpRequestHeaders>? headers = null) =>
        Node.Stuur(methode, Diensten.Objecten, pad, inhoud, Herkomst.Buiten, headers: h =>
        {
            Met(token)(h);
            headers?.Invoke(h);
        });

    /// <summary>Code and name of the first fault.</summary>
    public async Task<string> Fout(HttpMethod methode, string pad, object? inhoud = null, string token = Beheer) =>
        (await Vraag(400, methode, pad, inhoud, token)).GetProperty("invalidParams")[0] is var fout ? $"{fout.GetProperty("name").GetString()}/{fout.GetProperty("code").GetString()}" : "";

    /// <summary>Soorten of what a list or a search found, in its order.</summary>
    public static IEnumerable<string?> Soorten(JsonElement lijst) => lijst.GetProperty("results").EnumerateArray().Select(o => o.GetProperty("record").GetProperty("data").GetProperty("soort").GetString());

    public ValueTask DisposeAsync() => _zgw.DisposeAsync();

    private static Action<HttpRequestHeaders> Met(string token) => headers =>
    {
        headers.Remove("Authorization");
        if (token.Length > 0) headers.TryAddWithoutValidation("Authorization", token.Contains(' ', StringComparison.Ordinal) ? token : $"Token {token}");
    };

    /// <summary>The clock of the machine, some days on.</summary>
    internal sealed class Verzetteklok : TimeProvider
    {
        public int Dagen { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(Dagen);
    }
}
