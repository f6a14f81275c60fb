using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Integration.Tests.Fsc;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Tests.Beleid;

public sealed partial class BeleidTests
{
    private static readonly JsonSerializerOptions Leesbaar = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>To the letter what the Authorization Decision Log has of both doors: the record of what was allowed, refused, and not decided.</summary>
    [EngineTheory]
    public async Task The_records_of_both_doors_are_those_of_the_files(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        using var activiteit = new Activity("test") { TraceStateString = "meent=1" }.Start();
        await Gelijk("toegestaan", "x?bsn=999990019", Proeftuin.Duinwaarde, Proeftuin.Basis);
        // The BSN of a path is not kept.
        await Gelijk("geweigerd", "geheim/999990019", Proeftuin.Basis);
        proef.Punt.Antwoord = http => http.Response.WriteAsJsonAsync(new { decision = false, context = new { reason_admin = new { nl = "Buiten kantooruren niet." } } });
        await Gelijk("geweigerd", "x", Proeftuin.Duinwaarde);
        proef.Punt.Antwoord = http =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await Gelijk("geen-besluit", "x", Proeftuin.Duinwaarde);

        async Task Gelijk(string besluit, string pad, params Organisatie[] organisaties)
        {
            using var antwoord = await proef.Roep(pad);
            foreach (var organisatie in organisaties)
            {
                var bestand = Omgeving.Pad($"tests/Meent.Integration.Tests/Beleid/adl-{(organisatie == Proeftuin.Basis ? "inway" : "outway")}-{besluit}.json");
                var record = Vast((await proef.Beslissingen(organisatie, null))[0], proef.Punt.Adres);
                Assert.True(File.Exists(bestand) && await File.ReadAllTextAsync(bestand) == record + "\n", $"{bestand}:\n{record}");
            }
        }
    }

    /// <summary>A record in which what differs each time is what the files have.</summary>
    private static string Vast(JsonElement record, string pdp)
    {
        var tekst = JsonSerializer.Serialize(record, Leesbaar);
        foreach (var (anders, zo) in new[]
        {
            (record.GetProperty("trace_id").GetString()!, "28dbeec32e77635cc19bc3204ec56c41"), (record.GetProperty("span_id").GetString()!, "5e3c8a4f9b2d1e07"),
            (record.GetProperty("parent_span_id").GetString()!, "893e1b2ac52d712f"), (record.GetProperty("timestamp").GetRawText(), "1757240058042"),
            (record.GetProperty("attributes").GetProperty("adl.fsc.transaction_id").GetString()!, "019b1f0a-7a55-7c33-9e11-2f6d5f9c0a10"), (pdp, "https://pdp.voorbeeld.example"),
            (record.GetProperty("body").GetProperty("adl.core.request").GetProperty("context").GetProperty("fsc").GetProperty("grant_hash").GetString()!, "$1$3$grant"),
            (record.GetProperty("body").GetProperty("adl.core.request").GetProperty("context").GetProperty("time").GetString()!, "2025-09-07T10:14:18.042Z"),
        }) tekst = tekst.Replace(anders, zo, StringComparison.Ordinal);
        return tekst;
    }
}
