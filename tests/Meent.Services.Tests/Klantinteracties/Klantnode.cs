using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Tests.Zaakgericht;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Klantinteracties;

/// <summary>Klantinteracties and Contactgegevens behind HTTP.</summary>
internal sealed class Klantnode : IAsyncDisposable
{
    public const string Fenna = "999970008";
    public const string Token = "een-token-van-ten-minste-32-tekens";

    private const string Geheim = "0123456789abcdef0123456789abcdef";

    public Zaaknode Zgw { get; private init; } = null!;

    public static async Task<Klantnode> Start(Engine engine, Func<Organisatie, Organisatie>? anders = null) => new()
    {
        Zgw = await Zaaknode.StartLeeg(engine, services => services.AddSingleton(new ApiClients(
        [
            new ApiClient("proef", Geheim) { HeeftAlleAutorisaties = true },
            new ApiClient("balie", "") { Token = ApiClients.Vingerafdruk(Token), Scopes = ["klantinteracties.lezen", "klantinteracties.bijwerken"] },
            new ApiClient("lezer", "") { Token = ApiClients.Vingerafdruk(Token + "-lezer"), Scopes = ["klantinteracties.lezen"] },
            new ApiClient("elders", "", "lindewoude") { Token = ApiClients.Vingerafdruk(Token + "-elders"), HeeftAlleAutorisaties = true },
        ])), anders: anders),
    };

    public Task<JsonElement> Maak(string pad, object inhoud) => Vraag(201, HttpMethod.Post, pad, inhoud);

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud = null) => Zgw.Vraag(status, methode, Diensten.Klantinteracties, pad, inhoud);

    public Task<JsonElement> Haal(JsonElement resource, string meervoud, string vraag = "") => Vraag(200, HttpMethod.Get, $"/{meervoud}/{Uuid(resource)}{vraag}");

    /// <summary>With an <c>Authorization</c> of its own.</summary>
    public Task<JsonElement> Als(string authorization, int status, HttpMethod methode, string dienst, string pad, object? inhoud = null) =>
        Zgw.Node.Vraag(status, methode, dienst, pad, inhoud, Herkomst.Buiten, headers: headers =>
        {
            headers.Remove("Authorization");
            headers.Add("Authorization", authorization);
        });

    public async Task<JsonElement> Weiger(HttpMethod methode, string pad, object inhoud, string naam, string code)
    {
        var fouten = (await Vraag(400, methode, pad, inhoud)).GetProperty("invalidParams");
        Assert.Contains((naam, code), fouten.EnumerateArray().Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("code").GetString()!)));
        return fouten;
    }

    public Task<JsonElement> Partij(string soort = "persoon", object? partijIdentificatie = null, string? bsn = null) => Maak("/partijen", new
    {
        soortPartij = soort,
        indicatieActief = true,
        partijIdentificatie,
        partijIdentificatoren = bsn is null ? [] : new[] { new { partijIdentificator = Bsn(bsn) } },
    });

    public Task<JsonElement> Klantcontact(string onderwerp = "Vraag", string? plaatsgevondenOp = null) => Maak("/klantcontacten", Contact(onderwerp, plaatsgevondenOp));

    public static object Contact(string onderwerp = "Vraag", string? plaatsgevondenOp = null) => plaatsgevondenOp is null
        ? new { kanaal = "telefoon", onderwerp, inhoud = "Over de Kapvergunning", taal = "nld", vertrouwelijk = false }
        : new { kanaal = "telefoon", onderwerp, inhoud = "Over de Kapvergunning", taal = "nld", vertrouwelijk = false, plaatsgevondenOp };

    public static object Bsn(string bsn) => Nummer("brp", "natuurlijk_persoon", "bsn", bsn);

    public static object Nummer(string codeRegister, string codeObjecttype, string codeSoortObjectId, string objectId) => new { codeRegister, codeObjecttype, codeSoortObjectId, objectId };

    public static Guid Uuid(JsonElement resource) => resource.GetProperty("uuid").GetGuid();

    public static object Naar(JsonElement resource) => new { uuid = Uuid(resource) };

    public static IEnumerable<Guid> Ids(JsonElement lijst) => lijst.EnumerateArray().Select(Uuid);

    public async Task<IReadOnlyList<Guid>> Vind(string vraag) => [.. Ids((await Vraag(200, HttpMethod.Get, vraag)).GetProperty("results"))];

    public async Task<IReadOnlyList<T>> Sql<T>(string sql, Func<Row, T> lees) => await (await Zgw.Node.Store()).Read(session => session.All(sql, lees));

    public ValueTask DisposeAsync() => Zgw.DisposeAsync();
}
