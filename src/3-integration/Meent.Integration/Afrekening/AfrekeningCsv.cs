using System.Globalization;
using System.Text;
using Meent.Standards;

namespace Meent.Integration.Afrekening;

/// <summary>A statement for a spreadsheet, with a comma in amounts.</summary>
internal static class AfrekeningCsv
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    public static string Schrijf(Afrekeningbeeld beeld)
    {
        var tekst = new StringBuilder(Rekenblad.Merk);
        Rekenblad.Regel(tekst, "maand", "gesloten", "kant", "peer", "naam", "dienst", "soort", "grant", "namens", "aantal", "prijs in euro", "bedrag in euro", "eerste transactie", "laatste transactie", "bewijs");
        foreach (var r in beeld.Regels)
        {
            Rekenblad.Regel(
                tekst, beeld.Maand.ToString(), beeld.Gesloten is null ? "nee" : "ja", r.Kant, r.Peer, beeld.Namen.GetValueOrDefault(r.Peer, ""), r.Dienst, r.Soort, r.Grant, r.Delegator,
                r.Aantal.ToString(Nederlands), r.Euros.ToString("0.00####", Nederlands), r.Bedrag.ToString("0.00", Nederlands), r.Eerste?.ToString() ?? "", r.Laatste?.ToString() ?? "", r.Bewijs);
        }

        return tekst.ToString();
    }
}
