using System.Text.RegularExpressions;
using Meent.Services.HaalCentraal;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Woz;

/// <summary>What is searched for at <c>/wozobjecten</c>: by one thing at a time.</summary>
internal sealed partial record Wozvraag
{
    private const string Manieren = "Zoek met rsin, kvkNummer, adresseerbaarObjectIdentificatie, nummeraanduidingIdentificatie, of met postcode en huisnummer.";

    private static readonly HashSet<string> Bekend = new(StringComparer.Ordinal)
    {
        "rsin", "kvkNummer", "adresseerbaarObjectIdentificatie", "nummeraanduidingIdentificatie", "postcode", "huisnummer", "huisletter", "huisnummertoevoeging", Veldkeuze.Parameter, "page", "pageSize",
    };

    public string? Rsin { get; private init; }
    public string? KvkNummer { get; private init; }
    public string? AdresseerbaarObject { get; private init; }
    public string? Nummeraanduiding { get; private init; }
    public string? Postcode { get; private init; }
    public int? Huisnummer { get; private init; }
    public string? Huisletter { get; private init; }
    public string? Huisnummertoevoeging { get; private init; }
    public required Veldkeuze Velden { get; init; }
    public int Pagina { get; private init; }
    public int Paginagrootte { get; private init; }

    /// <exception cref="ProbleemException">400 in the standard's codes.</exception>
    public static Wozvraag Lees(IQueryCollection query)
    {
        if (query.Keys.All(naam => naam is Veldkeuze.Parameter or "page" or "pageSize")) throw Rfc2616Problemen.GeenParameters(Manieren);
        var lezer = new Parameterlezer(query, Bekend);
        var vraag = new Wozvraag
        {
            Rsin = lezer.Tekst("rsin", RsinPatroon()),
            KvkNummer = lezer.Tekst("kvkNummer", KvkPatroon()),
            AdresseerbaarObject = lezer.Tekst("adresseerbaarObjectIdentificatie", BagPatroon()),
            Nummeraanduiding = lezer.Tekst("nummeraanduidingIdentificatie", BagPatroon()),
            Postcode = lezer.Tekst("postcode", PostcodePatroon()),
            Huisnummer = lezer.Getal("huisnummer", 1, 99_999),
            Huisletter = lezer.Tekst("huisletter", HuisletterPatroon())?.ToLowerInvariant(),
            Huisnummertoevoeging = lezer.Tekst("huisnummertoevoeging", ToevoegingPatroon())?.ToLowerInvariant(),
            Velden = Veldkeuze.Lees(query, lezer, WozApi.Velden),
            Pagina = lezer.Getal("page", 1, int.MaxValue / 100) ?? 1,
            Paginagrootte = lezer.Getal("pageSize", 1, 100) ?? 20,
        };
        lezer.Klaar();
        return vraag.Combinatie();
    }

    private Wozvraag Combinatie()
    {
        var isAdres = (Postcode ?? Huisletter ?? Huisnummertoevoeging ?? (object?)Huisnummer) is not null;
        var manieren = new[] { Rsin, KvkNummer, AdresseerbaarObject, Nummeraanduiding }.Count(waarde => waarde is not null) + (isAdres ? 1 : 0);
        if (manieren > 1) throw Rfc2616Problemen.CombinatieNietToegestaan();
        return !isAdres || (Postcode is not null && Huisnummer is not null) ? this : throw Rfc2616Problemen.CombinatieOnvolledig(Manieren);
    }

    [GeneratedRegex(@"^[0-9]{9}\z")]
    private static partial Regex RsinPatroon();

    [GeneratedRegex(@"^[0-9]{8}\z")]
    private static partial Regex KvkPatroon();

    [GeneratedRegex(@"^[0-9]{16}\z")]
    private static partial Regex BagPatroon();

    [GeneratedRegex(@"^[1-9][0-9]{3}[A-Z]{2}\z")]
    private static partial Regex PostcodePatroon();

    [GeneratedRegex(@"^[a-zA-Z]\z")]
    private static partial Regex HuisletterPatroon();

    [GeneratedRegex(@"^[0-9a-zA-Z]{1,4}\z")]
    private static partial Regex ToevoegingPatroon();
}
