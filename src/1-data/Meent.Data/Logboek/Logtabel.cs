using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Data.Logboek;

/// <summary>The table of one retention class and month.</summary>
/// <param name="Nummer">Stands in the high bits of the number of each of its records.</param>
/// <param name="Termijn">How long its records are kept, as ISO 8601 duration.</param>
/// <param name="Begin">First moment of the month.</param>
/// <param name="Einde">First moment after it.</param>
internal sealed record Logtabel(long Nummer, string Termijn, DateTimeOffset Begin, DateTimeOffset Einde)
{
    /// <summary>As long as nobody says how long a record is kept (the default of the register).</summary>
    public const string Standaardtermijn = "P5Y";

    /// <summary>Of the table from before there were classes.</summary>
    public const long Oud = 0;

    /// <summary>Not a table of records: the seals have the lines of the audit log under numbers below those of all records.</summary>
    public const long Audit = -1;

    // A trillion records a table, and eight million tables.
    private const int Bits = 40;

    public string Naam => NaamVan(Nummer);

    /// <summary>Number below those of its records.</summary>
    public long Vanaf => VanafVan(Nummer);

    /// <summary>First number of the next table.</summary>
    public long Tot => VanafVan(Nummer + 1);

    /// <summary>The day on which its last record may go; null when no calendar reaches it.</summary>
    public DateOnly? Vervaldag => Periode.Lees(Termijn) is { } termijn ? termijn.Na(Einde.LokaleDag()) : null;

    public static string NaamVan(long nummer) => nummer == Oud ? "logboek_regels" : $"logboek_regels_{nummer}";

    public static long VanafVan(long nummer) => nummer << Bits;

    /// <summary>The first moment of a month; months are those of UTC.</summary>
    public static DateTimeOffset Maand(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The table of a record.</summary>
    public static long Van(long regel) => regel >> Bits;

    public static Logtabel Lees(Row row) => new(row.Long(0), row.Text(1), row.Instant(2), row.Instant(3));
}
