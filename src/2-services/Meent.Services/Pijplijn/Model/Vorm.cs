using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Meent.Data.Modellen;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Model;

/// <summary>From the JSON that a client sends to a record and to the bytes that are stored, and back.</summary>
internal static class Vorm
{
    /// <summary>Begins the name of a member that is kept but not shown; no text or name of a client can begin so.</summary>
    public const char Verborgen = '\u0002';

    [ThreadStatic] private static Lezing? _lezing;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Pas } },
    };

    private static readonly JsonSerializerOptions Opslag = new(Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Pas, Verberg } } };

    /// <summary>A record from what a client sends for a new resource; read-only members are ignored.</summary>
    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static T Lees<T>(JsonElement json, IReadOnlyList<string> basissen)
    {
        Controleer<T>(json, deels: false);
        return Met(new Lezing(basissen, VanBuiten: true), () => json.Deserialize<T>(Json)!);
    }

    /// <exception cref="ProbleemException">400 with every fault.</exception>
    public static void Controleer<T>(JsonElement json, bool deels)
    {
        var fouten = new List<OngeldigVeld>();
        Controle.Object(json, Beschrijving.Van(typeof(T))!, "", fouten, deels);
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
    }

    /// <summary>A record with everything as the client sends it (PUT), but with the read-only members of the old one.</summary>
    public static T Vervang<T>(T oud, JsonElement json, IReadOnlyList<string> basissen) where T : class
    {
        var nieuw = Met(new Lezing(basissen, VanBuiten: true), () => json.Deserialize<T>(Json)!);
        foreach (var veld in Beschrijving.Van(typeof(T))!.Velden.Where(v => v.AlleenLezen)) veld.NeemOver(oud, nieuw);
        return nieuw;
    }

    /// <summary>The stored record with the members that the client sends (PATCH), each replaced whole.</summary>
    public static T VoegSamen<T>(ReadOnlySpan<byte> bewaard, JsonElement json, IReadOnlyList<string> basissen)
    {
        var leden = JsonNode.Parse(Leesbaar(bewaard).WrittenSpan)!.AsObject();
        var velden = Beschrijving.Van(typeof(T))!.Velden.Where(v => !v.AlleenLezen).ToDictionary(v => v.Naam, StringComparer.OrdinalIgnoreCase);
        foreach (var lid in json.EnumerateObject())
        {
            if (velden.TryGetValue(lid.Name, out var veld)) leden[veld.Opslagnaam] = JsonSerializer.SerializeToNode(lid.Value);
        }

        return Met(new Lezing(basissen, VanBuiten: false), () => leden.Deserialize<T>(Opslag)!);
    }

    public static T VanBewaard<T>(ReadOnlySpan<byte> body)
    {
        var leesbaar = Leesbaar(body);
        return Met(null, () => JsonSerializer.Deserialize<T>(leesbaar.WrittenSpan, Opslag)!);
    }

    /// <summary>The stored body: <c>url</c> and <c>uuid</c> first, own URLs with the placeholder byte.</summary>
    /// <param name="url">Stored URL of the resource.</param>
    /// <param name="metUuid">Catalogi resources have no <c>uuid</c> field.</param>
    public static byte[] Bewaar<T>(T model, string url, Guid id, bool metUuid)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(model, Opslag);
        var body = new ArrayBufferWriter<byte>(json.Length + 160);
        body.Write(System.Text.Encoding.UTF8.GetBytes($"{{\"url\":\"{url}\"{(metUuid ? $",\"uuid\":\"{id:D}\"" : "")},"));
        Vervang(json.AsSpan(1), body);
        return body.WrittenSpan.ToArray();
    }

    /// <summary>The placeholder is not JSON; in a string it has to be escaped to be read.</summary>
    public static ArrayBufferWriter<byte> Leesbaar(ReadOnlySpan<byte> body)
    {
        var leesbaar = new ArrayBufferWriter<byte>(body.Length + 64);
        int plek;
        while ((plek = body.IndexOf(EigenUrls.PlekByte)) >= 0)
        {
            leesbaar.Write(body[..plek]);
            leesbaar.Write("\\u0001"u8);
            body = body[(plek + 1)..];
        }

        leesbaar.Write(body);
        return leesbaar;
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

    private static T Met<T>(Lezing? lezing, Func<T> lees)
    {
        _lezing = lezing;
        try
        {
            return lees();
        }
        finally
        {
            _lezing = null;
        }
    }

    /// <summary>While a client's JSON is read: own URLs lose their host, read-only members stay out, null is the empty text.</summary>
    private static void Pas(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider is not { } bron || property.Set is not { } zet) continue;
            var isUrl = bron.IsDefined(typeof(UrlAttribute), false) || bron.IsDefined(typeof(TypenaamAttribute), false);
            var alleenLezen = bron.IsDefined(typeof(AlleenLezenAttribute), false);
            var magNull = property.IsSetNullable;
            if (!isUrl && !alleenLezen && (magNull || property.PropertyType != typeof(string))) continue;
            property.Set = (target, waarde) =>
            {
                if (alleenLezen && _lezing is { VanBuiten: true }) return;
                if (waarde is null && !magNull && property.PropertyType == typeof(string)) waarde = "";
                zet(target, isUrl && _lezing is { } lezing ? Bewaard(waarde, lezing.Basissen) : waarde);
            };
            // Null for "nothing chosen" has passed the check already.
            if (!magNull && property.PropertyType == typeof(string)) property.IsSetNullable = true;
        }
    }

    /// <summary>In the store: hidden members under a name of their own, behind the others; what is input only stays out.</summary>
    private static void Verberg(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(AlleenInvoerAttribute), false) == true)) property.ShouldSerialize = static (_, _) => false;
        foreach (var property in type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(VerborgenAttribute), false) == true))
        {
            property.Name = Verborgen + property.Name;
            property.Order = 1;
        }
    }

    /// <summary>The members of a stored body that are not shown, under their own names, with commas between; empty when there are none.</summary>
    public static ReadOnlySpan<byte> Verborgenheden(ReadOnlySpan<byte> body)
    {
        var zichtbaar = Zichtbaar(body).Length;
        return zichtbaar == body.Length - 1 ? [] : System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(body[(zichtbaar + 1)..^1]).Replace("\"\\u0002", "\"", StringComparison.Ordinal));
    }

    /// <summary>What of a stored body is shown, without its last brace.</summary>
    public static ReadOnlySpan<byte> Zichtbaar(ReadOnlySpan<byte> body) => body.IndexOf(",\"\\u0002"u8) is >= 0 and var eind ? body[..eind] : body[..^1];

    private static object? Bewaard(object? waarde, IReadOnlyList<string> basissen) => waarde switch
    {
        string url => EigenUrls.Bewaar(url, basissen),
        IReadOnlyList<string> urls => urls.Select(url => EigenUrls.Bewaar(url, basissen)).ToList(),
        _ => waarde,
    };

    /// <param name="VanBuiten">The text is a client's own, so its read-only members do not count.</param>
    private sealed record Lezing(IReadOnlyList<string> Basissen, bool VanBuiten);
}
