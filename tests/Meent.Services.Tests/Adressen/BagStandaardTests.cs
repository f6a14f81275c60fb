using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Services.Adressen;
using Meent.Services.Adressen.Demo;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.Tests.Personen;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Adressen;

/// <summary>Answers against the OpenAPI of the standard itself, one for each operation that reads.</summary>
public sealed partial class BagStandaardTests : IDisposable
{
    private const string Bestand = "bag-individuele-bevragingen-v2.yaml";
    private readonly TijdelijkeMap _map = new();

    /// <summary>What the file says that cannot be: it requires a member that it does not have, and leaves out two lines that the BAG does give.</summary>
    private static readonly string[] Tegenspraak = [".kortNaam ontbreekt", ".adresregel5 staat niet in de standaard", ".adresregel6 staat niet in de standaard"];

    [SharedTheory]
    [InlineData("/adressen?postcode=9901AB&huisnummer=3", "AdresIOHalCollection")]
    [InlineData("/adressen?pandIdentificatie=9901100000000006", "AdresIOHalCollection")]
    [InlineData("/adressen/9901200000000006", "AdresIOHal")]
    [InlineData("/adressen/9901200000000006?expand=true", "AdresIOHal")]
    [InlineData("/adressen/9901200000000006?expand=nummeraanduiding,woonplaats", "AdresIOHal")]
    [InlineData("/adressen/zoek?zoek=zeelaan", "ZoekResultaatHalCollection")]
    [InlineData("/adressenuitgebreid?postcode=9901AB&huisnummer=3", "AdresUitgebreidHalCollection")]
    [InlineData("/adressenuitgebreid/9901200000000006", "AdresUitgebreidHal")]
    [InlineData("/info", "API-info")]
    public async Task An_answer_is_as_the_standard_describes_it(string pad, string schema)
    {
        await using var node = await Open(Engine.Sqlite);
        var antwoord = await node.Vraag(200, HttpMethod.Get, Diensten.Adressen, pad, headers: Rd);
        Assert.Empty(Fouten(antwoord, schema));
    }

    /// <summary>Every path of the file, with what the demo has; of each the answer is held against the schema that the file names for it.</summary>
    [SharedFact]
    public async Task Every_operation_that_reads_answers_in_the_schema_of_its_own()
    {
        await using var node = await Open(Engine.Sqlite);
        using var bestand = JsonDocument.Parse(JsonSerializer.Serialize(Yaml.Lees(Omgeving.Shared("standards", Bestand))));
        var (fouten, gezien) = (new List<string>(), 0);
        foreach (var pad in bestand.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!pad.Value.TryGetProperty("get", out var operatie) || Vul(pad.Name) is not { } gevuld) continue;
            var schema = operatie.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().First().Value.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            using var antwoord = await node.Stuur(HttpMethod.Get, Diensten.Adressen, gevuld, headers: Rd);
            var tekst = await antwoord.Content.ReadAsStringAsync();
            gezien++;
            if ((int)antwoord.StatusCode != 200) fouten.Add($"{gevuld}: {(int)antwoord.StatusCode} {tekst}");
            else fouten.AddRange(Fouten(JsonSerializer.Deserialize<JsonElement>(tekst), schema).Select(fout => $"{gevuld}: {fout}"));
        }

        Assert.True(fouten.Count == 0, string.Join('\n', fouten));
        Assert.Equal(28, gezien);
    }

    [SharedTheory]
    [InlineData("/adressen/zoek", 400)]
    [InlineData("/adressen", 400)]
    [InlineData("/adressen/1", 400)]
    [InlineData("/adressen/9901200000009999", 404)]
    [InlineData("/adressenuitgebreid/9901200000009999", 404)]
    [InlineData("/panden/9901100000000006?expand=true", 400)]
    public async Task A_problem_is_as_the_standard_describes_it(string pad, int status)
    {
        await using var node = await Open(Engine.Sqlite);
        var antwoord = await node.Vraag(status, HttpMethod.Get, Diensten.Adressen, pad, headers: Rd);
        // RFC 9457 lets a problem have members of its own.
        Assert.DoesNotContain(Fouten(antwoord, "Error"), fout => fout != "Error.traceId staat niet in de standaard");
    }

    public void Dispose() => _map.Dispose();

    private static void Rd(System.Net.Http.Headers.HttpRequestHeaders headers)
    {
        headers.Remove(Headers.AcceptCrs);
        headers.Add(Headers.AcceptCrs, "epsg:28992");
    }

    private static IEnumerable<string> Fouten(JsonElement antwoord, string schema) =>
        new Standaardschema(Bestand).Fouten(antwoord, schema, vormVanTekst: false).Where(fout => !Tegenspraak.Any(t => fout.EndsWith(t, StringComparison.Ordinal)));

    /// <summary>The path with objects of the demo; null for what has none there.</summary>
    private static string? Vul(string pad)
    {
        if (pad.StartsWith("/bronhouders", StringComparison.Ordinal) || pad.StartsWith("/ligplaatsen", StringComparison.Ordinal) || pad.StartsWith("/standplaatsen", StringComparison.Ordinal)) return null;
        var soort = Objecttype.Alle.FirstOrDefault(type => pad.StartsWith("/" + type.Meervoud, StringComparison.Ordinal))?.Naam;
        var identificatie = soort switch { "woonplaats" => "9901", "openbareRuimte" => "9901300000000002", "nummeraanduiding" => "9901200000000006", "pand" => "9901100000000006", _ => "9901010000000006" };
        var vraag = pad switch
        {
            "/adresseerbareobjecten" => "?nummeraanduidingIdentificatie=9901200000000006",
            "/adressen/zoek" => "?zoek=duinpad",
            "/adressen" or "/adressenuitgebreid" or "/nummeraanduidingen" => "?postcode=9901AB&huisnummer=3",
            "/openbareruimten" => "?woonplaatsIdentificatie=9901",
            "/verblijfsobjecten" => "?pandIdentificatie=9901100000000006",
            "/woonplaatsen" => "?naam=Duinwaarde",
            _ => "",
        };
        return Parameter().Replace(pad.Replace("{versie}", "1", StringComparison.Ordinal).Replace("{timestampRegistratieLv}", "1557655500000", StringComparison.Ordinal)
            .Replace("{nummeraanduidingIdentificatie}", "9901200000000006", StringComparison.Ordinal), identificatie) + vraag;
    }

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddAdressen(), routes => routes.MapAdressen());
        await AdressenDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Parameter();
}
