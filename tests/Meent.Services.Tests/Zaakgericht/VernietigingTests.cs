using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Reservekopie;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class VernietigingTests : IDisposable
{
    private const string Lijsten = "/vernietigingslijsten";
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
        Assert.Equal([], await Sporen(node, Guid.Parse(Zaaknode.Id(zaak))));
        var verklaring = await Verklaring(node, lijst);
        Assert.Equal("OUD-1", verklaring.GetProperty("vernietigd")[0].GetProperty("identificatie").GetString());
        Assert.Equal("Van historisch belang", verklaring.GetProperty("nietVernietigd")[0].GetProperty("reden").GetString());
        Assert.Equal(0, (await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Nog een" })).GetProperty("aantal").GetInt32() - 1);
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
    public async Task A_back_up_of_before_does_not_bring_it_back(Engine engine)
    {
        var kopie = _map.Bestand("kopie.zip");
        string zaak;
        string vernietigd;
        await using (var node = await Zaaknode.Start(engine))
        {
            zaak = await GeslotenZaak(node, "OUD-1");
            await node.Node.Services.GetRequiredService<Reservekopieen>().Maak(node.Node.Organisatie, kopie, new Progress<Voortgang>(), default);
            var lijst = $"{Lijsten}/{(await Stuur(node, 201, HttpMethod.Post, Lijsten, "maker", new { naam = "Lijst" })).GetProperty("lijst").GetProperty("id").GetString()}";
            await Stuur(node, 200, HttpMethod.Post, $"{lijst}/indienen", "maker");
            await Stuur(node, 200, HttpMethod.Post, $"{lijst}/beoordelen", "behandelaar", new { akkoord = true });
            await Stuur(node, 200, HttpMethod.Post, $"{lijst}/vaststellen", "archivaris", new { akkoord = true });
            await Stuur(node, 200, HttpMethod.Post, $"{lijst}/uitvoeren", "maker");
            vernietigd = await File.ReadAllTextAsync(Path.Combine(node.Map, node.Node.Organisatie.Slug, "vernietigd"));
        }

        await using var schoon = await Zaaknode.StartLeeg(engine);
        Directory.CreateDirectory(Path.Combine(schoon.Map, schoon.Node.Organisatie.Slug));
        await File.WriteAllTextAsync(Path.Combine(schoon.Map, schoon.Node.Organisatie.Slug, "vernietigd"), vernietigd);
        await schoon.Node.Services.GetRequiredService<Reservekopieen>().ZetTerug(schoon.Node.Organisatie, kopie, new Progress<Voortgang>(), default);

        await schoon.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        Assert.Equal([], await Sporen(schoon, Guid.Parse(Zaaknode.Id(zaak))));
    }

    public void Dispose() => _map.Dispose();

    /// <summary>A zaak that was closed so long ago that its time has come.</summary>
    private static async Task<string> GeslotenZaak(Zaaknode node, string identificatie)
    {
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak(identificatie)));
        await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype));
        await (await node.Node.Store()).Write(session => session.Execute(
            "UPDATE zaakgericht_zaken SET einddatum = '2015-01-01', archiefnominatie = 'vernietigen', archiefactiedatum = '2020-01-01' WHERE id = $1", Guid.Parse(Zaaknode.Id(zaak))));
        return zaak;
    }

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

    /// <summary>Where the id of a zaak still stands: every text column of every table of the bron, but the list itself and the event of its end.</summary>
    private static async Task<IReadOnlyList<string>> Sporen(Zaaknode node, Guid zaak) => await (await node.Node.Store()).Read(async session =>
    {
        var sporen = new List<string>();
        foreach (var (tabel, kolom) in new[]
        {
            ("zaakgericht_zaken", "body"), ("zaakgericht_rollen", "body"), ("zaakgericht_statussen", "body"), ("zaakgericht_audittrail", "hoofdobject"), ("zaakgericht_audittrail", "nieuw"),
        })
        {
            if (await session.One($"SELECT 1 FROM {tabel} WHERE {kolom} LIKE $1", _ => true, $"%{zaak:D}%")) sporen.Add($"{tabel}.{kolom}");
        }

        return sporen;
    });
}
