using System.Text.Json;
using Meent.Services.Brk;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Brk;

/// <summary><c>meent import brk</c>.</summary>
public sealed class ImportBrkTests : IDisposable
{
    private static readonly KadastraalOnroerendeZaak Akker = new() { Identificatie = "990101077770000", Type = "perceel", KadastraleAanduiding = "Duinwaarde C 7" };

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task Lines_that_cannot_be_used_are_told_and_the_rest_is_kept(Engine engine)
    {
        await using var node = await Open(engine);
        var meldingen = await Lees(
            node,
            Zaak(Akker),
            "geen json",
            "{}",
            Regel(new() { KadastraalOnroerendeZaak = Akker, Stuk = new() { Identificatie = "1" } }),
            Regel(new() { Stuk = new() { Identificatie = "1" }, Hypotheken = [] }),
            Regel(new() { KadastraalOnroerendeZaak = Akker, Stukdelen = [] }),
            Zaak(Akker with { HypotheekIdentificaties = ["1"] }),
            Zaak(Akker with { Identificatie = "1/2" }),
            Zaak(Akker with { Type = "huis" }),
            Zaak(Akker with { KadastraleAanduiding = "Duinwaarde" }),
            Regel(Van("eigenaar", new("999970008", Persoon.IngeschrevenMens)) with { KadastraleAanduidingMetGemeentecode = "Duinwaarde A 1" }),
            Regel(Van("huurder", new("999970008", Persoon.IngeschrevenMens))),
            Regel(Van("eigenaar", new("999970008", "buur"))),
            Regel(Van("eigenaar", new("123456789", Persoon.IngeschrevenMens))),
            Regel(Van("eigenaar", new("123456789", Persoon.IngeschrevenOrganisatie))),
            Regel(new() { KadasterNatuurlijkPersoon = new() { Identificatie = "5", Geslachtsaanduiding = "v" } }),
            """{"kadastraalOnroerendeZaak":{"identificatie":"1","type":"perceel","kadastraleAanduiding":"Duinwaarde C 8","kleur":"groen"}}""",
            Regel(new() { Stuk = new() { Identificatie = "7" }, Stukdelen = [new() { Identificatie = "7.1" }] }));

        Assert.Equal(
            [
                "regel 2: geen registratie van het kadaster van de standaard ($)",
                "regel 3: geen of meer dan één van kadastraalOnroerendeZaak, kadasterNatuurlijkPersoon, kadasterNietNatuurlijkPersoon, stuk",
                "regel 4: geen of meer dan één van kadastraalOnroerendeZaak, kadasterNatuurlijkPersoon, kadasterNietNatuurlijkPersoon, stuk",
                "regel 5: rechten en beperkingen horen bij een kadastraalOnroerendeZaak",
                "regel 6: stukdelen horen bij een stuk",
                "regel 7: een lijst met identificaties volgt uit wat ernaast staat en wordt niet ingelezen",
                "regel 8: identificatie heeft andere tekens dan letters, cijfers, punten en streepjes, of meer dan zestig",
                "regel 9: type is geen van appartementsrecht, perceel",
                "regel 10: kadastraleAanduiding is geen gemeente, sectie en nummer",
                "regel 11: kadastraleAanduidingMetGemeentecode is geen gemeentecode, sectie en nummer",
                "regel 12: zakelijkGerechtigden.type is geen recht van de standaard",
                "regel 13: persoon.type is geen van ingeschreven_natuurlijk_persoon, kadaster_natuurlijk_persoon, ingeschreven_niet_natuurlijk_persoon, kadaster_niet_natuurlijk_persoon",
                "regel 14: persoon.identificatie is geen geldig BSN",
                "regel 15: persoon.identificatie is geen geldig RSIN",
                "regel 16: geslachtsaanduiding is geen van man, vrouw, onbekend",
                "regel 17: geen registratie van het kadaster van de standaard ($.kadastraalOnroerendeZaak.kleur)",
                "2 registraties van het kadaster, 2 nieuw of gewijzigd, 16 regels niet gebruikt.",
            ],
            meldingen);
        Assert.NotNull(await (await node.Store()).Read(session => session.VindStukBijDeel("7.1")));
    }

    [EngineTheory]
    public async Task Reading_again_changes_only_what_differs(Engine engine)
    {
        await using var node = await Open(engine);
        await Lees(node, Regel(Van("eigenaar", new("999970008", Persoon.IngeschrevenMens))), Zaak(Akker with { Identificatie = "990101077780000" }));
        var meldingen = await Lees(node, Regel(Van("eigenaar", new("999970021", Persoon.IngeschrevenMens))), Zaak(Akker with { Identificatie = "990101077780000" }));

        Assert.Equal(["2 registraties van het kadaster, 1 nieuw of gewijzigd, 0 regels niet gebruikt."], meldingen);
        Assert.Equal(["999970021"], await (await node.Store()).Read(session => session.All("SELECT persoon FROM brk_gerechtigden", rij => rij.Text(0))));
    }

    [Fact]
    public async Task A_municipality_in_production_reads_in_nothing()
    {
        await using var node = await Open(Engine.Sqlite, organisatie => organisatie with { IsProductie = true });
        var fout = await Assert.ThrowsAsync<ProbleemException>(() => Lees(node, Zaak(Akker)));
        Assert.Equal((409, "Een gemeente is geen bronhouder van 'brk'."), (fout.Probleem.Status, fout.Probleem.Title));
    }

    public void Dispose() => _map.Dispose();

    private Task<Proefnode> Open(Engine engine, Func<Organisatie, Organisatie>? anders = null) => Proefnode.Start(engine, _map, services => services.AddBrk(), routes => { }, anders: anders);

    private async Task<List<string>> Lees(Proefnode node, params string[] regels)
    {
        var bestand = Path.Combine(_map.Pad, "brk.jsonl");
        await File.WriteAllLinesAsync(bestand, regels);
        var meldingen = new List<string>();
        await node.Services.GetServices<IBeheertaak>().OfType<ImportBrk>().Single().Voer(new Beheeropdracht(node.Organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), default);
        return meldingen;
    }

    private static Brkregel Van(string recht, Persoon persoon) => new() { KadastraalOnroerendeZaak = Akker, ZakelijkGerechtigden = [new() { Identificatie = "1", Type = recht, Persoon = persoon }] };

    private static string Zaak(KadastraalOnroerendeZaak zaak) => Regel(new() { KadastraalOnroerendeZaak = zaak });

    private static string Regel(Brkregel regel) => JsonSerializer.Serialize(regel, Regelvorm.Json);
}
