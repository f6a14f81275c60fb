using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Services.EigenApi;

/// <summary>How our own APIs write JSON, to their tables and to their callers.</summary>
internal static class EigenJson
{
    /// <summary>Shape of the bodies in the tables; an older shape is brought up to date when it is read.</summary>
    public const int Vorm = 1;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        // Answers are JSON, never HTML; names with diacritics stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Schrijf<T>(T waarde) => JsonSerializer.Serialize(waarde, Options);

    public static T Lees<T>(string body) => JsonSerializer.Deserialize<T>(body, Options)!;

    /// <summary>The word for an enum's value in JSON, columns and parameters.</summary>
    public static string Woord<T>(this T waarde) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(waarde.ToString());
}
