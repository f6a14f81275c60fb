using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>Every query parameter and every order of GET /zaken, and those of GET /rollen.</summary>
public sealed class ZaakFilterTests
{
    [EngineTheory]
    public async Task Each_filter_on_a_zaak_finds_what_it_says(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        await node.Maak(Diensten.Zaken, "/zaken", new
        {
            identificatie = "VOL",
            bronorganisatie = "990000011",
            verantwoordelijkeOrganisatie = "990000011",
            zaaktype = node.Zaaktype,
            startdatum = "2026-05-02",
            registratiedatum = "2026-05-03",
            einddatumGepland = "2026-06-01",
            uiterlijkeEinddatumAfdoening = "2026-07-01",
            publicatiedatum = "2026-05-04",
            archiefnominatie = "vernietigen",
            archiefactiedatum = "2036-01-01",
        });
        await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("LEEG"));

        foreach (var (vraag, verwacht) in new[]
        {
            ("identificatie=VOL", "VOL"), ("bronorganisatie=990000011", "LEEG VOL"), ("bronorganisatie__in=990000011,990000023", "LEEG VOL"), ("bronorganisatie__in=990000023", ""),
            ($"zaaktype={Uri.EscapeDataString(node.Zaaktype)}", "LEEG VOL"),
            ("archiefnominatie=vernietigen", "VOL"), ("archiefnominatie__in=vernietigen,blijvend_bewaren", "VOL"), ("archiefnominatie=blijvend_bewaren", ""),
            ("archiefactiedatum=2036-01-01", "VOL"), ("archiefactiedatum__isnull=true", "LEEG"), ("archiefactiedatum__isnull=false", "VOL"),
            ("archiefactiedatum__lt=2036-01-02", "VOL"), ("archiefactiedatum__lt=2036-01-01", ""), ("archiefactiedatum__gt=2035-12-31", "VOL"), ("archiefactiedatum__gt=2036-01-01", ""),
            ("archiefstatus=nog_te_archiveren", "LEEG VOL"), ("archiefstatus__in=gearchiveerd,overgedragen", ""),
            ("startdatum=2026-05-02", "VOL"), ("startdatum__gt=2026-05-02", "LEEG"), ("startdatum__gte=2026-05-02", "LEEG VOL"), ("startdatum__lt=2026-06-01", "VOL"), ("startdatum__lte=2026-06-01", "LEEG VOL"),
            ("registratiedatum=2026-05-03", "VOL"), ("registratiedatum__gt=2026-05-03", "LEEG"), ("registratiedatum__lt=2026-05-04", "VOL"),
            ("einddatum__isnull=true", "LEEG VOL"), ("einddatum__isnull=false", ""), ("einddatum__gt=2000-01-01", ""), ("einddatum__lt=2100-01-01", ""), ("einddatum=2026-01-01", ""),
            ("einddatumGepland=2026-06-01", "VOL"), ("einddatumGepland__gt=2026-05-31", "VOL"), ("einddatumGepland__lt=2026-06-01", ""),
            ("uiterlijkeEinddatumAfdoening=2026-07-01", "VOL"), ("uiterlijkeEinddatumAfdoening__gt=2026-07-01", ""), ("uiterlijkeEinddatumAfdoening__lt=2026-07-02", "VOL"),
            ("maximaleVertrouwelijkheidaanduiding=zaakvertrouwelijk", "LEEG VOL"), ("maximaleVertrouwelijkheidaanduiding=intern", ""),
        })
            Assert.Equal((vraag, verwacht), (vraag, await Gevonden(node, vraag)));

        foreach (var fout in new[] { "archiefnominatie=weggooien", "archiefnominatie__in=vernietigen,x", "archiefstatus=x", "archiefstatus__in=x", "archiefactiedatum=x", "archiefactiedatum__isnull=x",
                     "zaaktype=x", "rol__betrokkene=x", "rol__betrokkeneType=x", "rol__omschrijvingGeneriek=x", "einddatum__lt=2026-13-01", "ordering=zaaktype", "maximaleVertrouwelijkheidaanduiding=x" })
        {
            var antwoord = await node.Vraag(400, HttpMethod.Get, Diensten.Zaken, "/zaken?" + fout);
            Assert.Equal(fout.Split('=')[0], antwoord.GetProperty("invalidParams")[0].GetProperty("name").GetString());
        }
    }

    [EngineTheory]
    public async Task Each_filter_on_rollen_finds_rollen_and_their_zaken(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaken = new Dictionary<string, string>();
        foreach (var (naam, type, identificatie) in new (string, string, object)[]
        {
            ("MENS", "natuurlijk_persoon", new Dictionary<string, string> { ["inpBsn"] = "999970008", ["anpIdentificatie"] = "anp-1", ["inpA_nummer"] = "1234567890" }),
            ("BEDRIJF", "niet_natuurlijk_persoon", new { innNnpId = "990000023", annIdentificatie = "ann-1" }),
            ("VESTIGING", "vestiging", new { vestigingsNummer = "000012345678" }),
            ("AFDELING", "organisatorische_eenheid", new { identificatie = "gelijk" }),
            ("COLLEGA", "medewerker", new { identificatie = "gelijk" }),
        })
        {
            zaken[naam] = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak(naam)));
            await node.Maak(Diensten.Zaken, "/rollen", new { zaak = zaken[naam], roltype = node.Roltype, betrokkeneType = type, roltoelichting = naam, betrokkeneIdentificatie = identificatie });
        }

        zaken["URL"] = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("URL")));
        await node.Maak(Diensten.Zaken, "/rollen", new { zaak = zaken["URL"], roltype = node.Roltype, betrokkeneType = "vestiging", roltoelichting = "URL", betrokkene = "http://hr.example/1" });

        foreach (var (vraag, verwacht) in new[]
        {
            ("betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=999970008", "MENS"), ("betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie=anp-1", "MENS"),
            ("betrokkeneIdentificatie__natuurlijkPersoon__inpA_nummer=1234567890", "MENS"), ("betrokkeneIdentificatie__nietNatuurlijkPersoon__innNnpId=990000023", "BEDRIJF"),
            ("betrokkeneIdentificatie__nietNatuurlijkPersoon__annIdentificatie=ann-1", "BEDRIJF"), ("betrokkeneIdentificatie__vestiging__vestigingsNummer=000012345678", "VESTIGING"),
            ("betrokkeneIdentificatie__medewerker__identificatie=gelijk", "COLLEGA"), ("betrokkeneIdentificatie__organisatorischeEenheid__identificatie=gelijk", "AFDELING"),
            ("betrokkeneType=vestiging", "URL VESTIGING"), ("betrokkene=http%3A%2F%2Fhr.example%2F1", "URL"), ("betrokkene=http%3A%2F%2Fhr.example%2F2", ""),
            ("omschrijvingGeneriek=initiator&pageSize=500", "AFDELING BEDRIJF COLLEGA MENS URL VESTIGING"), ("omschrijvingGeneriek=behandelaar", ""),
        })
        {
            Assert.Equal((vraag, verwacht), (vraag, await Gevonden(node, string.Join('&', vraag.Split('&').Select(v => v.StartsWith("page", StringComparison.Ordinal) ? v : "rol__" + v)))));
            var rollen = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/rollen?" + vraag);
            Assert.Equal((vraag, verwacht), (vraag, string.Join(' ', rollen.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("roltoelichting").GetString()).Order(StringComparer.Ordinal))));
        }

        Assert.Equal("MENS", await Gevonden(node, "rol__omschrijvingGeneriek=initiator&rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=999970008"));
        Assert.Equal("", await Gevonden(node, "rol__betrokkeneType=medewerker&rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=999970008"));
        Assert.Equal(6, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/rollen?omschrijving=Aanvrager")).GetProperty("count").GetInt32());
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/rollen?zaak={Uri.EscapeDataString(zaken["MENS"])}&roltype={Uri.EscapeDataString(node.Roltype)}")).GetProperty("count").GetInt32());
    }

    /// <summary>Filters on rollen are one question about one rol: not "someone is initiator, and she has some rol".</summary>
    [EngineTheory]
    public async Task Filters_on_rollen_hold_for_the_same_rol(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("Z")));
        await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype));
        await node.Maak(Diensten.Zaken, "/rollen", new { zaak, roltype = node.Roltype, betrokkeneType = "medewerker", roltoelichting = "x", betrokkeneIdentificatie = new { identificatie = "m1" } });

        Assert.Equal("Z", await Gevonden(node, "rol__betrokkeneType=medewerker&rol__betrokkeneIdentificatie__medewerker__identificatie=m1"));
        Assert.Equal("", await Gevonden(node, "rol__betrokkeneType=natuurlijk_persoon&rol__betrokkeneIdentificatie__medewerker__identificatie=m1"));
    }

    /// <summary>Dates that are absent sort after the others on both engines, and paging passes over them and back.</summary>
    [EngineTheory]
    public async Task Each_order_pages_over_what_has_no_date(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        for (var i = 0; i < 9; i++)
        {
            await node.Maak(Diensten.Zaken, "/zaken", new
            {
                identificatie = $"Z{i}",
                bronorganisatie = "990000011",
                verantwoordelijkeOrganisatie = "990000011",
                zaaktype = node.Zaaktype,
                startdatum = $"2026-05-0{1 + (i % 3)}",
                registratiedatum = $"2026-05-0{1 + (i % 4)}",
                publicatiedatum = i % 2 == 0 ? null : $"2026-05-0{9 - i}",
                archiefactiedatum = i % 3 == 0 ? null : "2036-01-01",
            });
        }

        foreach (var veld in new[] { "startdatum", "einddatum", "publicatiedatum", "archiefactiedatum", "registratiedatum", "identificatie" })
        {
            var op = await Bladeren(node, veld);
            Assert.Equal(9, op.Distinct().Count());
            Assert.Equal(op.AsEnumerable().Reverse(), await Bladeren(node, "-" + veld));
        }

        Assert.Equal(["Z7", "Z5", "Z3", "Z1", "Z0", "Z2", "Z4", "Z6", "Z8"], await Bladeren(node, "publicatiedatum"));
    }

    private static async Task<List<string>> Bladeren(Zaaknode node, string ordering)
    {
        var gezien = new List<string>();
        for (var pad = $"/zaken?pageSize=2&ordering={ordering}"; pad is not null;)
        {
            var blad = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, pad);
            gezien.AddRange(blad.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("identificatie").GetString()!));
            pad = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("/zaken?", StringComparison.Ordinal)..] : null;
        }

        return gezien;
    }

    private static async Task<string> Gevonden(Zaaknode node, string vraag) => string.Join(' ',
        (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken?" + vraag)).GetProperty("results").EnumerateArray().Select(z => z.GetProperty("identificatie").GetString()).Order(StringComparer.Ordinal));
}
