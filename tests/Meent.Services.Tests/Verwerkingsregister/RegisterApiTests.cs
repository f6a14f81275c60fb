using System.Net;
using System.Text.Json;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Verwerkingsregister;

public sealed class RegisterApiTests : IDisposable
{
    private const string Pad = "/verwerkingsactiviteiten";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task The_demo_municipality_has_each_purpose_once_in_the_shape_of_the_var_api(Engine engine)
    {
        await using var node = await Start(engine);
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, Pad);

        var namen = lijst.GetProperty("results").EnumerateArray().Select(activiteit => activiteit.GetProperty("naam").GetString()).ToList();
        Assert.Equal(
            ["Mijn gegevens inzien", "Toeristische verhuur registreren", "Toezicht op toeristische verhuur", "Zaakgericht werken inrichten", "Zaken behandelen", "Zaken vernietigen"],
            namen.Order(StringComparer.Ordinal));
        foreach (var veld in new[] { "id", "naam", "verantwoordelijkeOrganisatie", "doel", "grondslag" })
            Assert.All(lijst.GetProperty("results").EnumerateArray(), activiteit => Assert.NotEmpty(activiteit.GetProperty(veld).GetString()!));
    }

    [EngineTheory]
    public async Task Each_moment_keeps_the_version_that_held_then(Engine engine)
    {
        await using var node = await Start(engine);
        var doelen = node.Services.GetRequiredService<Doelen>();
        var gemaakt = await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer("2025-01-01T00:00:00Z", "Eerst", "proef"));
        var (id, uri) = (gemaakt.GetProperty("id").GetString(), gemaakt.GetProperty("uri").GetString()!);
        await node.Vraag(200, HttpMethod.Put, Diensten.Verwerkingsregister, $"{Pad}/{id}", Invoer("2026-01-01T00:00:00Z", "Later"));

        async Task<string?> Op(string moment) => (await doelen.Vind(node.Organisatie, uri, DateTimeOffset.Parse(moment, null)))?.Omschrijving;
        Assert.Equal("urn:nld:oin:00000001990000011000:verwerkingsactiviteit:proef", uri);
        Assert.Null(await Op("2024-12-31T23:59:59Z"));
        Assert.Equal("Eerst", await Op("2025-12-31T23:59:59Z"));
        Assert.Equal("Later", await Op("2026-01-01T00:00:00Z"));
        var toen = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"/verwerkingsactiviteit/{id}?moment=2025-06-01T00:00:00Z");
        Assert.Equal("Eerst", toen.GetProperty("doel").GetString());
        Assert.Equal(2, (await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}/{id}/versies")).GetArrayLength());
    }

    [EngineTheory]
    public async Task Every_mistake_is_named_at_once(Engine engine)
    {
        await using var node = await Start(engine);
        var probleem = await node.Vraag(400, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, new
        {
            code = "Met Spaties",
            activiteit = new { naam = "", doel = "x", grondslag = "Publieke taak", gegevens = new[] { "personen:naam", "alles" }, bewaartermijnLogboek = "5 jaar" },
        });

        Assert.Equal(["activiteit.bewaartermijnLogboek", "activiteit.gegevens[1]", "activiteit.naam", "code"],
            probleem.GetProperty("invalidParams").EnumerateArray().Select(fout => fout.GetProperty("name").GetString()!).Order());
    }

    [EngineTheory]
    public async Task The_same_code_twice_is_a_conflict_and_another_organisation_may_not_write(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Eerst", "proef"), Herkomst.Buiten);
        await node.Vraag(409, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Nog eens", "proef"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Ander", "ander"), Herkomst.Inway,
            headers: h => h.Add(Headers.FscAuthorization, "Bearer x.eyJzdWIiOiIwMDAwMDAwMTk5MDAwMDAyMzAwMCJ9.x"));
    }

    [EngineTheory]
    public async Task A_confidential_activity_is_not_shown_outside_and_an_unchanged_one_costs_no_body(Engine engine)
    {
        await using var node = await Start(engine);
        var geheim = await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Geheim", "geheim", vertrouwelijkheid: "vertrouwelijk"));
        var open = await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Open", "open"));

        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, Pad, herkomst: Herkomst.Buiten)).GetProperty("count").GetInt32());
        await node.Vraag(404, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}/{geheim.GetProperty("id").GetString()}", herkomst: Herkomst.Buiten);
        var detail = $"{Pad}/{open.GetProperty("id").GetString()}";
        using var antwoord = await node.Stuur(HttpMethod.Get, Diensten.Verwerkingsregister, detail);
        using var nogmaals = await node.Stuur(HttpMethod.Get, Diensten.Verwerkingsregister, detail, headers: h => h.IfNoneMatch.Add(antwoord.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, nogmaals.StatusCode);
    }

    [Theory]
    [InlineData("personen:naam", "personen", "naam", true)]
    [InlineData("personen:naam", "personen", "naam.voornamen", true)]
    [InlineData("personen:naam", "personen", "naamgebruik", false)]
    [InlineData("personen:*", "personen", "geboorte", true)]
    [InlineData("personen:*", "verhuur", "adres", false)]
    [InlineData("personen:naam.voornamen", "personen", "naam", false)]
    public void A_purpose_covers_a_field_and_what_is_under_it(string gegeven, string dienst, string veld, bool dekt) =>
        Assert.Equal(dekt, new Doel("", "", "", Grondslag.PubliekeTaak, null, [gegeven]).Dekt(dienst, veld));

    public void Dispose() => _map.Dispose();

    private Task<Proefnode> Start(Engine engine) =>
        Proefnode.Start(engine, _map, services => services.AddVerwerkingsregister(), routes => routes.MapVerwerkingsregister());

    private static Dictionary<string, object?> Invoer(string? begin, string doel, string? code = null, string vertrouwelijkheid = "normaal") => new()
    {
        ["code"] = code,
        ["beginGeldigheid"] = begin,
        ["activiteit"] = new { naam = "Proef", doel, grondslag = "Wettelijke verplichting", gegevens = new[] { "personen:naam" }, vertrouwelijkheid },
    };
}
