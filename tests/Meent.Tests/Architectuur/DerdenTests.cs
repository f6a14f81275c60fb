using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Testing;

namespace Meent.Tests.Architectuur;

/// <summary>THIRD-PARTY.md lists what is really in the program, no more and no less.</summary>
public sealed partial class DerdenTests
{
    [Fact]
    public void Every_package_in_the_program_is_listed_with_its_version_and_licence()
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Omgeving.Pad("artifacts", "obj", "Meent", "project.assets.json")));
        var gebruikt = assets.RootElement.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package")
            .Select(l => l.Name.Replace('/', ' ')).Where(naam => !naam.Contains("Analyzers", StringComparison.Ordinal));

        Assert.Equal(gebruikt.Order(StringComparer.OrdinalIgnoreCase), Lijst("## NuGet packages in the program").Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_npm_package_that_files_are_taken_from_is_listed()
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Omgeving.Pad("src", "5-interaction", "nlds", "package.json")));
        var gebruikt = package.RootElement.GetProperty("devDependencies").EnumerateObject().Select(d => $"{d.Name} {d.Value.GetString()}");

        Assert.Equal(gebruikt.Order(StringComparer.Ordinal), Lijst("## npm packages of which files are in the program").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_link_in_the_documentation_leads_somewhere()
    {
        var dood = Bestanden.Alle.Where(b => b.Naam.EndsWith(".md", StringComparison.Ordinal)).SelectMany(b => Verwijzing().Matches(b.Tekst)
            .Select(m => m.Groups["doel"].Value.Split('#')[0])
            .Where(doel => doel.Length > 0 && !doel.Contains("://", StringComparison.Ordinal) && !Path.Exists(Omgeving.Pad(Path.GetDirectoryName(b.Naam)!, doel)))
            .Select(doel => $"{b.Naam}: {doel}"));

        Assert.Empty(dood);
    }

    [Fact]
    public void Every_decision_has_a_number_of_its_own_and_stands_in_the_index()
    {
        var map = Omgeving.Pad("docs", "decisions");
        var besluiten = Directory.GetFiles(map, "*.md").Select(pad => Path.GetFileName(pad)!).Where(naam => naam != "README.md").ToList();
        var index = File.ReadAllText(Path.Combine(map, "README.md"));

        Assert.Equal(besluiten.Count, besluiten.Select(naam => naam[..4]).Distinct().Count());
        Assert.DoesNotContain(besluiten, naam => !index.Contains($"]({naam})", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lijst(string kop)
    {
        var tekst = File.ReadAllText(Omgeving.Pad("THIRD-PARTY.md"));
        var begin = tekst.IndexOf(kop, StringComparison.Ordinal) + kop.Length;
        var einde = tekst.IndexOf("\n## ", begin, StringComparison.Ordinal);
        return Rij().Matches(tekst[begin..(einde < 0 ? tekst.Length : einde)]).Where(m => m.Groups["versie"].Value != "Version").Select(m => $"{m.Groups["naam"]} {m.Groups["versie"]}");
    }

    [GeneratedRegex(@"^\| (?<naam>[^ |]+) \| (?<versie>[^ |]+) \| [^|]+", RegexOptions.Multiline)]
    private static partial Regex Rij();

    [GeneratedRegex(@"\]\((?<doel>[^)\s]+)\)")]
    private static partial Regex Verwijzing();
}
