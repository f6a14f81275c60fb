using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class StatusTests
{
    [EngineTheory]
    public async Task The_zaak_shows_the_status_that_was_set_last_by_its_date(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));

        var laatste = await node.Maak(Diensten.Zaken, "/statussen", Status(zaak, node.Statustypen[0], "2026-06-02T10:00:00Z"));
        var eerdere = await node.Maak(Diensten.Zaken, "/statussen", Status(zaak, node.Statustypen[0], "2026-06-01T10:00:00Z"));

        Assert.True(laatste.GetProperty("indicatieLaatstGezetteStatus").GetBoolean());
        Assert.False(eerdere.GetProperty("indicatieLaatstGezetteStatus").GetBoolean());
        var gelezen = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        Assert.Equal(Zaaknode.Url(laatste), gelezen.GetProperty("status").GetString());
    }

    [EngineTheory, Trait("zgw", "zrc-007")]
    public async Task The_last_status_needs_a_result_first(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));

        var fout = await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/statussen", Status(zaak, node.Statustypen[1], "2026-06-02T10:00:00Z"));

        Assert.Equal("resultaat-does-not-exist", fout.GetProperty("invalidParams")[0].GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task The_same_moment_twice_a_future_one_and_a_foreign_type_are_refused(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var catalogus = Zaaknode.Url((await node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]);
        var ander = await node.MaakZaaktype(catalogus, "B");
        await node.Maak(Diensten.Zaken, "/statussen", Status(zaak, node.Statustypen[0], "2026-06-02T10:00:00Z"));

        Assert.Equal("unique", await Code(node, Status(zaak, node.Statustypen[0], "2026-06-02T12:00:00+02:00")));
        Assert.Equal("date-in-future", await Code(node, Status(zaak, node.Statustypen[0], "2999-01-01T00:00:00Z")));
        Assert.Equal("zaaktype-mismatch", await Code(node, Status(zaak, ander.Statustypen[0], "2026-06-03T10:00:00Z")));
    }

    private static object Status(string zaak, string statustype, string moment) => new { zaak, statustype, datumStatusGezet = moment };

    private static async Task<string?> Code(Zaaknode node, object status) =>
        (await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/statussen", status)).GetProperty("invalidParams")[0].GetProperty("code").GetString();
}
