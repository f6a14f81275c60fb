using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

public sealed class DocumentTests
{
    private const string Documenten = "/enkelvoudiginformatieobjecten";

    [EngineTheory]
    public async Task A_document_is_read_back_with_its_content_and_its_number(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);

        var document = await node.Maak(MetInhoud("Geachte mevrouw"));

        var url = Zaaknode.Url(document);
        Assert.Equal("", document.GetProperty("lock").GetString());
        var gelezen = await node.Vraag(200, HttpMethod.Get, Pad(url));
        Assert.False(gelezen.TryGetProperty("lock", out _));
        Assert.Matches("^DOCUMENT-[0-9]{4}-[0-9]{10}$", gelezen.GetProperty("identificatie").GetString());
        Assert.Equal((1, 15, false), (gelezen.GetProperty("versie").GetInt32(), gelezen.GetProperty("bestandsomvang").GetInt32(), gelezen.GetProperty("locked").GetBoolean()));
        Assert.Equal($"{url}/download?versie=1", gelezen.GetProperty("inhoud").GetString());
        Assert.Empty(gelezen.GetProperty("bestandsdelen").EnumerateArray());
        Assert.Equal("Geachte mevrouw", await node.Inhoud(Pad(gelezen.GetProperty("inhoud").GetString()!)));

        var spoor = await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}/audittrail");
        Assert.Equal(["drc create"], spoor.EnumerateArray().Select(r => $"{r.GetProperty("bron").GetString()} {r.GetProperty("actie").GetString()}"));
        var kanalen = await (await node.Zaken.Node.Store()).Read(session => session.All(
            "SELECT kanaal, kenmerken FROM outbox_gebeurtenissen WHERE kanaal = 'documenten'", row => JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(1))!.Keys.Order()));
        Assert.Equal(["bronorganisatie", "informatieobjecttype", "vertrouwelijkheidaanduiding"], Assert.Single(kanalen));
    }

    [EngineTheory, Trait("zgw", "drc-001")]
    public async Task The_type_exists_is_one_and_is_published(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var concept = await node.Catalogi.Informatieobjecttype("Concept");
        var url = Zaaknode.Url(await node.Maak());
        var sleutel = await node.Vergrendel(url);

        foreach (var (type, fout) in new[]
        {
            (concept, "informatieobjecttype not-published"), (node.Zaken.Zaaktype, "informatieobjecttype invalid-resource"), (node.Type[..^36] + Guid.NewGuid().ToString("D"), "informatieobjecttype bad-url"),
        })
        {
            Assert.Equal([fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(new { informatieobjecttype = type })));
            Assert.Equal([fout], await node.Fouten(HttpMethod.Put, Pad(url), node.Document(new { informatieobjecttype = type, @lock = sleutel })));
            Assert.Equal([fout], await node.Fouten(HttpMethod.Patch, Pad(url), new { informatieobjecttype = type, @lock = sleutel }));
        }

        await node.Maak(new { informatieobjecttype = await node.Catalogi.Publiceer(concept) });
    }

    [EngineTheory, Trait("zgw", "drc-005")]
    public async Task What_was_received_is_not_being_written(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        foreach (var status in new[] { "in_bewerking", "ter_vaststelling" })
        {
            Assert.Equal(["status invalid_for_received"], await node.Fouten(HttpMethod.Post, Documenten, node.Document(new { status, ontvangstdatum = "2026-06-01" })));
            var url = Zaaknode.Url(await node.Maak(new { status }));
            var sleutel = await node.Vergrendel(url);
            Assert.Equal(["status invalid_for_received"], await node.Fouten(HttpMethod.Put, Pad(url), node.Document(new { status, ontvangstdatum = "2026-06-01", @lock = sleutel })));
            Assert.Equal(["status invalid_for_received"], await node.Fouten(HttpMethod.Patch, Pad(url), new { ontvangstdatum = "2026-06-01", @lock = sleutel }));
            await node.Vraag(200, HttpMethod.Patch, Pad(url), new { ontvangstdatum = "2026-06-01", status = "definitief", @lock = sleutel });
        }
    }

    [EngineTheory, Trait("zgw", "drc-006")]
    public async Task The_indication_is_true_when_and_only_when_there_are_gebruiksrechten(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        Assert.Equal(["indicatieGebruiksrecht missing-gebruiksrechten"], await node.Fouten(HttpMethod.Post, Documenten, node.Document(new { indicatieGebruiksrecht = true })));
        var document = await node.Maak();
        var url = Zaaknode.Url(document);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("indicatieGebruiksrecht").ValueKind);
        var rechten = new List<string>();
        for (var i = 0; i < 2; i++)
            rechten.Add(Zaaknode.Url(await node.Vraag(201, HttpMethod.Post, "/gebruiksrechten", new { informatieobject = url, startdatum = "2026-06-01T00:00:00Z", omschrijvingVoorwaarden = "Niet delen" })));
        Assert.True(await Indicatie());

        Assert.Equal(["indicatieGebruiksrecht existing-gebruiksrechten"], await Onder(new { indicatieGebruiksrecht = false }));
        Assert.Equal(JsonValueKind.True, (await node.Wijzig(url, new { titel = "Anders" })).GetProperty("indicatieGebruiksrecht").ValueKind);
        await node.Vraag(204, HttpMethod.Delete, Pad(rechten[0]));
        Assert.True(await Indicatie());
        await node.Vraag(204, HttpMethod.Delete, Pad(rechten[1]));
        Assert.Null(await Indicatie());
        Assert.Equal(JsonValueKind.False, (await node.Wijzig(url, new { indicatieGebruiksrecht = false })).GetProperty("indicatieGebruiksrecht").ValueKind);
        Assert.Equal(["indicatieGebruiksrecht missing-gebruiksrechten"], await Onder(new { indicatieGebruiksrecht = true }));

        async Task<bool?> Indicatie() => (await node.Vraag(200, HttpMethod.Get, Pad(url))).GetProperty("indicatieGebruiksrecht") is { ValueKind: not JsonValueKind.Null } gezet ? gezet.GetBoolean() : null;
        async Task<string[]> Onder(object leden)
        {
            var sleutel = await node.Vergrendel(url);
            var fouten = await node.Fouten(HttpMethod.Patch, Pad(url), Catalogi.Catalogusnode.Met(leden, new { @lock = sleutel }));
            await node.Ontgrendel(url, sleutel);
            return fouten;
        }
    }

    [EngineTheory, Trait("zgw", "drc-007")]
    public async Task The_level_is_that_of_the_client_or_else_of_the_type(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);

        Assert.Equal("openbaar", Niveau(await node.Maak()));
        var document = await node.Maak(new { vertrouwelijkheidaanduiding = "geheim" });
        Assert.Equal("geheim", Niveau(document));
        var sleutel = await node.Vergrendel(Zaaknode.Url(document));
        Assert.Equal("intern", Niveau(await node.Vraag(200, HttpMethod.Patch, Pad(Zaaknode.Url(document)), new { vertrouwelijkheidaanduiding = "intern", @lock = sleutel })));
        Assert.Equal("intern", Niveau(await node.Vraag(200, HttpMethod.Patch, Pad(Zaaknode.Url(document)), new { titel = "Anders", @lock = sleutel })));
        Assert.Equal("openbaar", Niveau(await node.Vraag(200, HttpMethod.Put, Pad(Zaaknode.Url(document)), node.Document(new { @lock = sleutel }))));

        static string? Niveau(JsonElement document) => document.GetProperty("vertrouwelijkheidaanduiding").GetString();
    }

    [EngineTheory, Trait("zgw", "drc-008")]
    public async Task What_is_deleted_goes_with_its_versions_its_parts_and_its_trail_but_not_while_it_belongs_to_something(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var document = await node.Maak(MetInhoud("weg"));
        var url = Zaaknode.Url(document);
        await node.Wijzig(url, MetInhoud("ook weg"));
        var recht = Zaaknode.Url(await node.Vraag(201, HttpMethod.Post, "/gebruiksrechten", new { informatieobject = url, startdatum = "2026-06-01T00:00:00Z", omschrijvingVoorwaarden = "Niet delen" }));
        var store = await node.Zaken.Node.Store();
        var zaak = "\u0001/zaken/api/v1/zaken/" + Guid.NewGuid().ToString("D");
        var id = Guid.Parse(Zaaknode.Id(url));
        await store.Write(async session =>
        {
            await Services.Zaakgericht.Documenten.Objectinformatieobjecten.Koppel(session, id, zaak, "zaak");
            await Services.Zaakgericht.Documenten.Objectinformatieobjecten.Koppel(session, id, zaak, "zaak");
            return 0;
        });
        var relatie = Assert.Single((await node.Vraag(200, HttpMethod.Get, $"/objectinformatieobjecten?informatieobject={Uri.EscapeDataString(url)}")).EnumerateArray());
        Assert.Equal("zaak", relatie.GetProperty("objectType").GetString());

        Assert.Equal(["nonFieldErrors pending-relations"], await node.Fouten(HttpMethod.Delete, Pad(url)));
        await store.Write(async session =>
        {
            await Services.Zaakgericht.Documenten.Objectinformatieobjecten.Ontkoppel(session, id, zaak);
            return 0;
        });
        var sleutel = await node.Vergrendel(url);
        Assert.Equal(["nonFieldErrors destroy-locked"], await node.Fouten(HttpMethod.Delete, Pad(url)));
        await node.Ontgrendel(url, sleutel);
        await node.Vraag(204, HttpMethod.Delete, Pad(url));

        foreach (var pad in new[] { Pad(url), $"{Pad(url)}?versie=1", $"{Pad(url)}/download", $"{Pad(url)}/audittrail", Pad(recht) }) await node.Vraag(404, HttpMethod.Get, pad);
        Assert.Empty((await node.Vraag(200, HttpMethod.Get, "/gebruiksrechten")).EnumerateArray());
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Documenten)).GetProperty("count").GetInt32());
        // The content waits for a back-up that may be under way; then nothing names it any more.
        var opruimer = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Data.Inhoud.Opruimer>(node.Zaken.Node.Services);
        Assert.Equal(2, await opruimer.RuimOp(node.Zaken.Node.Organisatie, TimeSpan.Zero, default));
        Assert.Empty(node.Bestanden());
    }

    [EngineTheory]
    public async Task An_identificatie_is_unique_in_its_organisation_also_for_two_at_once(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var statussen = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (_, _) =>
        {
            using var antwoord = await node.Zaken.Node.Stuur(HttpMethod.Post, Diensten.Documenten, Documenten, node.Document(new { identificatie = "D-1" }), Herkomst.Buiten);
            statussen.Add((int)antwoord.StatusCode);
        });
        Assert.Equal([201, 400, 400, 400, 400, 400, 400, 400], statussen.Order());
        Assert.Equal(["identificatie identificatie-niet-uniek"], await node.Fouten(HttpMethod.Post, Documenten, node.Document(new { identificatie = "D-1" })));
        await node.Maak(new { identificatie = "D-1", bronorganisatie = "990000023" });
        var ander = Zaaknode.Url(await node.Maak(new { identificatie = "D-2" }));
        var sleutel = await node.Vergrendel(ander);
        Assert.Equal(["identificatie identificatie-niet-uniek"], await node.Fouten(HttpMethod.Patch, Pad(ander), new { identificatie = "D-1", @lock = sleutel }));
        var geheel = await node.Vraag(200, HttpMethod.Put, Pad(ander), node.Document(new { @lock = sleutel }));
        Assert.Equal("D-2", geheel.GetProperty("identificatie").GetString());
    }
}
