namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// A date by which a list can be ordered and that may be absent. NULL would sort first on SQLite and last on PostgreSQL, and no comparison with a cursor
/// holds for it; the text below sorts after every date on both.
/// </summary>
internal static class Sorteerdatum
{
    public const string Geen = "~";

    public static string Van(DateOnly? dag) => dag?.ToString("O", null) ?? Geen;
}
