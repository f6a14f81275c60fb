using System.Text.Json;

namespace Meent.Interaction.Opvragen;

internal sealed record Adllijst(IReadOnlyList<JsonElement> Records, Bladwijzer Pagination);

internal sealed record Beslissinglijst(IReadOnlyList<Beslissing> Beslissingen, Bladwijzer Pagination);

/// <summary>
/// A record of the Authorization Decision Log as the pages show it: of what a policy said beside its decision only the name of the rule, for the rest is its own
/// and may be about anybody.
/// </summary>
/// <param name="Toegestaan">Null when there was no decision.</param>
/// <param name="Wie">OIN of the Peer that asked, or the client of the own organisation.</param>
/// <param name="Gebruiker">The employee for whom that client asked.</param>
internal sealed record Beslissing(
    string Trace, string Span, DateTimeOffset Moment, bool? Toegestaan, string Kant, string Wie, string? Gebruiker, string Methode, string Aanbieder, string Dienst, string Pad, string? Doel,
    string Transactie, string? Regel, string? Regelset, string? Pdp, string? Fout)
{
    public string Adres => $"/werk/integratie/beslissingen/{Trace}/{Span}";

    public static Beslissing Lees(JsonElement record)
    {
        var vraag = record.GetProperty("body").GetProperty("adl.core.request");
        var bron = vraag.GetProperty("resource").GetProperty("properties");
        return new(
            Tekst(record, "trace_id")!, Tekst(record, "span_id")!, DateTimeOffset.FromUnixTimeMilliseconds(record.GetProperty("timestamp").GetInt64()),
            Lid(record, "body", "adl.core.response", "decision") is { ValueKind: JsonValueKind.True or JsonValueKind.False } besluit ? besluit.GetBoolean() : null,
            Tekst(vraag, "context", "fsc", "component") ?? "", Tekst(vraag, "subject", "id") ?? "", Tekst(vraag, "subject", "properties", "user"), Tekst(vraag, "action", "name") ?? "",
            Tekst(bron, "peer_id") ?? "", Tekst(bron, "name") ?? "", Tekst(bron, "path") ?? "", Tekst(vraag, "context", "fsc", "purpose"),
            Tekst(record, "attributes", "adl.fsc.transaction_id") ?? "", Tekst(record, "body", "adl.core.response", "context", "rule"), Tekst(record, "attributes", "adl.core.policies", "meent.regels"),
            Tekst(record, "body", "adl.core.configuration", "pdp"), Tekst(record, "attributes", "meent.beleid.fout"));
    }

    private static string? Tekst(JsonElement json, params ReadOnlySpan<string> pad) => Lid(json, pad) is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString() : null;

    private static JsonElement? Lid(JsonElement json, params ReadOnlySpan<string> pad)
    {
        foreach (var naam in pad)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(naam, out json)) return null;
        }

        return json;
    }
}
