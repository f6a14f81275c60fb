using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Tests.Invoer;

namespace Meent.Tests.Architectuur;

/// <summary>No purpose without its entry: what the program names stands in the register of the demo, with all that a resident is told of it.</summary>
public sealed partial class DoelenTests(Draaiend draaiend) : IClassFixture<Draaiend>
{
    [Fact]
    public async Task Each_purpose_that_the_program_names_is_in_the_register_of_who_uses_it()
    {
        var genoemd = Bestanden.Alle.Where(b => b.Naam.StartsWith("src/", StringComparison.Ordinal)).SelectMany(Namen).ToHashSet(StringComparer.Ordinal);
        foreach (var naam in (string[])["zaken-behandelen", "processen-uitvoeren", "toeristische-verhuur-registreren", "personen-verstrekken"]) Assert.Contains(naam, genoemd);
        var (gemeente, basisregistraties) = (await Register("duinwaarde"), await Register("basisregistraties"));

        Assert.DoesNotContain(genoemd, naam => !gemeente.ContainsKey(naam) && !basisregistraties.ContainsKey(naam));
        // Every organisation with a register keeps connections, and the register itself.
        Assert.True(basisregistraties.ContainsKey("fsc-beheer") && basisregistraties.ContainsKey("verwerkingsregister-bijhouden"));
        Assert.All(gemeente.Values.Concat(basisregistraties.Values), activiteit => Assert.All(
            (string[])["naam", "doel", "grondslag", "toelichtingGrondslag", "bewaartermijn", "bewaartermijnLog", "herkomst", "vertrouwelijkheid"],
            veld => Assert.NotEmpty(activiteit.GetProperty(veld).GetString()!)));
    }

    private static IEnumerable<string> Namen((string Naam, string Tekst) bestand)
    {
        var gevonden = Path.GetExtension(bestand.Naam) switch
        {
            ".cs" => Genoemd().Matches(bestand.Tekst).Concat((bestand.Naam.EndsWith("Interaction/Toegang/Doelen.cs", StringComparison.Ordinal) ? Constante() : Activiteit()).Matches(bestand.Tekst)),
            ".json" when bestand.Naam.EndsWith(".koppelingen.json", StringComparison.Ordinal) => Koppeling().Matches(bestand.Tekst),
            _ => Enumerable.Empty<Match>(),
        };
        return gevonden.Select(m => m.Groups["naam"].Value);
    }

    private async Task<Dictionary<string, JsonElement>> Register(string organisatie)
    {
        using var client = draaiend.Meent.Client(organisatie);
        var json = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(new Uri("verwerkingsregister/api/v1/verwerkingsactiviteiten", UriKind.Relative)));
        return json.GetProperty("results").EnumerateArray().ToDictionary(a => a.GetProperty("uri").GetString()!.Split(':')[^1]);
    }

    [GeneratedRegex(@"\bVerwerkingsactiviteit\(""(?<naam>[a-z0-9-]+)""\)")]
    private static partial Regex Genoemd();

    [GeneratedRegex(@"const string \w+ = ""(?<naam>[a-z0-9-]+)"";")]
    private static partial Regex Constante();

    [GeneratedRegex(@"const string (Doel|\w*Activiteit) = ""(?<naam>[a-z0-9-]+)"";")]
    private static partial Regex Activiteit();

    [GeneratedRegex(@"""doel"": ""(?<naam>[a-z0-9-]+)""")]
    private static partial Regex Koppeling();
}
