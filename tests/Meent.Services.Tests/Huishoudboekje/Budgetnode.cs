using System.Globalization;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje;
using Meent.Services.Logboek;
using Meent.Services.Tests.Verhuur;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>The household budget behind HTTP, with the demo's purposes.</summary>
internal sealed class Budgetnode : IAsyncDisposable
{
    public const string Voeren = "huishoudboekje-voeren";
    public const string Bank = "NL91ABNA0417164300";
    public const string Werkgever = "NL20INGB0001234567";
    public const string Verhuurder = "NL44RABO0123456789";
    public const string Eigen = "NL18RABO0123459876";

    private readonly TijdelijkeMap _map = new();
    private Proefnode _node = null!;

    public Klok Klok { get; } = new("2026-05-04T10:00:00Z");

    public Store Store { get; private set; } = null!;

    public Stores Stores => _node.Services.GetRequiredService<Stores>();

    public static async Task<Budgetnode> Start(Engine engine)
    {
        var node = new Budgetnode();
        node._node = await Proefnode.Start(
            engine, node._map,
            services => services.AddSingleton<TimeProvider>(node.Klok).AddSingleton<Verwerkingslog>().AddVerwerkingsregister().AddHuishoudboekje(),
            routes => routes.MapHuishoudboekje());
        node.Store = await node._node.Store();
        await VerwerkingsregisterDemo.Vul(node.Store, node.Klok);
        return node;
    }

    public Task<JsonElement> Get(int status, string pad) => Vraag(status, HttpMethod.Get, pad);

    public Task<JsonElement> Post(int status, string pad, object? inhoud = null, string wie = "c.een") => Vraag(status, HttpMethod.Post, pad, inhoud, wie);

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud = null, string wie = "c.een", string? doel = Voeren) =>
        _node.Vraag(status, methode, Diensten.Huishoudboekje, pad, inhoud, doel: doel is null ? null : _node.Doel(doel), headers: h => h.Add(Headers.Gebruiker, wie));

    /// <summary>Sends a file, and reads the answer.</summary>
    public async Task<JsonElement> Bestand(int status, string pad, byte[] inhoud)
    {
        using var antwoord = await _node.StuurInhoud(HttpMethod.Post, Diensten.Huishoudboekje, pad, new ByteArrayContent(inhoud), _node.Doel(Voeren), h => h.Add(Headers.Gebruiker, "c.een"));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    public async Task<string> Tekst(string pad)
    {
        using var antwoord = await _node.Stuur(HttpMethod.Get, Diensten.Huishoudboekje, pad, doel: _node.Doel(Voeren));
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync());
        return await antwoord.Content.ReadAsStringAsync();
    }

    /// <summary>The account of the municipality, two rubrieken, an employer and a landlord with accounts that two people looked at.</summary>
    public async Task<Opzet> Richt()
    {
        await Post(201, "/bankrekeningen", new { iban = Bank, naam = "Gemeente Duinwaarde" });
        var loon = Id(await Post(201, "/rubrieken", new { naam = "Inkomsten", grootboekrekening = "WOmzNooNdo", richting = "inkomst" }));
        var wonen = Id(await Post(201, "/rubrieken", new { naam = "Huur", grootboekrekening = "WBedHuiBeh", richting = "uitgave" }));
        var werkgever = Id(await Post(201, "/crediteuren", new { naam = "Bakkerij De Korst", kvkNummer = "90000010" }));
        var verhuurder = Id(await Post(201, "/crediteuren", new { naam = "Wonen aan Zee", kvkNummer = "90000029" }));
        await Bevestigd($"/crediteuren/{werkgever}/rekeningen", Werkgever, "Bakkerij De Korst");
        await Bevestigd($"/crediteuren/{verhuurder}/rekeningen", Verhuurder, "Wonen aan Zee");
        return new(loon, wonen, werkgever, verhuurder);
    }

    public async Task Bevestigd(string pad, string iban, string naam)
    {
        var rekening = Id(await Post(201, pad, new { iban, naam }));
        await Post(200, $"/rekeningen/{rekening}/bevestiging", wie: "c.twee");
    }

    public async Task<Guid> Deelnemer(string bsn = Testregister.Fenna, long voorschotCent = 0) => Id(await Post(201, "/deelnemers", new
    {
        burgerservicenummer = bsn,
        begin = "2026-04-01",
        overeenkomstGetekendOp = "2026-03-20",
        machtigingGetekendOp = "2026-03-20",
        voorschotCent,
        consulent = "c.een",
    }));

    public static object Loon(Opzet opzet, long cent = 1_500_00, params string[] termen) => new
    {
        richting = "inkomst",
        omschrijving = "Loon",
        cent,
        rubriek = opzet.Inkomsten,
        crediteur = opzet.Werkgever,
        tegenrekening = Werkgever,
        van = "2026-04-01",
        zoektermen = termen.Length == 0 ? ["loon"] : termen,
        schema = new { byMonthDay = new[] { 25 } },
        alarm = new { cent = 10_00, dagen = 3 },
    };

    public static object Huur(Opzet opzet, long cent = 600_00) => new
    {
        richting = "uitgave",
        omschrijving = "Huur Zeelaan 12",
        cent,
        rubriek = opzet.Wonen,
        crediteur = opzet.Verhuurder,
        tegenrekening = Verhuurder,
        van = "2026-04-01",
        zoektermen = new[] { "huur zeelaan 12" },
        schema = new { byMonthDay = new[] { 1 } },
    };

    /// <summary>A statement that adds up.</summary>
    public static byte[] Camt(string kenmerk, long begin, params (string Dag, long Cent, string Iban, string Omschrijving, string? Kenmerk)[] regels)
    {
        var eind = begin + regels.Sum(r => r.Cent);
        var tekst = new StringBuilder("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>").Append(kenmerk).Append("</Id><Acct><Id><IBAN>").Append(Bank).Append("</IBAN></Id></Acct>");
        Saldo("OPBD", begin, regels[0].Dag);
        Saldo("CLBD", eind, regels[^1].Dag);
        foreach (var r in regels)
        {
            var partij = r.Cent > 0 ? "DbtrAcct" : "CdtrAcct";
            tekst.Append(CultureInfo.InvariantCulture, $"<Ntry><Amt Ccy=\"EUR\">{Bedrag(Math.Abs(r.Cent))}</Amt><CdtDbtInd>{Kant(r.Cent)}</CdtDbtInd><BookgDt><Dt>{r.Dag}</Dt></BookgDt><ValDt><Dt>{r.Dag}</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>{r.Kenmerk ?? "NOTPROVIDED"}</EndToEndId></Refs><RltdPties><{partij}><Id><IBAN>{r.Iban}</IBAN></Id></{partij}></RltdPties><RmtInf><Ustrd>{r.Omschrijving}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>");
        }

        return Encoding.UTF8.GetBytes(tekst.Append("</Stmt></BkToCstmrStmt></Document>").ToString());

        void Saldo(string code, long cent, string dag) =>
            tekst.Append(CultureInfo.InvariantCulture, $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{Bedrag(Math.Abs(cent))}</Amt><CdtDbtInd>{Kant(cent)}</CdtDbtInd><Dt><Dt>{dag}</Dt></Dt></Bal>");
    }

    public static string[] Fouten(JsonElement probleem) =>
        [.. probleem.GetProperty("invalidParams").EnumerateArray().Select(p => $"{p.GetProperty("name").GetString()}:{p.GetProperty("code").GetString()}").Order(StringComparer.Ordinal)];

    public static Guid Id(JsonElement antwoord) => antwoord.GetProperty("id").GetGuid();

    private static string Kant(long cent) => cent < 0 ? "DBIT" : "CRDT";

    private static string Bedrag(long cent) => string.Create(CultureInfo.InvariantCulture, $"{cent / 100}.{cent % 100:00}");

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _map.Dispose();
    }
}

internal sealed record Opzet(Guid Inkomsten, Guid Wonen, Guid Werkgever, Guid Verhuurder);
