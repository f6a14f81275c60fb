using System.Globalization;
using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Manager;

/// <summary>Contracts as the standard writes them; the content goes out as it came in.</summary>
internal static class DossierJson
{
    public static string Lijst(IEnumerable<Dossier> dossiers, string volgende)
    {
        var json = new StringBuilder("""{"contracts":[""");
        json.AppendJoin(',', dossiers.Select(Een));
        return json.Append("""],"pagination":{"next_cursor":""").Append(JsonSerializer.Serialize(volgende)).Append("}}").ToString();
    }

    public static string Sleutel(Dossier dossier) => string.Create(CultureInfo.InvariantCulture, $"{dossier.Contract.CreatedAt} {dossier.Contract.Hash}");

    public static (long CreatedAt, string Hash)? Sleutel(string? cursor)
    {
        if (cursor is null) return null;
        var delen = cursor.Split(' ');
        return delen.Length == 2 && long.TryParse(delen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tijd)
            ? (tijd, delen[1])
            : throw Bladeren.Fout("cursor is niet van deze Manager");
    }

    public static Dictionary<string, Dictionary<string, string>> Handtekeningen(Dossier dossier) => Enum.GetValues<HandtekeningSoort>()
        .ToDictionary(Handtekening.Naam, soort => dossier.Van(soort).ToDictionary(h => h.Peer, h => h.Jws, StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Een(Dossier dossier) =>
        $$"""{"content":{{dossier.Contract.Json}},"signatures":{{JsonSerializer.Serialize(Handtekeningen(dossier))}}}""";
}
