using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class RolTests
{
    private const string Fenna = "999970008";

    internal static object Rol(string zaak, string roltype, string bsn = Fenna) => new
    {
        zaak,
        roltype,
        betrokkeneType = "natuurlijk_persoon",
        roltoelichting = "Aanvrager",
        betrokkeneIdentificatie = new { inpBsn = bsn },
    };

    [EngineTheory]
    public async Task A_rol_shows_in_its_zaak_and_each_use_of_it_is_on_record(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));

        var rol = await node.Maak(Diensten.Zaken, "/rollen", Rol(zaak, node.Roltype));
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/rollen?zaak={Uri.EscapeDataString(zaak)}");

        Assert.Equal("initiator", rol.GetProperty("omschrijvingGeneriek").GetString());
        Assert.Equal("", rol.GetProperty("betrokkeneIdentificatie").GetProperty("inpA_nummer").GetString());
        Assert.Equal(1, lijst.GetProperty("count").GetInt32());
        var gelezen = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        Assert.Equal(Zaaknode.Url(rol), gelezen.GetProperty("rollen")[0].GetString());
        Assert.Equal(["rol vastgelegd", "rollen geraadpleegd"], await node.Gelogd());
    }

    [EngineTheory]
    public async Task A_wrong_bsn_a_foreign_roltype_and_nobody_at_all_are_refused(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var catalogus = Zaaknode.Url((await node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]);
        var ander = await node.MaakZaaktype(catalogus, "B");

        var fout = await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/rollen", Rol(zaak, node.Roltype, "999970009"));
        Assert.Equal("betrokkeneIdentificatie.inpBsn", fout.GetProperty("invalidParams")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("999970009", fout.GetRawText(), StringComparison.Ordinal);
        fout = await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/rollen", Rol(zaak, ander.Roltype));
        Assert.Equal("zaaktype-mismatch", fout.GetProperty("invalidParams")[0].GetProperty("code").GetString());
        await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/rollen", new { zaak, roltype = node.Roltype, betrokkeneType = "medewerker", roltoelichting = "x" });
        Assert.Empty((await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}")).GetProperty("rollen").EnumerateArray());
    }

    [EngineTheory]
    public async Task Above_a_hundred_rollen_the_zaak_still_shows_them_all(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));

        await Parallel.ForEachAsync(Enumerable.Range(0, 130), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
            await node.Maak(Diensten.Zaken, "/rollen", Rol(zaak, node.Roltype)));

        var rollen = (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}")).GetProperty("rollen").EnumerateArray().Select(r => r.GetString()).ToList();
        Assert.Equal(130, rollen.Distinct().Count());
    }

    /// <summary>100,000 on one zaak: it stays readable, alone and in a list, and takes more of them at the same cost.</summary>
    [EngineTheory]
    public async Task A_zaak_with_very_many_rollen_can_be_read_and_added_to(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var rol = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", Rol(zaak, node.Roltype)));
        await (await node.Node.Store()).Write(async session =>
        {
            for (var blok = 0; blok < 500; blok++)
            {
                var ids = Enumerable.Range(0, 200).Select(_ => (object?)Guid.CreateVersion7()).ToArray();
                await session.Execute(
                    $"""
                    INSERT INTO zaakgericht_rollen (id, version, vorm, body, zaak, zaaktype, vertrouwelijkheid, roltype, betrokkene_type, omschrijving_generiek)
                    SELECT v.column1, r.version, r.vorm, r.body, r.zaak, r.zaaktype, r.vertrouwelijkheid, r.roltype, r.betrokkene_type, r.omschrijving_generiek
                    FROM (VALUES {string.Join(", ", ids.Select((_, i) => $"(${i + 2})"))}) v, zaakgericht_rollen r WHERE r.id = $1
                    """, [Guid.Parse(Zaaknode.Id(rol)), .. ids]);
            }

            return await session.Execute("UPDATE zaakgericht_zaken SET rollen = '*', version = version + 1");
        });

        var erbij = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", Rol(zaak, node.Roltype)));
        var een = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        Assert.Equal(100_002, een.GetProperty("rollen").GetArrayLength());
        Assert.Contains(erbij, een.GetProperty("rollen").EnumerateArray().Select(r => r.GetString()));
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken");
        Assert.Equal(100_002, lijst.GetProperty("results")[0].GetProperty("rollen").GetArrayLength());
        Assert.Equal(100, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/rollen?zaak={Uri.EscapeDataString(zaak)}")).GetProperty("results").GetArrayLength());
        await node.Vraag(204, HttpMethod.Delete, Diensten.Zaken, $"/rollen/{Zaaknode.Id(erbij)}");
        await node.Vraag(204, HttpMethod.Delete, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
    }

    [EngineTheory]
    public async Task Inside_the_organisation_nothing_is_read_without_a_purpose_that_covers_it(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);

        var zonder = await node.Node.Vraag(403, HttpMethod.Get, Diensten.Zaken, "/zaken");
        Assert.Equal("doelbindingOntbreekt", zonder.GetProperty("code").GetString());
        await node.Node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken", doel: node.Node.Doel("mijn-gegevens-inzien"));
        var onbekend = await node.Node.Vraag(403, HttpMethod.Get, Diensten.Zaken, "/zaken", doel: node.Node.Doel("nieuwsgierigheid"));
        Assert.Equal("doelbindingOnbekend", onbekend.GetProperty("code").GetString());
    }
}
