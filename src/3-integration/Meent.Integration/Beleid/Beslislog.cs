using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Standards.Beleid;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Beleid;

/// <summary>The Authorization Decision Log of an organisation, and the versions of its rules to which records refer; those are never removed.</summary>
internal sealed class Beslislog(Stores stores)
{
    private readonly ConcurrentDictionary<(string Slug, string Versie), byte> _bewaard = new();

    /// <summary>Durable when it returns. Again is no error and no second record (§3.2.4).</summary>
    public async ValueTask Schrijf(Organisatie organisatie, Beslissing beslissing, Beleidsvraag vraag, Oordeel oordeel, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        var regels = oordeel.Regels;
        var nieuw = regels is not null && !_bewaard.ContainsKey((organisatie.Slug, regels.Versie)) ? regels : null;
        await store.Write(async sessie =>
        {
            if (nieuw is not null)
            {
                await sessie.Execute(
                    "INSERT INTO integratie_regelsets (versie, regels, gezien) VALUES ($1, $2, $3) ON CONFLICT (versie) DO NOTHING",
                    nieuw.Versie, nieuw.Json, beslissing.Timestamp);
            }

            return await sessie.Execute(
                """
                INSERT INTO integratie_beslissingen (trace_id, span_id, transactie, gemaakt, record, dienst, besluit) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (trace_id, span_id) DO NOTHING
                """,
                beslissing.TraceId, beslissing.SpanId, vraag.Transactie, beslissing.Timestamp, beslissing.Json(), vraag.Token.Svc, Besluit.Van(oordeel.Toegestaan));
        }, stop);
        if (nieuw is not null) _bewaard[(organisatie.Slug, nieuw.Versie)] = 0;
    }

    /// <summary>One page of records, as JSON.</summary>
    public async Task<List<(DateTimeOffset Gemaakt, string Span, string Record)>> Pagina(Organisatie organisatie, Beslisvraag vraag, CancellationToken stop)
    {
        var (teken, richting) = vraag.Oplopend ? (">", "ASC") : ("<", "DESC");
        var args = new List<object?> { vraag.Na?.Gemaakt ?? -1, vraag.Na?.Span ?? "", vraag.Van, vraag.Tot, vraag.Aantal };
        var filters = Filter("transactie", vraag.Transactie) + Filter("trace_id", vraag.Trace) + Filter("span_id", vraag.Span) + Filter("dienst", vraag.Dienst) + Filter("besluit", vraag.Besluit);
        var store = await stores.Get(organisatie);
        return await store.Read(sessie => sessie.All(
            $"""
            SELECT gemaakt, span_id, record FROM integratie_beslissingen
            WHERE gemaakt > $3 AND gemaakt < $4{filters} AND ($1 = -1 OR (gemaakt, span_id) {teken} ($1, $2))
            ORDER BY gemaakt {richting}, span_id {richting} LIMIT $5
            """,
            rij => (rij.Instant(0), rij.Text(1), rij.Text(2)), [.. args]), stop);

        string Filter(string kolom, object? waarde)
        {
            if (waarde is null or "") return "";
            args.Add(waarde);
            return $" AND {kolom} = ${args.Count}";
        }
    }

    /// <summary>The rules as they were in a version; null when it never decided here.</summary>
    public async Task<string?> Regels(Organisatie organisatie, string versie, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        return await store.Read(sessie => sessie.One("SELECT regels FROM integratie_regelsets WHERE versie = $1", rij => rij.Text(0), versie), stop);
    }

    /// <summary>How often the policy said no, or nothing, by service.</summary>
    public static ValueTask<List<Weigering>> Weigeringen(Session sessie, DateTimeOffset van, DateTimeOffset tot) => sessie.All(
        "SELECT dienst, besluit, COUNT(*) FROM integratie_beslissingen WHERE besluit IN ($1, $2) AND gemaakt >= $3 AND gemaakt < $4 GROUP BY dienst, besluit ORDER BY dienst, besluit",
        rij => new Weigering(rij.Text(0), rij.Text(1), rij.Long(2)), Besluit.Geweigerd, Besluit.Geen, van, tot);

    /// <summary>Removes records of before a moment, a few thousand a transaction.</summary>
    public static async Task<long> Wis(Store store, DateTimeOffset voor, CancellationToken stop)
    {
        var gewist = 0L;
        while (true)
        {
            var aantal = await store.WriteBulk(sessie => sessie.Execute(
                """
                DELETE FROM integratie_beslissingen WHERE (trace_id, span_id) IN
                  (SELECT trace_id, span_id FROM integratie_beslissingen WHERE gemaakt < $1 ORDER BY gemaakt LIMIT 5000)
                """,
                voor), stop);
            gewist += aantal;
            if (aantal == 0) return gewist;
        }
    }
}

/// <summary>Requests for a service that did not go on.</summary>
internal sealed record Weigering(string Dienst, string Besluit, long Aantal);

/// <summary>What was decided, as it is looked for.</summary>
internal static class Besluit
{
    public const string Toegestaan = "toegestaan";
    public const string Geweigerd = "geweigerd";

    /// <summary>The policy did not answer.</summary>
    public const string Geen = "geen";

    public static readonly string[] Alle = [Toegestaan, Geweigerd, Geen];

    public static string Van(bool? toegestaan) => toegestaan switch { true => Toegestaan, false => Geweigerd, null => Geen };
}

/// <summary>What is asked of the log; what is empty asks nothing, instants are in microseconds.</summary>
/// <param name="Na">Cursor: moment and span of the last of the page before.</param>
internal sealed record Beslisvraag(int Aantal, bool Oplopend = false, (long Gemaakt, string Span)? Na = null)
{
    public Guid? Transactie { get; init; }
    public string Trace { get; init; } = "";
    public string Span { get; init; } = "";
    public string Dienst { get; init; } = "";
    public string Besluit { get; init; } = "";
    public long Van { get; init; } = -1;
    public long Tot { get; init; } = long.MaxValue;
}
