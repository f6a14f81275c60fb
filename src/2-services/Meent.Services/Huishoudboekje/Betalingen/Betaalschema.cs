namespace Meent.Services.Huishoudboekje.Betalingen;

/// <summary>What happens to a payment that falls on a day on which banks do not settle.</summary>
internal enum Verschuiving
{
    /// <summary>The bank day before: fixed costs are never late.</summary>
    Eerder,

    /// <summary>The bank day after: as a bank does by itself.</summary>
    Later,
}

/// <summary>A day of a schedule, and the bank day on which the money goes.</summary>
internal readonly record struct Betaaldag(DateOnly Gepland, DateOnly Uitvoering);

/// <summary>
/// When an agreement is paid, in the words of schema.org/Schedule (<c>byDay</c>, <c>byMonth</c>, <c>byMonthDay</c>, <c>exceptDate</c>): once, on days
/// of the week, or on days of the month in all or some months. A day that a month does not have is its last day, so that the rent of the 31st is
/// paid in February too.
/// </summary>
internal sealed record Betaalschema(DateOnly Begin, DateOnly? Einde = null)
{
    private const int LangsteMaand = 31;

    public IReadOnlySet<DayOfWeek> Weekdagen { get; init; } = new HashSet<DayOfWeek>();

    /// <summary>Months 1 to 12; with <see cref="Maanddagen"/> and none of these: each month.</summary>
    public IReadOnlySet<int> Maanden { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> Maanddagen { get; init; } = new HashSet<int>();

    /// <summary>Planned days that are skipped.</summary>
    public IReadOnlySet<DateOnly> Uitzonderingen { get; init; } = new HashSet<DateOnly>();

    public Verschuiving Verschuiving { get; init; } = Verschuiving.Eerder;

    public bool IsEenmalig => Begin == Einde;

    /// <summary>What is wrong with it, by the name of the property; none when it can be used.</summary>
    public IEnumerable<(string Veld, string Reden)> Fouten()
    {
        if (Einde < Begin) yield return ("endDate", "De einddatum ligt voor de begindatum.");
        if (IsEenmalig) yield break;
        if (Weekdagen.Count > 0 == Maanddagen.Count > 0) yield return ("byDay", "Kies dagen van de week of dagen van de maand.");
        if (Weekdagen.Count > 0 && Maanden.Count > 0) yield return ("byMonth", "Maanden horen bij dagen van de maand.");
        if (Maanddagen.Any(dag => dag is < 1 or > LangsteMaand)) yield return ("byMonthDay", "Een dag van de maand is 1 tot en met 31.");
        if (Maanden.Any(maand => maand is < 1 or > 12)) yield return ("byMonth", "Een maand is 1 tot en met 12.");
    }

    /// <summary>Planned days within a period, its last day included, in their order.</summary>
    public IEnumerable<Betaaldag> Dagen(DateOnly van, DateOnly tot)
    {
        var eind = Einde is { } einde && einde < tot ? einde : tot;
        for (var dag = van < Begin ? Begin : van; dag <= eind; dag = dag.AddDays(1))
        {
            if (Valt(dag) && !Uitzonderingen.Contains(dag)) yield return new Betaaldag(dag, Uitvoering(dag));
            if (dag == DateOnly.MaxValue) yield break;
        }
    }

    private bool Valt(DateOnly dag)
    {
        if (IsEenmalig) return dag == Begin;
        if (Weekdagen.Count > 0) return Weekdagen.Contains(dag.DayOfWeek);
        if (Maanden.Count > 0 && !Maanden.Contains(dag.Month)) return false;
        return Maanddagen.Contains(dag.Day) || (dag.Day == DateTime.DaysInMonth(dag.Year, dag.Month) && Maanddagen.Any(d => d > dag.Day));
    }

    private DateOnly Uitvoering(DateOnly dag) => Verschuiving == Verschuiving.Eerder ? Bankdagen.Uiterlijk(dag) : Bankdagen.Vanaf(dag);
}
