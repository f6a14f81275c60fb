using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Services.Huishoudboekje;

/// <summary>Bodies as the store keeps them.</summary>
internal static class HuishoudboekjeJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Schrijf<T>(T waarde) => JsonSerializer.Serialize(waarde, Options);

    public static T Lees<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
