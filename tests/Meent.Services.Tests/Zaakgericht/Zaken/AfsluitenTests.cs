using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>Closing and opening a zaak, and what a closed zaak still allows (zrc-007, zrc-008).</summary>
public sealed class AfsluitenTests
{
    [EngineTheory, Trait("zgw", "zrc-007")]
    public async Task The_eindstatus_ends_a_zaak_on_the_dutch_day_that_it_was_set(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        Assert.Equal(JsonValueKind.Null, (await node.Lees(zaak)).GetProperty("einddatum").ValueKind);
        Assert.Equal(["nonFieldErrors resultaat-does-not-exist"], await node.Fouten(HttpMethod.Post, "/statussen", node.Status(zaak, 2, "2026-06-10T22:30:00Z")));

        // Half past midnight in Amsterdam.
        await node.Sluit(zaak, moment: "2026-06-10T22:30:00Z");

        var gesloten = await node.Lees(zaak);
        Assert.Equal("2026-06-11", gesloten.GetProperty("einddatum").GetString());
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, "/zaken?einddatum__isnull=false&einddatum__gt=2026-06-10")).GetProperty("count").GetInt32());
    }

    [EngineTheory, Trait("zgw", "zrc-007")]
    public async Task A_closed_zaak_and_what_belongs_to_it_change_only_by_force(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        var pad = Zakennode.Pad(zaak);
        var eigenschappen = pad + "/zaakeigenschappen";
        var rol = Zaaknode.Url(await node.Maak("/rollen", RolTests.Rol(zaak, node.Node.Roltype)));
        var object1 = Zaaknode.Url(await node.Maak("/zaakobjecten", Pand(zaak)));
        var eigenschap = Zaaknode.Url(await node.Maak(eigenschappen, new { eigenschap = node.Eigenschap, waarde = "20260701" }));
        await node.Sluit(zaak);
        var resultaat = (await node.Lees(zaak)).GetProperty("resultaat").GetString()!;
        var ander = await node.MaakResultaattype();

        (HttpMethod, string, object?, int)[] handelingen =
        [
            (HttpMethod.Patch, pad, new { omschrijving = "Anders" }, 200),
            (HttpMethod.Put, pad, node.Node.Zaak(), 200),
            (HttpMethod.Post, "/klantcontacten", new { zaak, datumtijd = "2026-06-01T10:00:00Z" }, 201),
            (HttpMethod.Put, Zakennode.Pad(resultaat), new { zaak, resultaattype = node.Resultaattype }, 200),
            (HttpMethod.Patch, Zakennode.Pad(resultaat), new { toelichting = "x" }, 200),
            (HttpMethod.Delete, Zakennode.Pad(resultaat), null, 204),
            (HttpMethod.Post, "/resultaten", new { zaak, resultaattype = ander }, 201),
            (HttpMethod.Post, "/rollen", RolTests.Rol(zaak, node.Node.Roltype), 201),
            (HttpMethod.Delete, Zakennode.Pad(rol), null, 204),
            (HttpMethod.Post, "/statussen", node.Status(zaak, 2, "2026-06-12T10:00:00Z"), 201),
            (HttpMethod.Post, "/zaakobjecten", Pand(zaak), 201),
            (HttpMethod.Patch, Zakennode.Pad(object1), new { relatieomschrijving = "x" }, 200),
            (HttpMethod.Delete, Zakennode.Pad(object1), null, 204),
            (HttpMethod.Post, eigenschappen, new { eigenschap = node.Eigenschap, waarde = "20260702" }, 201),
            (HttpMethod.Patch, Zakennode.Pad(eigenschap), new { waarde = "20260703" }, 200),
            (HttpMethod.Delete, Zakennode.Pad(eigenschap), null, 204),
        ];
        var voor = (await node.Lees(zaak)).GetRawText();
        foreach (var (methode, plek, inhoud, _) in handelingen)
            Assert.Equal((plek, "permission_denied"), (plek, (await node.Beperkte(403, methode, plek, inhoud)).GetProperty("code").GetString()));
        Assert.Equal(voor, (await node.Lees(zaak)).GetRawText());

        node.Geef("zaken.lezen", "zaken.geforceerd-bijwerken", "zaken.statussen.toevoegen");
        foreach (var (methode, plek, inhoud, status) in handelingen) await node.Beperkte(status, methode, plek, inhoud);
        Assert.Equal("2026-06-12", (await node.Lees(zaak)).GetProperty("einddatum").GetString());
        // Opening it again is another right.
        await node.Beperkte(403, HttpMethod.Post, "/statussen", node.Status(zaak, 1, "2026-06-13T10:00:00Z"));
    }

    [EngineTheory, Trait("zgw", "zrc-008")]
    public async Task Another_status_opens_a_zaak_again_for_who_may(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        await node.Sluit(zaak);
        Assert.Equal("vernietigen", (await node.Lees(zaak)).GetProperty("archiefnominatie").GetString());

        await node.Beperkte(403, HttpMethod.Post, "/statussen", node.Status(zaak, 1, "2026-06-11T10:00:00Z"));
        node.Geef("zaken.lezen", "zaken.heropenen");
        // Set for an earlier day than the eindstatus, it holds all the same: the zaak is open.
        var status = await node.Beperkte(201, HttpMethod.Post, "/statussen", node.Status(zaak, 1, "2026-06-09T10:00:00Z"));

        var open = await node.Lees(zaak);
        foreach (var veld in new[] { "einddatum", "archiefactiedatum", "archiefnominatie", "startdatumBewaartermijn" }) Assert.Equal((veld, JsonValueKind.Null), (veld, open.GetProperty(veld).ValueKind));
        Assert.Equal(Zaaknode.Url(status), open.GetProperty("status").GetString());
        node.Geef("zaken.lezen", "zaken.bijwerken");
        await node.Beperkte(200, HttpMethod.Patch, Zakennode.Pad(zaak), new { omschrijving = "Weer open" });
    }

    [EngineTheory]
    public async Task A_hoofdzaak_closes_after_its_deelzaken_and_they_open_after_it(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var hoofdzaak = await node.Zaak();
        var deelzaak = await node.Zaak(new { hoofdzaak });
        await node.Maak("/resultaten", new { zaak = hoofdzaak, resultaattype = node.Resultaattype });

        Assert.Equal(["nonFieldErrors deelzaken-not-closed"], await node.Fouten(HttpMethod.Post, "/statussen", node.Status(hoofdzaak, 2, "2026-06-10T10:00:00Z")));
        await node.Sluit(deelzaak);
        await node.Maak("/statussen", node.Status(hoofdzaak, 2, "2026-06-10T10:00:00Z"));
        Assert.Equal(["nonFieldErrors hoofdzaak-closed"], await node.Fouten(HttpMethod.Post, "/statussen", node.Status(deelzaak, 1, "2026-06-11T10:00:00Z")));
        await node.Maak("/statussen", node.Status(hoofdzaak, 1, "2026-06-11T10:00:00Z"));
        await node.Maak("/statussen", node.Status(deelzaak, 1, "2026-06-11T10:00:00Z"));
    }

    [EngineTheory, Trait("zgw", "zrc-006")]
    public async Task With_aanmaken_alone_only_the_first_status_can_be_set(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        node.Geef("zaken.aanmaken");
        var zaak = Zaaknode.Url(await node.Beperkte(201, HttpMethod.Post, "/zaken", node.Node.Zaak()));

        await node.Beperkte(201, HttpMethod.Post, "/statussen", node.Status(zaak, 1, "2026-06-10T10:00:00Z"));
        await node.Beperkte(403, HttpMethod.Post, "/statussen", node.Status(zaak, 1, "2026-06-11T10:00:00Z"));
        await node.Beperkte(201, HttpMethod.Post, "/zaakobjecten", Pand(zaak));
        await node.Beperkte(403, HttpMethod.Post, "/rollen", RolTests.Rol(zaak, node.Node.Roltype));
        node.Geef("zaken.statussen.toevoegen");
        await node.Beperkte(201, HttpMethod.Post, "/statussen", node.Status(zaak, 1, "2026-06-11T10:00:00Z"));
    }

    /// <summary>Nothing slips into a zaak while another closes it: each rol was there before, or was refused.</summary>
    [EngineTheory, Trait("zgw", "zrc-007")]
    public async Task Who_writes_while_a_zaak_is_closed_comes_before_or_not_at_all(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        await node.Maak("/resultaten", new { zaak, resultaattype = node.Resultaattype });
        node.Geef("zaken.lezen", "zaken.bijwerken", "zaken.statussen.toevoegen");
        var gemaakt = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            if (i == 8) await node.Maak("/statussen", node.Status(zaak, 2, "2026-06-10T10:00:00Z"));
            else if (await Rol(node, zaak)) Interlocked.Increment(ref gemaakt);
        });

        Assert.False(await Rol(node, zaak));
        Assert.Equal(gemaakt, (await node.Lees(zaak)).GetProperty("rollen").GetArrayLength());
        var spoor = (await node.Vraag(200, HttpMethod.Get, Zakennode.Pad(zaak) + "/audittrail")).EnumerateArray().Select(r => r.GetProperty("resource").GetString()).ToList();
        Assert.Equal(gemaakt, spoor.Count(r => r == "rol"));
    }

    /// <returns>Whether it was made; the only other answer is 403.</returns>
    private static async Task<bool> Rol(Zakennode node, string zaak)
    {
        var status = await node.Poging(HttpMethod.Post, "/rollen", RolTests.Rol(zaak, node.Node.Roltype));
        Assert.Contains(status, (int[])[201, 403]);
        return status == 201;
    }

    private static object Pand(string zaak) => new { zaak, objectType = "pand", objectIdentificatie = new { identificatie = "0001" } };
}
