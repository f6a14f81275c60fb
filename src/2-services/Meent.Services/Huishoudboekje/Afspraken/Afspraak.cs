using Meent.Services.Huishoudboekje.Alarmen;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Rubrieken;

namespace Meent.Services.Huishoudboekje.Afspraken;

/// <summary>What comes or goes for a resident: how much, with whom, from when to when, and by which words of a bank line it is known.</summary>
internal sealed record Afspraak : IRij
{
    public static string Tabel => "huishoudboekje_afspraken";

    public required Guid Id { get; init; }

    public required Guid Deelnemer { get; init; }

    public required Richting Richting { get; init; }

    /// <summary>Goes along with a payment, so it fits a bank line (140 characters).</summary>
    public required string Omschrijving { get; init; }

    /// <summary>More than zero.</summary>
    public required long Cent { get; init; }

    public required Guid Rubriek { get; init; }

    /// <summary>Null for money to the resident's own account.</summary>
    public Guid? Crediteur { get; init; }

    /// <summary>IBAN, of the creditor or of the resident.</summary>
    public required string Tegenrekening { get; init; }

    public required DateOnly Van { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Tot { get; init; }

    /// <summary>All of these stand in the description of a bank line that is booked on it by itself; without any it never is.</summary>
    public IReadOnlyList<string> Zoektermen { get; init; } = [];

    /// <summary>When it is paid, or expected.</summary>
    public Schema? Schema { get; init; }

    /// <summary>Null when nobody is told of what stays away or differs.</summary>
    public Marge? Alarm { get; init; }

    /// <summary>As a line of the bank has it: what is paid is negative.</summary>
    public long Bankcent => Richting == Richting.Uitgave ? -Cent : Cent;

    public bool GeldtOp(DateOnly dag) => Van <= dag && (Tot is not { } tot || dag <= tot);

    /// <summary>Null when nothing is watched.</summary>
    public Verwachting? Verwachting => Schema is { } schema && Alarm is { } marge ? new(schema.Betaalschema(Van, Tot), Bankcent, marge.Cent, marge.Dagen) : null;
}

/// <summary>How far a booking may differ before it is a signal, the bounds included.</summary>
internal sealed record Marge(long Cent, int Dagen);

/// <summary>A <see cref="Betaalschema"/> in the words of schema.org/Schedule.</summary>
/// <param name="ByDay">1 (Monday) to 7.</param>
internal sealed record Schema(IReadOnlyList<int> ByDay, IReadOnlyList<int> ByMonth, IReadOnlyList<int> ByMonthDay, IReadOnlyList<DateOnly> ExceptDate, Verschuiving Verschuiving, bool Eenmalig = false)
{
    /// <summary>Within the time that the agreement holds.</summary>
    public Betaalschema Betaalschema(DateOnly van, DateOnly? tot) => new(van, Eenmalig ? van : tot)
    {
        Weekdagen = ByDay.Select(dag => (DayOfWeek)(dag % 7)).ToHashSet(),
        Maanden = ByMonth.ToHashSet(),
        Maanddagen = ByMonthDay.ToHashSet(),
        Uitzonderingen = ExceptDate.ToHashSet(),
        Verschuiving = Verschuiving,
    };
}
