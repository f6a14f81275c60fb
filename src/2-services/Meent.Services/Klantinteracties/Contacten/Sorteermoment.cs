using System.Globalization;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>A moment by which a list is ordered: a text, as the cursor of a page is, that sorts as time does.</summary>
internal static class Sorteermoment
{
    public static string Van(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Exactly this moment.</summary>
    public static Pijplijn.Lijsten.Filter Filter(string naam, string kolom) => new(naam, kolom, "=", static (tekst, _) =>
        DateTimeOffset.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? Van(moment) : throw new FormatException("Voer een geldige datumtijd in."));
}
