using System.Text.Json;
using Meent.Services.Sdep.Bewaring;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Sdep;

public sealed class AanbiedingenTests
{
    [EngineTheory]
    public async Task A_listing_goes_from_platform_to_screening_and_back_and_then_to_the_authority(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        await node.Post(201, "/str/v2/listings/bulk", Sdepnode.Platform, Verblijven.Aanbod(Verblijven.Advertentie(gebied, "l-1"), Verblijven.Advertentie(gebied, "l-2", nummer: null)));
        // A correction, while nobody looked at it.
        var eerst = await Een(node, "/lsa/v2/listings", "lsa", "l-1");
        await node.Post(201, "/str/v2/listings/bulk", Sdepnode.Platform, Verblijven.Aanbod(Verblijven.Advertentie(gebied, "l-1", verklaard: false)));
        var wacht = await Een(node, "/lsa/v2/listings", "lsa", "l-1");
        Assert.Equal(("pending", false), (Tekst(wacht, "status"), wacht.GetProperty("declaredAsShortTermRental").GetBoolean()));

        // What was screened is not what is there now.
        Assert.Equal("conflict_error", await Screen(node, 422, eerst, "UNX"));
        await Screen(node, 201, wacht, "UNX");
        await Screen(node, 201, await Een(node, "/lsa/v2/listings", "lsa", "l-2"));
        Assert.Equal(0, Aantal(await node.Get("/lsa/v2/listings/count", "lsa")));
        var gevlagd = await Een(node, "/str/v2/listings", Sdepnode.Platform, "l-1");
        Assert.Equal(("flagged", """["UNX"]"""), (Tekst(gevlagd, "status"), gevlagd.GetProperty("flags").GetRawText()));
        Assert.Equal(0, Aantal(await node.Get("/ca/v2/listings/count", Sdepnode.Gemeente)));
        Assert.Equal(0, Aantal(await node.Get("/str/v2/listings/count", Sdepnode.Concurrent)));
        Assert.Equal("conflict_error", Fout(await node.Post(422, "/str/v2/listings/bulk", Sdepnode.Platform, Verblijven.Aanbod(Verblijven.Advertentie(gebied, "l-1")))));

        object Bevestiging() => new { acknowledgements = new[] { new { listingId = "l-1", createdAt = Tekst(gevlagd, "createdAt") } } };
        Assert.Equal("not_found_error", Fout(await node.Post(422, "/str/v2/listing-acknowledgements/bulk", Sdepnode.Concurrent, Bevestiging())));
        await node.Post(201, "/str/v2/listing-acknowledgements/bulk", Sdepnode.Platform, Bevestiging());
        Assert.Equal("conflict_error", Fout(await node.Post(422, "/str/v2/listing-acknowledgements/bulk", Sdepnode.Platform, Bevestiging())));
        var gezien = await Een(node, "/ca/v2/listings?flags=ABS,UNX", Sdepnode.Gemeente, "l-1");
        Assert.Equal("acknowledged", Tekst(gezien, "status"));
        Assert.Equal("conflict_error", await Screen(node, 422, gezien));
        Assert.Equal(0, Aantal(await node.Get("/ca/v2/listings/count?flags=ABS", Sdepnode.Gemeente)));
        Assert.Equal(0, Aantal(await node.Get("/ca/v2/listings/count", Sdepnode.Buurgemeente)));
        Assert.Equal(1, Aantal(await node.Get("/lma/v2/listings/count?status=clear", "lma")));
        Assert.Equal(2, Aantal(await node.Get("/sta/v2/listings/count", "sta")));
    }

    [EngineTheory]
    public async Task A_listing_is_refused_in_an_area_for_activities_and_with_flags_that_are_none(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied(regulation: "activity");
        Assert.Equal("regulation_error", Fout(await node.Post(422, "/str/v2/listings/bulk", Sdepnode.Platform, Verblijven.Aanbod(Verblijven.Advertentie(gebied)))));
        foreach (var (vlaggen, fout) in new[] { ((string[])["XYZ"], "enum"), (["UNK", "UNK"], "value_error") })
        {
            Assert.Equal(fout, Fout(await node.Post(422, "/lsa/v2/listing-screenings/bulk", "lsa", new { screenings = new[] { new { platformId = "p", listingId = "l", createdAt = "2026-06-01T10:00:00Z", flags = vlaggen } } })));
        }
    }

    [EngineTheory]
    public async Task Eighteen_months_after_it_came_in_nothing_is_left_in_any_version(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        var bericht = Verblijven.Bericht(Verblijven.Een(gebied, "a-1", nummer: "9901WEGWEGWEG0000000"));
        await node.Post(201, "/str/v2/activities/bulk", Sdepnode.Platform, bericht);
        await node.Post(201, "/str/v2/activities/bulk", Sdepnode.Platform, bericht);
        await node.Post(201, "/str/v2/listings/bulk", Sdepnode.Platform, Verblijven.Aanbod(Verblijven.Advertentie(gebied, "l-1", nummer: "9901WEGWEGWEG0000000")));
        node.Klok.Zet("2026-07-01T10:00:00Z");
        await node.Post(201, "/str/v2/activities/bulk", Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(gebied, "a-2")));

        node.Klok.Zet("2027-12-01T10:00:00Z");
        Assert.Equal(0, await node.Store.Write(session => session.Vernietig(node.Klok.GetUtcNow())));
        node.Klok.Zet("2027-12-01T10:00:00.000001Z");
        Assert.Equal(3, await node.Store.Write(session => session.Vernietig(node.Klok.GetUtcNow())));
        Assert.Equal(["a-2"], await node.Activiteiten());
        Assert.Equal(0, Aantal(await node.Get("/lma/v2/listings/count", "lma")));
        var over = await node.Store.Read(session => session.All("SELECT body FROM sdep_activiteiten UNION ALL SELECT body FROM sdep_aanbiedingen", rij => rij.Text(0)));
        Assert.DoesNotContain(over, body => body.Contains("WEGWEGWEG", StringComparison.Ordinal));
        Assert.Equal(0, await node.Store.Write(session => session.Vernietig(node.Klok.GetUtcNow())));
    }

    private static async Task<string?> Screen(Sdepnode node, int status, JsonElement advertentie, params string[] flags)
    {
        var uitslag = await node.Post(status, "/lsa/v2/listing-screenings/bulk", "lsa", new
        {
            screenings = new[] { new { platformId = Tekst(advertentie, "platformId"), listingId = Tekst(advertentie, "listingId"), createdAt = Tekst(advertentie, "createdAt"), flags } },
        });
        return status == 422 ? Fout(uitslag) : null;
    }

    private static async Task<JsonElement> Een(Sdepnode node, string pad, string client, string listingId) =>
        (await node.Get(pad, client)).GetProperty("listings").EnumerateArray().Single(advertentie => Tekst(advertentie, "listingId") == listingId);

    private static string Fout(JsonElement uitslag) => uitslag.GetProperty("results")[0].GetProperty("errors").GetProperty("detail")[0].GetProperty("type").GetString()!;

    private static string Tekst(JsonElement element, string veld) => element.GetProperty(veld).GetString()!;

    private static int Aantal(JsonElement element) => element.GetProperty("count").GetInt32();
}
