using System.Globalization;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>
/// The day that a client asks about (Catalogi 1.3, <c>datumGeldigheid</c>): on a list it is a filter too, and decides which versions of related types
/// are shown.
/// </summary>
internal static class Peildatum
{
    public static readonly string[] Parameters = ["datumGeldigheid"];

    // The standard spells it so at resultaattypen.
    private static readonly string[] Namen = [.. Parameters, "datum_geldigheid"];

    /// <exception cref="Standards.Problemen.ProbleemException">400: it is no date.</exception>
    public static DateOnly? Lees(Dictionary<string, string> parameters)
    {
        if (Namen.FirstOrDefault(parameters.ContainsKey) is not { } naam) return null;
        return DateOnly.TryParseExact(parameters[naam], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? dag
            : throw Weiger.Ongeldig(naam, "invalid", "Voer een geldige datum in.");
    }
}
