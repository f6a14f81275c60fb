using System.Text.Json;
using Meent.Services.HaalCentraal;
using Meent.Services.Kvk;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Kvk;

/// <summary><c>meent import kvk</c>.</summary>
public sealed class ImportKvkTests : IDisposable
{
    private static readonly Inschrijving Winkel = new()
    {
        KvkNummer = "90000080",
        Rechtsvorm = "Eenmanszaak",
        Naam = "Winkel",
        FormeleRegistratiedatum = "20200101",
        MaterieleRegistratie = new("20200101"),
        Vestigingen = [Vestiging("000090000080")],
    };

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task Lines_that_cannot_be_used_are_told_and_the_rest_is_kept(Engine engine)
    {
        await using var node = await Open(engine);
        var meldingen = await Lees(
            node,
            Regel(Winkel),
            "geen json",
            Regel(Winkel with { KvkNummer = "9000008" }),
            Regel(Winkel with { Rsin = "123456789" }),
            Regel(Winkel with { Burgerservicenummers = ["123456789"] }),
            Regel(Winkel with { Burgerservicenummers = ["999970008"], Rechtsvorm = "Stichting" }),
            Regel(Winkel with { Vestigingen = [Vestiging("1")] }),
            Regel(Winkel with { Vestigingen = [Vestiging("000090000081"), Vestiging("000090000081")] }),
            Regel(Winkel with { Vestigingen = [Vestiging("000090000081"), Vestiging("000090000082")] }),
            Regel(Winkel with { IndNonMailing = "J" }),
            Regel(Winkel with { MaterieleRegistratie = new("2020-01-01") }),
            Regel(Winkel with { Adressen = [new Adres { Type = "huis", IndAfgeschermd = "Nee" }] }),
            """{"kvkNummer":"90000081","rechtsvorm":"Stichting","naam":"Zonder datum"}""",
            Regel(Winkel with { KvkNummer = "90000088", Vestigingen = null }));

        Assert.Equal(
            [
                "regel 2: geen inschrijving van de standaard ($)",
                "regel 3: kvkNummer is geen acht cijfers",
                "regel 4: rsin is geen geldig RSIN",
                "regel 5: burgerservicenummers is geen geldig BSN",
                "regel 6: burgerservicenummers hoort niet bij een rechtspersoon, alleen bij Eenmanszaak, VennootschapOnderFirma, CommanditaireVennootschap, Maatschap, Rederij",
                "regel 7: vestigingen.vestigingsnummer is geen twaalf cijfers",
                "regel 8: vestigingen.vestigingsnummer komt meer dan eens voor",
                "regel 9: vestigingen heeft meer dan één hoofdvestiging",
                "regel 10: indNonMailing is geen Ja of Nee",
                "regel 11: materieleRegistratie.datumAanvang is geen acht cijfers (jjjjmmdd)",
                "regel 12: adressen.type is geen bezoekadres of correspondentieadres",
                "regel 13: geen inschrijving van de standaard ($)",
                "2 inschrijvingen, 2 nieuw of gewijzigd, 12 regels niet gebruikt.",
            ],
            meldingen);
        Assert.NotNull(await (await node.Store()).Read(session => session.VindInschrijving("90000088")));
    }

    [EngineTheory]
    public async Task Reading_again_changes_only_what_differs_and_a_vestiging_can_move(Engine engine)
    {
        await using var node = await Open(engine);
        await Lees(node, Regel(Winkel), Regel(Winkel with { KvkNummer = "90000088", Vestigingen = null }));
        var meldingen = await Lees(node, Regel(Winkel), Regel(Winkel with { KvkNummer = "90000088", Naam = "Andere winkel" }));

        Assert.Equal(["2 inschrijvingen, 1 nieuw of gewijzigd, 0 regels niet gebruikt."], meldingen);
        var store = await node.Store();
        Assert.Equal("90000088", (await store.Read(session => session.VindBijVestiging("000090000080")))!.KvkNummer);
        Assert.Equal([("winkel", 1L)], await store.Read(session => session.All("SELECT woord, COUNT(*) FROM kvk_woorden GROUP BY woord ORDER BY woord", rij => (rij.Text(0), rij.Long(1)))));
    }

    [Fact]
    public async Task A_municipality_in_production_reads_in_nothing()
    {
        await using var node = await Open(Engine.Sqlite, organisatie => organisatie with { IsProductie = true });
        var fout = await Assert.ThrowsAsync<ProbleemException>(() => Lees(node, Regel(Winkel)));
        Assert.Equal((409, "Een gemeente is geen bronhouder van 'kvk'."), (fout.Probleem.Status, fout.Probleem.Title));
    }

    public void Dispose() => _map.Dispose();

    private Task<Proefnode> Open(Engine engine, Func<Organisatie, Organisatie>? anders = null) => Proefnode.Start(engine, _map, services => services.AddKvk(), routes => { }, anders: anders);

    private async Task<List<string>> Lees(Proefnode node, params string[] regels)
    {
        var bestand = Path.Combine(_map.Pad, "kvk.jsonl");
        await File.WriteAllLinesAsync(bestand, regels);
        var meldingen = new List<string>();
        await node.Services.GetServices<IBeheertaak>().OfType<ImportKvk>().Single().Voer(new Beheeropdracht(node.Organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), default);
        return meldingen;
    }

    private static Vestiging Vestiging(string nummer) => new()
    {
        Vestigingsnummer = nummer,
        FormeleRegistratiedatum = "20200101",
        MaterieleRegistratie = new("20200101"),
        EersteHandelsnaam = "Winkel",
        IndHoofdvestiging = "Ja",
        IndCommercieleVestiging = "Ja",
    };

    private static string Regel(Inschrijving inschrijving) => JsonSerializer.Serialize(inschrijving, Regelvorm.Json);
}
