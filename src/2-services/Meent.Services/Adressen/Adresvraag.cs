using System.Text.RegularExpressions;
using Meent.Services.Adressen.Voorkomens;
using Meent.Services.HaalCentraal;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Adressen;

/// <summary>What is searched for at <c>/adressen</c>.</summary>
internal sealed partial record Adresvraag
{
    private const int StandaardPaginagrootte = 20;

    /// <summary>A list without pages: as many as a page of the other lists holds at most.</summary>
    private const int MaxUitgebreid = 100;

    /// <summary>The parameters of <see cref="Nummer"/>.</summary>
    public static readonly string[] OpNummer = ["postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "exacteMatch", "woonplaatsNaam", "openbareRuimteNaam"];

    /// <summary>Those of an address with all that is known of it.</summary>
    private static readonly HashSet<string> BekendUitgebreid = new([.. OpNummer, "adresseerbaarObjectIdentificatie"], StringComparer.Ordinal);

    private static readonly HashSet<string> Bekend = new([.. OpNummer, "adresseerbaarObjectIdentificatie", "zoekresultaatIdentificatie", "pandIdentificatie", "expand", "page", "pageSize"], StringComparer.Ordinal);

    public string? Postcode { get; private init; }
    public int? Huisnummer { get; private init; }
    public string? Huisletter { get; private init; }
    public string? Huisnummertoevoeging { get; private init; }

    /// <summary>Only addresses whose letter and addition are those that were given, or absent when none was.</summary>
    public bool ExacteMatch { get; private init; }
    public string? AdresseerbaarObject { get; private init; }

    /// <summary>What the search gave.</summary>
    public string? Zoekresultaat { get; private init; }
    public string? Pand { get; private init; }
    public IReadOnlyList<string> Expand { get; private init; } = [];
    public string? Woonplaats { get; private init; }
    public string? Straat { get; private init; }
    public int Pagina { get; private init; }
    public int Paginagrootte { get; private init; }

    /// <exception cref="ProbleemException">400 in the standard's codes.</exception>
    public static Adresvraag Lees(IQueryCollection query)
    {
        if (query.Count == 0) throw BagProblemen.GeenParameters();
        var lezer = new Parameterlezer(query, Bekend);
        var (pagina, grootte) = Pagineer(lezer);
        var vraag = Nummer(lezer) with
        {
            AdresseerbaarObject = lezer.Tekst("adresseerbaarObjectIdentificatie", ObjectPatroon()),
            Zoekresultaat = lezer.Tekst("zoekresultaatIdentificatie", ZoekresultaatPatroon()),
            Pand = lezer.Tekst("pandIdentificatie", Objecttype.Pand.Patroon),
            Expand = lezer.Expand(Adresantwoord.Kan),
            Pagina = pagina,
            Paginagrootte = grootte,
        };
        lezer.Klaar();
        return vraag.Combinatie();
    }

    /// <summary>As <see cref="Lees"/>, at <c>/adressenuitgebreid</c>, which tells all at once.</summary>
    /// <exception cref="ProbleemException">400 in the standard's codes.</exception>
    public static Adresvraag LeesUitgebreid(IQueryCollection query)
    {
        if (query.Count == 0) throw BagProblemen.GeenParameters();
        var lezer = new Parameterlezer(query, BekendUitgebreid);
        var vraag = Nummer(lezer) with { AdresseerbaarObject = lezer.Tekst("adresseerbaarObjectIdentificatie", ObjectPatroon()), Pagina = 1, Paginagrootte = MaxUitgebreid };
        lezer.Klaar();
        return vraag.Combinatie();
    }

    /// <summary>What a number is known by.</summary>
    public static Adresvraag Nummer(Parameterlezer lezer) => new()
    {
        Postcode = lezer.Tekst("postcode", PostcodePatroon())?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
        Huisnummer = lezer.Getal("huisnummer", 1, 99_999),
        Huisletter = lezer.Tekst("huisletter", HuisletterPatroon())?.ToLowerInvariant(),
        Huisnummertoevoeging = lezer.Tekst("huisnummertoevoeging", ToevoegingPatroon())?.ToLowerInvariant(),
        ExacteMatch = lezer.Ja("exacteMatch"),
        Woonplaats = lezer.Tekst("woonplaatsNaam", NaamPatroon())?.ToLowerInvariant(),
        Straat = lezer.Tekst("openbareRuimteNaam", NaamPatroon())?.ToLowerInvariant(),
    };

    public static (int Pagina, int Grootte) Pagineer(Parameterlezer lezer) =>
        (lezer.Getal("page", 1, int.MaxValue / 100) ?? 1, lezer.Getal("pageSize", 10, 100) ?? StandaardPaginagrootte);

    public bool IsGevuld => (Postcode ?? (object?)Huisnummer ?? Huisletter ?? Huisnummertoevoeging ?? Woonplaats ?? Straat) is not null;

    /// <exception cref="ProbleemException">400: with this nothing is sought.</exception>
    public Adresvraag Combinatie()
    {
        var opIdentificatie = (AdresseerbaarObject ?? Zoekresultaat ?? Pand) is not null;
        var ingangen = new[] { Postcode, AdresseerbaarObject, Zoekresultaat, Pand, Woonplaats ?? Straat }.Count(ingang => ingang is not null);
        if (ingangen > 1 || (opIdentificatie && (Huisnummer ?? (object?)Huisletter ?? Huisnummertoevoeging) is not null) || (Pand is not null && Expand.Count > 0))
            throw Rfc2616Problemen.CombinatieNietToegestaan();
        var straatBekend = Postcode is not null || (Woonplaats is not null && Straat is not null);
        var compleet = opIdentificatie || (Huisnummer is not null && straatBekend);
        return compleet ? this : throw BagProblemen.CombinatieOnvolledig();
    }

    [GeneratedRegex(@"^.{1,255}\z")]
    private static partial Regex ZoekresultaatPatroon();

    [GeneratedRegex(@"^[1-9]{1}[0-9]{3}[ ]{0,1}[a-zA-Z]{2}\z")]
    private static partial Regex PostcodePatroon();

    [GeneratedRegex(@"^[a-zA-Z]{1}\z")]
    private static partial Regex HuisletterPatroon();

    [GeneratedRegex(@"^[0-9a-zA-Z]{1,4}\z")]
    private static partial Regex ToevoegingPatroon();

    [GeneratedRegex(@"^[0-9]{4}(01|02|03)[0-9]{10}\z")]
    private static partial Regex ObjectPatroon();

    [GeneratedRegex(@"^[^\x00-\x1F\x7F]{1,80}\z")]
    public static partial Regex NaamPatroon();
}
