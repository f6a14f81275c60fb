using System.Text.RegularExpressions;

namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>A line of MT940: tag 61 for the amount and the dates, tag 86 in the dialect of the bank for the rest.</summary>
internal static partial class Mt940Regel
{
    public static Bankregel Lees(List<string> regel, List<string> toelichting)
    {
        var kern = Kern().Match(regel[0]);
        if (!kern.Success) throw new LeesfoutException("Een regel op het afschrift is niet te lezen.");
        var teken = kern.Groups["teken"].Value;
        var valuta = Mt940Lezer.Dag(kern.Groups["dag"].Value);
        var cent = Centen.Lees(kern.Groups["bedrag"].Value);
        var tekst = string.Concat(toelichting).Trim();
        return new(teken is "C" or "RD" ? cent : -cent, Boekdag(kern.Groups["boek"].Value, valuta), valuta)
        {
            Storno = teken.StartsWith('R') || tekst.Contains("/RTRN/", StringComparison.Ordinal),
            Tegenrekening = Tegenrekening(regel, tekst),
            Tegennaam = Naam(tekst),
            Omschrijving = tekst,
            EndToEndId = Veld(tekst, "EREF") is { } id && id is not ("NOTPROVIDED" or "NONREF") ? id : null,
            Machtiging = Veld(tekst, "MARF"),
            Bankkenmerk = kern.Groups["bank"].Value is { Length: > 0 } bank ? bank : null,
        };
    }

    // The booking day has no year: the one that brings it nearest to the value date.
    private static DateOnly Boekdag(string mmdd, DateOnly valuta)
    {
        if (mmdd.Length == 0) return valuta;
        var dagen = new[] { valuta.Year - 1, valuta.Year, valuta.Year + 1 }
            .Select(jaar => DateOnly.TryParseExact($"{jaar:D4}{mmdd}", "yyyyMMdd", out var dag) ? dag : (DateOnly?)null).OfType<DateOnly>().ToArray();
        return dagen.Length == 0
            ? throw new LeesfoutException($"Deze datum bestaat niet: {mmdd}.")
            : dagen.MinBy(dag => Math.Abs(dag.DayNumber - valuta.DayNumber));
    }

    private static string? Tegenrekening(List<string> regel, string tekst)
    {
        if (Veld(tekst, "IBAN") is { } abn) return abn;
        if (Veld(tekst, "CNTP") is { } ing) return ing;
        if (regel.Count > 1 && IbanInTekst().Match(regel[1]) is { Success: true } rabo) return rabo.Value;
        // A creditor identifier (CSID) looks like an account; where the bank names its fields the text is not searched.
        // The check digits are not demanded: the account is what the bank says it is, also in a sample with invented ones.
        return !tekst.StartsWith('/') && IbanInTekst().Match(tekst) is { Success: true } vrij ? vrij.Value : null;
    }

    private static string? Naam(string tekst)
    {
        if (Veld(tekst, "NAME") is { } naam) return naam;
        var cntp = Tegenpartij().Match(tekst);
        return cntp.Success && cntp.Groups["naam"].Value.Trim() is { Length: > 0 } partij ? partij : null;
    }

    /// <summary>The value after a code word between slashes, up to the next slash.</summary>
    private static string? Veld(string tekst, string code)
    {
        var begin = tekst.IndexOf($"/{code}/", StringComparison.Ordinal);
        if (begin < 0) return null;
        begin += code.Length + 2;
        var eind = tekst.IndexOf('/', begin);
        var waarde = (eind < 0 ? tekst[begin..] : tekst[begin..eind]).Trim();
        return waarde.Length > 0 ? waarde : null;
    }

    [GeneratedRegex(@"^(?<dag>[0-9]{6})(?:(?<boek>[0-9]{4})|[ ]{4})?(?<teken>R?[CD])[A-Z]?(?<bedrag>[0-9]+(?:,[0-9]*)?)[A-Z][A-Z0-9 ]{3}(?<ref>.*?)(?://(?<bank>[^/]*).*)?$")]
    private static partial Regex Kern();

    [GeneratedRegex(@"\b(NL\d{2}[A-Z]{4}\d{10}|(?!NL)[A-Z]{2}\d{2}[A-Z0-9]{11,30})\b")]
    private static partial Regex IbanInTekst();

    [GeneratedRegex("/CNTP/[^/]*/[^/]*/(?<naam>[^/]*)/")]
    private static partial Regex Tegenpartij();
}
