using System.Globalization;
using Meent.Integration.Fsc;
using Meent.Standards;

namespace Meent.Integration.Afrekening;

/// <summary>A calendar month in the Netherlands, written as <c>2026-11</c>.</summary>
internal readonly record struct Maand(DateOnly Eerste) : IComparable<Maand>
{
    public DateTimeOffset Van => Eerste.BeginVanDag();

    /// <summary>When the next one begins.</summary>
    public DateTimeOffset Tot => Eerste.AddMonths(1).BeginVanDag();

    public Maand Volgende => new(Eerste.AddMonths(1));

    public static Maand VanDag(DateOnly dag) => new(new DateOnly(dag.Year, dag.Month, 1));

    /// <exception cref="FscException">It is no month.</exception>
    public static Maand Lees(string? tekst) => DateOnly.TryParseExact($"{tekst}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var eerste) && eerste.Year >= 2000
        ? new(eerste)
        : throw new FscException(400, FscCodes.InvalidRequest, $"'{tekst}' is geen maand; schrijf bijvoorbeeld 2026-11.");

    public int CompareTo(Maand other) => Eerste.CompareTo(other.Eerste);

    public override string ToString() => Eerste.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
