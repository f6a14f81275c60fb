using System.IO.Compression;
using System.Text;
using Meent.Services.Adressen;
using Meent.Services.Adressen.Invoer;
using Meent.Services.Adressen.Voorkomens;
using Meent.Standards.Beheer;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Adressen;

public sealed class BagImportTests : IDisposable
{
    private const string Vlak =
        """<gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3"><gml:exterior><gml:LinearRing><gml:posList>100000 450000 0 100010 450000 0 100010 450010 0 100000 450010 0 100000 450000 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>""";

    private readonly TijdelijkeMap _map = new();
    private readonly List<string> _meldingen = [];

    private string Bestand => Path.Combine(_map.Pad, "extract.zip");

    [EngineTheory]
    public async Task An_extract_becomes_objects_and_addresses(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddAdressen());
        Schrijf();

        var verslag = await Lees(proef.Store);

        Assert.Equal(new Extractverslag(8, 8, 2, 1), verslag);
        Assert.Equal(["0000NUM.zip/0000NUM-1.xml, object 2: ligtAan ontbreekt", "0000PND.zip/0000PND-1.xml, object 2: geometrie ontbreekt of is niet te lezen"], _meldingen);
        var adres = await proef.Store.Read(s => s.Vind("9901200000000001"));
        Assert.Equal(
            """{"openbareRuimteNaam":"Dijkgraaflaan","korteNaam":"Dijkgraafln","huisnummer":7,"huisletter":"b","postcode":"9901AA","woonplaatsNaam":"Duinwaarde","nummeraanduidingIdentificatie":"9901200000000001","openbareRuimteIdentificatie":"9901300000000001","woonplaatsIdentificatie":"9901","adresseerbaarObjectIdentificatie":"9901010000000001","pandIdentificaties":["9901100000000001"],"adresregel5":"Dijkgraafln 7 b","adresregel6":"9901 AA  DUINWAARDE"}""",
            adres!.Body);
        Assert.Equal(
            """{"openbareRuimte":{"identificatie":"9901300000000001","domein":"NL.IMBAG.OpenbareRuimte","naam":"Dijkgraaflaan","type":"Weg","korteNaam":"Dijkgraafln","status":"Naamgeving uitgegeven","geconstateerd":"N","documentdatum":"2019-05-12","documentnummer":"D-1","voorkomen":{"tijdstipRegistratie":"2019-05-12T10:00:00Z","versie":2,"beginGeldigheid":"2020-01-01","tijdstipRegistratieLV":"2019-05-12T10:05:00.12Z"},"ligtIn":"9901"}}""",
            (await proef.Store.Read(s => s.Vind(Objecttype.OpenbareRuimte, "9901300000000001", Tijdreis.Nu(TimeProvider.System))))!.Body);
        Assert.Equal(new Extractverslag(8, 0, 2, 1), await Lees(proef.Store));
    }

    [EngineTheory]
    public async Task After_an_interruption_it_goes_on_where_it_was(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddAdressen());
        Schrijf();

        foreach (var na in (int[])[2, 1, 3])
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lees(proef.Store, 2, new NaStappen(na, stop), stop.Token));
        }

        _meldingen.Clear();
        var rest = await Lees(proef.Store, 2);

        Assert.Equal("Gaat verder met de adressen.", Assert.Single(_meldingen));
        Assert.Equal(new Extractverslag(0, 0, 0, 0), rest);
        foreach (var (type, aantal) in new[] { (Objecttype.Woonplaats, 1), (Objecttype.OpenbareRuimte, 2), (Objecttype.Nummeraanduiding, 1), (Objecttype.Pand, 1), (Objecttype.Verblijfsobject, 1), (Objecttype.Ligplaats, 1), (Objecttype.Standplaats, 1) })
            Assert.Equal(aantal, (await proef.Store.Read(s => s.Zoek(type, new Voorwaarden()))).Count);
        Assert.NotNull(await proef.Store.Read(s => s.Vind("9901200000000001")));
    }

    [Fact]
    public async Task What_is_no_xml_is_told_and_the_other_files_are_read()
    {
        await using var proef = await TestStore.Create(Engine.Sqlite, s => s.AddAdressen());
        Schrijf(("0000AAA.zip", "0000AAA-1.xml", "<a><bagObject><Pand></a>"));

        var verslag = await Lees(proef.Store);

        Assert.Equal((8, 3), (verslag.Objecten, verslag.Meldingen));
        Assert.StartsWith("0000AAA.zip/0000AAA-1.xml, object 1: geen geldige XML op regel 1", _meldingen[0], StringComparison.Ordinal);
    }

    public void Dispose() => _map.Dispose();

    private Task<Extractverslag> Lees(Meent.Data.Opslag.Store store, int portie = 1_000, IProgress<Voortgang>? voortgang = null, CancellationToken stop = default) =>
        new BagImport(store, "proef", TimeProvider.System, _meldingen.Add, voortgang, portie).Lees(Bestand, stop);

    private void Schrijf(params (string Zip, string Xml, string Inhoud)[] ook)
    {
        using var uit = ZipFile.Open(Bestand, ZipArchiveMode.Create);
        foreach (var (zip, xml, inhoud) in Inhoud().Concat(ook))
        {
            using var binnen = uit.CreateEntry(zip).Open();
            using var deel = new ZipArchive(binnen, ZipArchiveMode.Create);
            using var tekst = new StreamWriter(deel.CreateEntry(xml).Open(), Encoding.UTF8);
            tekst.Write(inhoud);
        }
    }

    private static IEnumerable<(string Zip, string Xml, string Inhoud)> Inhoud()
    {
        const string Punt = "<Objecten:geometrie><Objecten:punt><gml:Point srsDimension=\"3\"><gml:pos>100005.5 450005 0</gml:pos></gml:Point></Objecten:punt></Objecten:geometrie>";
        const string Adres = """<Objecten:heeftAlsHoofdadres><Objecten-ref:NummeraanduidingRef domein="NL.IMBAG.Nummeraanduiding">{0}</Objecten-ref:NummeraanduidingRef></Objecten:heeftAlsHoofdadres>""";
        yield return Deel("WPL", Een("Woonplaats", "9901", $"<Objecten:naam>Duinwaarde</Objecten:naam><Objecten:geometrie><Objecten:vlak>{Vlak}</Objecten:vlak></Objecten:geometrie>", "Woonplaats aangewezen"));
        yield return Deel("OPR", Straat("Dijkweg", "", 1, "2019-05-12", "2020-01-01"), Straat("Dijkgraaflaan", "<Objecten:verkorteNaam><nen5825:VerkorteNaamOpenbareRuimte><nen5825:verkorteNaam>Dijkgraafln</nen5825:verkorteNaam></nen5825:VerkorteNaamOpenbareRuimte></Objecten:verkorteNaam>", 2, "2020-01-01", null));
        const string Nummer = "<Objecten:huisnummer>7</Objecten:huisnummer><Objecten:huisletter>b</Objecten:huisletter><Objecten:postcode>9901AA</Objecten:postcode><Objecten:typeAdresseerbaarObject>Verblijfsobject</Objecten:typeAdresseerbaarObject>";
        const string LigtAan = """<Objecten:ligtAan><Objecten-ref:OpenbareRuimteRef domein="NL.IMBAG.Openbareruimte">9901300000000001</Objecten-ref:OpenbareRuimteRef></Objecten:ligtAan>""";
        yield return Deel("NUM", Een("Nummeraanduiding", "9901200000000001", Nummer + LigtAan, "Naamgeving uitgegeven"), Een("Nummeraanduiding", "9901200000000002", Nummer, "Naamgeving uitgegeven"));
        yield return Deel("PND", Een("Pand", "9901100000000001", $"<Objecten:geometrie>{Vlak}</Objecten:geometrie><Objecten:oorspronkelijkBouwjaar>1930</Objecten:oorspronkelijkBouwjaar>", "Pand in gebruik"), Een("Pand", "9901100000000002", "<Objecten:oorspronkelijkBouwjaar>1930</Objecten:oorspronkelijkBouwjaar>", "Pand in gebruik"));
        yield return Deel("VBO", Een("Verblijfsobject", "9901010000000001", string.Format(null, Adres, "9901200000000001") + Punt + "<Objecten:gebruiksdoel>woonfunctie</Objecten:gebruiksdoel><Objecten:oppervlakte>80</Objecten:oppervlakte><Objecten:maaktDeelUitVan><Objecten-ref:PandRef>9901100000000001</Objecten-ref:PandRef></Objecten:maaktDeelUitVan>", "Verblijfsobject in gebruik"));
        yield return Deel("LIG", Een("Ligplaats", "9901020000000001", string.Format(null, Adres, "9901200000000003") + $"<Objecten:geometrie>{Vlak}</Objecten:geometrie>", "Plaats aangewezen"));
        yield return Deel("STA", Een("Standplaats", "9901030000000001", string.Format(null, Adres, "9901200000000004") + $"<Objecten:geometrie>{Vlak}</Objecten:geometrie>", "Plaats aangewezen"));
    }

    private static (string Zip, string Xml, string Inhoud) Deel(string soort, params string[] objecten) => ($"0000{soort}.zip", $"0000{soort}-1.xml",
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <sl-bag-extract:bagStand xmlns:sl-bag-extract="http://www.kadaster.nl/schemas/lvbag/extract-deelbestand-lvc/v20200601" xmlns:sl="http://www.kadaster.nl/schemas/standlevering-generiek/1.0" xmlns:Objecten="www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601" xmlns:Objecten-ref="www.kadaster.nl/schemas/lvbag/imbag/objecten-ref/v20200601" xmlns:Historie="www.kadaster.nl/schemas/lvbag/imbag/historie/v20200601" xmlns:nen5825="www.kadaster.nl/schemas/lvbag/imbag/nen5825/v20200601" xmlns:gml="http://www.opengis.net/gml/3.2">
        <sl:standBestand><sl:dataset>LVBAG</sl:dataset><sl:inhoud><sl:objectTypen><sl:objectType>{soort}</sl:objectType></sl:objectTypen></sl:inhoud>
        <sl:stand>{string.Join("</sl:stand>\n<sl:stand>", objecten.Select(een => $"<sl-bag-extract:bagObject>{een}</sl-bag-extract:bagObject>"))}</sl:stand>
        </sl:standBestand></sl-bag-extract:bagStand>
        """);

    private static string Straat(string naam, string kort, int versie, string begin, string? eind) => Een(
        "OpenbareRuimte", "9901300000000001", $"<Objecten:naam>{naam}</Objecten:naam><Objecten:type>Weg</Objecten:type>{kort}<Objecten:ligtIn><Objecten-ref:WoonplaatsRef>9901</Objecten-ref:WoonplaatsRef></Objecten:ligtIn>", "Naamgeving uitgegeven", versie, begin, eind);

    private static string Een(string type, string identificatie, string eigen, string status, int versie = 1, string begin = "2019-05-12", string? eind = null) =>
        $"""
        <Objecten:{type}><Objecten:identificatie domein="NL.IMBAG.{type}">{identificatie}</Objecten:identificatie>{eigen}<Objecten:status>{status}</Objecten:status><Objecten:geconstateerd>N</Objecten:geconstateerd><Objecten:documentdatum>2019-05-12</Objecten:documentdatum><Objecten:documentnummer>D-1</Objecten:documentnummer>
        <Objecten:voorkomen><Historie:Voorkomen><Historie:voorkomenidentificatie>{versie}</Historie:voorkomenidentificatie><Historie:beginGeldigheid>{begin}</Historie:beginGeldigheid>{(eind is null ? "" : $"<Historie:eindGeldigheid>{eind}</Historie:eindGeldigheid>")}<Historie:tijdstipRegistratie>2019-05-12T12:00:00.000</Historie:tijdstipRegistratie><Historie:BeschikbaarLV><Historie:tijdstipRegistratieLV>2019-05-12T12:05:00.120</Historie:tijdstipRegistratieLV></Historie:BeschikbaarLV></Historie:Voorkomen></Objecten:voorkomen></Objecten:{type}>
        """;

    /// <summary>Stops the work after so many transactions.</summary>
    private sealed class NaStappen(int stappen, CancellationTokenSource stop) : IProgress<Voortgang>
    {
        private int _gedaan;

        public void Report(Voortgang value)
        {
            if (++_gedaan == stappen) stop.Cancel();
        }
    }
}
