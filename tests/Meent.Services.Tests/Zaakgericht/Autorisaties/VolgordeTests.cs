using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Besluiten;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

/// <summary>Permission on the type goes before the other rules: who may not write an object does not hear what is wrong with it.</summary>
public sealed class VolgordeTests
{
    private const string Documenten = "/enkelvoudiginformatieobjecten";

    [EngineTheory]
    public async Task Who_may_not_make_an_object_of_a_type_hears_that_and_nothing_of_its_faults(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var keten = await Keten.Van(node.Zgw);
        var geheim = await keten.Documenten.Catalogi.Publiceer(await keten.Documenten.Catalogi.Informatieobjecttype("Geheim", new { vertrouwelijkheidaanduiding = "geheim" }));
        var ander = await keten.Documenten.Catalogi.Publiceer(await keten.Documenten.Catalogi.Besluittype("Ander"));
        await node.Applicatie(
        [
            Rechtennode.Zrc(keten.Zaaktype, "openbaar", "zaken.aanmaken"), Rechtennode.Drc(keten.Documenten.Type, "openbaar", "documenten.aanmaken"),
            Rechtennode.Drc(geheim, "openbaar", "documenten.aanmaken"), Rechtennode.Brc(ander, "besluiten.aanmaken"),
        ]);
        var fout = new { ontvangstdatum = "2026-06-01", status = "in_bewerking" };
        var nergens = keten.Documenten.Type[..^36] + Guid.NewGuid().ToString("D");

        // Above its level as the client says, above it as the type says, of a type that is not its own.
        await Maak(403, Diensten.Documenten, Documenten, Catalogusnode.Met(keten.Documenten.Document(fout), new { vertrouwelijkheidaanduiding = "intern" }));
        await Maak(403, Diensten.Documenten, Documenten, Catalogusnode.Met(keten.Documenten.Document(fout), new { informatieobjecttype = geheim }));
        await Maak(403, Diensten.Zaken, "/zaken", Catalogusnode.Met(node.Zgw.Zaak(), new { hoofdzaak = "https://elders.example/1", communicatiekanaal = "https://elders.example/2" }));
        await Maak(403, Diensten.Zaken, "/zaken", Catalogusnode.Met(node.Zgw.Zaak(zaaktype: keten.Zaaktype), new { hoofdzaak = "https://elders.example/1" }));
        await Maak(403, Diensten.Besluiten, "/besluiten", BesluitTests.Besluit(keten.Besluittype, new { zaak = "https://elders.example/1" }));
        // What it may make is held to the rules, and a type that is none is nobody's.
        Assert.Equal(["status invalid_for_received"], Catalogusnode.Fouten(await Maak(400, Diensten.Documenten, Documenten, keten.Documenten.Document(fout))));
        Assert.Equal(["informatieobjecttype bad-url"], Catalogusnode.Fouten(await Maak(400, Diensten.Documenten, Documenten, keten.Documenten.Document(new { informatieobjecttype = nergens }))));
        Assert.Equal(["zaak bad-url"], Catalogusnode.Fouten(await Maak(400, Diensten.Besluiten, "/besluiten", BesluitTests.Besluit(ander, new { zaak = "https://elders.example/1" }))));
        Assert.Equal(["hoofdzaak no_match"],
            Catalogusnode.Fouten(await Maak(400, Diensten.Zaken, "/zaken", Catalogusnode.Met(node.Zgw.Zaak(zaaktype: keten.Zaaktype), new { vertrouwelijkheidaanduiding = "openbaar", hoofdzaak = "https://elders.example/1" }))));

        Task<JsonElement> Maak(int status, string dienst, string pad, object inhoud) => node.Als("a", status, HttpMethod.Post, dienst, pad, inhoud);
    }

    [EngineTheory]
    public async Task Who_may_not_change_an_object_into_another_type_or_level_hears_that_and_nothing_of_its_faults(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var keten = await Keten.Van(node.Zgw);
        var ander = await keten.Documenten.Catalogi.Publiceer(await keten.Documenten.Catalogi.Informatieobjecttype("Ander"));
        await node.Applicatie([Rechtennode.Zrc(keten.Zaaktype, "zaakvertrouwelijk", "zaken.bijwerken"), Rechtennode.Drc(keten.Documenten.Type, "openbaar", "documenten.bijwerken", "documenten.lock")]);
        var (zaak, document) = (Catalogusnode.Pad(await keten.Zaak()), Catalogusnode.Pad(await keten.Document()));
        var sleutel = (await node.Als("a", 200, HttpMethod.Post, Diensten.Documenten, $"{document}/lock", new { })).GetProperty("lock").GetString();

        await Wijzig(403, Diensten.Zaken, zaak, new { zaaktype = node.Zgw.Zaaktype, identificatie = "ANDERS" });
        await Wijzig(403, Diensten.Zaken, zaak, new { vertrouwelijkheidaanduiding = "geheim", hoofdzaak = "https://elders.example/1" });
        await Wijzig(403, Diensten.Documenten, document, new { informatieobjecttype = ander, @lock = "onjuist" });
        await Wijzig(403, Diensten.Documenten, document, new { vertrouwelijkheidaanduiding = "intern", ontvangstdatum = "2026-06-01", status = "in_bewerking", @lock = sleutel });
        Assert.Equal(["identificatie wijzigen-niet-toegelaten"], Catalogusnode.Fouten(await Wijzig(400, Diensten.Zaken, zaak, new { identificatie = "ANDERS" })));
        Assert.Equal(["nonFieldErrors incorrect-lock-id"], Catalogusnode.Fouten(await Wijzig(400, Diensten.Documenten, document, new { titel = "Anders", @lock = "onjuist" })));
        await Wijzig(200, Diensten.Documenten, document, new { titel = "Anders", @lock = sleutel });

        Task<JsonElement> Wijzig(int status, string dienst, string pad, object inhoud) => node.Als("a", status, HttpMethod.Patch, dienst, pad, inhoud);
    }
}
