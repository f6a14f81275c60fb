using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Meent.Tests.Uitrol;

/// <summary>The small part of Helm's template language that the chart keeps to, so that it can be rendered and read without Helm.</summary>
internal static partial class Sjabloon
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();

    public static object Lees(string yaml) => Yaml.Deserialize<object>(yaml);

    /// <summary>The documents of a rendered template.</summary>
    public static IEnumerable<object> Maak(string sjabloon, object values) => Vul(Voorwaarde().Replace(sjabloon, m => Waarde(m.Groups[1].Value, values) is "" or null or false ? "" : m.Groups[2].Value), values)
        .Split("\n---\n").Select(Lees);

    /// <summary>A value by its path, such as <c>spec.ports.0.name</c>.</summary>
    public static object? Op(object? boom, string pad) => pad.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(boom, (tak, deel) => tak switch
    {
        IDictionary<object, object> map => map.TryGetValue(deel, out var kind) ? kind : null,
        IList<object> lijst => lijst[int.Parse(deel, null)],
        _ => null,
    });

    private static string Vul(string sjabloon, object values) => Actie().Replace(sjabloon, m =>
    {
        var stappen = m.Groups[1].Value.Split('|', StringSplitOptions.TrimEntries);
        return stappen.Skip(1).Aggregate(Waarde(stappen[0], values), Pas)?.ToString() ?? throw new FormatException($"'{m.Value}' heeft geen waarde.");
    });

    private static object? Waarde(string uitdrukking, object values) => uitdrukking.Split(' ') switch
    {
        [".Release.Name"] => "proef",
        ["toYaml", var pad] => JsonSerializer.Serialize(Waarde(pad, values)),
        ["dict", var naam, var pad] => new Dictionary<object, object?> { [naam.Trim('"')] = Waarde(pad, values) },
        [var pad] when pad.StartsWith(".Values.", StringComparison.Ordinal) => Op(values, pad[".Values.".Length..]),
        _ => throw new FormatException($"Dit kent de proef niet: {uitdrukking}"),
    };

    private static object? Pas(object? waarde, string stap) => stap.Split(' ')[0] switch
    {
        "toJson" => JsonSerializer.Serialize(waarde),
        "quote" => JsonSerializer.Serialize(waarde?.ToString()),
        "sha256sum" => "0123",
        // JSON is YAML, on one line.
        "nindent" => waarde,
        _ => throw new FormatException($"Dit kent de proef niet: {stap}"),
    };

    [GeneratedRegex(@"[ ]*\{\{- if (\S+) \}\}\n(.*?)[ ]*\{\{- end \}\}\n", RegexOptions.Singleline)]
    private static partial Regex Voorwaarde();

    [GeneratedRegex(@"\{\{-? (.*?) \}\}")]
    private static partial Regex Actie();
}
