using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Meent.Data.Modellen;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Model;

/// <summary>From the JSON that a client sends to a record and to the bytes that are stored, and back.</summary>
internal static class Vorm
{
    [ThreadStatic] private static IReadOnlyList<string>? _basissen;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { BewaarUrls } },
    };

    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static T Lees<T>(JsonElement json, IReadOnlyList<string> basissen)
    {
        var fouten = new List<OngeldigVeld>();
        Controle.Object(json, Beschrijving.Van(typeof(T))!, "", fouten);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        _basissen = basissen;
        return json.Deserialize<T>(Json)!;
    }

    public static T VanBewaard<T>(ReadOnlySpan<byte> body)
    {
        _basissen = null;
        // The placeholder is not JSON; in a string it has to be escaped to be read.
        var leesbaar = new ArrayBufferWriter<byte>(body.Length + 64);
        int plek;
        while ((plek = body.IndexOf(EigenUrls.PlekByte)) >= 0)
        {
            leesbaar.Write(body[..plek]);
            leesbaar.Write("\\u0001"u8);
            body = body[(plek + 1)..];
        }

        leesbaar.Write(body);
        return JsonSerializer.Deserialize<T>(leesbaar.WrittenSpan, Json)!;
    }

    /// <summary>The stored body: <c>url</c> and <c>uuid</c> first, own URLs with the placeholder byte.</summary>
    /// <param name="metUuid">Catalogi resources have no <c>uuid</c> field.</param>
    public static byte[] Bewaar<T>(T model, string pad, Guid id, bool metUuid)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(model, Json);
        var body = new ArrayBufferWriter<byte>(json.Length + 160);
        body.Write(System.Text.Encoding.UTF8.GetBytes($"{{\"url\":\"{EigenUrls.Van(pad, id)}\"{(metUuid ? $",\"uuid\":\"{id:D}\"" : "")},"));
        Vervang(json.AsSpan(1), body);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Writes JSON with each escaped U+0001 as the byte itself; an escaped backslash before <c>u0001</c> is text.</summary>
    private static void Vervang(ReadOnlySpan<byte> json, IBufferWriter<byte> doel)
    {
        int plek;
        while ((plek = json.IndexOf((byte)'\\')) >= 0)
        {
            var isPlek = json[plek..].StartsWith("\\u0001"u8);
            doel.Write(json[..plek]);
            doel.Write(isPlek ? [EigenUrls.PlekByte] : json.Slice(plek, 2));
            json = json[(plek + (isPlek ? 6 : 2))..];
        }

        doel.Write(json);
    }

    private static void BewaarUrls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.IsDefined(typeof(UrlAttribute), false) != true || property.Set is not { } set) continue;
            property.Set = (target, waarde) => set(target, waarde is string url && _basissen is { } basissen ? EigenUrls.Bewaar(url, basissen) : waarde);
        }
    }
}
