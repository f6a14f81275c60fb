using System.Globalization;

namespace Meent.Services.Personen.Lijst;

/// <summary>A date of the register: eight digits in which day, month and year may be unknown (zeros), in that order.</summary>
internal readonly record struct Lo3Datum(int Jaar, int Maand, int Dag) : IComparable<Lo3Datum>
{
    public static readonly Lo3Datum Onbekend;

    private static readonly string[] Maanden =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    public bool IsVolledig => Dag > 0;

    /// <summary>The first day that it can be.</summary>
    public DateOnly EersteDag => Jaar == 0 ? DateOnly.MinValue : new DateOnly(Jaar, Math.Max(Maand, 1), Math.Max(Dag, 1));

    /// <summary>The last day that it can be.</summary>
    public DateOnly LaatsteDag => this switch
    {
        { Jaar: 0 } => DateOnly.MaxValue,
        { Maand: 0 } => new DateOnly(Jaar, 12, 31),
        { Dag: 0 } => new DateOnly(Jaar, Maand, DateTime.DaysInMonth(Jaar, Maand)),
        _ => new DateOnly(Jaar, Maand, Dag),
    };

    /// <summary>
    /// The date in words, as people read it: <c>2 november 2013</c>, <c>november 2013</c>, <c>2013</c> or <c>onbekend</c>.
    /// </summary>
    public string LangFormaat => this switch
    {
        { Jaar: 0 } => "onbekend",
        { Maand: 0 } => Invariant($"{Jaar}"),
        { Dag: 0 } => Invariant($"{Maanden[Maand - 1]} {Jaar}"),
        _ => Invariant($"{Dag} {Maanden[Maand - 1]} {Jaar}"),
    };

    /// <summary>Reads eight digits; null when the text is no date that can exist.</summary>
    public static Lo3Datum? Lees(string? tekst)
    {
        if (tekst is not { Length: 8 } || !int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal)) return null;
        var datum = new Lo3Datum(getal / 10_000, getal / 100 % 100, getal % 100);
        return datum.Bestaat ? datum : null;
    }

    /// <summary>Whether a term that ends on this date is over; a term that ends on a date of which too little is known, is not.</summary>
    public bool IsVoorbij(DateOnly vandaag) => this switch
    {
        { Jaar: 0 } => false,
        { Maand: 0 } => Jaar < vandaag.Year,
        { Dag: 0 } => (Jaar, Maand).CompareTo((vandaag.Year, vandaag.Month)) < 0,
        _ => new DateOnly(Jaar, Maand, Dag) <= vandaag,
    };

    public int CompareTo(Lo3Datum other) => (Jaar, Maand, Dag).CompareTo((other.Jaar, other.Maand, other.Dag));

    private bool Bestaat => this switch
    {
        { Jaar: 0 } => Maand == 0 && Dag == 0,
        { Maand: 0 } => Dag == 0,
        { Maand: > 12 } => false,
        _ => Dag <= DateTime.DaysInMonth(Jaar, Maand),
    };

    private static string Invariant(FormattableString tekst) => FormattableString.Invariant(tekst);
}
