using System.Net;
using System.Text.Json;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Sdep;

public sealed class GebiedenTests
{
    [EngineTheory]
    public async Task An_area_is_kept_read_replaced_and_ended(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gemaakt = await node.Vraag(201, HttpMethod.Post, "/ca/v1/areas", Sdepnode.Gemeente, Sdepnode.Bestand("Kust.zip", Sdepnode.Zip, ("areaId", "Kust-1"), ("areaName", "Kust"), ("regulation", "activity")));
        Assert.Equal("Kust-1 Kust activity Kust.zip Gemeente Zandhoek 2026-06-01T10:00:00Z", string.Join(' ', new[] { "areaId", "areaName", "regulation", "filename", "competentAuthorityName", "createdAt" }.Select(veld => gemaakt.GetProperty(veld))));
        var eigen = Assert.Single((await node.Get("/ca/v2/areas", Sdepnode.Gemeente)).GetProperty("areas").EnumerateArray());
        Assert.Equal(gemaakt.GetRawText(), eigen.GetRawText());

        using (var bestand = await node.Stuur(HttpMethod.Get, "/str/v1/areas/Kust-1", Sdepnode.Platform))
        {
            Assert.Equal((HttpStatusCode.OK, "application/zip", "Kust.zip", "1.0.0"), (bestand.StatusCode, bestand.Content.Headers.ContentType!.MediaType, bestand.Content.Headers.ContentDisposition!.FileName, Assert.Single(bestand.Headers.GetValues("API-Version"))));
            Assert.Equal(Sdepnode.Zip, await bestand.Content.ReadAsByteArrayAsync());
        }

        node.Klok.Zet("2026-06-02T10:00:00Z");
        await node.Gebied(areaId: "Kust-1");
        var nieuw = Assert.Single((await node.Get("/str/v2/areas", Sdepnode.Platform)).GetProperty("areas").EnumerateArray());
        Assert.Equal(("all", "2026-06-02T10:00:00Z"), (nieuw.GetProperty("regulation").GetString(), nieuw.GetProperty("createdAt").GetString()));

        await node.Vraag(204, HttpMethod.Delete, "/ca/v1/areas/Kust-1", Sdepnode.Gemeente);
        await node.Vraag(404, HttpMethod.Delete, "/ca/v1/areas/Kust-1", Sdepnode.Gemeente);
        await node.Vraag(404, HttpMethod.Get, "/ca/v1/areas/Kust-1", Sdepnode.Gemeente);
        Assert.Equal(0, (await node.Get("/str/v1/areas/count", Sdepnode.Platform)).GetProperty("count").GetInt32());
        // What has ended does not come back.
        Assert.Equal("business_logic_error", Soort(await node.Vraag(422, HttpMethod.Post, "/ca/v1/areas", Sdepnode.Gemeente, Sdepnode.Bestand("a.zip", Sdepnode.Zip, ("areaId", "Kust-1")))));
    }

    [EngineTheory]
    public async Task What_is_of_one_authority_no_other_sees_or_takes_over(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        await node.Gebied(areaId: "Kust-1");
        await node.Vraag(404, HttpMethod.Get, "/ca/v1/areas/Kust-1", Sdepnode.Buurgemeente);
        await node.Vraag(404, HttpMethod.Delete, "/ca/v2/areas/Kust-1", Sdepnode.Buurgemeente);
        Assert.Equal("duplicate_error", Soort(await node.Vraag(409, HttpMethod.Post, "/ca/v1/areas", Sdepnode.Buurgemeente, Sdepnode.Bestand("a.zip", Sdepnode.Zip, ("areaId", "Kust-1")))));
        Assert.Equal(0, (await node.Get("/ca/v1/areas/count", Sdepnode.Buurgemeente)).GetProperty("count").GetInt32());
        await node.Gebied(Sdepnode.Buurgemeente);
        Assert.Equal(2, (await node.Get("/str/v1/areas/count", Sdepnode.Platform)).GetProperty("count").GetInt32());
        Assert.Single((await node.Get("/str/v2/areas?limit=1&offset=1", Sdepnode.Platform)).GetProperty("areas").EnumerateArray());
    }

    [EngineTheory]
    public async Task A_file_that_is_no_zip_of_at_most_a_mebibyte_is_refused(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        async Task Is(int status, string soort, string? naam, byte[] inhoud, params (string, string?)[] velden) =>
            Assert.Equal(soort, Soort(await node.Vraag(status, HttpMethod.Post, "/ca/v1/areas", Sdepnode.Gemeente, Sdepnode.Bestand(naam, inhoud, velden))));
        byte[] groot = [.. Sdepnode.Zip, .. new byte[1024 * 1024]];
        await Is(422, "missing", null, [], ("areaName", "Kust"));
        await Is(422, "validation_error", "gebied.txt", Sdepnode.Zip);
        await Is(422, "validation_error", ".zip", Sdepnode.Zip);
        await Is(422, "validation_error", new string('x', 61) + ".zip", Sdepnode.Zip);
        await Is(422, "validation_error", "gebied.zip", "geen zip"u8.ToArray());
        await Is(422, "validation_error", "gebied.zip", groot[..(1024 * 1024 + 1)]);
        await Is(413, "validation_error", "gebied.zip", [.. groot, .. new byte[70_000]]);
        await Is(422, "string_pattern_mismatch", "gebied.zip", Sdepnode.Zip, ("areaId", "a b"));
        await Is(422, "enum", "gebied.zip", Sdepnode.Zip, ("regulation", "some"));
        await Is(422, "validation_error", "gebied.zip", Sdepnode.Zip, ("areaName", new string('x', 65)));
        Assert.Equal("missing", Soort(await node.Post(422, "/ca/v1/areas", Sdepnode.Gemeente, new { areaId = "x" })));
        await node.Vraag(201, HttpMethod.Post, "/ca/v1/areas", Sdepnode.Gemeente, Sdepnode.Bestand("gebied.zip", groot[..(1024 * 1024)], ("areaId", "")));
        // A name that would say more in a header than a name.
        var naam = (await node.Vraag(201, HttpMethod.Post, "/ca/v1/areas", Sdepnode.Gemeente, Sdepnode.Bestand("..\\map/ge\u00e9n;X.zip", Sdepnode.Zip))).GetProperty("filename").GetString();
        Assert.Equal("ge_n_X.zip", naam);
    }

    private static string Soort(JsonElement fout) => fout.GetProperty("detail")[0].GetProperty("type").GetString()!;
}
