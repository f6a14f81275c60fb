using System.Diagnostics;
using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>
/// Actions of the VNG Verwerkingenlogging in the log. An action is one record, or one for each object that are children of a span that has none; a change is
/// a new version of all of them, beside which the earlier ones stay, sealed and not shown (B3891).
/// </summary>
public static class ActieSession
{
    /// <summary>Where the current version of an action is; null when there is none, or it was declared lapsed.</summary>
    public static async ValueTask<(ActivityTraceId Trace, ActivitySpanId Span)?> Actie(this Session session, Guid id) =>
        await session.One("SELECT trace, span FROM logboek_acties WHERE id = $1 AND vervallen IS NULL", row => ((byte[], byte[])?)(row.Bytes(0), row.Bytes(1)), id) is { } gevonden
            ? (ActivityTraceId.CreateFromBytes(gevonden.Item1), ActivitySpanId.CreateFromBytes(gevonden.Item2))
            : null;

    /// <summary>The actions of one trace.</summary>
    public static ValueTask<List<Guid>> Acties(this Session session, ActivityTraceId trace) =>
        session.All("SELECT id FROM logboek_acties WHERE trace = $1 AND vervallen IS NULL ORDER BY id", row => row.Guid(0), LogboekSession.Bytes(trace));

    /// <summary>The records of an action as it is now.</summary>
    public static async ValueTask<List<BewaardeLogregel>> Actieregels(this Session session, ActivityTraceId trace, ActivitySpanId span)
    {
        var regels = await session.Zoek(new Logvraag(int.MaxValue) { Trace = trace });
        return [.. regels.Where(bewaard => bewaard.Regel.Spoor.Span == span || bewaard.Regel.Spoor.Ouder == span).OrderBy(bewaard => bewaard.Nummer)];
    }

    /// <summary>Puts these records in the place of those of before.</summary>
    /// <param name="oud">The current version; empty for a new action.</param>
    /// <param name="span">Of the action: that of its one record, or of which its records are children.</param>
    public static async ValueTask<int> BewaarActie(
        this Session session, Guid id, IReadOnlyList<BewaardeLogregel> oud, ActivityTraceId trace, ActivitySpanId span, IReadOnlyList<Logregel> nieuw)
    {
        foreach (var bewaard in oud) await Verberg(session, bewaard.Regel);
        await session.Execute(
            "INSERT INTO logboek_acties (id, trace, span) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET trace = excluded.trace, span = excluded.span",
            id, LogboekSession.Bytes(trace), LogboekSession.Bytes(span));
        var aantal = await session.Logboek(nieuw);
        await Gebruikstelling.Meld(session, oud.Select(bewaard => bewaard.Regel.Begin));
        return aantal;
    }

    /// <summary>Declares an action lapsed: it stays, and is not shown any more.</summary>
    public static async ValueTask<int> VervalActie(this Session session, Guid id, IReadOnlyList<BewaardeLogregel> regels, DateTimeOffset moment)
    {
        foreach (var bewaard in regels) await Verberg(session, bewaard.Regel);
        var aantal = await session.Execute("UPDATE logboek_acties SET vervallen = $1 WHERE id = $2", moment, id);
        await Gebruikstelling.Meld(session, regels.Select(bewaard => bewaard.Regel.Begin));
        return aantal;
    }

    private static ValueTask<int> Verberg(Session session, Logregel regel) => session.Execute(
        "INSERT INTO logboek_vervallen (trace, span) VALUES ($1, $2) ON CONFLICT DO NOTHING", LogboekSession.Bytes(regel.Spoor.Trace), LogboekSession.Bytes(regel.Spoor.Span));
}
