using System.Text.Json;
using Meent.Services.HaalCentraal;
using Meent.Services.Woz;
using Meent.Standards.Beheer;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Woz;

public sealed class ImportWozTests : IDisposable
{
    private static readonly WozObject Huis = new()
    {
        Identificatie = "990100000777",
        VerantwoordelijkeGemeente = new("9901", "Duinwaarde"),
        AdresseerbaarObjectIdentificaties = ["9901010000000777"],
        BelanghebbendeEigenaar = new() { Type = "natuurlijk_persoon", Burgerservicenummer = "999970008", Naam = "F. Dijkgraaf" },
        Waarden = [new() { VastgesteldeWaarde = 1, Waardepeildatum = new DateOnly(2025, 1, 1), BeschikkingsStatussen = ["beschikking_genomen"] }],
    };

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task What_can_be_used_goes_in_and_what_cannot_is_told_by_line(Engine engine)
    {
        await using var node = await Open(engine);
        var meldingen = await Lees(
            node,
            Regel(Huis),
            "geen json",
            Regel(Huis with { Identificatie = "990100000778", VerantwoordelijkeGemeente = new("9902", null) }),
            Regel(Huis with { Identificatie = "1" }),
            Regel(Huis with { Identificatie = "990100000779", BelanghebbendeEigenaar = new() { Type = "natuurlijk_persoon", Burgerservicenummer = "123456789" } }),
            Regel(Huis with { Identificatie = "990100000780", BelanghebbendeEigenaar = new() { Type = "buur" } }),
            """{"identificatie":"990100000781","verantwoordelijkeGemeente":{"code":"9901"},"kleur":"rood"}""",
            """{"identificatie":"990100000782","verantwoordelijkeGemeente":{"code":"9901"},"waarden":[{"vastgesteldeWaarde":1,"waardepeildatum":"2025-13-01"}]}""",
            """{"identificatie":"990100000783","verantwoordelijkeGemeente":{"code":"9901"},"waarden":[{"vastgesteldeWaarde":1,"waardepeildatum":"2025-01-01","beschikkingsStatussen":["klaar"]}]}""",
            "",
            Regel(Huis with { Identificatie = "990100000784", BelanghebbendeEigenaar = null }));

        Assert.Equal(
            [
                "regel 2: geen WOZ-object van de standaard ($)",
                "regel 3: verantwoordelijkeGemeente is niet Gemeente Duinwaarde: 9901 is de code die dit register bijhoudt",
                "regel 4: identificatie is geen twaalf cijfers",
                "regel 5: belanghebbendeEigenaar.burgerservicenummer is geen geldig BSN",
                "regel 6: belanghebbendeEigenaar.type is geen van natuurlijk_persoon, niet_natuurlijk_persoon, vestiging",
                "regel 7: geen WOZ-object van de standaard ($.kleur)",
                "regel 8: geen WOZ-object van de standaard ($.waarden[0].waardepeildatum)",
                "regel 9: waarden.beschikkingsStatussen: klaar is geen status van de standaard",
                "2 WOZ-objecten, 2 nieuw of gewijzigd, 8 regels niet gebruikt.",
            ],
            meldingen);
        Assert.NotNull(await (await node.Store()).Read(session => session.Vind("990100000784")));
    }

    [EngineTheory]
    public async Task Reading_again_changes_only_what_differs(Engine engine)
    {
        await using var node = await Open(engine);
        await Lees(node, Regel(Huis), Regel(Huis with { Identificatie = "990100000778" }));
        var meldingen = await Lees(node, Regel(Huis with { AdresseerbaarObjectIdentificaties = ["9901010000000778"] }), Regel(Huis with { Identificatie = "990100000778" }));

        Assert.Equal(["2 WOZ-objecten, 1 nieuw of gewijzigd, 0 regels niet gebruikt."], meldingen);
        Assert.Equal(
            [("9901010000000777", "990100000778"), ("9901010000000778", "990100000777")],
            await (await node.Store()).Read(session => session.All(
                "SELECT a.identificatie, o.identificatie FROM woz_adresseerbare_objecten a JOIN woz_objecten o ON o.id = a.object ORDER BY 1", row => (row.Text(0), row.Text(1)))));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var node = await Open(Engine.Sqlite);
        var fout = await Assert.ThrowsAsync<ProbleemException>(() => Taak(node).Voer(new Beheeropdracht(node.Organisatie, "nergens", new Progress<Voortgang>(), _ => { }), default));
        Assert.Equal("'nergens' is er niet.", fout.Probleem.Detail);
    }

    public void Dispose() => _map.Dispose();

    private Task<Proefnode> Open(Engine engine) => Proefnode.Start(engine, _map, services => services.AddWoz(), routes => { });

    private async Task<List<string>> Lees(Proefnode node, params string[] regels)
    {
        var bestand = Path.Combine(_map.Pad, "woz.jsonl");
        await File.WriteAllLinesAsync(bestand, regels);
        var meldingen = new List<string>();
        await Taak(node).Voer(new Beheeropdracht(node.Organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), default);
        return meldingen;
    }

    private static ImportWoz Taak(Proefnode node) => node.Services.GetServices<IBeheertaak>().OfType<ImportWoz>().Single();

    private static string Regel(WozObject woz) => JsonSerializer.Serialize(woz, Regelvorm.Json);
}
