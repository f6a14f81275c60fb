using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Logboek;
using Meent.Services.Tests.Zaakgericht;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Tests.Logboek;

/// <summary>The VNG Verwerkingenlogging 0.9.0 as a face of the logbook.</summary>
public sealed class VerwerkingenloggingTests : IDisposable
{
    private const string Fenna = "999970008";
    private const string Milan = "999970021";
    private const string Verwerking = "48086bf2-11b7-4603-9526-67d7c3bb6587";
    private const string ZoekFenna = $"objecttype=persoon&soortObjectId=BSN&objectId={Fenna}";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task An_action_becomes_a_record_for_each_person_and_comes_back_as_it_was(Engine engine)
    {
        await using var node = await Start(engine);
        var gemaakt = await Maak(node, Actie(node, Fenna, Milan));
        var url = gemaakt.GetProperty("url").GetString()!;
        Assert.Equal([Fenna, Milan], Objecten(gemaakt).Select(o => o.GetProperty("objectId").GetString()));

        var regels = (await (await node.Store()).Read(session => session.Zoek(new Logvraag(10) { Trace = System.Diagnostics.ActivityTraceId.CreateFromString(Verwerking.Replace("-", "", StringComparison.Ordinal)) }))).Select(r => r.Regel).ToList();
        Assert.Equal(2, regels.Count);
        Assert.Single(regels.Select(regel => regel.Spoor.Ouder).Distinct());
        Assert.All(regels, regel =>
        {
            Assert.Equal(("Zoeken personen", node.Doel("zaken-behandelen"), "P10Y"), (regel.Naam, regel.Activiteit, regel.Bewaartermijn));
            Assert.DoesNotContain("k.osman", JsonSerializer.Serialize(regel), StringComparison.Ordinal);
        });
        Assert.Equal("k.osman", Assert.Single(await (await node.Store()).Read(session => session.AuditVan(regels[0].Spoor.Trace))).Gebruiker);

        var een = await Bewerking(node, 200, HttpMethod.Get, url[url.IndexOf("/verwerkingsacties/", url.IndexOf("/api/v1", StringComparison.Ordinal), StringComparison.Ordinal)..]);
        Assert.Equal("k.osman", een.GetProperty("gebruiker").GetString());
        // There is no way back from a pseudonym.
        Assert.All(Objecten(een), o => Assert.Matches("^[0-9a-f]{32}$", o.GetProperty("objectId").GetString()));
        var lijst = await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}");
        Assert.Equal(1, lijst.GetProperty("count").GetInt32());
        // The other person in the action is not told.
        Assert.Equal(Fenna, Assert.Single(Objecten(lijst.GetProperty("results")[0])).GetProperty("objectId").GetString());
        Assert.Equal("getuige", Objecten(lijst.GetProperty("results")[0]).Single().GetProperty("betrokkenheid").GetString());
    }

    [EngineTheory]
    public async Task A_change_is_a_new_version_and_what_lapsed_is_not_shown_but_stays_sealed(Engine engine)
    {
        await using var node = await Start(engine);
        var id = (await Maak(node, Actie(node, Fenna))).GetProperty("actieId").GetString();
        var anders = Actie(node, Fenna);
        anders["actieNaam"] = "Bekijken persoon";
        anders["vertrouwelijkheid"] = "normaal";
        await Bewerking(node, 200, HttpMethod.Put, $"/verwerkingsacties/{id}", anders);
        anders.Remove("vertrouwelijkheid");
        await Bewerking(node, 400, HttpMethod.Put, $"/verwerkingsacties/{id}", anders);
        await Bewerking(node, 204, HttpMethod.Patch, $"/verwerkingsacties?verwerkingId={Verwerking}", new { bewaartermijn = "P1Y" });

        var gevonden = (await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}")).GetProperty("results").EnumerateArray().Single();
        Assert.Equal((id, "Bekijken persoon", "P1Y"), (gevonden.GetProperty("actieId").GetString(), gevonden.GetProperty("actieNaam").GetString(), gevonden.GetProperty("bewaartermijn").GetString()));
        await Bewerking(node, 204, HttpMethod.Delete, $"/verwerkingsacties/{id}");
        await Bewerking(node, 404, HttpMethod.Get, $"/verwerkingsacties/{id}");
        await Bewerking(node, 404, HttpMethod.Delete, $"/verwerkingsacties/{id}");
        Assert.Equal(0, (await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}")).GetProperty("count").GetInt32());
        await Bewerking(node, 404, HttpMethod.Patch, $"/verwerkingsacties?verwerkingId={Guid.CreateVersion7()}", new { bewaartermijn = "P1Y" });
        // Three versions, each in the table of its term; none was changed.
        Assert.Equal(["P10Y", "P10Y", "P1Y"], (await Termijnen(node)).Order());
    }

    [EngineTheory]
    public async Task Confidential_actions_are_for_who_has_the_scope_and_never_for_the_person(Engine engine)
    {
        await using var node = await Start(engine);
        var geheim = Actie(node, Fenna);
        geheim["vertrouwelijkheid"] = "vertrouwelijk";
        await Bewerking(node, 403, HttpMethod.Post, "/verwerkingsacties", geheim, "gewoon");
        var id = (await Maak(node, geheim)).GetProperty("actieId").GetString();
        geheim["vertrouwelijkheid"] = "opgeheven";
        await Bewerking(node, 403, HttpMethod.Post, "/verwerkingsacties", geheim);
        await Bewerking(node, 403, HttpMethod.Get, $"/verwerkingsacties/{id}", client: "gewoon");
        await Bewerking(node, 403, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}", client: "gewoon");
        Assert.Equal(0, (await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}&vertrouwelijkheid=normaal", client: "gewoon")).GetProperty("count").GetInt32());
        await Bewerking(node, 403, HttpMethod.Patch, $"/verwerkingsacties?verwerkingId={Verwerking}", new { vertrouwelijkheid = "opgeheven" }, "gewoon");
        await Bewerking(node, 403, HttpMethod.Delete, $"/verwerkingsacties/{id}", client: "gewoon");
        await Bewerking(node, 403, HttpMethod.Post, "/verwerkingsacties", Actie(node, Fenna), "zakenlezer");
        await Bewerking(node, 401, HttpMethod.Get, $"/verwerkingsacties/{id}", client: "");
        Assert.Equal(0, await Gezien(node, "proef"));

        await Bewerking(node, 204, HttpMethod.Patch, $"/verwerkingsacties?verwerkingId={Verwerking}", new { vertrouwelijkheid = "opgeheven" });
        Assert.Equal((1, 0), (await Gezien(node, "proef"), await Gezien(node, "gewoon")));
    }

    [EngineTheory]
    public async Task The_person_sees_the_records_of_all_applications_without_employee_system_or_source(Engine engine)
    {
        await using var node = await Start(engine);
        await Maak(node, Actie(node, Fenna, Milan));
        var regel = new Logregel
        {
            Spoor = Standards.Logboek.Spoor.Nieuw(),
            Activiteit = node.Doel("toeristische-verhuur-toezicht"),
            Naam = "Registratie bekeken",
            Begin = DateTimeOffset.Parse("2026-11-20T23:30:00Z", null),
            Einde = DateTimeOffset.Parse("2026-11-20T23:30:00Z", null),
            Betrokkene = node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, "BSN", Fenna),
        };
        await (await node.Store()).Write(session => session.Logboek(regel));

        var lijst = await Inzage(node, 200, $"/verwerkte-objecten?{ZoekFenna}&beginDatum=2026-11-21&eindDatum=2026-11-22");
        // 23:30Z is the 21st in the Netherlands; the action of 09:00 that day is the other.
        Assert.Equal(["Registratie bekeken", "Zoeken personen"], lijst.GetProperty("results").EnumerateArray().Select(o => o.GetProperty("verwerkingsactie").GetProperty("actieNaam").GetString()!).Order());
        Assert.All(lijst.GetProperty("results").EnumerateArray(), o =>
        {
            Assert.DoesNotContain("k.osman", o.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("systeem", o.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("gegevensbron", o.GetRawText(), StringComparison.Ordinal);
        });
        var id = lijst.GetProperty("results")[0].GetProperty("verwerktObjectId").GetString();
        Assert.Equal(id, (await Inzage(node, 200, $"/verwerkte-objecten/{id}")).GetProperty("verwerktObjectId").GetString());
        await Inzage(node, 404, $"/verwerkte-objecten/{Guid.CreateVersion7()}");
        Assert.Equal(0, (await Inzage(node, 200, $"/verwerkte-objecten?{ZoekFenna}&beginDatum=2026-11-22&eindDatum=2026-11-23")).GetProperty("count").GetInt32());
        // What others wrote cannot be changed here.
        var vreemd = (await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}")).GetProperty("results").EnumerateArray().Single(a => a.GetProperty("actieNaam").GetString() == "Registratie bekeken");
        await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties/{vreemd.GetProperty("actieId").GetString()}");
        await Bewerking(node, 403, HttpMethod.Delete, $"/verwerkingsacties/{vreemd.GetProperty("actieId").GetString()}");
    }

    [EngineTheory]
    [InlineData("", "objectId objecttype soortObjectId")]
    [InlineData("objecttype=zaak&soortObjectId=BSN&objectId=999970008", "objecttype")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=123", "objectId")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=~x", "objectId")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=999970008&beginDatum=gisteren", "beginDatum")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=999970008&beginDatum=2026-02-02&eindDatum=2026-02-01", "eindDatum")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=999970008&vertrouwelijkheid=x", "vertrouwelijkheid")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=999970008&verwerkingsactiviteitId=x", "verwerkingsactiviteitId")]
    [InlineData("objecttype=persoon&soortObjectId=BSN&objectId=999970008&kleur=rood", "nonFieldErrors")]
    public async Task A_wrong_question_names_its_parameters_and_repeats_no_number(Engine engine, string vraag, string velden)
    {
        await using var node = await Start(engine);
        var probleem = await Bewerking(node, 400, HttpMethod.Get, $"/verwerkingsacties?{vraag}");
        Assert.Equal(velden.Split(' '), probleem.GetProperty("invalidParams").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Order(StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(Fenna, probleem.GetRawText(), StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task A_wrong_action_names_its_fields(Engine engine)
    {
        await using var node = await Start(engine);
        var fout = await Bewerking(node, 400, HttpMethod.Post, "/verwerkingsacties", new
        {
            actieNaam = $"Zoek {Fenna}",
            bewaartermijn = "tien jaar",
            uitvoerder = "1",
            gebruiker = Milan,
            verwerkteObjecten = new[] { new { objecttype = "persoon", soortObjectId = "BSN", objectId = "1" } },
        });
        Assert.Equal(["actieNaam", "bewaartermijn", "gebruiker", "tijdstip", "uitvoerder", "verwerkingsactiviteitUrl", "verwerkteObjecten[0].objectId"],
            fout.GetProperty("invalidParams").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Empty(await Termijnen(node));
    }

    [EngineTheory]
    public async Task Pages_follow_by_links_in_which_no_number_stands_and_nothing_is_logged_of_it(Engine engine)
    {
        var uitvoer = new Uitvoer();
        using var sporen = new Tracevanger();
        await using var node = await Start(engine, uitvoer);
        for (var i = 0; i < 3; i++) await Maak(node, Actie(node, Fenna));
        var pseudoniem = node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, "BSN", Fenna);
        var regels = Enumerable.Range(0, 120).Select(i => new Logregel
        {
            Spoor = Standards.Logboek.Spoor.Nieuw(),
            Activiteit = node.Doel("zaken-behandelen"),
            Naam = "Gelezen",
            Betrokkene = pseudoniem,
            Begin = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(i),
            Einde = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(i),
        }).ToList();
        await (await node.Store()).Write(session => session.Logboek(regels));

        var eerste = await Bewerking(node, 200, HttpMethod.Get, $"/verwerkingsacties?{ZoekFenna}");
        var volgende = eerste.GetProperty("next").GetString()!;
        Assert.DoesNotContain(Fenna, volgende, StringComparison.Ordinal);
        var tweede = await Bewerking(node, 200, HttpMethod.Get, "/verwerkingsacties" + volgende[volgende.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.Equal((123, 100, 23), (tweede.GetProperty("count").GetInt32(), eerste.GetProperty("results").GetArrayLength(), tweede.GetProperty("results").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, tweede.GetProperty("next").ValueKind);
        Assert.DoesNotContain(Fenna, uitvoer.Tekst, StringComparison.Ordinal);
        Assert.NotEmpty(uitvoer.Tekst);
        Assert.DoesNotContain(Fenna, sporen.Tekst, StringComparison.Ordinal);
        Assert.Contains("Microsoft.AspNetCore", sporen.Tekst, StringComparison.Ordinal);
        Assert.Empty(await Sporen.InTabellen(await node.Store(), engine, Fenna));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine, Uitvoer? uitvoer = null)
    {
        var node = await Proefnode.Start(engine, _map, services =>
        {
            services.AddLogboek().AddVerwerkingsregister();
            if (uitvoer is not null) services.AddLogging(log => log.AddProvider(uitvoer).SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        }, routes => routes.MapLogboek());
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private static Task<JsonElement> Maak(Proefnode node, object actie) => Bewerking(node, 201, HttpMethod.Post, "/verwerkingsacties", actie);

    private static Task<JsonElement> Bewerking(Proefnode node, int status, HttpMethod methode, string pad, object? inhoud = null, string client = "proef") =>
        node.Vraag(status, methode, Diensten.Verwerkingsacties, pad, inhoud, Herkomst.Buiten, headers: client.Length == 0 ? h => h.Remove("Authorization") : Proefnode.Als(client));

    private static Task<JsonElement> Inzage(Proefnode node, int status, string pad, string client = "proef") =>
        node.Vraag(status, HttpMethod.Get, Diensten.VerwerkteObjecten, pad, null, Herkomst.Buiten, headers: Proefnode.Als(client));

    private static async Task<int> Gezien(Proefnode node, string client) =>
        (await Inzage(node, 200, $"/verwerkte-objecten?{ZoekFenna}&beginDatum=2026-01-01&eindDatum=2027-01-01", client)).GetProperty("count").GetInt32();

    private static async Task<List<string>> Termijnen(Proefnode node) => await (await node.Store()).Read(async session =>
    {
        var termijnen = new List<string>();
        foreach (var (nummer, termijn) in await session.All("SELECT nummer, termijn FROM logboek_tabellen WHERE nummer > 0", row => (row.Long(0), row.Text(1))))
            termijnen.AddRange(await session.All($"SELECT 1 FROM logboek_regels_{nummer}", _ => termijn));
        return termijnen;
    });

    private static IEnumerable<JsonElement> Objecten(JsonElement actie) => actie.GetProperty("verwerkteObjecten").EnumerateArray();

    private static Dictionary<string, object?> Actie(Proefnode node, params string[] bsns) => new()
    {
        ["actieNaam"] = "Zoeken personen",
        ["handelingNaam"] = "Intake",
        ["verwerkingNaam"] = "Huwelijk",
        ["verwerkingId"] = Verwerking,
        ["verwerkingsactiviteitUrl"] = node.Doel("zaken-behandelen"),
        ["bewaartermijn"] = "P10Y",
        ["systeem"] = "FooBarApp v2.1",
        ["gebruiker"] = "k.osman",
        ["gegevensbron"] = "FooBar Database Publiekszaken",
        ["tijdstip"] = "2026-11-21T09:00:00+01:00",
        ["verwerkteObjecten"] = bsns.Select(bsn => new
        {
            objecttype = "persoon",
            soortObjectId = "BSN",
            objectId = bsn,
            betrokkenheid = "getuige",
            verwerkteSoortenGegevens = new[] { new { soortGegeven = "naam" } },
        }).ToArray(),
    };

    /// <summary>What an exporter would be given of each trace.</summary>
    private sealed class Tracevanger : IDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _gezien = new();
        private readonly System.Diagnostics.ActivityListener _luisteraar;

        public Tracevanger()
        {
            _luisteraar = new()
            {
                ShouldListenTo = _ => true,
                Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = actie => _gezien.Enqueue($"{actie.Source.Name} {actie.OperationName} {actie.DisplayName} {string.Join(' ', actie.TagObjects)} {string.Join(' ', actie.Events.SelectMany(gebeurd => gebeurd.Tags))}"),
            };
            System.Diagnostics.ActivitySource.AddActivityListener(_luisteraar);
        }

        public string Tekst => string.Join('\n', _gezien);

        public void Dispose() => _luisteraar.Dispose();
    }

    /// <summary>What a node logs.</summary>
    private sealed class Uitvoer : ILoggerProvider, ILogger
    {
        private readonly System.Text.StringBuilder _tekst = new();

        public string Tekst
        {
            get
            {
                lock (_tekst) return _tekst.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_tekst) _tekst.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose()
        {
        }
    }
}
