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

    /// <summary>Ended at this moment or before.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>The last one of the page before.</summary>
    public Logplaats? Na { get; init; }
}

/// <summary>Place of a record in the order of reading.</summary>
public readonly record struct Logplaats(DateTimeOffset Begin, long Nummer);

public static class LogvraagSession
{
    public static ValueTask<List<BewaardeLogregel>> Zoek(this Session session, Logvraag vraag)
    {
        var voorwaarden = new List<string>();
        var args = new List<object?>();
        if (vraag.Trace is { } trace) Voeg("trace = {0}", LogboekSession.Bytes(trace));
        if (vraag.Betrokkene is { } betrokkene) Voeg("betrokkene = {0}", betrokkene.Waarde);
        if (vraag.Activiteit is { } activiteit) Voeg("activiteit = {0}", activiteit);
        if (vraag.Aanroeper is { } aanroeper) Voeg("aanroeper = {0}", aanroeper);
        if (vraag.Vanaf is { } vanaf) Voeg("begin >= {0}", vanaf);
        if (vraag.Tot is { } tot) Voeg("einde <= {0}", tot);
        if (vraag.Na is { } na) Voeg("(begin, nummer) < ({0}, {1})", na.Begin, na.Nummer);
        args.Add(vraag.Aantal);
        return session.Logregels($"{string.Join(" AND ", voorwaarden)} ORDER BY begin DESC, nummer DESC LIMIT ${args.Count}", [.. args]);

        void Voeg(string voorwaarde, params object?[] waarden)
        {
            voorwaarden.Add(string.Format(null, voorwaarde, [.. waarden.Select((_, i) => (object)$"${args.Count + i + 1}")]));
            args.AddRange(waarden);
        }
    }
}
