using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep;

/// <summary>How SDEP writes JSON.</summary>
internal static class SdepJson
{
    private static readonly JsonWriterOptions Opties = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Schrijf(Action<Utf8JsonWriter> schrijf)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Opties)) schrijf(json);
        return buffer.WrittenSpan.ToArray();
    }

    public static string Tekst(Action<Utf8JsonWriter> schrijf) => System.Text.Encoding.UTF8.GetString(Schrijf(schrijf));

    public static IResult Antwoord(Action<Utf8JsonWriter> schrijf, int status = StatusCodes.Status200OK) => new Bytes(Schrijf(schrijf), status);

    /// <summary>Bodies as they are kept, under one name.</summary>
    public static IResult Lijst(string naam, IEnumerable<string> bodies) => Antwoord(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray(naam);
        foreach (var body in bodies) json.WriteRawValue(body, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static IResult Aantal(long aantal) => Antwoord(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", aantal);
        json.WriteEndObject();
    });

    /// <summary>An instant of the store, to the microsecond, so that it comes back as it went.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Names that are not there are left out.</summary>
    public static void Naam(this Utf8JsonWriter json, string veld, string? waarde)
    {
        if (!string.IsNullOrEmpty(waarde)) json.WriteString(veld, waarde);
    }

    private sealed class Bytes(byte[] inhoud, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = inhoud.Length;
            if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(inhoud, http.RequestAborted);
        }
    }
}
