using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>A BSN in a query, where the standard puts it: taken, and never written by us.</summary>
public sealed class BsnInQueryTests
{
    private const string Filter = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn";
    private const string Bsn = "999970008";

    [EngineTheory]
    public async Task The_links_of_a_page_bear_it_sealed_and_can_be_followed(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        for (var i = 0; i < 5; i++) await node.Maak("/rollen", RolTests.Rol(await node.Zaak(new { identificatie = $"Z{i}" }), node.Node.Roltype));
        await node.Zaak(new { identificatie = "ANDER" });

        var gezien = new List<string>();
        for (var pad = $"/zaken?{Filter}={Bsn}&pageSize=2&ordering=identificatie"; pad is not null;)
        {
            var blad = await node.Vraag(200, HttpMethod.Get, pad);
            Assert.DoesNotContain(Bsn, blad.GetRawText(), StringComparison.Ordinal);
            gezien.AddRange(blad.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("identificatie").GetString()!));
            if (blad.GetProperty("previous").GetString() is { } vorige)
                Assert.Equal(5, (await node.Vraag(200, HttpMethod.Get, vorige[vorige.IndexOf("/zaken?", StringComparison.Ordinal)..])).GetProperty("count").GetInt32());
            pad = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("/zaken?", StringComparison.Ordinal)..] : null;
        }

        Assert.Equal(["Z0", "Z1", "Z2", "Z3", "Z4"], gezien);
        Assert.Equal([$"{Filter} invalid"], Catalogi.Catalogusnode.Fouten(await node.Vraag(400, HttpMethod.Get, $"/zaken?{Filter}=~geknoeid")));
    }

    [EngineTheory]
    public async Task A_problem_does_not_repeat_it(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);

        foreach (var pad in new[] { $"/zaken?{Filter}={Bsn}&onbekend=1", $"/zaken?{Filter}={Bsn}&startdatum=x", $"/zaken?{Filter}={Bsn}&page=99", $"/rollen?betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={Bsn}&ordering=x" })
        {
            using var antwoord = await node.Node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, herkomst: Herkomst.Buiten);
            Assert.Contains((int)antwoord.StatusCode, (int[])[400, 404]);
            Assert.DoesNotContain(Bsn, await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(Bsn, antwoord.Headers.ToString(), StringComparison.Ordinal);
        }
    }

    [EngineTheory]
    public async Task An_organisation_can_refuse_it_and_is_searched_instead(Engine engine)
    {
        await using var node = await Zakennode.Start(engine, organisatie => organisatie with { BsnInQuery = false });
        await node.Maak("/rollen", RolTests.Rol(await node.Zaak(), node.Node.Roltype));

        Assert.Equal([$"{Filter} bsn-in-query"], Catalogi.Catalogusnode.Fouten(await node.Vraag(400, HttpMethod.Get, $"/zaken?{Filter}={Bsn}")));
        await node.Vraag(400, HttpMethod.Get, $"/rollen?betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={Bsn}");
        var gevonden = await node.Vraag(200, HttpMethod.Post, "/zaken/_zoek", new Dictionary<string, string> { [Filter] = Bsn });
        Assert.Equal(1, gevonden.GetProperty("count").GetInt32());
        Assert.DoesNotContain(Bsn, gevonden.GetRawText(), StringComparison.Ordinal);
    }
}
