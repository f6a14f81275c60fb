using System.Text.Json;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Tests.Zaakgericht;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing.Engines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Meent.Services.Tests.Pijplijn;

public sealed class BuitenwereldTests
{
    private static readonly Organisatie Organisatie = TestStore.TestOrganisatie();

    [Fact]
    public async Task What_an_allowed_address_says_is_fetched_with_its_own_credentials_only()
    {
        await using var server = await Buitenserver.Start();
        await using var ander = await Buitenserver.Start();
        using var wereld = Wereld((server.Url, true, "meent"), (ander.Url, true, null));

        Assert.Equal("Duif", (await wereld.Haal(Organisatie, server.Url + "/kanaal", default))!.Value.GetProperty("naam").GetString());
        Assert.Equal("Duif", (await wereld.Haal(Organisatie, $"{server.Url}/door?naar={ander.Url}/kanaal", default))!.Value.GetProperty("naam").GetString());

        Assert.All(server.Gevraagd, vraag => Assert.StartsWith("Bearer ", vraag.Authorization, StringComparison.Ordinal));
        Assert.Equal(("/kanaal", ""), Assert.Single(ander.Gevraagd));
    }

    [Fact]
    public async Task Nothing_is_fetched_from_elsewhere_and_no_redirect_leads_there()
    {
        await using var server = await Buitenserver.Start();
        await using var verboden = await Buitenserver.Start();
        using var wereld = Wereld((server.Url, true, null));

        Assert.Null(await wereld.Haal(Organisatie, verboden.Url + "/kanaal", default));
        Assert.Null(await wereld.Haal(Organisatie, $"{server.Url}/door?naar={verboden.Url}/kanaal", default));
        Assert.Null(await wereld.Haal(Organisatie with { Slug = "lindewoude" }, server.Url + "/kanaal", default));
        Assert.Null(await wereld.Haal(Organisatie, server.Url + "/rond", default));
        Assert.Null(await wereld.Haal(Organisatie, "file:///etc/hostname", default));
        Assert.Empty(verboden.Gevraagd);
        Assert.Equal(4, server.Gevraagd.Count(vraag => vraag.Pad == "/rond"));
    }

    [Fact]
    public async Task An_inner_address_is_not_reached_unless_it_was_said_also_by_a_name()
    {
        await using var server = await Buitenserver.Start();
        var opNaam = server.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        using var dicht = Wereld((server.Url, false, null), (opNaam, false, null));
        using var open = Wereld((opNaam, true, null));

        Assert.Null(await dicht.Haal(Organisatie, server.Url + "/kanaal", default));
        Assert.Null(await dicht.Haal(Organisatie, opNaam + "/kanaal", default));
        Assert.Empty(server.Gevraagd);
        Assert.NotNull(await open.Haal(Organisatie, opNaam + "/kanaal", default));
    }

    [Fact]
    public async Task What_is_too_large_too_slow_absent_or_no_json_is_no_resource()
    {
        await using var server = await Buitenserver.Start();
        using var wereld = Wereld((server.Url, true, null));
        using var ongeduldig = new Buitenwereld(Adressen((server.Url, true, null)), TimeProvider.System, NullLogger<Buitenwereld>.Instance) { Tijd = TimeSpan.FromMilliseconds(200) };

        Assert.Null(await wereld.Haal(Organisatie, server.Url + "/groot", default));
        Assert.Null(await wereld.Haal(Organisatie, server.Url + "/weg", default));
        Assert.Null(await ongeduldig.Haal(Organisatie, server.Url + "/traag", default));
        Assert.Equal(JsonValueKind.Undefined, (await wereld.Haal(Organisatie, server.Url + "/tekst", default))!.Value.ValueKind);
    }

    [EngineTheory, Trait("zgw", "zrc-010"), Trait("zgw", "zrc-011")]
    public async Task A_reference_of_a_zaak_to_elsewhere_is_looked_at(Engine engine)
    {
        await using var server = await Buitenserver.Start();
        await using var node = await Zaaknode.Start(engine, services => services.AddSingleton(Configuratie((server.Url, true, null))));
        await ReferentielijstenDemo.Vul(await node.Node.Store());
        var eigen = (await node.Node.Vraag(200, HttpMethod.Get, Diensten.Referentielijsten, "/communicatiekanalen")).GetProperty("results")[0].GetProperty("url").GetString()!;

        Assert.Equal(server.Url + "/kanaal", (await node.Maak(Diensten.Zaken, "/zaken", Met(server.Url + "/kanaal", server.Url + "/zaak"))).GetProperty("communicatiekanaal").GetString());
        await node.Maak(Diensten.Zaken, "/zaken", Met($"https://selectielijst.openzaak.nl/api/v1/communicatiekanalen/{Zaaknode.Id(eigen)}"));
        var zaak = await node.Maak(Diensten.Zaken, "/zaken", Met(eigen));
        var gevraagd = server.Gevraagd.Count;

        await Fout("communicatiekanaal", "bad-url", Met(server.Url + "/weg"));
        await Fout("communicatiekanaal", "bad-url", Met("https://elders.example/kanaal"));
        await Fout("communicatiekanaal", "bad-url", Met(eigen[..^1] + "9"));
        await Fout("communicatiekanaal", "invalid-resource", Met(server.Url + "/leeg"));
        await Fout("communicatiekanaal", "invalid-resource", Met(server.Url + "/tekst"));
        await Fout("communicatiekanaal", "invalid-resource", Met(node.Zaaktype));
        await Fout("relevanteAndereZaken.0.url", "bad-url", Met("", server.Url + "/weg"));
        await Fout("relevanteAndereZaken.1.url", "invalid-resource", Met("", server.Url + "/zaak", server.Url + "/leeg"));
        Assert.True(server.Gevraagd.Count > gevraagd);

        // A change that leaves the member alone fetches nothing.
        gevraagd = server.Gevraagd.Count;
        await node.Vraag(200, HttpMethod.Patch, Diensten.Zaken, $"/zaken/{Zaaknode.Id(Zaaknode.Url(zaak))}", new { omschrijving = "Anders" });
        Assert.Equal(gevraagd, server.Gevraagd.Count);

        object Met(string kanaal, params string[] relevant) => new
        {
            bronorganisatie = "990000011",
            verantwoordelijkeOrganisatie = "990000011",
            zaaktype = node.Zaaktype,
            startdatum = "2026-06-01",
            communicatiekanaal = kanaal,
            relevanteAndereZaken = relevant.Select(url => new { url, aardRelatie = "vervolg" }),
        };

        async Task Fout(string veld, string code, object inhoud)
        {
            var probleem = await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/zaken", inhoud);
            var fout = Assert.Single(probleem.GetProperty("invalidParams").EnumerateArray());
            Assert.Equal((veld, code), (fout.GetProperty("name").GetString(), fout.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public void A_list_of_addresses_that_cannot_be_is_told()
    {
        var adressen = Adressen(("ftp://x", true, null), ("http://open.example", false, null), ("https://goed.example", false, null));

        Assert.Equal(["Meent:Buitenwereld:duinwaarde:0:Adres", "Meent:Buitenwereld:duinwaarde:1:Adres"], adressen.Fouten().Select(fout => fout.Sleutel));
    }

    private static Buitenwereld Wereld(params (string Adres, bool Intern, string? Client)[] adressen) => new(Adressen(adressen), TimeProvider.System, NullLogger<Buitenwereld>.Instance);

    private static Buitenadressen Adressen(params (string Adres, bool Intern, string? Client)[] adressen) => new(Configuratie(adressen), new OrganisatieLijst([Organisatie]));

    private static IConfiguration Configuratie(params (string Adres, bool Intern, string? Client)[] adressen) => new ConfigurationBuilder().AddInMemoryCollection(adressen.SelectMany((adres, i) =>
    {
        var sleutel = $"Meent:Buitenwereld:{Organisatie.Slug}:{i}";
        return new Dictionary<string, string?>
        {
            [$"{sleutel}:Adres"] = adres.Adres,
            [$"{sleutel}:Intern"] = adres.Intern ? "true" : "false",
            [$"{sleutel}:ClientId"] = adres.Client,
            [$"{sleutel}:Geheim"] = adres.Client is null ? null : "0123456789abcdef0123456789abcdef",
        };
    })).Build();
}
