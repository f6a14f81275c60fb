using System.Text.Json;

namespace Meent.Process.Definities;

/// <summary>The processes that come with Meent: pairs of <c>naam.bpmn</c> and <c>naam.koppelingen.json</c> in this assembly.</summary>
internal static class Meegeleverd
{
    private const string Map = "Meent.Process.Modellen.";

    private static readonly string[] Namen =
    [
        .. typeof(Meegeleverd).Assembly.GetManifestResourceNames()
            .Where(naam => naam.StartsWith(Map, StringComparison.Ordinal) && naam.EndsWith(".bpmn", StringComparison.Ordinal))
            .Select(naam => naam[Map.Length..^".bpmn".Length]),
    ];

    public static IReadOnlyList<string> Processen => Namen;

    public static bool Heeft(string proces) => Namen.Contains(proces);

    public static string Bpmn(string proces) => Lees(proces + ".bpmn");

    public static JsonElement Koppelingen(string proces) => JsonElement.Parse(Lees(proces + ".koppelingen.json"));

    private static string Lees(string bestand)
    {
        using var lezer = new StreamReader(typeof(Meegeleverd).Assembly.GetManifestResourceStream(Map + bestand)!);
        return lezer.ReadToEnd();
    }
}
