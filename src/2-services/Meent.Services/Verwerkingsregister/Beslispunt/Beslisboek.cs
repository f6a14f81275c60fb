using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Standards.Beleid;
using Meent.Standards.Identificaties;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary>The Authorization Decision Log of the decision point: one record a question, durable before the answer, level 2 (which versions decided).</summary>
internal sealed class Beslisboek(Stores stores, TimeProvider klok)
{
    // Random ids, in which nine digits mean nothing.
    private static readonly string[] Vrij = ["traceparent", "tracestate", "transaction_id", "grant_hash"];

    public async ValueTask Schrijf(Organisatie organisatie, string soort, Beslisspoor spoor, JsonElement vraag, string antwoord, IEnumerable<Besluit> besluiten, CancellationToken stop)
    {
        var beslissing = Maak(organisatie, soort, spoor, vraag, antwoord, besluiten, klok.GetUtcNow());
        await (await stores.Get(organisatie)).Write(
            sessie => sessie.Execute(
                "INSERT INTO verwerkingsregister_beslissingen (trace_id, span_id, gemaakt, record) VALUES ($1, $2, $3, $4) ON CONFLICT (trace_id, span_id) DO NOTHING",
                beslissing.TraceId, beslissing.SpanId, beslissing.Timestamp, beslissing.Json()),
            stop);
    }

    internal static Beslissing Maak(
        Organisatie organisatie, string soort, Beslisspoor spoor, JsonElement vraag, string antwoord, IEnumerable<Besluit> besluiten, DateTimeOffset nu)
    {
        var versies = besluiten.SelectMany(besluit => besluit.Versies).DistinctBy(versie => versie.Key).OrderBy(versie => versie.Key, StringComparer.Ordinal).ToDictionary();
        var attributes = new List<(string, string)>();
        if (Toegangsvraag.Tekst(Toegangsvraag.Lid(Toegangsvraag.Lid(vraag, "context"), "fsc"), "transaction_id") is { } transactie && Guid.TryParse(transactie, out _))
            attributes.Add((Beslissing.Transactie, Beslissing.Tekst(transactie)));
        if (versies.Count > 0) attributes.Add((Beslissing.Beleid, JsonSerializer.Serialize(new Dictionary<string, object> { ["verwerkingsregister"] = versies })));
        return new(
            spoor.Trace, spoor.Span, spoor.Ouder, soort, nu, Beslissing.Besloten, attributes,
            [(Beslissing.Vraag, ZonderBsn(JsonNode.Parse(vraag.GetRawText()))!.ToJsonString()), (Beslissing.Antwoord, ZonderBsn(JsonNode.Parse(antwoord))!.ToJsonString())],
            Beslissing.Maker("beslispunt", organisatie.Oin));
    }

    /// <summary>A page of records as JSON, the latest first.</summary>
    /// <param name="na">Moment in microseconds and span of the last of the page before.</param>
    public async Task<List<(DateTimeOffset Gemaakt, string Span, string Record)>> Pagina(Organisatie organisatie, int aantal, (long Gemaakt, string Span)? na, CancellationToken stop) =>
        await (await stores.Get(organisatie)).Read(sessie => sessie.All(
            """
            SELECT gemaakt, span_id, record FROM verwerkingsregister_beslissingen
            WHERE $1 = -1 OR (gemaakt, span_id) < ($1, $2) ORDER BY gemaakt DESC, span_id DESC LIMIT $3
            """,
            rij => (rij.Instant(0), rij.Text(1), rij.Text(2)), na?.Gemaakt ?? -1, na?.Span ?? "", aantal), stop);

    /// <summary>Removes some thousands of records of before a moment; nought when there are none left.</summary>
    public static async ValueTask<int> Wis(Store store, DateTimeOffset voor, CancellationToken stop) => await store.WriteBulk(
        sessie => sessie.Execute(
            """
            DELETE FROM verwerkingsregister_beslissingen WHERE (trace_id, span_id) IN
              (SELECT trace_id, span_id FROM verwerkingsregister_beslissingen WHERE gemaakt < $1 ORDER BY gemaakt LIMIT 5000)
            """,
            voor),
        stop);

    /// <summary>Neither a policy nor its log needs to know about whom a request is.</summary>
    private static JsonNode? ZonderBsn(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject lid:
                return new JsonObject(lid.Select(een => KeyValuePair.Create(Bsn.Verberg(een.Key), Vrij.Contains(een.Key) ? een.Value?.DeepClone() : ZonderBsn(een.Value))));
            case JsonArray lijst:
                return new JsonArray([.. lijst.Select(ZonderBsn)]);
            case JsonValue waarde when waarde.GetValueKind() is JsonValueKind.String or JsonValueKind.Number:
                var tekst = waarde.ToString();
                return Bsn.Verberg(tekst) is var zonder && zonder == tekst ? waarde.DeepClone() : zonder;
            default:
                return node?.DeepClone();
        }
    }
}
