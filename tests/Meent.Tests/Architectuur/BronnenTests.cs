using System.Text.RegularExpressions;

namespace Meent.Tests.Architectuur;

/// <summary>
/// A bron touches only its own tables. Its tables begin with its name, so the SQL in a component's folder may only name tables of the bron that
/// the folder belongs to.
/// </summary>
public sealed partial class BronnenTests
{
    /// <summary>Every bron, with the folder whose migrations make its tables.</summary>
    private static readonly ILookup<string, string> NaamPerMap = Bestanden.Alle.Where(b => IsBroncode(b.Naam))
        .SelectMany(b => Registratie().Matches(b.Tekst).Select(m => (Naam: Constante(m.Groups["naam"].Value), Map: Map(m.Groups["map"].Value))))
        .ToLookup(r => r.Map, r => r.Naam, StringComparer.Ordinal);

    [Fact]
    public void There_are_bronnen() => Assert.True(NaamPerMap.Count >= 5, string.Join(", ", NaamPerMap.Select(n => n.Key)));

    [Fact]
    public void No_two_bronnen_have_the_same_name()
    {
        var namen = NaamPerMap.SelectMany(n => n).ToList();

        Assert.Equal(namen.Distinct(), namen);
    }

    [Fact]
    public void A_bron_makes_only_tables_that_begin_with_its_name()
    {
        var vreemd = Bestanden.Alle.Where(b => b.Naam.StartsWith("src/", StringComparison.Ordinal) && b.Naam.EndsWith(".sql", StringComparison.Ordinal))
            .SelectMany(b => Tabellen(b.Tekst).Where(t => !Eigen(b.Naam).Any(bron => HoortBij(t, bron))).Select(t => $"{b.Naam}: {t}"));

        Assert.Empty(vreemd);
    }

    [Fact]
    public void The_code_of_a_bron_names_no_table_of_another()
    {
        var bronnen = NaamPerMap.SelectMany(n => n).ToList();
        var vreemd = Bestanden.Alle.Where(b => IsBroncode(b.Naam))
            .SelectMany(b => Tabellen(Tekstwaarden(b.Tekst)).Where(t => bronnen.Exists(bron => HoortBij(t, bron)) && !Eigen(b.Naam).Any(bron => HoortBij(t, bron)))
                .Select(t => $"{b.Naam}: {t}"));

        Assert.Empty(vreemd.Distinct());
    }

    [Fact]
    public void Layers_5_and_4_hold_no_sql()
    {
        var sql = Bestanden.Alle.Where(b => b.Naam.StartsWith("src/5-", StringComparison.Ordinal) || b.Naam.StartsWith("src/4-", StringComparison.Ordinal))
            .Where(b => b.Naam.EndsWith(".sql", StringComparison.Ordinal) || Zin().IsMatch(Tekstwaarden(b.Tekst)));

        Assert.Empty(sql.Select(b => b.Naam));
    }

    [Theory]
    [InlineData("SELECT * FROM personen_personen WHERE id = $1", "personen_personen")]
    [InlineData("INSERT INTO verhuur_nachten (a) SELECT b FROM verhuur_meldingen", "verhuur_nachten", "verhuur_meldingen")]
    [InlineData("DELETE FROM a_b; UPDATE c_d SET x = 1", "a_b", "c_d")]
    [InlineData("CREATE TABLE e_f (g UUID REFERENCES h_i (id))", "e_f", "h_i")]
    public void The_tables_in_a_statement_are_found(string sql, params string[] tabellen) => Assert.Equal(tabellen, Tabellen(sql));

    /// <summary>The bronnen of the nearest folder above a file that has migrations or a bron's name; <c>meent_</c> is the store's own.</summary>
    private static IEnumerable<string> Eigen(string bestand)
    {
        for (var map = Path.GetDirectoryName(bestand); !string.IsNullOrEmpty(map); map = Path.GetDirectoryName(map))
        {
            if (NaamPerMap.Contains(map)) return NaamPerMap[map];
            // The records of the log are layer 1, its API is layer 2: one bron in two folders.
            if (NaamPerMap.SelectMany(n => n).FirstOrDefault(bron => bron.Equals(Path.GetFileName(map), StringComparison.OrdinalIgnoreCase)) is { } gelijknamig) return [gelijknamig];
        }

        return bestand.StartsWith("src/1-data/", StringComparison.Ordinal) ? ["meent"] : [];
    }

    private static bool IsBroncode(string naam) => naam.StartsWith("src/", StringComparison.Ordinal) && naam.EndsWith(".cs", StringComparison.Ordinal);

    private static bool HoortBij(string tabel, string bron) => tabel.StartsWith(bron + "_", StringComparison.Ordinal);

    private static IEnumerable<string> Tabellen(string sql) => Tabel().Matches(sql).Select(m => m.Groups["tabel"].Value);

    private static string Tekstwaarden(string code) => string.Join('\n', Tekst().Matches(code).Select(m => m.Value));

    /// <summary><c>Meent.Services.Verhuur.Migraties</c> is the folder src/2-services/Meent.Services/Verhuur.</summary>
    private static string Map(string ruimte)
    {
        var delen = ruimte.Split('.')[..^1];
        var project = Directory.GetFiles(Meent.Testing.Omgeving.Pad("src"), $"{delen[0]}.{delen[1]}.csproj", SearchOption.AllDirectories).Single();
        return Path.GetRelativePath(Meent.Testing.Omgeving.Wortel, Path.Combine([Path.GetDirectoryName(project)!, .. delen[2..]]));
    }

    private static string Constante(string tekst) => tekst.StartsWith('"')
        ? tekst.Trim('"')
        : (string)typeof(Meent.Standards.Koppelvlak.Diensten).GetField(tekst.Split('.')[^1])!.GetRawConstantValue()!;

    [GeneratedRegex(""""\.AddBron\(\s*(?<naam>"[a-z]+"|[A-Za-z.]+)\s*,\s*typeof\([^)]*\)\.Assembly\s*,\s*"(?<map>[A-Za-z.]+)"""")]
    private static partial Regex Registratie();

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE|TABLE(?: IF NOT EXISTS)?|REFERENCES)\s+(?<tabel>[a-z]+_[a-z_]+)")]
    private static partial Regex Tabel();

    [GeneratedRegex(@"\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|UPDATE [a-z_]+ SET)\b")]
    private static partial Regex Zin();

    // Raw, verbatim and plain texts; a quote inside one is of no matter here.
    [GeneratedRegex(""""
        """[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"
        """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tekst();
}
