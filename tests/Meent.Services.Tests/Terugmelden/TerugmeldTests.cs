using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Terugmelden;
using Meent.Services.Tests.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Terugmelden;

/// <summary>Doubts about the registry of persons, at its bronhouder.</summary>
public sealed class TerugmeldTests : IDisposable
{
    private const string Fenna = "999970008";
    private const string Peer = "00000001990000023000";

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task A_doubt_is_kept_and_followed_by_who_reported_it_and_by_nobody_else(Engine engine)
    {
        await using var node = await Open(engine);
        var eigen = await Meld(node, 201, Melding());
        Assert.Equal("""{"gegeven":"verblijfplaats","toelichting":"Ik woon hier niet meer.","melder":"inwoner","status":"ontvangen"}""", JsonSerializer.Serialize(
            eigen.EnumerateObject().Where(lid => lid.Name is "gegeven" or "toelichting" or "melder" or "status").ToDictionary(lid => lid.Name, lid => lid.Value)));
        await Meld(node, 201, Melding(), vanPeer: true);

        foreach (var vanPeer in new[] { false, true }) Assert.Equal(1, (await Zoek(node, vanPeer)).GetArrayLength());
        Assert.Equal([node.Doel("melden"), node.Doel("melden"), node.Doel("terugmeldingen-behandelen"), node.Doel("terugmeldingen-behandelen")], (await Regels(node)).Select(regel => regel).Order());
        Assert.Equal(2, (await node.Vraag(200, HttpMethod.Get, Diensten.Terugmeldingen, "/terugmeldingen", doel: node.Doel("behandelen"))).GetProperty("terugmeldingen").GetArrayLength());
    }

    [EngineTheory]
    public async Task Who_may_report_may_not_treat_and_the_other_way_round(Engine engine)
    {
        await using var node = await Open(engine);
        var id = (await Meld(node, 201, Melding())).GetProperty("id").GetString();
        await node.Vraag(403, HttpMethod.Get, Diensten.Terugmeldingen, "/terugmeldingen", doel: node.Doel("melden"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Terugmeldingen, $"/terugmeldingen/{id}/status", new { status = "nietGewijzigd", uitleg = "Klopt." }, doel: node.Doel("melden"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Terugmeldingen, "/terugmeldingen", Melding(), doel: node.Doel("behandelen"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Terugmeldingen, "/terugmeldingen", Melding(), Herkomst.Buiten, node.Doel("melden"));
        // What came from elsewhere is not for elsewhere to treat.
        await node.Vraag(403, HttpMethod.Get, Diensten.Terugmeldingen, $"/terugmeldingen/{id}", herkomst: Herkomst.Inway, headers: headers => headers.Add(Headers.FscAuthorization, Token("terugmeldingen:*")));
    }

    [EngineTheory]
    public async Task What_is_done_stays_done_and_tells_the_reporter_why(Engine engine)
    {
        await using var node = await Open(engine);
        var pad = $"/terugmeldingen/{(await Meld(node, 201, Melding())).GetProperty("id").GetString()}/status";
        foreach (var (status, fout) in new[] { ("gewijzigd", "uitleg"), ("ontvangen!", "status"), ("3", "status") })
            Assert.Equal(fout, (await node.Vraag(400, HttpMethod.Post, Diensten.Terugmeldingen, pad, new { status }, doel: node.Doel("behandelen"))).GetProperty("invalidParams")[0].GetProperty("name").GetString());
        await node.Vraag(409, HttpMethod.Post, Diensten.Terugmeldingen, pad, new { status = "ontvangen" }, doel: node.Doel("behandelen"));
        await node.Vraag(200, HttpMethod.Post, Diensten.Terugmeldingen, pad, new { status = "nietGewijzigd", uitleg = "U staat daar terecht." }, doel: node.Doel("behandelen"));
        await node.Vraag(409, HttpMethod.Post, Diensten.Terugmeldingen, pad, new { status = "gewijzigd", uitleg = "Toch." }, doel: node.Doel("behandelen"));

        var een = (await Zoek(node, false))[0];
        Assert.Equal(("nietGewijzigd", "U staat daar terecht."), (een.GetProperty("status").GetString(), een.GetProperty("uitleg").GetString()));
        await node.Vraag(404, HttpMethod.Get, Diensten.Terugmeldingen, $"/terugmeldingen/{Guid.CreateVersion7()}", doel: node.Doel("behandelen"));
    }

    [EngineTheory]
    public async Task All_that_is_wrong_with_a_report_is_told_at_once(Engine engine)
    {
        await using var node = await Open(engine);
        var fout = await Meld(node, 400, new { burgerservicenummer = "123456789", gegeven = "schoenmaat", toelichting = " ", melder = "buurman" });
        Assert.Equal(["burgerservicenummer", "gegeven", "toelichting", "melder"], fout.GetProperty("invalidParams").EnumerateArray().Select(veld => veld.GetProperty("name").GetString()));
        Assert.Empty(await Regels(node));
    }

    [EngineTheory]
    public async Task A_value_under_investigation_says_so_until_that_ends(Engine engine)
    {
        await using var node = await Open(engine);
        Assert.False((await Persoon(node)).GetProperty("verblijfplaats").TryGetProperty("inOnderzoek", out _));
        await node.Vraag(204, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("verblijfplaats", true), doel: node.Doel("behandelen"));
        // Twice does no harm.
        await node.Vraag(204, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("verblijfplaats", true), doel: node.Doel("behandelen"));
        var persoon = await Persoon(node);
        Assert.True(persoon.GetProperty("verblijfplaats").GetProperty("inOnderzoek").GetProperty("type").GetBoolean());
        Assert.False(persoon.GetProperty("naam").TryGetProperty("inOnderzoek", out _));

        await node.Vraag(204, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("verblijfplaats", false), doel: node.Doel("behandelen"));
        Assert.False((await Persoon(node)).GetProperty("verblijfplaats").TryGetProperty("inOnderzoek", out _));
    }

    [EngineTheory]
    public async Task A_second_investigation_into_the_same_category_widens_the_first(Engine engine)
    {
        await using var node = await Open(engine);
        await node.Vraag(204, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("naam", true), doel: node.Doel("behandelen"));
        Assert.False((await Persoon(node)).GetProperty("geboorte").TryGetProperty("inOnderzoek", out _));
        await node.Vraag(204, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("geboorte", true), doel: node.Doel("behandelen"));
        var persoon = await Persoon(node);
        Assert.True(persoon.GetProperty("naam").TryGetProperty("inOnderzoek", out _) && persoon.GetProperty("geboorte").TryGetProperty("inOnderzoek", out _));
    }

    [EngineTheory]
    public async Task To_read_all_of_persons_is_not_to_put_them_under_investigation(Engine engine)
    {
        await using var node = await Open(engine);
        await node.Vraag(403, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("naam", true), doel: node.Doel("lezen"));
        await node.Vraag(400, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("schoenmaat", true), doel: node.Doel("behandelen"));
        await node.Vraag(404, HttpMethod.Post, Diensten.Personen, "/onderzoeken", new { burgerservicenummer = "999999990", gegeven = "naam", loopt = true }, doel: node.Doel("behandelen"));
        await node.Vraag(404, HttpMethod.Post, Diensten.Personen, "/onderzoeken", Onderzoek("overlijden", true), doel: node.Doel("behandelen"));
        Assert.Empty(await Regels(node));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddVerwerkingsregister().AddPersonen().AddTerugmelden(), routes =>
        {
            routes.MapPersonen();
            routes.MapTerugmelden();
        });
        var store = await node.Store();
        await PersonenDemo.Vul(store);
        foreach (var (naam, gegevens) in new (string, string[])[] { ("melden", ["terugmeldingen:terugmeldingen"]), ("behandelen", ["terugmeldingen:behandeling", "scope:personen.onderzoeken"]), ("lezen", ["personen:*"]) })
        {
            await store.Write(session => Register.Voeg(session, new Versie(
                Guid.CreateVersion7(), 1, node.Doel(naam), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, new Activiteit { Naam = naam, Doel = "Proberen.", Grondslag = Grondslag.PubliekeTaak, Gegevens = gegevens })));
        }

        return node;
    }

    private static object Melding() => new { burgerservicenummer = Fenna, gegeven = "verblijfplaats", toelichting = "Ik woon hier niet meer.", melder = "inwoner" };

    private static object Onderzoek(string gegeven, bool loopt) => new { burgerservicenummer = Fenna, gegeven, loopt };

    private static Task<JsonElement> Meld(Proefnode node, int status, object melding, bool vanPeer = false) => Vraag(node, status, "/terugmeldingen", melding, vanPeer);

    private static async Task<JsonElement> Zoek(Proefnode node, bool vanPeer) => (await Vraag(node, 200, "/terugmeldingen/_zoek", new { burgerservicenummer = Fenna }, vanPeer)).GetProperty("terugmeldingen");

    private static Task<JsonElement> Vraag(Proefnode node, int status, string pad, object inhoud, bool vanPeer) => vanPeer
        ? node.Vraag(status, HttpMethod.Post, Diensten.Terugmeldingen, pad, inhoud, Herkomst.Inway, headers: headers => headers.Add(Headers.FscAuthorization, Token("terugmeldingen:terugmeldingen")))
        : node.Vraag(status, HttpMethod.Post, Diensten.Terugmeldingen, pad, inhoud, doel: node.Doel("melden"));

    private static async Task<JsonElement> Persoon(Proefnode node) => (await node.Vraag(
        200, HttpMethod.Post, Diensten.Personen, "/personen", new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = (string[])[Fenna], fields = (string[])["naam", "geboorte", "verblijfplaats"] },
        doel: node.Doel("lezen"))).GetProperty("personen")[0];

    private static async Task<List<string>> Regels(Proefnode node) => await (await node.Store()).Read(session => session.Logregels("activiteit", row => row.Text(0)));

    private static string Token(params string[] gegevens)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["sub"] = Peer,
            ["prp"] = new Dictionary<string, object> { ["doelbinding.doelen"] = new[] { new { id = $"urn:nld:oin:{Peer}:verwerkingsactiviteit:proef", omschrijving = "Proef", gegevens } } },
        });
        return $"Bearer {Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{}"))}.{Base64Url.EncodeToString(claims)}.x";
    }
}
