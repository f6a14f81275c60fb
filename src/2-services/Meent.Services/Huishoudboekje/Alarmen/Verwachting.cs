using Meent.Services.Huishoudboekje.Betalingen;

namespace Meent.Services.Huishoudboekje.Alarmen;

/// <summary>What an employee wants to know of an agreement.</summary>
internal enum Afwijking
{
    /// <summary>What was expected has not come.</summary>
    Ontbreekt,

    /// <summary>Another amount than was agreed.</summary>
    Bedrag,

    /// <summary>More than one booking where one was expected.</summary>
    Meerdere,
}

/// <summary>A booking on the agreement.</summary>
/// <param name="Cent">Signed as on the statement: what is paid is negative.</param>
internal readonly record struct Geboekt(Guid Id, DateOnly Datum, long Cent);

/// <summary>A deviation on an expected day; by its kind, day and booking it is one and the same each time that one looks.</summary>
/// <param name="Cent">What the account holds more (positive) or less (negative) than was expected: of a rent of 10 euro of which 9 was paid, +100.</param>
/// <param name="Boekingen">The bookings that it is about; none when nothing came.</param>
internal sealed record Bevinding(Afwijking Soort, DateOnly Dag, long Cent, IReadOnlyList<Guid> Boekingen);

/// <summary>
/// When and how much is expected on an agreement, and what is found when bookings are held against it. It looks at schedule and bookings only, not at
/// what it found before: run twice it says the same, and a check that was missed one night is made up for the next.
/// </summary>
/// <param name="Cent">Signed as a booking.</param>
/// <param name="Margecent">May differ this much, the bound included.</param>
/// <param name="Margedagen">May come this many days before or after, the bounds included.</param>
internal sealed record Verwachting(Betaalschema Schema, long Cent, long Margecent, int Margedagen)
{
    /// <summary>What is found on the expected days whose last day lies within the period.</summary>
    /// <param name="boekingen">Those on the agreement, from <paramref name="van"/> less twice the margin.</param>
    /// <param name="vandaag">What may still come today is not missed.</param>
    public IEnumerable<Bevinding> Toets(IEnumerable<Geboekt> boekingen, DateOnly van, DateOnly vandaag)
    {
        var dagen = Schema.Dagen(van.AddDays(-Margedagen), vandaag.AddDays(Margedagen)).Select(d => d.Gepland).ToList();
        var perDag = boekingen.Select(boeking => (Boeking: boeking, Dag: Hoort(boeking.Datum, dagen))).Where(b => b.Dag is not null)
            .ToLookup(b => b.Dag!.Value, b => b.Boeking);
        return dagen.SelectMany(dag => Dag(dag, [.. perDag[dag].OrderBy(b => b.Datum).ThenBy(b => b.Id)], vandaag));
    }

    private IEnumerable<Bevinding> Dag(DateOnly dag, List<Geboekt> geboekt, DateOnly vandaag)
    {
        if (geboekt.Count == 0)
        {
            if (dag.AddDays(Margedagen) < vandaag) yield return new Bevinding(Afwijking.Ontbreekt, dag, -Cent, []);
            yield break;
        }

        foreach (var boeking in geboekt.Where(b => Math.Abs(b.Cent - Cent) > Margecent)) yield return new Bevinding(Afwijking.Bedrag, dag, boeking.Cent - Cent, [boeking.Id]);
        if (geboekt.Count > 1) yield return new Bevinding(Afwijking.Meerdere, dag, geboekt.Sum(b => b.Cent) - Cent, [.. geboekt.Select(b => b.Id)]);
    }

    /// <summary>The expected day that lies nearest, the earlier of two as near; none when no day lies within the margin.</summary>
    private DateOnly? Hoort(DateOnly datum, List<DateOnly> dagen)
    {
        DateOnly? beste = null;
        foreach (var dag in dagen)
        {
            var afstand = Math.Abs(dag.DayNumber - datum.DayNumber);
            if (afstand <= Margedagen && (beste is not { } b || afstand < Math.Abs(b.DayNumber - datum.DayNumber))) beste = dag;
        }

        return beste;
    }
}
