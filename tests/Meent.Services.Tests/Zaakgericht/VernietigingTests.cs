using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Reservekopie;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Tests.Zaakgericht.Documenten;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class VernietigingTests : IDisposable
{
    private const string Lijsten = "/vernietigingslijsten";

    /// <summary>
    /// What may still name a zaak that was destroyed, by its ids only: the list itself, which is the account of it; and the events, since who subscribed
    /// has to hear of its end. Those go seven days after they were handed on, as do the messages to subscribers, whom these tests do not have.
    /// </summary>
    private static readonly string[] Uitgezonderd = ["zaakgericht_vernietigingsregels", "outbox_gebeurtenissen"];

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task What_is_established_is_destroyed_and_nothing_of_it_is_left(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = await GeslotenZaak(node, "OUD-1");
        var blijft = await GeslotenZaak(node, "OUD-2");
        var open = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("OPEN")));

        var gemaakt = await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Lijst 2026" });
        var lijst = $"{Lijsten}/{gemaakt.GetProperty("lijst").GetProperty("id").GetString()}";
        Assert.Equal(2, gemaakt.GetProperty("aantal").GetInt32());
        await Stuur(node, 400, HttpMethod.Put, $"{lijst}/regels/{Zaaknode.Id(blijft)}", "maker", new { uitgezonderd = true });
        await Stuur(node, 204, HttpMethod.Put, $"{lijst}/regels/{Zaaknode.Id(blijft)}", "maker", new { uitgezonderd = true, reden = "Van historisch belang" });
        await Stuur(node, 409, HttpMethod.Post, $"{lijst}/uitvoeren", "maker");
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/indienen", "maker");
        await Stuur(node, 403, HttpMethod.Post, $"{lijst}/beoordelen", "maker", new { akkoord = true });
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/beoordelen", "behandelaar", new { akkoord = true });
        await Stuur(node, 403, HttpMethod.Post, $"{lijst}/vaststellen", "behandelaar", new { akkoord = true });
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/vaststellen", "archivaris", new { akkoord = true });
        var uitgevoerd = await Stuur(node, 200, HttpMethod.Post, $"{lijst}/uitvoeren", "maker");

        Assert.Equal("uitgevoerd", uitgevoerd.GetProperty("stand").GetString());
        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(blijft)}");
        await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(open)}");
        Assert.Equal([], await Overgebleven(node, engine, Zaaknode.Id(zaak)));
        var verklaring = await Verklaring(node, lijst);
        Assert.Equal("OUD-1", verklaring.GetProperty("vernietigd")[0].GetProperty("identificatie").GetString());
        Assert.Equal("Van historisch belang", verklaring.GetProperty("nietVernietigd")[0].GetProperty("reden").GetString());
        Assert.Equal(0, (await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Nog een" })).GetProperty("aantal").GetInt32() - 1);
    }

    [EngineTheory]
    public async Task No_table_and_no_file_knows_what_was_destroyed_and_what_others_have_too_stays(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var keten = await Keten.Van(node);
        const string Woord = "Verdwijnt";
        var (blijft, zaak) = (await keten.Zaak(), await keten.Zaak(new { omschrijving = Woord, toelichting = Woord }));
        var deelzaak = await keten.Zaak(new { hoofdzaak = zaak, omschrijving = Woord });
        var rol = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, keten.Roltype)));
        var status = await keten.Status(zaak, new { statustoelichting = Woord });
        var brief = await keten.Document(Catalogusnode.Met(Documentnode.MetInhoud(Woord), new { titel = Woord, bestandsnaam = $"{Woord}.txt", trefwoorden = new[] { Woord } }));
        await keten.Documenten.Wijzig(brief, Documentnode.MetInhoud($"{Woord} ook"));
        var (recht, verzending) = (await keten.Gebruiksrecht(brief, Woord), await keten.Verzending(brief, Woord));
        var relatie = await keten.BijZaak(zaak, brief);
        var besluit = await keten.Besluit(zaak, new { toelichting = Woord });
        var (deelbesluit, bijlage) = (await keten.Besluit(deelzaak), await keten.Document(Documentnode.MetInhoud($"{Woord} met het besluit")));
        await keten.BijBesluit(deelbesluit, bijlage);
        // One document of two zaken, and two documents with one content.
        var samen = await keten.Document(Documentnode.MetInhoud("van twee zaken"));
        foreach (var een in new[] { zaak, blijft }) await keten.BijZaak(een, samen);
        var (weg, gelijk) = (await keten.Document(Documentnode.MetInhoud("twee keer gestuurd")), await keten.Document(Documentnode.MetInhoud("twee keer gestuurd")));
        await keten.BijZaak(zaak, weg);
        await keten.BijZaak(blijft, gelijk);
        await Verloop(node, zaak);

        string[] ids = [.. new[] { zaak, deelzaak, rol, status, brief, recht, verzending, relatie, besluit, deelbesluit, bijlage, weg }.Select(Zaaknode.Id)];
        string[] woorden = [Woord, "999970008", .. new[] { Woord, $"{Woord} ook", $"{Woord} met het besluit" }.Select(tekst => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst))))];
        var store = await node.Node.Store();
        // It can find each of them, also the ids that a column holds as bytes.
        Assert.Equal([.. ids, .. woorden], (await Sporen.InTabellen(store, engine, [.. ids, .. woorden])).Select(spoor => spoor.Woord).Distinct().OrderBy(woord => Array.IndexOf([.. ids, .. woorden], woord)));
        var map = Path.Combine(node.Map, node.Node.Organisatie.Slug);
        Assert.Equal(3, Sporen.InBestanden(map, Woord).Count);
        if (engine == Engine.Sqlite) Assert.All(woorden, woord => Assert.NotEmpty(Sporen.InDatabase(map, woord)));
        await Vernietig(node);

        var sporen = await Sporen.InTabellen(store, engine, [.. ids, .. woorden]);
        Assert.Equal([], sporen.Where(spoor => !Uitgezonderd.Contains(spoor.Tabel) || woorden.Contains(spoor.Woord)));
        // Nor do free pages of the database, or its log.
        if (engine == Engine.Sqlite) Assert.All(woorden, woord => Assert.Empty(Sporen.InDatabase(map, woord)));
        // Beside the database: what has to be destroyed again after a restore, by its id.
        Assert.Equal(["vernietigd"], Sporen.InBestanden(map, [.. ids, .. woorden]));
        Assert.Equal("van twee zaken", await keten.Documenten.Inhoud($"{Documentnode.Pad(samen)}/download"));
        Assert.Equal("twee keer gestuurd", await keten.Documenten.Inhoud($"{Documentnode.Pad(gelijk)}/download"));
        Assert.Equal(2, (await keten.Lees(blijft)).GetProperty("zaakinformatieobjecten").GetArrayLength());
    }

    [EngineTheory]
    public async Task Who_does_not_agree_says_why_and_the_list_goes_back(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        await GeslotenZaak(node, "OUD-1");
        var lijst = $"{Lijsten}/{(await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Lijst" })).GetProperty("lijst").GetProperty("id").GetString()}";
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/indienen", "maker");

        await Stuur(node, 400, HttpMethod.Post, $"{lijst}/beoordelen", "behandelaar", new { akkoord = false });
        var terug = await Stuur(node, 200, HttpMethod.Post, $"{lijst}/beoordelen", "behandelaar", new { akkoord = false, toelichting = "Nog een bezwaar open" });

        Assert.Equal(("concept", "Nog een bezwaar open"), (terug.GetProperty("stand").GetString(), terug.GetProperty("toelichting").GetString()));
        await Stuur(node, 400, HttpMethod.Post, Lijsten, "maker", new { naam = "Te vroeg", tot = "2999-01-01" });
        await Stuur(node, 404, HttpMethod.Get, $"{Lijsten}/{Guid.NewGuid():D}", "maker");
        await Stuur(node, 404, HttpMethod.Get, $"{lijst}/verklaring", "maker");
    }

    [EngineTheory]
    public async Task A_list_says_how_far_it_is_and_shows_its_zaken_by_state_and_in_parts(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaken = new[] { await GeslotenZaak(node, "OUD-1"), await GeslotenZaak(node, "OUD-2"), await GeslotenZaak(node, "OUD-3") }.Select(Zaaknode.Id).ToList();
        var lijst = $"{Lijsten}/{(await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Lijst" })).GetProperty("lijst").GetProperty("id").GetString()}";
        await Stuur(node, 204, HttpMethod.Put, $"{lijst}/regels/{zaken[1]}", "maker", new { uitgezonderd = true, reden = "Nog nodig" });

        var voortgang = await Stuur(node, 200, HttpMethod.Get, $"{lijst}/voortgang", "maker");
        Assert.Equal("""{"voorgesteld":2,"uitgezonderd":1,"vernietigd":0,"mislukt":0}""", voortgang.GetRawText());
        Assert.Equal(["OUD-2"], await Regels("?stand=uitgezonderd"));
        Assert.Equal(["OUD-1", "OUD-2"], await Regels("?pageSize=2"));
        Assert.Equal(["OUD-3"], await Regels($"?pageSize=2&na={zaken[1]}"));
        Assert.Equal("Nog nodig", (await Stuur(node, 200, HttpMethod.Get, $"{lijst}/regels/{zaken[1]}", "maker")).GetProperty("reden").GetString());
        await Stuur(node, 404, HttpMethod.Get, $"{lijst}/regels/{Guid.NewGuid():D}", "maker");
        foreach (var vraag in (string[])["stand=weg", "pageSize=0", "pageSize=501", "na=x", "anders=1"]) await Stuur(node, 400, HttpMethod.Get, $"{lijst}/regels?{vraag}", "maker");

        async Task<List<string>> Regels(string vraag) =>
            [.. (await Stuur(node, 200, HttpMethod.Get, $"{lijst}/regels{vraag}", "maker")).GetProperty("results").EnumerateArray().Select(r => r.GetProperty("identificatie").GetString()!)];
    }

    [EngineTheory]
    public async Task A_concept_can_be_thrown_away_and_a_list_is_never_empty(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        await Stuur(node, 400, HttpMethod.Post, Lijsten, "maker", new { naam = "Leeg" });
        Assert.Equal(0, (await Stuur(node, 200, HttpMethod.Get, Lijsten, "maker")).GetProperty("count").GetInt32());
        await GeslotenZaak(node, "OUD-1");
        var eerste = await Maak();
        // The zaak is on one list at a time.
        await Stuur(node, 400, HttpMethod.Post, Lijsten, "maker", new { naam = "Tweede" });
        await Stuur(node, 204, HttpMethod.Delete, eerste, "maker");
        await Stuur(node, 404, HttpMethod.Get, eerste, "maker");
        await Stuur(node, 404, HttpMethod.Delete, eerste, "maker");
        var tweede = await Maak();
        await Stuur(node, 200, HttpMethod.Post, $"{tweede}/indienen", "maker");
        await Stuur(node, 409, HttpMethod.Delete, tweede, "maker");

        async Task<string> Maak() => $"{Lijsten}/{(await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Lijst" })).GetProperty("lijst").GetProperty("id").GetString()}";
    }

    [EngineTheory]
    public async Task A_back_up_of_before_does_not_bring_it_back(Engine engine)
    {
        var kopie = _map.Bestand("kopie.zip");
        string zaak;
        string vernietigd;
        await using (var node = await Zaaknode.Start(engine))
        {
            zaak = await GeslotenZaak(node, "OUD-1");
            await node.Node.Services.GetRequiredService<Reservekopieen>().Maak(node.Node.Organisatie, kopie, new Progress<Voortgang>(), default);
            await Vernietig(node);
            vernietigd = await File.ReadAllTextAsync(Path.Combine(node.Map, node.Node.Organisatie.Slug, "vernietigd"));
        }

        await using var schoon = await Zaaknode.StartLeeg(engine);
        Directory.CreateDirectory(Path.Combine(schoon.Map, schoon.Node.Organisatie.Slug));
        await File.WriteAllTextAsync(Path.Combine(schoon.Map, schoon.Node.Organisatie.Slug, "vernietigd"), vernietigd);
        await schoon.Node.Services.GetRequiredService<Reservekopieen>().ZetTerug(schoon.Node.Organisatie, kopie, new Progress<Voortgang>(), default);

        await schoon.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        Assert.Equal([], await Overgebleven(schoon, engine, Zaaknode.Id(zaak)));
    }

    public void Dispose() => _map.Dispose();

    /// <summary>A zaak that was closed so long ago that its time has come.</summary>
    private static async Task<string> GeslotenZaak(Zaaknode node, string identificatie)
    {
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak(identificatie)));
        await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype));
        await Verloop(node, zaak);
        return zaak;
    }

    /// <summary>Closes a zaak long ago.</summary>
    private static async Task Verloop(Zaaknode node, string zaak) => await (await node.Node.Store()).Write(session => session.Execute(
        "UPDATE zaakgericht_zaken SET einddatum = '2015-01-01', archiefnominatie = 'vernietigen', archiefactiedatum = '2020-01-01' WHERE id = $1", Guid.Parse(Zaaknode.Id(zaak))));

    /// <summary>Destroys all whose time has come.</summary>
    private static async Task Vernietig(Zaaknode node)
    {
        var lijst = $"{Lijsten}/{(await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Lijst" })).GetProperty("lijst").GetProperty("id").GetString()}";
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/indienen", "maker");
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/beoordelen", "behandelaar", new { akkoord = true });
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/vaststellen", "archivaris", new { akkoord = true });
        await Stuur(node, 200, HttpMethod.Post, $"{lijst}/uitvoeren", "maker");
    }

    private static async Task<IEnumerable<Spoor>> Overgebleven(Zaaknode node, Engine engine, string id) =>
        (await Sporen.InTabellen(await node.Node.Store(), engine, id)).Where(spoor => !Uitgezonderd.Contains(spoor.Tabel));

    private static Task<JsonElement> Stuur(Zaaknode node, int status, HttpMethod methode, string pad, string wie, object? inhoud = null) => node.Node.Vraag(
        status, methode, Diensten.Vernietiging, pad, inhoud, Herkomst.Buiten, headers: h =>
        {
            h.Remove("Authorization");
            h.Add("Authorization", Proefnode.TokenVan(wie));
        });

    /// <summary>The declaration, after its signature has been checked with the published key.</summary>
    private static async Task<JsonElement> Verklaring(Zaaknode node, string lijst)
    {
        using var antwoord = await node.Node.Stuur(HttpMethod.Get, Diensten.Vernietiging, $"{lijst}/verklaring", herkomst: Herkomst.Buiten);
        var delen = (await antwoord.Content.ReadAsStringAsync()).Split('.');
        var sleutel = (await node.Vraag(200, HttpMethod.Get, Diensten.Vernietiging, "/sleutels")).GetProperty("keys")[0];
        using var ec = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(sleutel.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(sleutel.GetProperty("y").GetString()) },
        });
        Assert.True(ec.VerifyData(Encoding.ASCII.GetBytes($"{delen[0]}.{delen[1]}"), Base64Url.DecodeFromChars(delen[2]), HashAlgorithmName.SHA256));
        return JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(delen[1]));
    }
}
