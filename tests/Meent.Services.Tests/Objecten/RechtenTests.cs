using System.Net;
using System.Text.Json;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Objecten;

public sealed class RechtenTests
{
    private const string Lezer = "lezer-0123456789abcdef0123456789abcdef";
    private const string Schrijver = "schrijver-0123456789abcdef0123456789abc";
    private const string Deels = "deels-0123456789abcdef0123456789abcdef";
    private const string Niets = "niets-0123456789abcdef0123456789abcdef";
    private const string Elders = "elders-0123456789abcdef0123456789abcdef";

    private static readonly ApiClient[] Clients =
    [
        new(Lezer, "") { Objecttypen = [new(Objectnode.Boom, false)] },
        // What is listed counts, also for who may everything elsewhere.
        new(Schrijver, "") { HeeftAlleAutorisaties = true, Objecttypen = [new(Objectnode.Boom, true)] },
        new(Deels, "") { Objecttypen = [new(Objectnode.Boom, false, new Dictionary<int, IReadOnlyList<string>> { [1] = ["url", "type", "record__index", "record__data__soort"] }), new(Objectnode.Bank, false)] },
        new(Niets, ""),
        new(Elders, "", "lindewoude") { HeeftAlleAutorisaties = true },
    ];

    [EngineTheory]
    public async Task A_stranger_is_told_how_to_come_in(Engine engine)
    {
        await using var node = await Objectnode.Start(engine, Clients);
        foreach (var token in new[] { "", "onbekend", Elders, "Bearer x.y.z", "Basic YTpi" })
        {
            foreach (var pad in new[] { "/objects", "/objecttypes", "/permissions", $"/objects/{Guid.CreateVersion7()}", $"/objecttypes/{Objectnode.Boom}/versions" })
            {
                using var antwoord = await node.Stuur(HttpMethod.Get, pad, token: token);
                Assert.Equal(HttpStatusCode.Unauthorized, antwoord.StatusCode);
                Assert.Equal("Token", antwoord.Headers.WwwAuthenticate.ToString());
            }
        }

        // A token is no way in where the standard knows none.
        await node.Node.Vraag(403, HttpMethod.Get, Diensten.Catalogi, "/catalogussen", herkomst: Herkomst.Buiten, headers: h =>
        {
            h.Remove("Authorization");
            h.TryAddWithoutValidation("Authorization", $"Token {Objectnode.Beheer}");
        });
        // The JWT of the ZGW APIs is one here.
        await node.Node.Vraag(200, HttpMethod.Get, Diensten.Objecten, "/objects", herkomst: Herkomst.Buiten);
    }

    [EngineTheory]
    public async Task A_client_sees_and_changes_objects_of_its_types_only(Engine engine)
    {
        await using var node = await Objectnode.Start(engine, Clients);
        await node.MaakType(Objectnode.Bank, "Bank", new { type = "object" });
        var boom = await node.Maak(new { soort = "eik" });
        var bank = await node.Maak(new { soort = "bank" }, type: Objectnode.Bank);
        await node.Vraag(200, HttpMethod.Patch, bank, new { record = new { data = new { kleur = "groen" } } });

        foreach (var token in new[] { Lezer, Schrijver })
        {
            Assert.Equal(["eik"], Objectnode.Soorten(await node.Lees("/objects", token: token)));
            Assert.Equal(["eik"], Objectnode.Soorten(await node.Vraag(200, HttpMethod.Post, "/objects/search", new { }, token)));
            Assert.Empty(Objectnode.Soorten(await node.Lees($"/objects?type={Uri.EscapeDataString(node.Type(Objectnode.Bank))}", token: token)));
            Assert.Equal(0, (await node.Lees("/objects?data_attr=soort__exact__bank", token: token)).GetProperty("count").GetInt32());
            await node.Lees(boom, token: token);
            await node.Lees(boom + "/history", token: token);
            foreach (var pad in new[] { bank, bank + "/history", bank + "/1" }) await node.Lees(pad, 403, token);
            await node.Vraag(403, HttpMethod.Post, "/objects", node.Object(new { soort = "x" }, type: Objectnode.Bank), token);
            await node.Vraag(403, HttpMethod.Post, "/objects", new { type = "geen url" }, token);
            await node.Vraag(403, HttpMethod.Post, "/objects", new { type = node.Type(Guid.CreateVersion7()) }, token);
            await node.Vraag(403, HttpMethod.Patch, bank, new { }, token);
            await node.Vraag(403, HttpMethod.Delete, bank, token: token);
            // Types are read by everybody who is known, and changed by who may everything.
            await node.Lees($"/objecttypes/{Objectnode.Bank}", token: token);
            await node.Vraag(403, HttpMethod.Post, "/objecttypes", new { name = "x", namePlural = "x" }, token);
            await node.Vraag(403, HttpMethod.Patch, $"/objecttypes/{Objectnode.Boom}/versions/1", new { status = "deprecated" }, token);
            await node.Vraag(403, HttpMethod.Delete, $"/objecttypes/{Objectnode.Boom}", token: token);
        }

        await node.Vraag(403, HttpMethod.Put, boom, new { }, Lezer);
        await node.Vraag(403, HttpMethod.Delete, boom, token: Lezer);
        await node.Vraag(403, HttpMethod.Post, "/objects", node.Object(new { soort = "es" }), Lezer);
        await node.Vraag(201, HttpMethod.Post, "/objects", node.Object(new { soort = "es" }), Schrijver);
        await node.Vraag(200, HttpMethod.Patch, boom, new { record = new { data = new { hoogte = 4 } } }, Schrijver);
        await node.Vraag(204, HttpMethod.Delete, boom, token: Schrijver);
        Assert.Equal(0, (await node.Lees("/objects", token: Niets)).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task Who_sees_some_members_is_told_what_is_held_back_and_cannot_find_by_it(Engine engine)
    {
        await using var node = await Objectnode.Start(engine, Clients);
        await node.MaakType(Objectnode.Bank, "Bank", new { type = "object" });
        await node.Vraag(201, HttpMethod.Post, $"/objecttypes/{Objectnode.Boom}/versions", new { });
        var pad = await node.Maak(new { soort = "eik", hoogte = 3, é = 1 });
        await node.Vraag(201, HttpMethod.Post, "/objects", new { type = node.Type(), record = new { typeVersion = 2, data = new { soort = "geheim" }, startAt = "2020-01-01" } });
        var gezien = $$$$$"""{"url":"{{{{{node.Basis}}}}}{{{{{pad}}}}}","type":"{{{{{node.Type()}}}}}","record":{"index":1,"data":{"soort":"eik"}}}""";

        using var een = await node.Stuur(HttpMethod.Get, pad, token: Deels);
        Assert.Equal(gezien, await een.Content.ReadAsStringAsync());
        Assert.Equal(
            "record__correctedBy,record__correctionFor,record__data__hoogte,record__data__%C3%A9,record__endAt,record__geometry,record__references,record__registrationAt,record__startAt,record__typeVersion,uuid",
            een.Headers.GetValues("X-Unauthorized-Fields").Single());
        using var lijst = await node.Stuur(HttpMethod.Get, "/objects", token: Deels);
        Assert.Equal($"[{{}},{gezien}]", JsonSerializer.Deserialize<JsonElement>(await lijst.Content.ReadAsStringAsync()).GetProperty("results").GetRawText());
        Assert.Contains($"{node.Type()}(2)=", lijst.Headers.GetValues("X-Unauthorized-Fields").Single(), StringComparison.Ordinal);
        using var gevraagd = await node.Stuur(HttpMethod.Get, pad + "?fields=url,record__data", token: Deels);
        Assert.Equal("record__data__hoogte,record__data__%C3%A9", gevraagd.Headers.GetValues("X-Unauthorized-Fields").Single());
        using var toegestaan = await node.Stuur(HttpMethod.Get, pad + "?fields=url,record__data__soort", token: Deels);
        Assert.False(toegestaan.Headers.Contains("X-Unauthorized-Fields"));
        Assert.Equal("fields/invalid", await node.Fout(HttpMethod.Get, pad + "?fields=uuid", token: Deels));

        Assert.Equal(1, (await node.Lees("/objects?data_attr=soort__icontains__e", token: Deels)).GetProperty("count").GetInt32());
        foreach (var vraag in new[] { "data_attr=hoogte__gt__1", "data_icontains=e", "ordering=record__data__hoogte", "ordering=uuid", "data_attrs=hoogte__gt__1" })
            Assert.Equal("nonFieldErrors/invalid", await node.Fout(HttpMethod.Get, "/objects?" + vraag, token: Deels));
        Assert.Equal("nonFieldErrors/invalid", await node.Fout(HttpMethod.Post, "/objects/search", new { geometry = new { within = new { type = "Polygon", coordinates = new[] { new double[][] { [4, 51], [5, 51], [4, 52], [4, 51] } } } } }, Deels));
        await node.Lees($"/objects?data_attr=hoogte__gt__1&type={Uri.EscapeDataString(node.Type(Objectnode.Bank))}", token: Deels);
        await node.Lees(pad + "/history", 403, Deels);
        await node.Lees(pad + "/1", 403, Deels);
    }

    [EngineTheory]
    public async Task A_client_reads_what_it_may(Engine engine)
    {
        await using var node = await Objectnode.Start(engine, Clients);
        await node.MaakType(Objectnode.Bank, "Bank", new { type = "object" });

        Assert.Equal(
            [$$$$$"""{"type":"{{{{{node.Type()}}}}}","mode":"read_only","use_fields":true,"fields":{"1":["url","type","record__index","record__data__soort"]}}""", $$$$$"""{"type":"{{{{{node.Type(Objectnode.Bank)}}}}}","mode":"read_only","use_fields":false,"fields":{}}"""],
            (await node.Lees("/permissions", token: Deels)).GetProperty("results").EnumerateArray().Select(p => p.GetRawText()));
        Assert.Equal(["read_and_write"], (await node.Lees("/permissions", token: Schrijver)).GetProperty("results").EnumerateArray().Select(p => p.GetProperty("mode").GetString()));
        Assert.Equal(2, (await node.Lees("/permissions?pageSize=1")).GetProperty("count").GetInt32());
        Assert.Equal(0, (await node.Lees("/permissions", token: Niets)).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task Layers_of_the_organisation_name_a_purpose_for_objects(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await VerwerkingsregisterDemo.Vul(await node.Node.Store(), TimeProvider.System);
        node.Node.Services.GetRequiredService<Doelen>().Vergeet(node.Node.Organisatie);
        await node.Node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "openbare-ruimte-beheren",
            activiteit = new { naam = "Openbare ruimte beheren", doel = "Bomen onderhouden.", grondslag = "Publieke taak", gegevens = new[] { "objecten:objects" } },
        }, doel: node.Node.Doel("verwerkingsregister-bijhouden"));
        await node.Node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "iets-anders",
            activiteit = new { naam = "Iets anders", doel = "Iets anders.", grondslag = "Publieke taak", gegevens = new[] { "zaken:*" } },
        }, doel: node.Node.Doel("verwerkingsregister-bijhouden"));

        await node.Node.Vraag(403, HttpMethod.Get, Diensten.Objecten, "/objects");
        await node.Node.Vraag(403, HttpMethod.Get, Diensten.Objecten, "/objects", doel: node.Node.Doel("iets-anders"));
        await node.Node.Vraag(200, HttpMethod.Get, Diensten.Objecten, "/objects", doel: node.Node.Doel("openbare-ruimte-beheren"));
        await node.Node.Vraag(200, HttpMethod.Get, Diensten.Objecten, "/objecttypes");
    }
}
