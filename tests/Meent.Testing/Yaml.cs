using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Meent.Testing;

/// <summary>YAML as JSON.</summary>
public static class Yaml
{
    public static JsonObject Lees(string pad)
    {
        using var lezer = File.OpenText(pad);
        var stroom = new YamlStream();
        stroom.Load(lezer);
        return (JsonObject)Json(stroom.Documents[0].RootNode)!;
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(lid => KeyValuePair.Create(((YamlScalarNode)lid.Key).Value!, Json(lid.Value)))),
        YamlSequenceNode rij => new JsonArray([.. rij.Select(Json)]),
        YamlScalarNode { Style: not YamlDotNet.Core.ScalarStyle.Plain } tekst => JsonValue.Create(tekst.Value),
        YamlScalarNode { Value: "true" or "false" } vlag => JsonValue.Create(vlag.Value == "true"),
        YamlScalarNode { Value: null or "" or "null" } => null,
        YamlScalarNode getal when long.TryParse(getal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var heel) => JsonValue.Create(heel),
        YamlScalarNode tekst => JsonValue.Create(tekst.Value),
        _ => throw new InvalidDataException(node.ToString()),
    };
}
