using System.Globalization;
using System.Text.Json;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>What a work list asks beside the standard: <c>werklijst/_zoek</c>.</summary>
public sealed class WerklijstTests
{
    private const string Pad = "/werklijst/_zoek";

    [EngineTheory]
    public async Task Zaken_are_found_by_the_status_that_they_have_and_not_by_one_that_they_had(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        foreach (var (naam, statussen) in (IEnumerable<(string, int)>)[("NIEUW", 0), ("EERSTE", 1), ("TWEEDE", 1)])
        {
            var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak(naam)));
            for (var i = 0; i < statussen; i++)
                await node.Maak(Diensten.Zaken, "/statussen", new { zaak, statustype = node.Statustypen[i], datumStatusGezet = $"2026-06-0{i + 2}T10:00:00Z" });
        }

        Assert.Equal(["EERSTE", "TWEEDE"], await Namen(node, new { status__statustype__in = new[] { node.Statustypen[0] }, ordering = "identificatie" }));
        Assert.Equal([], await Namen(node, new { status__statustype__in = new[] { node.Statustypen[1] } }));
        var catalogus = (await node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, $"/zaaktypen/{Zaaknode.Id(node.Zaaktype)}")).GetProperty("catalogus").GetString()!;
        var (anderType, anders, _) = await node.MaakZaaktype(catalogus, "B");
        var zaakB = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("DERDE", anderType)));
        await node.Maak(Diensten.Zaken, "/statussen", new { zaak = zaakB, statustype = anders[0], datumStatusGezet = "2026-06-02T10:00:00Z" });
        Assert.Equal(["DERDE", "EERSTE", "TWEEDE"], await Namen(node, new { status__statustype__in = new[] { node.Statustypen[0], anders[0] }, ordering = "identificatie" }));

        // In pages, each by the link of the one before.
        var blad = await node.Vraag(200, HttpMethod.Post, Diensten.Zaken, $"{Pad}?pageSize=2", new { status__statustype__in = new[] { node.Statustypen[0], anders[0] }, ordering = "identificatie" });
        Assert.Equal(3, blad.GetProperty("count").GetInt32());
        var next = new Uri(blad.GetProperty("next").GetString()!);
        Assert.EndsWith($"/zaken/api/v1{Pad}", next.AbsolutePath, StringComparison.Ordinal);
        blad = await node.Vraag(200, HttpMethod.Post, Diensten.Zaken, $"{Pad}{next.Query}", new { status__statustype__in = new[] { node.Statustypen[0], anders[0] }, ordering = "identificatie" });
        Assert.Equal("TWEEDE", blad.GetProperty("results")[0].GetProperty("identificatie").GetString());
    }

    [EngineTheory]
    public async Task Zaken_are_found_by_the_last_day_of_their_term_as_it_is_after_an_extension_and_while_it_runs(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        // 30 days from the first of June: the first of July.
        await Maak("TYPE", new { });
        await Maak("EIGEN", new { uiterlijkeEinddatumAfdoening = "2026-06-10" });
        await Maak("LANGER", new { verlenging = new { reden = "Druk", duur = "P2W" } });
        await Maak("STIL", new { opschorting = new { indicatie = true, reden = "Wacht" } });
        var dicht = await Maak("DICHT", new { });
        await (await node.Node.Store()).Write(session => session.Execute("UPDATE zaakgericht_zaken SET einddatum = '2026-06-05', einde = '2026-06-05' WHERE id = $1", Guid.Parse(Zaaknode.Id(dicht))));

        foreach (var (dag, namen) in (IEnumerable<(string, string[])>)
            [("2026-06-09", []), ("2026-06-10", ["EIGEN"]), ("2026-06-30", ["EIGEN"]), ("2026-07-01", ["EIGEN", "TYPE"]), ("2026-07-14", ["EIGEN", "TYPE"]), ("2026-07-15", ["EIGEN", "LANGER", "TYPE"])])
            Assert.Equal(namen, await Namen(node, new { uiterlijk__lte = dag, ordering = "identificatie" }));

        // The extension is taken back, the suspension ended: found by what holds then.
        var stil = await Maak("STIL-2", new { opschorting = new { indicatie = true, reden = "Wacht" } });
        await node.Vraag(200, HttpMethod.Patch, Diensten.Zaken, $"/zaken/{Zaaknode.Id(stil)}", new { opschorting = new { indicatie = false, reden = "" } });
        Assert.Equal(["EIGEN", "STIL-2", "TYPE"], await Namen(node, new { uiterlijk__lte = "2026-07-01", ordering = "identificatie" }));
        Assert.Equal(["STIL-2"], await Namen(node, new { uiterlijk__lte = "2026-07-01", identificatie = "STIL-2" }));

        async Task<string> Maak(string naam, object anders) => Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", Catalogusnode.Met(node.Zaak(naam), anders)));
    }

    [EngineTheory]
    public async Task Zaken_from_before_the_work_list_are_found_by_their_terms_after_the_upgrade(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        // Words that look like the fields do not count.
        const string Schijn = "\"duur\":\"P9Y\",\"opschorting\":{\"indicatie\":true";
        await Maak("TYPE", new { toelichting = Schijn });
        await Maak("LANGER", new { toelichting = Schijn, verlenging = new { reden = "Druk", duur = "P2W" } });
        await Maak("STIL", new { opschorting = new { reden = Schijn, indicatie = true } });

        // As the release before kept them: without the columns of migration 71 and the indexes of 72 and 73.
        await (await node.Node.Store()).Write(async session =>
        {
            await session.Execute("DROP INDEX zaakgericht_zaken_verlengd");
            await session.Execute("DROP INDEX IF EXISTS zaakgericht_zaken_lopend");
            foreach (var kolom in new[] { "zaken DROP COLUMN opgeschort", "zaken DROP COLUMN verlengd", "zaaktypen DROP COLUMN doorlooptijd" })
                await session.Execute($"ALTER TABLE zaakgericht_{kolom}");
            return await session.Execute("DELETE FROM meent_migraties WHERE bron = 'zaakgericht' AND nummer >= 71");
        });
        var diensten = node.Node.Services;
        await using (var nieuw = new Stores(diensten.GetServices<Bron>(), diensten.GetRequiredService<OpslagOptions>(), TimeProvider.System, NullLogger<Stores>.Instance))
            await nieuw.Get(node.Node.Organisatie);

        Assert.Equal([], await Namen(node, new { uiterlijk__lte = "2026-06-30" }));
        Assert.Equal(["TYPE"], await Namen(node, new { uiterlijk__lte = "2026-07-14" }));
        Assert.Equal(["LANGER", "TYPE"], await Namen(node, new { uiterlijk__lte = "2026-07-15", ordering = "identificatie" }));

        Task<JsonElement> Maak(string naam, object anders) => node.Maak(Diensten.Zaken, "/zaken", Catalogusnode.Met(node.Zaak(naam), anders));
    }

    [EngineTheory]
    public async Task What_it_asks_besides_is_refused_where_the_standard_rules_and_when_it_is_wrong(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", new { uiterlijk__lte = "2026-07-01" });
        await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", new { status__statustype__in = new[] { node.Statustypen[0] } });
        await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, Pad, new { uiterlijk__lte = "morgen" });
        await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, Pad, new { anders = 1 });
        await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, $"{Pad}?uiterlijk__lte=2026-07-01", new { identificatie = "x" });
    }

    [Theory]
    [InlineData("P30D", "", "2026-07-01", "2026-06-01")]
    [InlineData("P8W", "P6W", "2026-07-01", "2026-03-25")]
    // From the 28th of January to the 31st a month later is the last of February.
    [InlineData("P1M", "", "2026-02-28", "2026-01-31")]
    [InlineData("P1M", "", "2026-02-27", "2026-01-27")]
    [InlineData("P1Y", "P1D", "2025-03-01", "2024-02-29")]
    public void The_latest_start_is_the_last_of_which_the_term_ends_by_that_day(string doorlooptijd, string verlenging, string tot, string start)
    {
        var (duur, langer, dag) = (Periode.Lees(doorlooptijd), Periode.Lees(verlenging), DateOnly.Parse(tot, CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.Parse(start, CultureInfo.InvariantCulture), Zaaktermijn.LaatsteStart(duur, langer, dag));
    }

    [Theory]
    [InlineData("PT4H")]
    [InlineData("P999999Y")]
    [InlineData("")]
    public void What_is_no_number_of_days_ends_on_no_day(string doorlooptijd) => Assert.Null(Zaaktermijn.LaatsteStart(Periode.Lees(doorlooptijd), null, new DateOnly(2026, 7, 1)));

    private static async Task<List<string>> Namen(Zaaknode node, object vraag) =>
        [.. (await node.Vraag(200, HttpMethod.Post, Diensten.Zaken, Pad, vraag)).GetProperty("results").EnumerateArray().Select(z => z.GetProperty("identificatie").GetString()!)];
}
