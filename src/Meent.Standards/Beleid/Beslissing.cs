using System.Text;
using System.Text.Json;

namespace Meent.Standards.Beleid;

/// <summary>A log record of the Authorization Decision Log 1.0.0 (§3.3), of who asks for a decision as of who takes it.</summary>
/// <param name="Attributes">References and metadata, each as JSON.</param>
/// <param name="Body">The raw <c>adl.core.*</c>, each as JSON; what is here is not in the attributes.</param>
/// <param name="Resource">Who made the record, as JSON.</param>
public sealed record Beslissing(
    string TraceId, string SpanId, string? ParentSpanId, string EventName, DateTimeOffset Timestamp, string Status, IReadOnlyList<(string Naam, string Json)> Attributes,
    IReadOnlyList<(string Naam, string Json)> Body, string? Resource = null)
{
    public const string Evaluatie = "adl.access_evaluation";
    public const string Evaluaties = "adl.access_evaluations";

    public const string Vraag = "adl.core.request";
    public const string Antwoord = "adl.core.response";
    public const string Beleid = "adl.core.policies";
    public const string Configuratie = "adl.core.configuration";
    public const string Transactie = "adl.fsc.transaction_id";

    /// <summary>A decision, also when it refuses (§3.3.6).</summary>
    public const string Besloten = "Unset";

    /// <summary>There is no decision.</summary>
    public const string Fout = "Error";

    /// <summary>The member <c>resource</c> of a record.</summary>
    /// <param name="onderdeel">Which part of the program made it.</param>
    public static string Maker(string onderdeel, string oin) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["service.name"] = $"meent-{onderdeel}", ["meent.oin"] = oin });

    public static string Tekst(string waarde) => JsonSerializer.Serialize(waarde);

    public string Json()
    {
        using var stroom = new MemoryStream();
        using (var json = new Utf8JsonWriter(stroom))
        {
            json.WriteStartObject();
            json.WriteString("trace_id", TraceId);
            json.WriteString("span_id", SpanId);
            if (ParentSpanId is not null) json.WriteString("parent_span_id", ParentSpanId);
            json.WriteString("event_name", EventName);
            json.WriteNumber("timestamp", Timestamp.ToUnixTimeMilliseconds());
            json.WriteString("status", Status);
            Leden(json, "attributes", Attributes);
            Leden(json, "body", Body);
            if (Resource is not null)
            {
                json.WritePropertyName("resource");
                json.WriteRawValue(Resource);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stroom.ToArray());
    }

    private static void Leden(Utf8JsonWriter json, string naam, IReadOnlyList<(string Naam, string Json)> leden)
    {
        json.WriteStartObject(naam);
        foreach (var lid in leden)
        {
            json.WritePropertyName(lid.Naam);
            json.WriteRawValue(lid.Json);
        }

        json.WriteEndObject();
    }
}
