using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Personen;

/// <summary>Landelijke tabellen 1.0.0, on tables as RvIG publishes them.</summary>
public sealed class TabellenTests : IAsyncLifetime
{
    private const string Gemeenten = """
        "92.10 Gemeentecode","92.11 Omschrijving","92.12 Nieuwe code","99.98 Datum ingang","99.99 Datum einde"
        "0000","Onbekend","","",""
        "0001","Adorp","0053","","19900101"
        "0060","Ameland","","",""
        "1970","Noardeast-Fryslân","","20190101",""
        "1999","Nieuwland","","21000101",""
        """;

    private const string Redenen = """
        "96.10 Reden opnemen/beëindigen nationaliteit","96.20 Omschrijving","96.30 Soort","99.98 Datum ingang","99.99 Datum einde"
        "017","Rijkswet op het Nederlanderschap 1984, art. 3, lid 1","VK","19850101",""
        "034","Toescheidingsovereenkomst Nederland-Indonesië, art. 10","BE","19491227","19850001"
        """;

    private static readonly JsonSerializerOptions Leesbaar = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TijdelijkeMap _map = new();
    private Proefnode? _node;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        _map.Dispose();
    }

    [EngineTheory]
    public async Task A_table_tells_what_its_codes_stand_for(Engine engine)
    {
        await Start(engine);

        Assert.Equal(["0000", "0060", "1970"], Codes(await Waarden("Gemeenten")));
        Assert.Equal(["0000", "0001", "0060", "1970", "1999"], Codes(await Waarden("Gemeenten", "?inclusiefbeeindigd=true")));
        Assert.Equal(["0000", "0060", "1970"], Codes(await Waarden("Gemeenten", "?inclusiefbeeindigd=false")));
        Assert.Equal("""{"code":"0001","omschrijving":"Adorp","datumEinde":"1990-01-01","nieuweCode":"0053"}""", Tekst(await Vraag(200, "/Gemeenten/waarden/0001")));
        Assert.Equal("""{"code":"1970","omschrijving":"Noardeast-Fryslân","datumIngang":"2019-01-01"}""", Tekst(await Vraag(200, "/Gemeenten/waarden/1970")));
        // Of an incomplete day nobody can say that it has passed.
        Assert.Equal("""{"code":"034","omschrijving":"Toescheidingsovereenkomst Nederland-Indonesië, art. 10","datumIngang":"1949-12-27","soort":"BE"}""", Tekst(await Vraag(200, "/Reden_Nationaliteit/waarden/034")));
        Assert.Equal(["M", "O", "V"], Codes(await Waarden("Geslacht")));
        Assert.Equal(13, Codes(await Waarden("Adellijke_Titel_Predicaat")).Count);
    }

    [SharedEngineTheory]
    public async Task The_published_tables_are_told_whole(Engine engine)
    {
        await Start(engine);
        var taak = _node!.Services.GetServices<IBeheertaak>().OfType<ImportBrp>().Single();
        await taak.Voer(new Beheeropdracht(_node.Organisatie, Omgeving.Shared("data", "brp", "landelijke-tabellen"), new Progress<Voortgang>(), _ => { }), default);

        foreach (var tabel in (await Vraag(200, "")).GetProperty("tabellen").EnumerateArray())
            Assert.NotEmpty(Codes(await Waarden(tabel.GetProperty("tabelidentificatie").GetString()!)));
        Assert.Equal(1478, Codes(await Waarden("Gemeenten", "?inclusiefbeeindigd=true")).Count);
        Assert.Equal("""{"code":"0007","omschrijving":"Bellingwedde","datumEinde":"2018-01-01","datumIngang":"1968-01-01","nieuweCode":"1950"}""", Tekst(await Vraag(200, "/Gemeenten/waarden/0007")));
    }

    [EngineTheory]
    public async Task Tables_are_listed_and_found_by_name(Engine engine)
    {
        await Start(engine);

        Assert.Equal(14, (await Vraag(200, "")).GetProperty("tabellen").GetArrayLength());
        Assert.Equal("""{"tabellen":[{"tabelidentificatie":"Landen","omschrijving":"Landen"}]}""", Tekst(await Vraag(200, "?tabelidentificatie=Landen")));
        Assert.Equal("""{"tabellen":[{"tabelidentificatie":"Reden_Nationaliteit","omschrijving":"Reden opnemen - beeindigen Nationaliteit"}]}""", Tekst(await Vraag(200, "?omschrijving=reden%20opnemen*")));
        Assert.Equal("""{"tabelidentificatie":"Landen","omschrijving":"Landen"}""", Tekst(await Vraag(200, "/Landen")));
        Assert.Equal(["1970"], Codes(await Waarden("Gemeenten", "?omschrijving=" + Uri.EscapeDataString("*lân*"))));
        Assert.Equal(["0060", "1970"], Codes(await Waarden("Gemeenten", "?omschrijving=*LAN*")));
        Assert.Empty(Codes(await Waarden("Gemeenten", "?omschrijving=adorp")));
        Assert.Equal(["0001"], Codes(await Waarden("Gemeenten", "?omschrijving=adorp&inclusiefbeeindigd=true")));
    }

    [EngineTheory]
    [InlineData("/landen", 404, "notFound")]
    [InlineData("/Burgemeesters/waarden", 404, "notFound")]
    [InlineData("/Gemeenten/waarden/9999", 404, "notFound")]
    [InlineData("?naam=Landen", 400, "paramsValidation", "naam", "unknownParam")]
    [InlineData("/Landen?omschrijving=Landen", 400, "paramsValidation", "omschrijving", "unknownParam")]
    [InlineData("/Landen/waarden?inclusiefbeeindigd=ja", 400, "paramsValidation", "inclusiefbeeindigd", "boolean")]
    [InlineData("/Landen/waarden?omschrijving=a&omschrijving=b", 400, "paramsValidation", "omschrijving", "maxItems")]
    public async Task What_is_not_there_or_cannot_be_asked_is_told_in_the_words_of_the_standard(Engine engine, string pad, int status, string code, string? veld = null, string? veldcode = null)
    {
        await Start(engine);

        var fout = await Vraag(status, pad);

        Assert.Equal(code, fout.GetProperty("code").GetString());
        Assert.StartsWith("https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.", fout.GetProperty("type").GetString(), StringComparison.Ordinal);
        if (veld is null) return;
        var ongeldig = Assert.Single(fout.GetProperty("invalidParams").EnumerateArray());
        Assert.Equal((veld, veldcode), (ongeldig.GetProperty("name").GetString(), ongeldig.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("*lân*", "Noardeast-Fryslân", true)]
    [InlineData("*lân*", "Ameland", false)]
    [InlineData("*nië*", "Papua-Nieuwguinea", false)]
    [InlineData("Noardeast-Fryslán", "Noardeast-Fryslân", false)]
    [InlineData("*niü*", "Armenië", false)]
    [InlineData("*nie*", "Armenië", true)]
    [InlineData("*nie*", "Papua-Nieuwguinea", true)]
    [InlineData("curacao", "Curaçao", true)]
    [InlineData("sao*", "São Tomé en Principe", true)]
    [InlineData("Sao Tomé en Principe", "São Tomé en Principe", true)]
    [InlineData("*anders beeind*", "Een naar vreemd recht anders beëind. huwelijk/geregistr. partnerschap", true)]
    [InlineData("BELGIË", "België", true)]
    [InlineData("BELGIE", "België", true)]
    [InlineData("belgi", "België", false)]
    [InlineData("belgi?", "België", true)]
    [InlineData("*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("", "België", false)]
    public void A_description_is_found_with_and_without_diacritics(string patroon, string tekst, bool past) => Assert.Equal(past, new Zoekpatroon(patroon).Past(tekst));

    private async Task Start(Engine engine)
    {
        _node = await Proefnode.Start(engine, _map, services => services.AddPersonen(), routes => routes.MapTabellen());
        var store = await _node.Store();
        await Lees(store, Tabel.Gemeenten, Gemeenten);
        await Lees(store, Tabel.RedenOpnemenBeeindigen, Redenen);
        _node.Services.GetRequiredService<Tabelopslag>().Vergeet(store);
    }

    private static async Task Lees(Store store, Tabel tabel, string csv)
    {
        using var bestand = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await TabelImport.Lees(store, tabel, bestand, default);
    }

    private Task<JsonElement> Waarden(string tabel, string query = "") => Vraag(200, $"/{tabel}/waarden{query}");

    private static List<string> Codes(JsonElement antwoord) => [.. antwoord.GetProperty("waarden").EnumerateArray().Select(waarde => waarde.GetProperty("code").GetString()!)];

    private static string Tekst(JsonElement antwoord) => JsonSerializer.Serialize(antwoord, Leesbaar);

    private Task<JsonElement> Vraag(int status, string pad) => _node!.Vraag(status, HttpMethod.Get, Diensten.Tabellen, "/tabellen" + pad);
}
