using System.Globalization;
using System.Text.Json;
using Meent.Standards;
using Meent.Standards.Beheer;

namespace Meent.Integration.Beleid;

/// <summary><c>meent fsc decisions</c>: the Authorization Decision Log, the latest first.</summary>
internal sealed class Beslistaken(Beslislog log)
{
    private const int Blad = 1000;

    public async Task Toon(Beheeropdracht opdracht, CancellationToken stop)
    {
        (long, string)? na = null;
        List<(DateTimeOffset Gemaakt, string Span, string Record)> blad;
        do
        {
            blad = await log.Pagina(opdracht.Organisatie, new(Blad, Na: na), stop);
            foreach (var (gemaakt, _, record) in blad) opdracht.Melding($"{gemaakt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}  {Regel(JsonElement.Parse(record))}");
            if (blad.Count > 0) na = (blad[^1].Gemaakt.Microseconden(), blad[^1].Span);
        }
        while (blad.Count == Blad);
    }

    /// <summary>What was decided, about whom, what and which transaction; and the rule, or why there is no decision.</summary>
    private static string Regel(JsonElement record)
    {
        var (attributen, body) = (record.GetProperty("attributes"), record.GetProperty("body"));
        var vraag = body.GetProperty("adl.core.request");
        var antwoord = body.TryGetProperty("adl.core.response", out var gegeven) ? gegeven : default(JsonElement?);
        var besluit = antwoord is not { } a ? "geen besluit" : a.GetProperty("decision").GetBoolean() ? "toegestaan" : "geweigerd";
        var waarom = attributen.TryGetProperty("meent.beleid.fout", out var fout) ? fout.GetString() : antwoord?.TryGetProperty("context", out var context) == true ? context.GetRawText() : "";
        return $"{besluit}  {attributen.GetProperty("adl.fsc.transaction_id").GetString()}  {vraag.GetProperty("subject").GetProperty("id").GetString()}  "
            + $"{vraag.GetProperty("action").GetProperty("name").GetString()} {vraag.GetProperty("resource").GetProperty("id").GetString()}  {waarom}".TrimEnd();
    }
}
