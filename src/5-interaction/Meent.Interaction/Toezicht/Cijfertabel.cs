using System.Globalization;
using System.Text;
using Meent.Interaction.Taal;
using Meent.Standards;

namespace Meent.Interaction.Toezicht;

/// <summary>A table of figures: on the page with a bar for each row, and in a file.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Leeg">What is told when there are no rows.</param>
/// <param name="Staaf">The column of which a bar is drawn; none when null.</param>
internal sealed record Cijfertabel(string Code, string Titel, string Uitleg, string Leeg, IReadOnlyList<string> Koppen, IReadOnlyList<Cijferrij> Rijen, int? Staaf = null)
{
    private long Hoogste => Rijen.Max(rij => rij.Waarde(Staaf!.Value));

    /// <summary>How long the bar of a row is, in hundredths of the longest.</summary>
    public string Lengte(Cijferrij rij) => (Hoogste == 0 ? 0m : 100m * rij.Waarde(Staaf!.Value) / Hoogste).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A cell as people read it.</summary>
    public static string Toon(Tekst t, object cel) => cel switch
    {
        long getal => t.Getal(getal),
        DateOnly maand => t.Maand(maand),
        DateTimeOffset moment => t.Moment(moment),
        _ => (string)cel,
    };

    public byte[] Csv()
    {
        var tekst = new StringBuilder(Rekenblad.Merk);
        Rekenblad.Regel(tekst, Koppen);
        foreach (var rij in Rijen) Rekenblad.Regel(tekst, rij.Cellen.Select(Waarde));
        return Encoding.UTF8.GetBytes(tekst.ToString());
    }

    private static string Waarde(object cel) => cel switch
    {
        long getal => getal.ToString(CultureInfo.InvariantCulture),
        DateOnly maand => maand.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.Lokaal().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => (string)cel,
    };
}

/// <param name="Cellen">Numbers (long), months (DateOnly), moments and texts; the first names the row.</param>
/// <param name="Adres">Where more is told of it.</param>
internal sealed record Cijferrij(IReadOnlyList<object> Cellen, string? Adres = null)
{
    public long Waarde(int kolom) => Cellen[kolom] as long? ?? 0;
}
