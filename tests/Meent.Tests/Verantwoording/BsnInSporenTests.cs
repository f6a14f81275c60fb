using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Meent.Testing;

namespace Meent.Tests.Verantwoording;

/// <summary>
/// The traces that leave over OTLP, and the log lines, of the whole way: a program, the Outway, the Inway of another organisation, the service, the logbook; with BSNs in queries
/// and in bodies, and the framework as talkative as an operator may want it.
/// </summary>
public sealed partial class BsnInSporenTests : IDisposable
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
            var gevraagd = new (int Verwacht, HttpMethod Methode, string Pad, object? Inhoud)[]
            {
                (200, HttpMethod.Post, "outway/personen", Vraag(bsn)),
                (404, HttpMethod.Get, $"outway/bestaat-niet?burgerservicenummer={bsn}", null),
                // No address of ours has one in its path, but a program elsewhere may.
                (404, HttpMethod.Get, $"outway/nummer/{bsn}", null),
                (200, HttpMethod.Get, $"zaken/api/v1/zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={bsn}", null),
                (200, HttpMethod.Get, $"verwerkingsacties/api/v1/verwerkingsacties?objecttype=persoon&soortObjectId=BSN&objectId={bsn}&vertrouwelijkheid=normaal", null),
                // What goes wrong is told about as well.
                (400, HttpMethod.Get, $"verwerkteobjecten/api/v1/verwerkte-objecten?objecttype=persoon&soortObjectId=BSN&objectId={bsn}&kleur=rood", null),
                (400, HttpMethod.Post, "outway/personen", new { type = "Onbekend", burgerservicenummer = new[] { bsn } }),
                (403, HttpMethod.Post, "logboek/api/v1/processing-activities", new Dictionary<string, string> { ["dpl.core.data_subject_id"] = bsn }),
                (200, HttpMethod.Post, "logboek/api/v1/v1/traces", Span(bsn)),
            };
            var gekregen = new List<(int, string)>();
            foreach (var vraag in gevraagd) gekregen.Add((await Stuur(client, vraag.Methode, vraag.Pad, vraag.Inhoud), vraag.Pad));
            Assert.Equal(gevraagd.Select(vraag => $"{vraag.Verwacht} {vraag.Pad}"), gekregen.Select(antwoord => $"{antwoord.Item1} {antwoord.Item2}"));
        }

        await Bezoek(meent.Basis);

        // What was gathered is sent at the end.
        Assert.Equal(0, await meent.Stop());
        var sporen = verzamelaar.Sporen.SelectMany(bericht => bericht).ToArray();
        // All of the way is in them: the portal, who asks, the door at the other side, and the service behind it.
        foreach (var deel in (string[])["Microsoft.AspNetCore", "System.Net.Http", "/duinwaarde/mijn/gegevens", "/duinwaarde/outway/personen", "POST /outway/{**pad}", "https://inway.basisregistraties.localhost",
            "/basisregistraties/haalcentraal/api/brp/personen", "/duinwaarde/zaken/api/v1/zaken", "/duinwaarde/verwerkingsacties/api/v1/verwerkingsacties", "/duinwaarde/logboek/api/v1/v1/traces", "/duinwaarde/outway/nummer/*********"])
            Assert.True(Heeft(sporen, deel), $"Geen span met {deel}.");
        // It does tell of single requests, without their address.
        Assert.Contains("Microsoft.AspNetCore.Routing.EndpointMiddleware", meent.Uitvoer, StringComparison.Ordinal);
        foreach (var bsn in (string[])[Fenna, Niemand])
        {
            Assert.False(Heeft(sporen, bsn), Omgevend(sporen, bsn));
            Assert.DoesNotContain(bsn, meent.Uitvoer, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _map.Dispose();

    /// <summary>Fenna logs in with the number that she chooses on a page, and looks at what the BRP has of her.</summary>
    private static async Task Bezoek(string basis)
    {
        using var bezoeker = new HttpClient { BaseAddress = new Uri(basis) };
        using var keuze = await bezoeker.GetAsync(new Uri("/duinwaarde/inloggen/digid?terug=/mijn/gegevens", UriKind.Relative));
        var geheim = Verborgen().Match(await keuze.Content.ReadAsStringAsync());
        using var gekozen = new FormUrlEncodedContent([new(geheim.Groups["naam"].Value, geheim.Groups["waarde"].Value), new("persona", Fenna)]);
        using var pagina = await bezoeker.PostAsync(keuze.RequestMessage!.RequestUri, gekozen);
        Assert.Contains("Mijn gegevens", await pagina.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/duinwaarde/mijn/gegevens", pagina.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<naam>[^"]+)" value="(?<waarde>[^"]+)""")]
    private static partial Regex Verborgen();

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
