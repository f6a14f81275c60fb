using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Verantwoording;

/// <summary>A doubt goes over FSC to the bronhouder, who looks into it; meanwhile all who ask are told so.</summary>
[Collection(Landschapscollectie.Naam)]
public sealed class TerugmeldTests(Landschapsnode landschap)
{
    private const string Noor = "999970057";

    private static readonly Namens Burger = Namens("duinwaarde", "00000001990000011000", "gegevens-terugmelden", "burger");
    private static readonly Namens Lezer = Namens("lindewoude", "00000001990000023000", "toeristische-verhuur-toezicht", "k.osman");
    private static readonly Namens Bronhouder = Namens("basisregistraties", "00000001990000035000", "terugmeldingen-behandelen", "t.hofman");

    [EngineTheory]
    public async Task A_report_reaches_the_bronhouder_and_everybody_sees_that_the_value_is_doubted(Engine engine)
    {
        var bronnen = (await landschap.Van(engine)).GetRequiredService<Bronnen>();
        await bronnen.Zend<JsonElement>(HttpMethod.Post, Burger, Diensten.Terugmeldingen, "terugmeldingen", new { burgerservicenummer = Noor, gegeven = "verblijfplaats", toelichting = "Verhuisd.", melder = "inwoner" });
        Assert.Equal("ontvangen", await Status(bronnen));
        var id = Assert.Single((await bronnen.Haal<JsonElement>(Bronhouder, Diensten.Terugmeldingen, "terugmeldingen")).GetProperty("terugmeldingen").EnumerateArray(), een => een.GetProperty("burgerservicenummer").GetString() == Noor)
            .GetProperty("id").GetString();
        Assert.False(await InOnderzoek(bronnen));

        await bronnen.Zend<JsonElement>(HttpMethod.Post, Bronhouder, Diensten.Terugmeldingen, $"terugmeldingen/{id}/status", new { status = "inOnderzoek" });
        Assert.True(await InOnderzoek(bronnen));
        Assert.Equal("inOnderzoek", await Status(bronnen));

        await bronnen.Zend<JsonElement>(HttpMethod.Post, Bronhouder, Diensten.Terugmeldingen, $"terugmeldingen/{id}/status", new { status = "nietGewijzigd", uitleg = "U staat daar terecht." });
        Assert.False(await InOnderzoek(bronnen));
        Assert.Equal("nietGewijzigd", await Status(bronnen));
    }

    private static Namens Namens(string slug, string oin, string doel, string wie) => new(slug, $"urn:nld:oin:{oin}:verwerkingsactiviteit:{doel}", wie);

    private static async Task<string?> Status(Bronnen bronnen) =>
        (await bronnen.Zend<JsonElement>(HttpMethod.Post, Burger, Diensten.Terugmeldingen, "terugmeldingen/_zoek", new { burgerservicenummer = Noor })).GetProperty("terugmeldingen")[0].GetProperty("status").GetString();

    private static async Task<bool> InOnderzoek(Bronnen bronnen)
    {
        var vraag = new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = (string[])[Noor], fields = (string[])["verblijfplaats"] };
        return (await bronnen.Zend<JsonElement>(HttpMethod.Post, Lezer, Diensten.Personen, "personen", vraag)).GetProperty("personen")[0].GetProperty("verblijfplaats").TryGetProperty("inOnderzoek", out _);
    }
}
