using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_tells_what_is_served()
    {
        await using var node = await Verhuurnode.Start(Engine.Sqlite);
        using var antwoord = await node.Stuur(HttpMethod.Get, "/openapi.json", Herkomst.Buiten, doel: null);
        var document = JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync());

        Assert.Equal(["*"], antwoord.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("http://localhost:8080/duinwaarde/verhuur/api/v1", document.GetProperty("servers")[0].GetProperty("url").GetString());
        var paden = document.GetProperty("paths");
        Assert.Equal(
            ["/gebieden", "/gebieden/{id}", "/geldigheid/_controle", "/geldigheid/{nummer}", "/lotingen", "/lotingen/{id}", "/meldingen", "/meldingen/{id}", "/meldingen/{id}/annulering", "/openapi.json", "/regels", "/regels/_boete", "/regels/_toets", "/regels/voorbeelden", "/regels/{id}",
                "/registraties", "/registraties/_zoek", "/registraties/{nummer}", "/registraties/{nummer}/intrekking", "/registraties/{nummer}/stappen", "/registraties/{nummer}/vergunningen", "/registraties/{nummer}/zienswijze", "/signalen", "/signalen/{id}",
                "/vergunningen", "/vergunningen/{id}", "/vergunningen/{id}/besluit", "/vergunningen/{id}/intrekking", "/woonruimten/{id}/nachten"],
            paden.EnumerateObject().Select(pad => pad.Name).Order(StringComparer.Ordinal));

        var vraag = paden.GetProperty("/registraties").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.Equal(
            ["verhuurder", "adresseerbaarObjectIdentificatie", "nummeraanduidingIdentificatie", "deel", "gebruik", "slaapplaatsen", "maximumGasten"],
            vraag.GetProperty("required").EnumerateArray().Select(veld => veld.GetString()));
        Assert.Equal("""["geheel","gedeelte"]""", vraag.GetProperty("properties").GetProperty("deel").GetProperty("enum").GetRawText());
        Assert.True(vraag.GetProperty("properties").GetProperty("verhuurder").GetProperty("properties").TryGetProperty("burgerservicenummer", out _));

        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("MeldingAntwoord");
        Assert.DoesNotContain("gewijzigdOp", schema.GetProperty("required").EnumerateArray().Select(veld => veld.GetString()));
        Assert.Contains("registratienummer", schema.GetProperty("required").EnumerateArray().Select(veld => veld.GetString()));
    }
}
