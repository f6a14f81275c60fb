using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Afleiding;

internal static class Leeftijd
{
    /// <summary>Age in whole years; null when the date is too incomplete to be sure of it.</summary>
    public static int? Op(Lo3Datum geboorte, DateOnly vandaag)
    {
        if (geboorte.Maand == 0 || (geboorte.Dag == 0 && geboorte.Maand == vandaag.Month)) return null;
        var jaren = vandaag.Year - geboorte.Jaar;
        return (vandaag.Month, vandaag.Day).CompareTo((geboorte.Maand, geboorte.Dag)) < 0 ? jaren - 1 : jaren;
    }
}
