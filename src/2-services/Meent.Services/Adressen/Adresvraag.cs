using System.Globalization;
using System.Text.RegularExpressions;
using Meent.Services.HaalCentraal;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Adressen;

/// <summary>What is searched for at <c>/adressen</c>.</summary>
internal sealed partial record Adresvraag
{
    private const int StandaardPaginagrootte = 20;

    private static readonly HashSet<string> Bekend = new(StringComparer.Ordinal)
    {
        "postcode", "huisnummer", "huisletter", "huisnummertoevoeging", "exacteMatch", "adresseerbaarObjectIdentificatie", "woonplaatsNaam",
        "openbareRuimteNaam", "page", "pageSize",
    };

    public string? Postcode { get; private init; }
    public int? Huisnummer { get; private init; }
    public string? Huisletter { get; private init; }
    public string? Huisnummertoevoeging { get; private init; }

    /// <summary>Only addresses whose letter and addition are those that were given, or absent when none was.</summary>
    public bool ExacteMatch { get; private init; }
    public string? AdresseerbaarObject { get; private init; }
    public string? Woonplaats { get; private init; }
    public string? Straat { get; private init; }
    public int Pagina { get; private init; }
    public int Paginagrootte { get; private init; }

    /// <exception cref="ProbleemException">400 in the standard's codes.</exception>
    public static Adresvraag Lees(IQueryCollection query)
    {
        if (query.Count == 0) throw BagProblemen.GeenParameters();
        var lezer = new Lezer(query);
        foreach (var naam in query.Keys.Where(naam => !Bekend.Contains(naam)))
            lezer.Fout(naam, "unknownParam", "Parameter is niet verwacht.");
        var vraag = new Adresvraag
        {
            Postcode = lezer.Tekst("postcode", PostcodePatroon())?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            Huisnummer = lezer.Getal("huisnummer", 1, 99_999),
            Huisletter = lezer.Tekst("huisletter", HuisletterPatroon())?.ToLowerInvariant(),
            Huisnummertoevoeging = lezer.Tekst("huisnummertoevoeging", ToevoegingPatroon())?.ToLowerInvariant(),
            ExacteMatch = lezer.Ja("exacteMatch"),
            AdresseerbaarObject = lezer.Tekst("adresseerbaarObjectIdentificatie", ObjectPatroon()),
            Woonplaats = lezer.Tekst("woonplaatsNaam", NaamPatroon())?.ToLowerInvariant(),
            Straat = lezer.Tekst("openbareRuimteNaam", NaamPatroon())?.ToLowerInvariant(),
            Pagina = lezer.Getal("page", 1, int.MaxValue / 100) ?? 1,
            Paginagrootte = lezer.Getal("pageSize", 10, 100) ?? StandaardPaginagrootte,
        };
        lezer.Klaar();
        return vraag.Combinatie();
    }

    private Adresvraag Combinatie()
    {
        var ingangen = (Postcode is null ? 0 : 1) + (AdresseerbaarObject is null ? 0 : 1) + (Woonplaats is null && Straat is null ? 0 : 1);
        if (ingangen > 1 || (AdresseerbaarObject is not null && (Huisnummer ?? (object?)Huisletter ?? Huisnummertoevoeging) is not null))
            throw BagProblemen.CombinatieNietToegestaan();
        var straatBekend = Postcode is not null || (Woonplaats is not null && Straat is not null);
        var compleet = AdresseerbaarObject is not null || (Huisnummer is not null && straatBekend);
        return compleet ? this : throw BagProblemen.CombinatieOnvolledig();
    }

    /// <summary>Reads parameters one by one and keeps every mistake.</summary>
    private sealed class Lezer(IQueryCollection query)
    {
        private readonly List<OngeldigVeld> _fouten = [];

        public void Fout(string naam, string code, string reden) => _fouten.Add(new(naam, code, reden));

        public string? Tekst(string naam, Regex patroon)
        {
            if (!query.TryGetValue(naam, out var waarden)) return null;
            if (waarden.Count == 1 && patroon.IsMatch(waarden[0]!)) return waarden[0];
            Fout(naam, "pattern", $"Waarde voldoet niet aan patroon {patroon.ToString().Replace(@"\z", "$", StringComparison.Ordinal)}.");
            return null;
        }

        public int? Getal(string naam, int minimum, int maximum)
        {
            if (!query.TryGetValue(naam, out var waarden)) return null;
            if (waarden.Count != 1 || !int.TryParse(waarden[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal))
                Fout(naam, "integer", "Waarde is geen geldige integer.");
            else if (getal < minimum)
                Fout(naam, "minimum", $"Waarde is lager dan minimum {minimum}.");
            else if (getal > maximum)
                Fout(naam, "maximum", $"Waarde is hoger dan maximum {maximum}.");
            else
                return getal;
            return null;
        }

        public bool Ja(string naam)
        {
            if (!query.TryGetValue(naam, out var waarden)) return false;
            if (waarden.Count == 1 && waarden[0] is "true" or "false") return waarden[0] == "true";
            Fout(naam, "boolean", "Waarde is geen geldige boolean.");
            return false;
        }

        public void Klaar()
        {
            if (_fouten.Count > 0) throw Rfc2616Problemen.Parameters(_fouten);
        }
    }

    [GeneratedRegex(@"^[1-9]{1}[0-9]{3}[ ]{0,1}[a-zA-Z]{2}\z")]
    private static partial Regex PostcodePatroon();

    [GeneratedRegex(@"^[a-zA-Z]{1}\z")]
    private static partial Regex HuisletterPatroon();

    [GeneratedRegex(@"^[0-9a-zA-Z]{1,4}\z")]
    private static partial Regex ToevoegingPatroon();

    [GeneratedRegex(@"^[0-9]{4}(01|02|03)[0-9]{10}\z")]
    private static partial Regex ObjectPatroon();

    [GeneratedRegex(@"^[^\x00-\x1F\x7F]{1,80}\z")]
    private static partial Regex NaamPatroon();
}
