using System.Text.Json;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class ReferentielijstenTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task The_lists_are_open_and_have_the_shapes_of_the_standard(Engine engine)
    {
        await using var node = await Start(engine);

        var procestypen = await Vraag(node, "/procestypen");
        Assert.Equal(4, procestypen.GetArrayLength());
        Assert.Equal(JsonValueKind.Array, (await Vraag(node, "/resultaattypeomschrijvingen")).ValueKind);
        var kanalen = await Vraag(node, "/communicatiekanalen");
        Assert.Equal(["count", "next", "previous", "results"], kanalen.EnumerateObject().Select(lid => lid.Name));
        Assert.Equal(["url", "naam", "omschrijving"], kanalen.GetProperty("results")[0].EnumerateObject().Select(lid => lid.Name));
        var procestype = procestypen[0];
        Assert.Equal(["url", "nummer", "jaar", "naam", "omschrijving", "toelichting", "procesobject"], procestype.EnumerateObject().Select(lid => lid.Name));
        Assert.Equal(procestype.GetRawText(), (await Vraag(node, Pad(procestype))).GetRawText());
        var resultaat = (await Vraag(node, "/resultaten")).GetProperty("results")[0];
        Assert.StartsWith(node.Organisatie.Basis, resultaat.GetProperty("procesType").GetString(), StringComparison.Ordinal);
        Assert.Equal(29, resultaat.EnumerateObject().Count());
    }

    [EngineTheory]
    public async Task Filters_narrow_and_what_cannot_be_is_refused(Engine engine)
    {
        await using var node = await Start(engine);
        var url = Uri.EscapeDataString((await Vraag(node, "/procestypen"))[0].GetProperty("url").GetString()!);

        Assert.Equal(4, (await Vraag(node, "/procestypen?jaar=2020")).GetArrayLength());
        Assert.Equal(0, (await Vraag(node, "/procestypen?jaar=2017")).GetArrayLength());
        Assert.Equal(3, (await Vraag(node, $"/resultaten?procesType={url}")).GetProperty("count").GetInt32());
        Assert.Equal(3, (await Vraag(node, $"/resultaten?proces_type={url}&page=1")).GetProperty("results").GetArrayLength());
        Assert.Equal(0, (await Vraag(node, "/resultaten?procesType=https%3A%2F%2Felders.example%2F1")).GetProperty("count").GetInt32());
        foreach (var fout in (string[])["/procestypen?jaar=nu", "/procestypen?page=1", "/resultaten?procesType=x", "/communicatiekanalen?naam=Balie"]) await Vraag(node, fout, 400);
        foreach (var weg in (string[])["/resultaten?page=2", "/resultaten?page=0", "/procestypen/x", "/resultaten/" + Guid.CreateVersion7()]) await Vraag(node, weg, 404);
        // An entry of another list.
        await Vraag(node, Pad((await Vraag(node, "/procestypen"))[0]).Replace("procestypen", "resultaten", StringComparison.Ordinal), 404);
    }

    [EngineTheory]
    public async Task A_rule_finds_an_entry_by_its_own_url_and_by_those_where_the_list_is_published(Engine engine)
    {
        await using var node = await Start(engine);
        var store = await node.Store();
        var id = Pad((await Vraag(node, "/procestypen"))[0])["/procestypen/".Length..];

        foreach (var basis in (string[])[$"{EigenUrls.Plek}/referentielijsten/api/v1", "https://selectielijst.openzaak.nl/api/v1", "https://referentielijsten-api.vng.cloud/api/v1"])
        {
            Assert.Equal(1, (await store.Read(session => Referenties.Vereis<ProcesType>(session, $"{basis}/procestypen/{id}", "veld"))).Nummer);
            Assert.Equal("invalid-resource", await Code<Resultaat>($"{basis}/procestypen/{id}"));
            Assert.Equal("bad-url", await Code<ProcesType>($"{basis}/procestypen/{Guid.CreateVersion7()}"));
        }

        Assert.Equal("bad-url", await Code<ProcesType>($"https://elders.example/api/v1/procestypen/{id}"));
        Assert.Equal("invalid-resource", await Code<ProcesType>($"{EigenUrls.Plek}/catalogi/api/v1/zaaktypen/{id}"));

        async Task<string> Code<T>(string url) where T : class =>
            (await Assert.ThrowsAsync<ProbleemException>(async () => await store.Read(session => Referenties.Vereis<T>(session, url, "veld")))).Probleem.InvalidParams[0].Code;
    }

    [SharedEngineTheory]
    public async Task The_published_lists_are_read_and_seen_at_once(Engine engine)
    {
        await using var node = await Start(engine);
        Assert.Equal(11, (await Vraag(node, "/resultaten")).GetProperty("count").GetInt32());
        var meldingen = new List<string>();

        var import = node.Services.GetServices<IBeheertaak>().Single(taak => taak.Naam == "import selectielijst");
        await import.Voer(new Beheeropdracht(node.Organisatie, Omgeving.Shared("data", "selectielijst"), new Progress<Voortgang>(), meldingen.Add), default);

        Assert.Contains("resultaten: 687 ingelezen", meldingen);
        Assert.Equal(29, (await Vraag(node, "/procestypen?jaar=2017")).GetArrayLength());
        var bladzijde = await Vraag(node, "/resultaten");
        var gezien = new HashSet<string>();
        while (true)
        {
            foreach (var resultaat in bladzijde.GetProperty("results").EnumerateArray()) Assert.True(gezien.Add(resultaat.GetProperty("url").GetString()!));
            if (bladzijde.GetProperty("next").GetString() is not { } volgende) break;
            bladzijde = await Vraag(node, volgende[volgende.IndexOf("/resultaten", StringComparison.Ordinal)..]);
        }

        Assert.Equal(687 + 11, gezien.Count);
    }

    [EngineTheory]
    public async Task A_file_that_is_no_list_is_refused_and_a_row_that_cannot_be_used_is_reported(Engine engine)
    {
        await using var node = await Start(engine);
        var import = node.Services.GetServices<IBeheertaak>().Single(taak => taak.Naam == "import selectielijst");
        var meldingen = new List<string>();

        foreach (var geen in (string[])["{}", "[]", "[{\"x\":1}]", "geen json", "[1]"])
            await Assert.ThrowsAsync<ProbleemException>(() => Voer(geen));
        await Voer($$"""[{"id":"{{Guid.CreateVersion7()}}","naam":"Post","omschrijving":"Per post."},{"naam":"x","omschrijving":""},{"id":"{{Guid.CreateVersion7()}}","naam":"{{new string('x', 21)}}","omschrijving":""}]""");

        Assert.Equal(["communicatiekanalen, rij 2", "communicatiekanalen, rij 3", "communicatiekanalen: 1 ingelezen"], meldingen.Select(m => m.StartsWith("communicatiekanalen,", StringComparison.Ordinal) ? m[..m.IndexOf(": ", StringComparison.Ordinal)] : m));
        Assert.Equal(2, (await Vraag(node, "/communicatiekanalen")).GetProperty("count").GetInt32());

        async Task Voer(string inhoud)
        {
            await File.WriteAllTextAsync(_map.Bestand("lijst.json"), inhoud);
            await import.Voer(new Beheeropdracht(node.Organisatie, _map.Bestand("lijst.json"), new Progress<Voortgang>(), meldingen.Add), default);
        }
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddSingleton<Bronnen>().AddServices(), routes => routes.MapServices());
        await ReferentielijstenDemo.Vul(await node.Store());
        // What is there already stays.
        await ReferentielijstenDemo.Vul(await node.Store());
        return node;
    }

    /// <summary>Without a token.</summary>
    private static async Task<JsonElement> Vraag(Proefnode node, string pad, int status = 200) =>
        await node.Vraag(status, HttpMethod.Get, Diensten.Referentielijsten, pad, herkomst: Herkomst.Buiten, headers: h => h.Remove("Authorization"));

    private static string Pad(JsonElement resource)
    {
        var url = resource.GetProperty("url").GetString()!;
        return url[(url.IndexOf("/api/v1/", StringComparison.Ordinal) + 7)..];
    }
}
