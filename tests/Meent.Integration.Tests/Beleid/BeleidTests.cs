using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;
using Meent.Integration.Tests.Fsc;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Beleid;

/// <summary>
/// A landscape in which Duinwaarde asks a policy decision point at its Outway, and the provider has rules at its Inway.
/// </summary>
public sealed partial class BeleidTests
{
    [EngineTheory]
    public async Task Rules_at_the_Inway_decide_and_each_decision_is_on_record(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        using var activiteit = new Activity("test").Start();
        using (var goed = await proef.Roep("x"))
        {
            Assert.Equal(HttpStatusCode.OK, goed.StatusCode);
            var record = Assert.Single(await proef.Beslissingen(Proeftuin.Basis, Id(goed)));
            Assert.Equal("adl.access_evaluation", record.GetProperty("event_name").GetString());
            var body = record.GetProperty("body");
            Assert.True(body.GetProperty("adl.core.response").GetProperty("decision").GetBoolean());
            var vraag = body.GetProperty("adl.core.request");
            Assert.Equal(Proeftuin.Duinwaarde.Oin, vraag.GetProperty("subject").GetProperty("id").GetString());
            Assert.Equal($"{Proeftuin.Basis.Oin}/personen", vraag.GetProperty("resource").GetProperty("id").GetString());
            // The register of the consumer is not named as if it were our own.
            Assert.False(vraag.GetProperty("action").TryGetProperty("properties", out _));
            Assert.Equal(Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien"), vraag.GetProperty("context").GetProperty("fsc").GetProperty("purpose").GetString());
            // The trace joins decision and transaction; the parent is who called.
            var transactie = await proef.Transactie(Proeftuin.Basis, Id(goed));
            Assert.Equal(transactie.GetProperty("additional_data").GetProperty("meent.trace_id").GetString(), record.GetProperty("trace_id").GetString());
            Assert.Equal(16, record.GetProperty("parent_span_id").GetString()!.Length);
            var versie = record.GetProperty("attributes").GetProperty("adl.core.policies").GetProperty("meent.regels").GetString();
            using var gelezen = await proef.Bronnen.Stuur(HttpMethod.Get, Proef.Beheerder(Proeftuin.Basis), Diensten.Fsc, $"regelsets/{versie}");
            Assert.True((await gelezen.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dicht").GetProperty("Weigert").GetBoolean());
            using var onbekend = await proef.Bronnen.Stuur(HttpMethod.Get, Proef.Beheerder(Proeftuin.Basis), Diensten.Fsc, "regelsets/onbekend");
            Assert.Equal(HttpStatusCode.NotFound, onbekend.StatusCode);
        }

        var bereikt = proef.Tuin.Bereikt;
        foreach (var pad in new[] { "geheim/999990019?bsn=999990019", "GEHEIM", "gehe%69m/x", "open%2fgeheim" })
        {
            using var dicht = await proef.Roep(pad);
            var melding = await Geweigerd(dicht, HttpStatusCode.Forbidden, FscCodes.AccessDenied, "ERROR_DOMAIN_INWAY");
            Assert.DoesNotContain("dicht", melding, StringComparison.Ordinal);
        }

        using (var schrijven = await proef.Roep("x", HttpMethod.Post)) await Geweigerd(schrijven, HttpStatusCode.Forbidden, FscCodes.AccessDenied, "ERROR_DOMAIN_INWAY");
        Assert.Equal(bereikt, proef.Tuin.Bereikt);
        var alle = await proef.Beslissingen(Proeftuin.Basis, null);
        Assert.Equal(6, alle.Count);
        Assert.Equal(5, alle.Count(b => !b.GetProperty("body").GetProperty("adl.core.response").GetProperty("decision").GetBoolean()));
        Assert.All(alle, b => Assert.Equal("Unset", b.GetProperty("status").GetString()));
        Assert.DoesNotContain(alle, b => b.GetRawText().Contains("999990019", StringComparison.Ordinal));
        var regels = new List<string>();
        var taak = proef.Tuin.Services.GetServices<IBeheertaak>().Single(t => t.Naam == "fsc decisions");
        await taak.Voer(new Beheeropdracht(Proeftuin.Basis, null, new Progress<Voortgang>(), regels.Add), default);
        Assert.Equal(6, regels.Count);
        Assert.Contains("geweigerd", regels[0], StringComparison.Ordinal);
        Assert.EndsWith($"GET {Proeftuin.Basis.Oin}/personen  {{\"rule\":\"lezen\"}}", regels[^1], StringComparison.Ordinal);
        // What was refused was not passed on, and is no transaction of the provider.
        Assert.Single(await proef.Transacties(Proeftuin.Basis));
    }

    [EngineTheory]
    public async Task A_decision_point_at_the_Outway_is_asked_as_AuthZEN_says(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        using var activiteit = new Activity("test").Start();
        using (var goed = await proef.Roep("x?vraag=1"))
        {
            Assert.Equal(HttpStatusCode.OK, goed.StatusCode);
            var (vraag, headers) = Assert.Single(proef.Punt.Vragen);
            Assert.Equal("Bearer sleutel", headers["Authorization"]);
            Assert.Equal("application/json", headers["Content-Type"]);
            Assert.Equal("meent-intern", vraag.GetProperty("subject").GetProperty("id").GetString());
            Assert.Equal("m.visser", vraag.GetProperty("subject").GetProperty("properties").GetProperty("user").GetString());
            Assert.Equal("GET", vraag.GetProperty("action").GetProperty("name").GetString());
            Assert.Equal(Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien"), vraag.GetProperty("action").GetProperty("properties").GetProperty("processing_activity_id").GetString());
            Assert.Equal("/x", vraag.GetProperty("resource").GetProperty("properties").GetProperty("path").GetString());
            var context = vraag.GetProperty("context");
            Assert.Equal(Id(goed), context.GetProperty("fsc").GetProperty("transaction_id").GetString());
            Assert.EndsWith("Z", context.GetProperty("time").GetString(), StringComparison.Ordinal);

            var record = Assert.Single(await proef.Beslissingen(Proeftuin.Duinwaarde, Id(goed)));
            var trace = activiteit.TraceId.ToHexString();
            Assert.Equal(trace, record.GetProperty("trace_id").GetString());
            // To the decision point goes a child of who called; which one that was is in the context.
            Assert.StartsWith($"00-{trace}-{record.GetProperty("span_id").GetString()}-", headers["traceparent"], StringComparison.Ordinal);
            Assert.StartsWith($"00-{trace}-{record.GetProperty("parent_span_id").GetString()}-", context.GetProperty("traceparent").GetString(), StringComparison.Ordinal);
            Assert.True(JsonElement.DeepEquals(vraag, record.GetProperty("body").GetProperty("adl.core.request")));
            Assert.Equal(proef.Punt.Adres, record.GetProperty("body").GetProperty("adl.core.configuration").GetProperty("pdp").GetString());
        }

        proef.Punt.Antwoord = http => http.Response.WriteAsJsonAsync(new { decision = false, context = new { reason_admin = new { nl = "intern" } } });
        var bereikt = proef.Tuin.Bereikt;
        using (var nee = await proef.Roep("x"))
            Assert.DoesNotContain("intern", await Geweigerd(nee, HttpStatusCode.Forbidden, FscCodes.AccessDenied, "ERROR_DOMAIN_OUTWAY"), StringComparison.Ordinal);
        Assert.Equal(bereikt, proef.Tuin.Bereikt);
        Assert.Single(await proef.Transacties(Proeftuin.Duinwaarde));
        Assert.Equal("intern", (await proef.Beslissingen(Proeftuin.Duinwaarde, null))[0].GetProperty("body").GetProperty("adl.core.response").GetProperty("context").GetProperty("reason_admin").GetProperty("nl").GetString());
    }

    [Fact]
    public async Task Without_a_good_answer_nothing_goes_through_and_the_record_says_why()
    {
        await using var proef = await Proef.Start(Engine.Sqlite);
        var bereikt = proef.Tuin.Bereikt;
        foreach (var (fout, antwoord) in new (string, Func<HttpContext, Task>)[]
        {
            ("500", http => Schrijf(http, 500, "stuk")),
            ("401", http => Schrijf(http, 401, "wie bent u")),
            ("302", http => Schrijf(http, 302, "")),
            ("invalid", http => Schrijf(http, 200, "geen json")),
            ("invalid", http => Schrijf(http, 200, """{"decision":"true"}""")),
            ("invalid", http => Schrijf(http, 200, """{"decision":false,"decision":true}""")),
            ("invalid", http => Schrijf(http, 200, "[true]")),
            ("invalid", http => Schrijf(http, 200, new string(' ', 70_000) + """{"decision":true}""")),
            ("unreachable", http => { http.Abort(); return Task.CompletedTask; }),
            ("timeout", http => Task.Delay(Timeout.Infinite, http.RequestAborted)),
        })
        {
            proef.Punt.Antwoord = antwoord;
            using var antwoordt = await proef.Roep("x");
            await Geweigerd(antwoordt, HttpStatusCode.ServiceUnavailable, FscCodes.PolicyUnavailable, "ERROR_DOMAIN_OUTWAY");
            var record = (await proef.Beslissingen(Proeftuin.Duinwaarde, null))[0];
            Assert.Equal("Error", record.GetProperty("status").GetString());
            Assert.Equal(fout, record.GetProperty("attributes").GetProperty("meent.beleid.fout").GetString());
        }

        Assert.Equal(bereikt, proef.Tuin.Bereikt);
        Assert.Empty(await proef.Transacties(Proeftuin.Duinwaarde));

        static Task Schrijf(HttpContext http, int status, string tekst)
        {
            http.Response.StatusCode = status;
            if (status == 302) http.Response.Headers.Location = "/access/v1/evaluation";
            return http.Response.WriteAsync(tekst);
        }
    }

    [EngineTheory]
    public async Task A_decision_that_cannot_be_recorded_lets_nothing_through(Engine engine)
    {
        await using var proef = await Proef.Start(engine);
        var bereikt = proef.Tuin.Bereikt;
        foreach (var (organisatie, domein) in new[] { (Proeftuin.Basis, "ERROR_DOMAIN_INWAY"), (Proeftuin.Duinwaarde, "ERROR_DOMAIN_OUTWAY") })
        {
            await using var zonder = await proef.Tuin.ZonderLog(organisatie, "integratie_beslissingen");
            using var antwoord = await proef.Roep("x");
            await Geweigerd(antwoord, HttpStatusCode.InternalServerError, FscCodes.DecisionLogWriteError, domein);
        }

        Assert.Equal(bereikt, proef.Tuin.Bereikt);
    }

    [Fact]
    public async Task An_organisation_without_a_policy_asks_nothing_and_records_no_decision()
    {
        await using var proef = await Proef.Start(Engine.Sqlite);
        var namens = new Namens(Proeftuin.Lindewoude.Slug, Proeftuin.Lindewoude.Verwerkingsactiviteit("inzien"));
        using var antwoord = await proef.Bronnen.Stuur(HttpMethod.Get, namens, Diensten.Personen, "x");
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.Empty(proef.Punt.Vragen);
        Assert.Empty(await proef.Beslissingen(Proeftuin.Lindewoude, null));
    }

    [Fact]
    public async Task A_decision_point_is_reached_over_TLS_with_a_certificate_of_our_own_and_only_under_its_anchor()
    {
        await using var proef = await Proef.Start(Engine.Sqlite);
        var certificaten = Path.Combine(proef.Tuin.Map, "certificaten");
        using var sleutel = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        using var server = Testcertificaat.Onder(proef.Tuin.Map, sleutel, "00000001990000081000", "localhost");
        var pfx = Path.Combine(proef.Tuin.Map, "pep.pfx");
        await File.WriteAllBytesAsync(pfx, server.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx, "geheim"));
        await using var punt = await new Beslispunt().Start(server);
        string? gezien = null;
        punt.Antwoord = http =>
        {
            gezien = http.Connection.ClientCertificate?.Thumbprint;
            return http.Response.WriteAsJsonAsync(new { decision = true });
        };
        var adres = punt.Adres.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var vraag = BeslissingTests.Vraag();
        var pdp = new PdpOptions { Adres = adres, Geduld = TimeSpan.FromSeconds(20), Ankers = { Path.Combine(certificaten, "anker.pem") }, Certificaat = new() { Pfx = pfx, Wachtwoord = "geheim" } };
        using (var client = new PdpClient(pdp, TimeProvider.System)) Assert.True((await client.Beslis(vraag, vraag.Json(), default)).Toegestaan);
        Assert.Equal(server.Thumbprint, gezien);

        // The machine does not know this anchor.
        using var vreemd = new PdpClient(new() { Adres = adres, Geduld = TimeSpan.FromSeconds(20), Certificaat = pdp.Certificaat }, TimeProvider.System);
        Assert.Equal("unreachable", (await vreemd.Beslis(vraag, vraag.Json(), default)).Fout);
    }

    private static string Id(HttpResponseMessage antwoord) => antwoord.Headers.GetValues(Headers.FscTransactionId).Single();

    private static async Task<string> Geweigerd(HttpResponseMessage antwoord, HttpStatusCode status, string code, string domein)
    {
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.StatusCode == status, $"{antwoord.StatusCode} {tekst}");
        Assert.Equal(code, antwoord.Headers.GetValues(Headers.FscErrorCode).Single());
        Assert.Equal(domein, JsonElement.Parse(tekst).GetProperty("domain").GetString());
        return tekst;
    }

    private sealed class Proef(Proeftuin tuin, Beslispunt punt) : IAsyncDisposable
    {
        public Proeftuin Tuin => tuin;

        public Beslispunt Punt => punt;

        public Bronnen Bronnen { get; } = tuin.Services.GetRequiredService<Bronnen>();

        public static async Task<Proef> Start(Engine engine)
        {
            var punt = await new Beslispunt().Start();
            var tuin = new Proeftuin(engine)
            {
                Meer = o =>
                {
                    o.Beleid[Proeftuin.Duinwaarde.Slug] = new() { Inway = false, Pdp = new() { Adres = punt.Adres, Token = "sleutel", Geduld = TimeSpan.FromSeconds(2) } };
                    o.Beleid[Proeftuin.Basis.Slug] = new()
                    {
                        Regels = { ["lezen"] = new() { Methoden = { "GET" }, Diensten = { Diensten.Personen } }, ["dicht"] = new() { Weigert = true, Paden = { "/geheim" } } },
                    };
                },
            };
            await tuin.InitializeAsync();
            return new(tuin, punt);
        }

        public static Namens Beheerder(Organisatie organisatie) => new(organisatie.Slug, "urn:beheer");

        public Task<HttpResponseMessage> Roep(string pad, HttpMethod? methode = null) => Bronnen.Stuur(
            methode ?? HttpMethod.Get, new(Proeftuin.Duinwaarde.Slug, Proeftuin.Duinwaarde.Verwerkingsactiviteit("inzien"), "m.visser"), Diensten.Personen, pad);

        public Task<List<JsonElement>> Beslissingen(Organisatie organisatie, string? transactie) =>
            Records(organisatie, "beslissingen" + (transactie is null ? "" : $"?transaction_id={transactie}"));

        public Task<List<JsonElement>> Transacties(Organisatie organisatie) => Records(organisatie, "transacties");

        public async Task<JsonElement> Transactie(Organisatie organisatie, string id) => Assert.Single(await Records(organisatie, $"transacties?transaction_ids={id}"));

        public async ValueTask DisposeAsync()
        {
            await tuin.DisposeAsync();
            await punt.DisposeAsync();
        }

        private async Task<List<JsonElement>> Records(Organisatie organisatie, string pad)
        {
            using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Beheerder(organisatie), Diensten.Fsc, pad);
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("records").EnumerateArray()];
        }
    }
}
