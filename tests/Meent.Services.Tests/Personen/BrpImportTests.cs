using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Personen;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Personen;

public sealed class BrpImportTests
{
    private const string Testset = "20220502_Testset_persoonslijsten_proefomgeving_GBA-V.csv";
    private const string Kop = ";01.01.10;01.01.20;01.02.10;01.03.10;01.H;09.02.10;09.H;";

    [EngineTheory]
    public async Task A_row_is_actual_history_or_another_of_its_category(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        var (verslag, meldingen) = await Lees(proef.Store,
            "a;9898704802;999970008;Fenna;19870314;51;Jorn;09;",
            ";9898704802;;Femke;19870314;;Lars;59;",
            ";;;;;;Lasse;;",
            "b;9160414940;;Milan;;;;;");

        Assert.Equal(new Importverslag(2, 2, 4, 0), verslag);
        Assert.Empty(meldingen);
        using var fenna = await Lijst(proef.Store, "9898704802");
        Assert.Equal("Femke", Assert.Single(fenna.Stapels("01").Single().Historie)["0210"]);
        Assert.Equal(["Jorn", "Lars"], fenna.Stapels("09").Select(s => s.Actueel["0210"]));
        Assert.Equal(["Lasse"], fenna.Stapels("09").Last().Historie.Select(v => v["0210"]));
    }

    // Shape 1: whoever changes it raises the shape and adds an upcaster.
    [EngineTheory]
    public async Task The_stored_shape_is_this(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        await Lees(proef.Store, "a;9898704802;999970008;Aïsha;19870314;51;Jorn;09;", ";9898704802;;Femke;;;Lars;;");

        Assert.Equal(
            """{"01":[[{"0110":"9898704802","0120":"999970008","0210":"Aïsha","0310":"19870314"},{"0110":"9898704802","0210":"Femke"}]],"09":[[{"0210":"Jorn"}],[{"0210":"Lars"}]]}""",
            await proef.Store.Read(s => s.One("SELECT body FROM personen_personen WHERE vorm = 1", row => row.Text(0))));
    }

    [EngineTheory]
    public async Task What_cannot_be_used_is_told_by_line_and_never_by_value(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        var (verslag, meldingen) = await Lees(proef.Store,
            ";;;;;;;;",
            "a;9898704802;99997000;Fenna;19870231;;;;",
            ";;;Femke;;;;;",
            "b;;999970021;Milan;;;;;",
            "c;9398926419;;Aïsha;19920528;51;;x;",
            "te;weinig");

        Assert.Equal(2, verslag.Personen);
        Assert.Equal(
        [
            "2: historie zonder persoon ervoor, niet gebruikt",
            "3: rubriek 01.01.20 is geen burgerservicenummer van negen cijfers",
            "3: rubriek 01.03.10 is geen datum die bestaat",
            "4: categorie 01 is niet aangekondigd op de regel ervoor",
            "5: persoonslijst zonder A-nummer, niet opgenomen",
            "7: 2 kolommen in plaats van 9, niet gebruikt",
            "6: na deze regel ontbreekt wat van categorie 01 is aangekondigd",
            "6: na deze regel ontbreekt wat van categorie 09 is aangekondigd",
        ], meldingen);
        Assert.Equal(meldingen.Count, verslag.Meldingen);
    }

    [EngineTheory]
    public async Task Reading_again_changes_only_what_differs(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        await Lees(proef.Store, "a;9898704802;999970008;Fenna;;;;;", "b;9160414940;;Milan;;;;;");

        var (verslag, _) = await Lees(proef.Store, "a;9898704802;999970008;Fenna Maria;;;;;", "b;9160414940;;Milan;;;;;");

        Assert.Equal((2, 1), (verslag.Personen, verslag.Gewijzigd));
        Assert.Equal([2L, 1L], await proef.Store.Read(s => s.All("SELECT version FROM personen_personen ORDER BY anummer DESC", row => row.Long(0))));
    }

    [Fact]
    public async Task Another_file_is_refused()
    {
        await using var proef = await TestStore.Create(Engine.Sqlite, s => s.AddPersonen());
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes("naam;adres\nJan;Zeelaan"));

        await Assert.ThrowsAsync<ProbleemException>(() => BrpImport.Lees(proef.Store, csv, TimeProvider.System, null, (_, _) => { }, default));
    }

    [SharedEngineTheory]
    public async Task The_public_test_set_is_read_whole(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddPersonen());
        var meldingen = new List<string>();
        var opdracht = new Beheeropdracht(proef.Organisatie, Omgeving.Shared("data", "brp", Testset), new Progress<Voortgang>(), meldingen.Add);
        var taak = Assert.Single(proef.Services.GetServices<IBeheertaak>());
        await taak.Voer(opdracht, default);
        await taak.Voer(opdracht with { Bestand = Omgeving.Shared("data", "brp", "landelijke-tabellen"), Melding = _ => { } }, default);

        Assert.Equal("687 personen uit 2156 regels, 687 nieuw of gewijzigd, 65 meldingen", meldingen[^2]);
        Assert.EndsWith("gemeenten hebben geen omschrijving: lees ook de landelijke tabellen, meent import brp MAP", meldingen[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(meldingen, m => m.Contains("99999", StringComparison.Ordinal));
        Assert.Equal((687, 685, 680), await proef.Store.Read(async s => await s.One(
            "SELECT COUNT(*), COUNT(bsn), COUNT(DISTINCT bsn) FROM personen_personen", row => ((int)row.Long(0), (int)row.Long(1), (int)row.Long(2)))));

        await Suzanne(proef);
        await IederAntwoordt(proef);
    }

    // BSN 999993653, known from the documentation of the standard.
    private static async Task Suzanne(TestStore proef)
    {
        var antwoord = await Antwoord(proef, "999993653",
            "naam.volledigeNaam", "geboorte.plaats", "geboorte.land", "nationaliteiten", "partners.naam.voorletters", "partners.aangaanHuwelijkPartnerschap.datum",
            "ouders.ouderAanduiding", "ouders.naam.geslachtsnaam", "verblijfplaats.datumVan", "adressering", "immigratie.landVanwaarIngeschreven", "kinderen");

        Antwoorden.Gelijk(
            """
            {
              "naam": {"volledigeNaam": "Suzanne Moulin"},
              "nationaliteiten": [{"type": "Nationaliteit",
                "redenOpname": {"code": "301", "omschrijving": "Vaststelling bezit vreemde nationaliteit"},
                "datumIngangGeldigheid": {"type": "DatumOnbekend", "onbekend": true, "langFormaat": "onbekend"},
                "nationaliteit": {"code": "0057", "omschrijving": "Franse"}}],
              "geboorte": {"land": {"code": "5001", "omschrijving": "Canada"}, "plaats": {"omschrijving": "Thann"}},
              "verblijfplaats": {"type": "Adres", "datumVan": {"type": "Datum", "datum": "2015-08-08", "langFormaat": "8 augustus 2015"}},
              "immigratie": {"landVanwaarIngeschreven": {"code": "5002", "omschrijving": "Frankrijk"}},
              "adressering": {"aanhef": "Geachte mevrouw Moulin", "aanschrijfwijze": {"naam": "S. Moulin"}, "gebruikInLopendeTekst": "mevrouw Moulin",
                "adresregel1": "Boterdiep 31", "adresregel2": "3077 AW  ROTTERDAM"},
              "kinderen": [],
              "ouders": [{"ouderAanduiding": "1", "naam": {"geslachtsnaam": "Béamont"}}, {"ouderAanduiding": "2", "naam": {"geslachtsnaam": "Moulin"}}],
              "partners": [{"naam": {"voorletters": "J.M."}, "aangaanHuwelijkPartnerschap": {"datum": {"type": "Datum", "datum": "2008-12-01", "langFormaat": "1 december 2008"}}}]
            }
            """, antwoord);
    }

    private static async Task IederAntwoordt(TestStore proef)
    {
        var standaard = new Standaardschema("brp-personen-2.7.0.yaml");
        string[] alles = [.. PersoonVelden.Persoon.Kinderen.Select(v => v.Naam)];
        var tabellen = await proef.Services.GetRequiredService<Tabelopslag>().Van(proef.Store, default);
        var bodies = await proef.Store.Read(s => s.All("SELECT body FROM personen_personen", row => row.Text(0)));
        // Some names in the set hold characters, and some lines a length, that the standard's own patterns do not allow.
        Assert.Empty(bodies.SelectMany(body => standaard.Fouten(Antwoorden.Over(body, tabellen, alles).Deserialize<JsonElement>(), "Persoon", vormVanTekst: false)));
    }

    private static async Task<JsonNode> Antwoord(TestStore proef, string bsn, params string[] velden)
    {
        var persoon = Assert.Single(await proef.Store.Read(s => s.Vind([bsn], null)));
        return Antwoorden.Over(persoon.Body, await proef.Services.GetRequiredService<Tabelopslag>().Van(proef.Store, default), velden);
    }

    private static async Task<Persoonslijst> Lijst(Store store, string anummer) => Persoonslijst.Lees((await store.Read(s =>
        s.One("SELECT body FROM personen_personen WHERE anummer = $1", row => row.Text(0), anummer)))!);

    private static async Task<(Importverslag Verslag, List<string> Meldingen)> Lees(Store store, params string[] regels)
    {
        var meldingen = new List<string>();
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', [Kop, .. regels])));
        return (await BrpImport.Lees(store, csv, TimeProvider.System, null, (regel, reden) => meldingen.Add($"{regel}: {reden}"), default), meldingen);
    }
}
