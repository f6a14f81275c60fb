using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;
using Meent.Integration.Token;
using Meent.Standards;
using Meent.Standards.Beleid;
using Meent.Standards.Identificaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Beleid;

/// <summary>Records to the letter of the Authorization Decision Log 1.0.0, and how they are kept.</summary>
public sealed class BeslissingTests
{
    private const string Verzoek = """
        {"subject":{"type":"user","id":"alice"},"action":{"name":"approve"},"resource":{"type":"holiday-request","id":"446epbc8y7","properties":{"employee":"bob"}},
         "context":{"traceparent":"00-28dbeec32e77635cc19bc3204ec56c41-dec5220770f8f4f4-01"}}
        """;

    private const string Antwoord = """{"decision":false,"context":{"reason":{"48":"No signing authority"}}}""";

    [Theory]
    [InlineData("adl-niveau-1.json")]
    [InlineData("adl-niveau-2.json")]
    public void A_record_is_written_as_the_examples_of_the_standard(string bestand)
    {
        (string, string)[] attributes = bestand == "adl-niveau-1.json" ? [] :
            [("adl.core.policies", """{"hr":"6266d07750c44b4c9b05d0801b752c0ef884e4f6","federation":{"version":"2.7.1","filter":"maturity_level <= 3"}}""")];
        var record = new Beslissing(
            "28dbeec32e77635cc19bc3204ec56c41", "5e3c8a4f9b2d1e07", "893e1b2ac52d712f", Beslissing.Evaluatie, DateTimeOffset.FromUnixTimeMilliseconds(1757240058042), "Unset",
            attributes, [("adl.core.request", Verzoek), ("adl.core.response", Antwoord)]);
        var goud = JsonElement.Parse(File.ReadAllText(Omgeving.Pad($"tests/Meent.Integration.Tests/Beleid/{bestand}")));
        Assert.True(JsonElement.DeepEquals(goud, JsonElement.Parse(record.Json())), record.Json());
    }

    [Fact]
    public void A_refusal_is_a_decision_and_no_decision_is_an_error()
    {
        var vraag = Vraag();
        var geweigerd = JsonElement.Parse(vraag.Regel(vraag.Json(), new Oordeel(false, Antwoord), "1", vraag.Nu).Json());
        Assert.Equal("Unset", geweigerd.GetProperty("status").GetString());
        Assert.Equal(vraag.Transactie.ToString(), geweigerd.GetProperty("attributes").GetProperty("adl.fsc.transaction_id").GetString());

        var stuk = JsonElement.Parse(vraag.Regel(vraag.Json(), new Oordeel(null, null, "timeout") { Pdp = "https://pdp" }, "1", vraag.Nu).Json());
        Assert.Equal("Error", stuk.GetProperty("status").GetString());
        Assert.Equal("timeout", stuk.GetProperty("attributes").GetProperty("meent.beleid.fout").GetString());
        Assert.False(stuk.GetProperty("body").TryGetProperty("adl.core.response", out _));
        Assert.Equal("https://pdp", stuk.GetProperty("body").GetProperty("adl.core.configuration").GetProperty("pdp").GetString());
    }

    [Theory]
    [InlineData("/personen/999990019/x", "/personen/*********/x")]
    [InlineData("/a/999990019", "/a/*********")]
    [InlineData("/a/1999990019/999990018", "/a/1999990019/999990018")]
    [InlineData("/x", "/x")]
    public void A_BSN_in_a_path_is_left_out(string pad, string zonder)
    {
        Assert.True(Bsn.TryParse("999990019", out _));
        Assert.Equal(zonder, Bsn.Verberg(pad));
    }

    [EngineTheory]
    public async Task What_was_refused_and_what_got_no_answer_is_counted_by_service(Engine engine)
    {
        await using var node = await Opgeslagen(engine);
        var (log, organisatie) = (node.Services.GetRequiredService<Beslislog>(), Fsc.Proeftuin.Basis);
        foreach (var (oordeel, keren) in ((Oordeel, int)[])[(new(true, """{"decision":true}"""), 1), (new(false, Antwoord), 2), (new(null, null, "timeout"), 1)]) await Schrijf(oordeel, keren);
        var (store, nu) = (await node.Services.GetRequiredService<Stores>().Get(organisatie), Vraag().Nu);
        Assert.Equal([new("personen", Besluit.Geen, 1), new("personen", Besluit.Geweigerd, 2)], await store.Read(sessie => Beslislog.Weigeringen(sessie, nu.AddDays(-1), nu.AddDays(1))));
        Assert.Empty(await store.Read(sessie => Beslislog.Weigeringen(sessie, nu.AddDays(1), nu.AddDays(2))));

        async Task Schrijf(Oordeel oordeel, int keren)
        {
            for (var i = 0; i < keren; i++)
            {
                var vraag = Vraag();
                vraag = vraag with { Spoor = vraag.Spoor with { Span = $"{Guid.CreateVersion7():N}"[16..] } };
                await log.Schrijf(organisatie, vraag.Regel(vraag.Json(), oordeel, organisatie.Oin, vraag.Nu), vraag, oordeel, default);
            }
        }
    }

    [EngineTheory]
    public async Task A_record_that_comes_again_is_kept_once_and_goes_when_its_time_is_over(Engine engine)
    {
        await using var node = await Opgeslagen(engine);
        var (log, organisatie) = (node.Services.GetRequiredService<Beslislog>(), Fsc.Proeftuin.Basis);
        var vraag = Vraag();
        var regels = new Regelset(new Dictionary<string, RegelOptions> { ["alles"] = new() });
        var oordeel = new Oordeel(true, """{"decision":true}""") { Regels = regels };
        var beslissing = vraag.Regel(vraag.Json(), oordeel, organisatie.Oin, vraag.Nu);
        for (var i = 0; i < 2; i++) await log.Schrijf(organisatie, beslissing, vraag, oordeel, default);
        foreach (var goed in (Beslisvraag[])[new(10) { Transactie = vraag.Transactie }, new(10, Oplopend: true) { Trace = vraag.Spoor.Trace }, new(10) { Dienst = "personen", Besluit = "toegestaan" },
            new(10) { Trace = vraag.Spoor.Trace, Span = vraag.Spoor.Span }, new(10) { Van = vraag.Nu.Microseconden() - 1, Tot = vraag.Nu.Microseconden() + 1 }])
            Assert.Single(await log.Pagina(organisatie, goed, default));
        foreach (var fout in (Beslisvraag[])[new(10, Na: (0, "")), new(10) { Dienst = "zaken" }, new(10) { Besluit = "geweigerd" }, new(10) { Span = "x" }, new(10) { Van = vraag.Nu.Microseconden() },
            new(10) { Tot = vraag.Nu.Microseconden() }])
            Assert.Empty(await log.Pagina(organisatie, fout, default));

        // What was kept before there were columns to look by gets them.
        var (gevuld, kolommen) = (File.ReadAllLines(Omgeving.Pad("src/3-integration/Meent.Integration/Migraties/031_beslissingen.sql")), "UPDATE integratie_beslissingen SET dienst = '', besluit = ''");
        var bijwerken = gevuld.Single(r => r.StartsWith(engine == Engine.Sqlite ? "--sqlite " : "--postgres ", StringComparison.Ordinal)).Split(' ', 2)[1].TrimEnd(';');
        var beide = await node.Services.GetRequiredService<Stores>().Get(organisatie);
        await beide.Write(s => s.Execute(kolommen));
        Assert.Empty(await log.Pagina(organisatie, new(10) { Besluit = "toegestaan" }, default));
        await beide.Write(s => s.Execute(bijwerken));
        Assert.Single(await log.Pagina(organisatie, new(10) { Dienst = "personen", Besluit = "toegestaan" }, default));
        Assert.Equal(regels.Json, await log.Regels(organisatie, regels.Versie, default));

        Assert.Equal(0, await Beslislog.Wis(beide, vraag.Nu, default));
        Assert.Equal(1, await Beslislog.Wis(beide, vraag.Nu.AddSeconds(1), default));
        Assert.NotNull(await log.Regels(organisatie, regels.Versie, default));
    }

    internal static Beleidsvraag Vraag(string nu = "2026-11-20T10:00:00Z", FscDomein kant = FscDomein.Inway, string pad = "/x", string methode = "GET", string? doel = null, string? client = null) => new(
        kant, new TokenClaims("$1$3$g", "groep", "00000001990000011000", "00000001990000035000", "personen", "https://inway", 0, 0, "x", null, null, null), Guid.CreateVersion7(), methode, pad, doel, client, null,
        new Beslisspoor("28dbeec32e77635cc19bc3204ec56c41", "5e3c8a4f9b2d1e07", null, "01", null, null), DateTimeOffset.Parse(nu, null));

    private static async Task<Fsc.Proeftuin> Opgeslagen(Engine engine)
    {
        var tuin = new Fsc.Proeftuin(engine);
        await tuin.InitializeAsync();
        return tuin;
    }
}
