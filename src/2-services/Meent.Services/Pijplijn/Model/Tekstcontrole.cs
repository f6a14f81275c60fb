using System.Text.RegularExpressions;
using System.Xml;
using Meent.Data.Modellen;
using Meent.Standards.Identificaties;

namespace Meent.Services.Pijplijn.Model;

/// <summary>A check on a text that is not empty.</summary>
internal sealed record Tekstcontrole(Func<string, bool> Klopt, string Reden)
{
    private static readonly Tekstcontrole Rsin = new(Standards.Identificaties.Rsin.IsGeldig, "Waarde is geen geldig RSIN: negen cijfers die voldoen aan de elfproef.");
    private static readonly Tekstcontrole Bsn = new(tekst => Standards.Identificaties.Bsn.TryParse(tekst, out _), "Waarde is geen geldig BSN: negen cijfers die voldoen aan de elfproef.");
    private static readonly Tekstcontrole Duur = new(IsDuur, "Waarde is geen geldige ISO 8601-periode, zoals P30D.");
    private static readonly Tekstcontrole Url = new(IsUrl, "Voer een geldige URL in.");

    public static Tekstcontrole? Van(Attribute attribuut) => attribuut switch
    {
        RsinAttribute => Rsin,
        BsnAttribute => Bsn,
        DuurAttribute => Duur,
        UrlAttribute => Url,
        PatroonAttribute patroon => new Tekstcontrole(new Regex(patroon.Regel, RegexOptions.CultureInvariant).IsMatch, "Waarde heeft niet de juiste vorm."),
        _ => null,
    };

    private static bool IsUrl(string tekst) => Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool IsDuur(string tekst)
    {
        // Weeks are a form of ISO 8601 that XML Schema does not have.
        if (Standards.Periode.TryParse(tekst, out _)) return true;
        try
        {
            XmlConvert.ToTimeSpan(tekst);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
