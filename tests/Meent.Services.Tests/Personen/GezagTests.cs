using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Personen;

/// <summary>Gezag in the answers of BRP Personen; who has it is in <see cref="GezagsbepalingTests"/>.</summary>
public sealed class GezagTests
{
    private const string Kind = "999970112";
    private const string Moeder = "999970082";
    private const string Vader = "999970094";

    private const string Relatie = """
        {"type":"GezamenlijkOuderlijkGezag","minderjarige":{"burgerservicenummer":"999970112","naam":{"volledigeNaam":"Kiki de Boer"},"leeftijd":0},
         "ouders":[{"burgerservicenummer":"999970082","naam":{"volledigeNaam":"Ada de Boer"}},{"burgerservicenummer":"999970094","naam":{"volledigeNaam":"jonkheer Bob Bos"}}]}
        """;

    [EngineTheory]
    public async Task A_minor_has_the_relations_over_him_and_a_parent_those_over_the_child(Engine engine)
    {
        await using var register = await Gezin(engine);

        foreach (var bsn in new[] { Kind, Moeder, Vader }) Antwoorden.Gelijk($"[{Relatie}]", await Gezag(register, bsn));
        Antwoorden.Gelijk("[]", await Gezag(register, Proefregister.Teun));
    }

    [EngineTheory]
    public async Task Why_nobody_has_it_is_told_of_the_minor_alone_and_an_investigation_marks_it(Engine engine)
    {
        await using var register = await Gezin(engine, kind: """,{"0910":"9901"}]],"11":[[{"3210":"1","8510":"00000000","8310":"118510","8320":"20260101"}]]""");

        var relatie = (await Gezag(register, Kind)).AsArray().Single()!;

        Assert.Equal("GezagNietTeBepalen", relatie["type"]!.GetValue<string>());
        Assert.EndsWith("ingangsdatum geldigheid van gezagsverhouding", relatie["toelichting"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(relatie["inOnderzoek"]!.GetValue<bool>());
        Antwoorden.Gelijk("[]", await Gezag(register, Moeder));
    }

    [EngineTheory]
    public async Task A_purpose_covers_it_and_protocollering_names_it(Engine engine)
    {
        await using var register = await Gezin(engine);

        await register.AlsPeer(403, [Kind], ["gezag"], "personen:naam");
        await register.AlsPeer(200, [Kind], ["gezag"], "personen:gezag");

        Assert.Equal(["PAGZ01"], await (await register.Store()).Read(session => session.All("SELECT gevraagd FROM personen_protocol", row => row.Text(0))));
    }

    [SharedEngineTheory]
    public async Task Everybody_of_the_public_test_set_answers_as_the_standard_describes(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.LeesTestset();
        var standaard = new Standaardschema("brp-personen-2.7.0.yaml");
        var bsns = await (await register.Store()).Read(session => session.All("SELECT bsn FROM personen_personen WHERE bsn IS NOT NULL GROUP BY bsn HAVING COUNT(*) = 1 ORDER BY bsn", row => row.Text(0)));
        var soorten = new HashSet<string>();
        foreach (var deel in bsns.Chunk(20))
        {
            foreach (var persoon in (await register.Raadpleeg(200, deel, ["gezag"])).GetProperty("personen").EnumerateArray())
            {
                Assert.Empty(standaard.Fouten(persoon, "Persoon", vormVanTekst: false));
                soorten.UnionWith(persoon.GetProperty("gezag").EnumerateArray().Select(relatie => relatie.GetProperty("type").GetString()!));
            }
        }

        Assert.Superset(new HashSet<string> { "GezamenlijkOuderlijkGezag", "EenhoofdigOuderlijkGezag", "GezagNietTeBepalen" }, soorten);
    }

    private static async Task<JsonNode> Gezag(Proefregister register, string bsn) =>
        JsonNode.Parse((await register.Raadpleeg(200, [bsn], ["gezag"])).GetProperty("personen")[0].GetProperty("gezag").GetRawText())!;

    private static async Task<Proefregister> Gezin(Engine engine, string kind = """,{"0910":"9901"}]]""")
    {
        var register = await Proefregister.Open(engine);
        var geboren = DateTime.UtcNow.AddDays(-40).ToString("yyyyMMdd", null);
        await register.VoegLijst(
            $$"""
            {"01":[[{"0110":"9278101475","0120":"{{Kind}}","0210":"Kiki","0230":"de","0240":"Boer","0310":"{{geboren}}","0330":"6030","0410":"V"}]],
             "02":[[{"0120":"{{Moeder}}","0210":"Ada","0230":"de","0240":"Boer","0310":"19900101","0410":"V","6210":"{{geboren}}"}]],
             "03":[[{"0120":"{{Vader}}","0210":"Bob","0220":"JH","0240":"Bos","0310":"19900101","0410":"M","6210":"{{geboren}}"}]],
             "08":[[{"0910":"9901"}{{kind}}}
            """);
        await register.VoegLijst(Ouder("9236983717", Moeder, "Ada", "V"));
        await register.VoegLijst(Ouder("9475985941", Vader, "Bob", "M"));
        return register;
    }

    private static string Ouder(string anummer, string bsn, string naam, string geslacht) =>
        $$"""{"01":[[{"0110":"{{anummer}}","0120":"{{bsn}}","0210":"{{naam}}","0240":"X","0310":"19900101","0410":"{{geslacht}}"}]],"09":[[{"0120":"{{Kind}}","0310":"{{DateTime.UtcNow.AddDays(-40):yyyyMMdd}}"}]]}""";
}
