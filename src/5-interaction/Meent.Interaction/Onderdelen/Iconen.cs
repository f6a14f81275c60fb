using System.Collections.Frozen;
using System.Text.Json;

namespace Meent.Interaction.Onderdelen;

/// <summary>The drawings of the Tabler icons that the pages use (MIT); collected by <c>nlds/build.mjs</c>.</summary>
internal static class Iconen
{
    private static readonly FrozenDictionary<string, string> Tekeningen = Lees();

    public static string Van(string naam) => Tekeningen[naam];

    private static FrozenDictionary<string, string> Lees()
    {
        using var bestand = typeof(Iconen).Assembly.GetManifestResourceStream("wwwroot/iconen.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(bestand)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
