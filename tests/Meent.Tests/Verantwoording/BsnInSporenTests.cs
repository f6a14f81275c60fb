using System.Net.Http.Json;
using System.Text;
using Meent.Testing;

namespace Meent.Tests.Verantwoording;

/// <summary>
/// The traces that leave over OTLP, and the log lines, of the whole way: a program, the Outway, the Inway of another organisation, the service, the logbook; with BSNs in queries
/// and in bodies, and the framework as talkative as an operator may want it.
/// </summary>
public sealed class BsnInSporenTests : IDisposable
{
    private const string Doel = "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:mijn-gegevens-inzien";

    // One of the demo landscape, and one of nobody.
    private const string Fenna = "999970008", Niemand = "999999953";

    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task No_span_that_leaves_and_no_line_of_the_log_has_a_number()
    {
        await using var verzamelaar = await Verzamelaar.Start();
        await using var meent = await MeentProces.Start(_map.Pad, verzamelaar.Omgeving,
            "Logging:LogLevel:Default=Information", "Logging:LogLevel:Microsoft.AspNetCore=Information", "Logging:LogLevel:System.Net.Http=Information", "Logging:LogLevel:Yarp=Information");
        using var client = meent.Client("duinwaarde");
        client.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        await Tot(async () => await Stuur(client, HttpMethod.Post, "outway/personen", Vraag(Fenna)) == 200);

        foreach (var bsn in (string[])[Fenna, Niemand])
        {
            Assert.Equal(200, await Stuur(client, HttpMethod.Post, "outway/personen", Vraag(bsn)));
            Assert.Equal(404, await Stuur(client, HttpMethod.Get, $"outway/bestaat-niet?burgerservicenummer={bsn}"));
            Assert.Equal(200, await Stuur(client, HttpMethod.Get, $"zaken/api/v1/zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={bsn}"));
            Assert.Equal(200, await Stuur(client, HttpMethod.Get, $"verwerkingsacties/api/v1/verwerkingsacties?objecttype=persoon&soortObjectId=BSN&objectId={bsn}"));
            // What goes wrong is told about as well.
            Assert.Equal(400, await Stuur(client, HttpMethod.Get, $"verwerkteobjecten/api/v1/verwerkte-objecten?objecttype=persoon&soortObjectId=BSN&objectId={bsn}&kleur=rood"));
            Assert.Equal(400, await Stuur(client, HttpMethod.Post, "outway/personen", new { type = "Onbekend", burgerservicenummer = new[] { bsn } }));
            Assert.Equal(200, await Stuur(client, HttpMethod.Post, "logboek/api/v1/processing-activities", new Dictionary<string, string> { ["dpl.core.data_subject_id"] = bsn }));
            Assert.Equal(200, await Stuur(client, HttpMethod.Post, "logboek/api/v1/v1/traces", Span(bsn)));
        }

        // What was gathered is sent at the end.
        Assert.Equal(0, await meent.Stop());
        var sporen = verzamelaar.Sporen.SelectMany(bericht => bericht).ToArray();
        // All of the way is in them: who asks, the door at the other side, and the service behind it.
        foreach (var deel in (string[])["Microsoft.AspNetCore", "System.Net.Http", "/outway/personen", "/haalcentraal/api/brp/personen", "/zaken/api/v1/zaken", "/verwerkingsacties", "/logboek/api/v1/v1/traces"])
            Assert.True(Heeft(sporen, deel), $"Geen span met {deel}.");
        Assert.Contains("Microsoft.AspNetCore.Hosting.Diagnostics", meent.Uitvoer, StringComparison.Ordinal);
        foreach (var bsn in (string[])[Fenna, Niemand])
        {
            Assert.False(Heeft(sporen, bsn), Omgevend(sporen, bsn));
            Assert.DoesNotContain(bsn, meent.Uitvoer, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _map.Dispose();

    private static object Vraag(string bsn) => new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = new[] { bsn }, fields = new[] { "naam" } };

    private static object Span(string bsn) => new
    {
        resourceSpans = new[]
        {
            new
            {
                scopeSpans = new[]
                {
                    new
                    {
                        spans = new[]
                        {
                            new
                            {
                                traceId = Guid.NewGuid().ToString("N"), spanId = Guid.NewGuid().ToString("N")[..16], name = "Proef", startTimeUnixNano = "1760000000000000000", endTimeUnixNano = "1760000000001000000",
                                attributes = new object[] { Attribuut("dpl.core.processing_activity_id", Doel), Attribuut("dpl.core.data_subject_id", bsn), Attribuut("dpl.core.data_subject_id_type", "BSN") },
                            },
                        },
                    },
                },
            },
        },
    };

    private static object Attribuut(string naam, string waarde) => new { key = naam, value = new { stringValue = waarde } };

    private static async Task<int> Stuur(HttpClient client, HttpMethod methode, string pad, object? inhoud = null)
    {
        using var verzoek = new HttpRequestMessage(methode, new Uri(pad, UriKind.Relative)) { Content = inhoud is null ? null : JsonContent.Create(inhoud) };
        verzoek.Headers.Add("Meent-Dienst", "personen");
        verzoek.Headers.Add("VerwerkingsactiviteitUrl", Doel);
        using var antwoord = await client.SendAsync(verzoek);
        return (int)antwoord.StatusCode;
    }

    /// <summary>The contracts of the demo are concluded after the start.</summary>
    private static async Task Tot(Func<Task<bool>> gelukt)
    {
        for (var i = 0; i < 600 && !await gelukt(); i++) await Task.Delay(100);
        Assert.True(await gelukt());
    }

    private static bool Heeft(byte[] bytes, string tekst) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(tekst)) >= 0;

    /// <summary>What stands before it, so that it is known which attribute it is; not the number itself.</summary>
    private static string Omgevend(byte[] bytes, string bsn)
    {
        var plaats = Math.Max(0, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(bsn)));
        return "Een BSN na: " + Encoding.Latin1.GetString(bytes, Math.Max(0, plaats - 120), Math.Min(120, plaats));
    }
}
