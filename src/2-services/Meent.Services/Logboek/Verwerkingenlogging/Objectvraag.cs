using System.Globalization;
using System.Security.Cryptography;
using Meent.Data.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>
/// The query of both lists. The standard puts a BSN in it (<c>objectId</c>): that is taken, and never written by us; the links of a page bear it sealed, and a
/// link that is followed opens it again.
/// </summary>
internal sealed record Objectvraag(string Type, string ObjectId, DateOnly? Begin, DateOnly? Eind, IReadOnlyList<string> Vertrouwelijkheid, Guid? VerwerkingsactiviteitId, int Pagina)
{
    public const int PerPagina = 100;

    /// <summary>More for one person is no page that anybody reads, but a period that is too long.</summary>
    public const int Grens = 10_000;

    private const char Zegel = '~';
    private static readonly string[] Parameters = ["objecttype", "soortObjectId", "objectId", "beginDatum", "eindDatum", "verwerkingsactiviteitId", "page"];

    /// <param name="verplicht">Whether a period is required (Inzage).</param>
    /// <exception cref="ProbleemException">400, with every wrong parameter.</exception>
    public static Objectvraag Lees(HttpContext http, IDataProtectionProvider bescherming, bool verplicht, params string[] erbij)
    {
        var vraag = http.Request.Query;
        if (vraag.Keys.Except([.. Parameters, .. erbij]).ToList() is { Count: > 0 } onbekend) throw Weiger.OnbekendeParameters(onbekend);
        var fouten = new List<OngeldigVeld>();
        if (Vereist("objecttype") is { } objecttype && objecttype != VerwerktObject.Persoon) fouten.Add(new("objecttype", "invalid_choice", "Alleen 'persoon'."));
        var soort = Vereist("soortObjectId") ?? "";
        var type = soort.ToUpperInvariant() is LogboekAttributen.Bsn ? LogboekAttributen.Bsn : soort;
        var id = Vereist("objectId") ?? "";
        if (id.StartsWith(Zegel)) id = Ontzegel(id[1..], bescherming);
        else if (id.Length > 0 && !http.Organisatie().BsnInQuery) throw Weiger.Ongeldig("objectId", "bsn-in-query", "Deze organisatie staat geen persoonsgegevens in een adres toe.");
        if (type == LogboekAttributen.Bsn && id.Length > 0 && !Bsn.TryParse(id, out _)) fouten.Add(new("objectId", "invalid", "Geen burgerservicenummer."));
        var (begin, eind) = (Datum("beginDatum"), Datum("eindDatum"));
        if (eind <= begin) fouten.Add(new("eindDatum", "invalid", "Ligt niet na beginDatum."));
        string? activiteit = vraag["verwerkingsactiviteitId"];
        if (activiteit is not null && !Guid.TryParse(activiteit, out _)) fouten.Add(new("verwerkingsactiviteitId", "invalid", "Geen UUID."));
        string? pagina = vraag["page"];
        if (!int.TryParse(pagina ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) || nummer < 1) fouten.Add(new("page", "invalid", "Geen bladzijde."));
        // Once with commas, or several times: the file leaves both open.
        var vertrouwelijkheid = vraag["vertrouwelijkheid"].SelectMany(waarde => (waarde ?? "").Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (vertrouwelijkheid.Exists(waarde => waarde is not (Verwerkingsactie.Normaal or Verwerkingsactie.Vertrouwelijk or Verwerkingsactie.Opgeheven)))
            fouten.Add(new("vertrouwelijkheid", "invalid_choice", "Kies uit: normaal, vertrouwelijk, opgeheven."));
        return fouten.Count == 0
            ? new Objectvraag(type, id, begin, eind, vertrouwelijkheid, activiteit is null ? null : Guid.Parse(activiteit), nummer)
            : throw Weiger.Ongeldig(fouten);

        string? Vereist(string naam)
        {
            string? waarde = vraag[naam];
            if (string.IsNullOrWhiteSpace(waarde)) fouten.Add(new(naam, "required", "Deze parameter is verplicht."));
            return string.IsNullOrWhiteSpace(waarde) ? null : waarde;
        }

        DateOnly? Datum(string naam)
        {
            if (verplicht && Vereist(naam) is null) return null;
            string? waarde = vraag[naam];
            if (waarde is null) return null;
            if (DateOnly.TryParseExact(waarde, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)) return dag;
            fouten.Add(new(naam, "invalid", "Geen datum (jjjj-mm-dd)."));
            return null;
        }
    }

    /// <summary>From the beginning of the first day, to before that of the last (the standard: greater or equal, and smaller).</summary>
    public Logvraag Zoek(Pseudoniem betrokkene) => new(Grens + 1)
    {
        Betrokkene = betrokkene,
        Vanaf = Begin?.BeginVanDag(),
        Tot = Eind?.BeginVanDag().AddMicroseconds(-1),
    };

    /// <summary>Address of another page of the same list.</summary>
    public string Adres(string lijst, int pagina, IDataProtectionProvider bescherming)
    {
        var delen = new Dictionary<string, string?>
        {
            ["objecttype"] = VerwerktObject.Persoon,
            ["soortObjectId"] = Type,
            ["objectId"] = Zegel + Slot(bescherming).Protect(ObjectId),
            ["beginDatum"] = Begin?.ToString("O", CultureInfo.InvariantCulture),
            ["eindDatum"] = Eind?.ToString("O", CultureInfo.InvariantCulture),
            ["vertrouwelijkheid"] = Vertrouwelijkheid.Count == 0 ? null : string.Join(',', Vertrouwelijkheid),
            ["verwerkingsactiviteitId"] = VerwerkingsactiviteitId?.ToString(),
            ["page"] = pagina.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(lijst, delen.Where(deel => deel.Value is not null));
    }

    private static string Ontzegel(string waarde, IDataProtectionProvider bescherming)
    {
        try
        {
            return Slot(bescherming).Unprotect(waarde);
        }
        catch (CryptographicException)
        {
            throw Weiger.Ongeldig("objectId", "invalid", "Neem de link 'next' over zoals hij is.");
        }
    }

    private static IDataProtector Slot(IDataProtectionProvider bescherming) => bescherming.CreateProtector("Meent.Services.Logboek.Verwerkingenlogging");
}
