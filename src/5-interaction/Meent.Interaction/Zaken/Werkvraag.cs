using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.WebUtilities;

namespace Meent.Interaction.Zaken;

/// <summary>What an employee wants to see of the work list; stands in the address, so that it can be kept as a bookmark. No person is in it.</summary>
internal sealed record Werkvraag(string Zaaktype, string Status, string Wie, string Staat, string Termijn, string Nummer, string Volgorde, Plaats Plaats)
{
    public const string Mijn = "mijn";
    public const string Iedereen = "";
    public const string Open = "";
    public const string Afgerond = "afgerond";
    public const string Alles = "alles";
    public const string Verstreken = "verstreken";
    public const string Bijna = "bijna";
    public const string Oudste = "";

    private const string BehandelaarRol = "behandelaar";

    /// <summary>The fields by which the standard can order.</summary>
    public static readonly IReadOnlyList<string> Volgordes = [Oudste, "-startdatum", "identificatie", "-registratiedatum"];

    public static Werkvraag Lees(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        string Van(string naam) => query[naam].ToString().Trim();
        var zaaktype = Van("zaaktype");
        return new Werkvraag(
            zaaktype, zaaktype.Length == 0 ? "" : Van("status"), Van("wie"), Een("staat", Open, Afgerond, Alles), Een("termijn", "", Verstreken, Bijna), Van("nummer"),
            Een("volgorde", [.. Volgordes]), new Plaats(Van("blad"), Van("na")));

        string Een(string naam, params string[] mogelijk) => mogelijk.Contains(Van(naam)) ? Van(naam) : mogelijk[0];
    }

    /// <summary>The body of the search: only what the role may see, whatever was asked.</summary>
    /// <returns>Null when nothing can be found.</returns>
    public Dictionary<string, object>? Criteria(Zaakzicht zicht, Zaaktypenlijst zaaktypen, string medewerker, DateOnly vandaag)
    {
        var criteria = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["maximaleVertrouwelijkheidaanduiding"] = zicht.HoogsteWoord,
            ["ordering"] = Volgorde.Length == 0 ? "startdatum" : Volgorde,
        };
        if (Zaaktype.Length > 0 || !zicht.AlleZaaktypen)
        {
            var versies = zaaktypen.Versies.Where(v => zicht.Omvat(v.Identificatie) && (Zaaktype.Length == 0 || v.Identificatie == Zaaktype)).Select(v => v.Url).ToList();
            if (versies.Count == 0) return null;
            criteria["zaaktype__in"] = versies;
        }

        if (Staat != Alles) criteria["einddatum__isnull"] = Staat == Open;
        if (Nummer.Length > 0) criteria["identificatie"] = Nummer;
        if (Wie.Length > 0)
        {
            criteria["rol__omschrijvingGeneriek"] = BehandelaarRol;
            criteria["rol__betrokkeneIdentificatie__medewerker__identificatie"] = Wie == Mijn ? medewerker : Wie;
        }

        if (Status.Length > 0)
        {
            var statustypen = zaaktypen.UrlsVanStatus(Zaaktype, Status);
            if (statustypen.Count == 0) return null;
            criteria[Zakenbron.Status] = statustypen;
        }

        if (Termijn.Length > 0) criteria[Zakenbron.Uiterlijk] = vandaag.AddDays(Termijn == Verstreken ? -1 : Zaken.Termijn.Week);
        return criteria;
    }

    /// <summary>The address of the same list at another place.</summary>
    public string Adres(Plaats plaats) => QueryHelpers.AddQueryString("/werk/zaken", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["zaaktype"] = Gevuld(Zaaktype),
        ["status"] = Gevuld(Status),
        ["wie"] = Gevuld(Wie),
        ["staat"] = Gevuld(Staat),
        ["termijn"] = Gevuld(Termijn),
        ["nummer"] = Gevuld(Nummer),
        ["volgorde"] = Gevuld(Volgorde),
        ["blad"] = Gevuld(plaats.Bladzijde),
        ["na"] = Gevuld(plaats.Cursor),
    }.Where(deel => deel.Value is not null));

    private static string? Gevuld(string tekst) => tekst.Length == 0 ? null : tekst;
}
