using System.Data.Common;
using System.Diagnostics;
using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>What to find in the log; newest first. At least one of trace, subject and activity narrows it, and has an index.</summary>
public sealed record Logvraag(int Aantal)
{
    public ActivityTraceId? Trace { get; init; }
    public Pseudoniem? Betrokkene { get; init; }
    public string? Activiteit { get; init; }
    public string? Aanroeper { get; init; }

    /// <summary>Began at this moment or later.</summary>
    public DateTimeOffset? Vanaf { get; init; }

    /// <summary>Began before this moment.</summary>
    public DateTimeOffset? Voor { get; init; }

    /// <summary>Ended at this moment or before.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>The last one of the page before.</summary>
    public Logplaats? Na { get; init; }
}

/// <summary>Place of a record in the order of reading.</summary>
public readonly record struct Logplaats(DateTimeOffset Begin, long Nummer);

public static class LogvraagSession
{
    // Most questions are answered by the last months; who asks further back gets many months a statement.
    private static readonly int[] Stappen = [6, 30, 60];

    /// <summary>What counts: not what a later version took the place of.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">503: the log cannot be read.</exception>
    public static ValueTask<List<BewaardeLogregel>> Zoek(this Session session, Logvraag vraag) => OfNiet(() => Vind(session, vraag));

    private static async ValueTask<List<BewaardeLogregel>> Vind(Session session, Logvraag vraag)
    {
        var voorwaarden = new List<string> { "NOT EXISTS (SELECT 1 FROM logboek_vervallen v WHERE v.trace = r.trace AND v.span = r.span)" };
        var args = new List<object?>();
        if (vraag.Trace is { } trace) Voeg("trace = {0}", LogboekSession.Bytes(trace));
        if (vraag.Betrokkene is { } betrokkene) Voeg("betrokkene = {0}", betrokkene.Waarde);
        if (vraag.Activiteit is { } activiteit) Voeg("activiteit = {0}", activiteit);
        if (vraag.Aanroeper is { } aanroeper) Voeg("aanroeper = {0}", aanroeper);
        if (vraag.Vanaf is { } vanaf) Voeg("begin >= {0}", vanaf);
        if (vraag.Voor is { } voor) Voeg("begin < {0}", voor);
        if (vraag.Tot is { } tot) Voeg("einde <= {0}", tot);
        if (vraag.Na is { } na) Voeg("(begin, nummer) < ({0}, {1})", na.Begin, na.Nummer);

        var tabellen = (await Logtabellen.Alle(session)).FindAll(tabel => tabel.Nummer == Logtabel.Oud
            || (!(tabel.Einde <= vraag.Vanaf) && !(tabel.Begin > vraag.Tot) && !(tabel.Begin >= vraag.Voor) && !(tabel.Begin > vraag.Na?.Begin)));
        var gevonden = new List<BewaardeLogregel>();
        for (var (i, stap) = (0, 0); i < tabellen.Count && gevonden.Count < vraag.Aantal; stap++)
        {
            // The tables of one month go together: which of their records comes first is not known before.
            var grens = Math.Min(tabellen.Count, i + Stappen[Math.Min(stap, Stappen.Length - 1)]);
            while (grens < tabellen.Count && tabellen[grens].Begin == tabellen[grens - 1].Begin) grens++;
            gevonden.AddRange(await session.Logregels(tabellen[i..grens], string.Join(" AND ", voorwaarden), vraag.Aantal - gevonden.Count, [.. args]));
            i = grens;
        }

        return gevonden;

        void Voeg(string voorwaarde, params object?[] waarden)
        {
            voorwaarden.Add(string.Format(null, voorwaarde, [.. waarden.Select((_, i) => (object)$"${args.Count + i + 1}")]));
            args.AddRange(waarden);
        }
    }

    /// <summary>The record of a number; null when there is none, or a later version took its place.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">503: the log cannot be read.</exception>
    public static ValueTask<BewaardeLogregel?> Logregel(this Session session, long nummer) => OfNiet(async () =>
        await Logtabellen.Een(session, Logtabel.Van(nummer)) is { } tabel
            ? (await session.Logregels([tabel], "nummer = $1 AND NOT EXISTS (SELECT 1 FROM logboek_vervallen v WHERE v.trace = r.trace AND v.span = r.span)", 1, nummer)).FirstOrDefault()
            : null);

    private static async ValueTask<T> OfNiet<T>(Func<ValueTask<T>> lees)
    {
        try
        {
            return await lees();
        }
        catch (DbException fout) when (Problemen.IsOfLogbook(fout))
        {
            throw Problemen.LogUnavailable(fout);
        }
    }

    /// <summary>How many records there are.</summary>
    public static async ValueTask<long> AantalLogregels(this Session session) => await session.AantalLogregels(await Logtabellen.Alle(session));

    internal static async ValueTask<long> AantalLogregels(this Session session, IEnumerable<Logtabel> tabellen)
    {
        var aantal = 0L;
        foreach (var tabel in tabellen) aantal += await session.One($"SELECT COUNT(*) FROM {tabel.Naam}", row => row.Long(0));
        return aantal;
    }
}
