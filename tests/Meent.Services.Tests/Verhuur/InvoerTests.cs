using System.Text;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur;
using Meent.Standards.Problemen;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Verhuur;

public sealed class InvoerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"tekst\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1} {}")]
    [InlineData("{\"a\":[[[[[[[[[[1]]]]]]]]]]}")]
    public void What_is_no_json_object_is_refused(string json) =>
        Assert.Equal(400, Assert.Throws<ProbleemException>(() => Invoer.Lees(Encoding.UTF8.GetBytes(json))).Probleem.Status);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Assert.Throws<ProbleemException>(() => Klaar([.. "{\"naam\":\""u8, 0xC3, 0x28, .. "\"}"u8], invoer => invoer.Verplicht("naam", 10)));

    [Theory]
    [InlineData("\"a\\u0000b\"", "naam:invalid")]
    [InlineData("\"a\\u0001b\"", "naam:invalid")]
    [InlineData("\"a\\nb\"", "naam:invalid")]
    [InlineData("\"\\ud800\"", "naam:invalid")]
    [InlineData("\"   \"", "naam:blank")]
    [InlineData("\"12345678901\"", "naam:max_length")]
    [InlineData("null", "naam:required")]
    [InlineData("5", "naam:invalid")]
    [InlineData("{\"naam\":\"x\"}", "naam:invalid")]
    public void A_text_that_is_no_text_is_named(string waarde, string fout) =>
        Assert.Equal([fout], Fouten($$"""{"naam":{{waarde}}}""", invoer => invoer.Verplicht("naam", 10)));

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-2-9")]
    [InlineData("1999-12-31")]
    [InlineData("3000-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("morgen")]
    [InlineData("2026-07-01T00:00:00Z")]
    public void A_date_that_does_not_exist_is_named(string datum) =>
        Assert.Equal(["dag:invalid"], Fouten($$"""{"dag":"{{datum}}"}""", invoer => invoer.Datum("dag")));

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("1e99")]
    [InlineData("99999999999999999999")]
    [InlineData("\"1\"")]
    public void A_number_outside_its_bounds_is_named(string getal) =>
        Assert.Equal(["aantal:invalid"], Fouten($$"""{"aantal":{{getal}}}""", invoer => invoer.Getal("aantal", 1, 10)));

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_path_and_unknown_fields_too() => Assert.Equal(
        ["extra:onbekend", "persoon:required", "soort:invalid_choice"],
        Fouten("""{"soort":"boot","extra":1}""", invoer =>
        {
            invoer.Keuze<DayOfWeek>("soort");
            invoer.Deel("persoon").Optioneel("naam", 10);
        }));

    [Fact]
    public void A_field_inside_an_object_is_named_with_its_path() => Assert.Equal(
        ["persoon.naam:invalid", "persoon.x:onbekend"],
        Fouten("""{"persoon":{"naam":1,"x":2}}""", invoer => invoer.Deel("persoon").Verplicht("naam", 10)));

    [EngineTheory]
    public async Task Bad_requests_name_their_fields_and_write_nothing(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        await node.PostTekst(400, "/registraties", "{\"verhuurder\":");
        await node.PostTekst(415, "/registraties", "verhuurder=1", "application/x-www-form-urlencoded");
        await node.PostTekst(413, "/registraties", "{\"eenheidsnaam\":\"" + new string('a', 70_000) + "\"}");
        await node.PostTekst(400, "/registraties", "{\"\\ud800\":1}");

        Assert.Equal(
            ["adresseerbaarObjectIdentificatie:required", "deel:required", "gebruik:required", "maximumGasten:required", "nummeraanduidingIdentificatie:required", "slaapplaatsen:required", "verhuurder:required"],
            Verhuurnode.Fouten(await node.PostTekst(400, "/registraties", "{}")));
        var fout = await node.Post(400, "/registraties", new
        {
            verhuurder = new { burgerservicenummer = "123456789", kvkNummer = "1234" },
            adresseerbaarObjectIdentificatie = "12",
            nummeraanduidingIdentificatie = "9901200000000001",
            deel = "half",
            gebruik = "hoofdverblijf",
            slaapplaatsen = 0,
            maximumGasten = 4,
            registratienummer = "eigen keuze",
        });
        Assert.Equal(
            ["adresseerbaarObjectIdentificatie:invalid", "deel:invalid_choice", "registratienummer:onbekend", "slaapplaatsen:invalid",
                "verhuurder.burgerservicenummer:invalid", "verhuurder.kvkNummer:invalid", "verhuurder.kvkNummer:invalid"],
            Verhuurnode.Fouten(fout));
        Assert.DoesNotContain("123456789", fout.GetRawText());
        Assert.Equal(["verhuurder.burgerservicenummer:required"], Verhuurnode.Fouten(await node.Post(400, "/registraties", Verhuurnode.Aanvraag(bsn: null!))));
        Assert.Equal(["page:invalid", "pagesize:unknown-parameters", "status:invalid_choice"],
            Verhuurnode.Fouten(await node.Get(400, "/meldingen?status=weg&page=0&pagesize=5")));
        Assert.Equal(["status:invalid"], Verhuurnode.Fouten(await node.Get(400, "/registraties?status=actief&status=ingetrokken")));

        Assert.Equal(0, (await node.Get(200, "/registraties")).GetProperty("count").GetInt32());
        Assert.Empty(await node.Gebeurtenissen());
    }

    private static string[] Fouten(string json, Action<Invoer> lees) =>
        [.. Assert.Throws<ProbleemException>(() => Klaar(Encoding.UTF8.GetBytes(json), lees)).Probleem.InvalidParams.Select(p => $"{p.Name}:{p.Code}").Order(StringComparer.Ordinal)];

    private static void Klaar(byte[] json, Action<Invoer> lees)
    {
        var invoer = Invoer.Lees(json);
        lees(invoer);
        invoer.Klaar();
    }
}
