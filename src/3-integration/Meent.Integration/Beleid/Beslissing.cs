using System.Text;
using System.Text.Json;

namespace Meent.Integration.Beleid;

/// <summary>A log record of the Authorization Decision Log 1.0.0 (§3.3).</summary>
/// <param name="Attributes">References and metadata, each as JSON.</param>
/// <param name="Body">The raw <c>adl.core.*</c>, each as JSON; what is here is not in the attributes.</param>
/// <param name="Resource">Who made the record, as JSON.</param>
internal sealed record Beslissing(
    string TraceId, string SpanId, string? ParentSpanId, string EventName, DateTimeOffset Timestamp, string Status, IReadOnlyList<(string Naam, string Json)> Attributes,
    IReadOnlyList<(string Naam, string Json)> Body, string? Resource = null)
{
    public const string Evaluatie = "adl.access_evaluation";

    /// <summary>The record of one question and what came of it. A refusal is a decision; <c>Error</c> is for when there is none (§3.3.6).</summary>
    public static Beslissing Van(Beleidsvraag vraag, byte[] json, Oordeel oordeel, string oin, DateTimeOffset nu)
    {
        var attributes = new List<(string, string)> { ("adl.fsc.transaction_id", Tekst(vraag.Transactie.ToString())) };
        if (oordeel.Regels is { } regels) attributes.Add(("adl.core.policies", JsonSerializer.Serialize(new Dictionary<string, string> { ["meent.regels"] = regels.Versie })));
        if (oordeel.Fout is { } fout) attributes.Add(("meent.beleid.fout", Tekst(fout)));
        var body = new List<(string, string)> { ("adl.core.request", Encoding.UTF8.GetString(json)) };
        if (oordeel.Antwoord is { } antwoord) body.Add(("adl.core.response", antwoord));
        if (oordeel.Pdp is { } pdp) body.Add(("adl.core.configuration", JsonSerializer.Serialize(new { pdp })));
        return new(
            vraag.Spoor.Trace, vraag.Spoor.Span, vraag.Spoor.Ouder, Evaluatie, nu, oordeel.Toegestaan is null ? "Error" : "Unset", attributes, body,
            JsonSerializer.Serialize(new Dictionary<string, string> { ["service.name"] = $"meent-{vraag.Zijde}", ["meent.oin"] = oin }));
    }

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

    private static string Tekst(string waarde) => JsonSerializer.Serialize(waarde);
}
