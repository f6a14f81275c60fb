using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>Reads MT940 of the Dutch banks. A file may hold several statements; tags 60F to 62F of the same number belong together.</summary>
internal static partial class Mt940Lezer
{
    private const int MaxRegels = 500_000;

    public static IReadOnlyList<Afschrift> Lees(byte[] inhoud)
    {
        var tags = Tags(Tekst(inhoud));
        if (tags.Count == 0 || tags[0].Naam != "20") throw new LeesfoutException("Dit is geen bankafschrift in MT940.");
        var afschriften = new List<Afschrift>();
        for (var begin = 0; begin < tags.Count;)
        {
            var eind = tags.FindIndex(begin + 1, t => t.Naam == "20");
            if (eind < 0) eind = tags.Count;
            afschriften.Add(Afschrift(tags.GetRange(begin, eind - begin)));
            begin = eind;
        }

        return afschriften;
    }

    // Not labelled: UTF-8 when it can be that, otherwise Latin-1, in which any byte is a character.
    private static string Tekst(byte[] inhoud)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(inhoud).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(inhoud);
        }
    }

    private static List<(string Naam, List<string> Regels)> Tags(string tekst)
    {
        var tags = new List<(string Naam, List<string> Regels)>();
        var aantal = 0;
        foreach (var rauw in tekst.Split('\n'))
        {
            if (++aantal > MaxRegels) throw new LeesfoutException("Het bestand heeft te veel regels.");
            var regel = rauw.TrimEnd('\r');
            var tag = Tag().Match(regel);
            if (tag.Success) tags.Add((tag.Groups[1].Value, [regel[tag.Length..]]));
            else if (tags.Count > 0 && !Rand(regel)) tags[^1].Regels.Add(regel);
            else if (tags.Count == 0 && regel.Contains(":25:", StringComparison.Ordinal)) throw new LeesfoutException("Dit is geen bankafschrift in MT940.");
        }

        return tags;
    }

    // What stands between statements: the SWIFT envelope and the header lines of BNG.
    private static bool Rand(string regel) =>
        regel.Length == 0 || regel[0] is '-' or '{' or '}' or '\u00AD' || regel.StartsWith("0200 1", StringComparison.Ordinal) || regel.StartsWith("940 0", StringComparison.Ordinal);

    private static Afschrift Afschrift(List<(string Naam, List<string> Regels)> tags)
    {
        var rekening = tags.Find(t => t.Naam == "25").Regels?[0].Trim() ?? throw new LeesfoutException("Het afschrift noemt geen rekening.");
        if (rekening.EndsWith("EUR", StringComparison.Ordinal)) rekening = rekening[..^3].TrimEnd();
        // The balances first: they name the currency, and a file in another one is refused for that.
        var begin = Saldo(tags.Find(t => t.Naam is "60F" or "60M").Regels);
        var eind = Saldo(tags.FindLast(t => t.Naam is "62F" or "62M").Regels);
        var regels = new List<Bankregel>();
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Naam != "61") continue;
            var toelichting = i + 1 < tags.Count && tags[i + 1].Naam == "86" ? tags[i + 1].Regels : [];
            regels.Add(Mt940Regel.Lees(tags[i].Regels, toelichting));
        }

        return new(rekening, tags[0].Regels[0].Trim(), tags.Find(t => t.Naam is "28C" or "28").Regels?[0].Trim(), begin, eind, regels);
    }

    private static Saldo? Saldo(List<string>? regels)
    {
        if (regels is null) return null;
        var saldo = Saldotag().Match(regels[0].Trim());
        if (!saldo.Success) throw new LeesfoutException("Een saldo op het afschrift is niet te lezen.");
        if (saldo.Groups["munt"].Value is var munt and not "EUR") throw new LeesfoutException($"De rekening is in {munt}; alleen euro's kunnen worden verwerkt.");
        var cent = Centen.Lees(saldo.Groups["bedrag"].Value);
        return new(saldo.Groups["teken"].Value == "D" ? -cent : cent, Dag(saldo.Groups["dag"].Value));
    }

    // Banks that count months of thirty days write 30 February; it is the last day of that month. Any other day that does not exist is damage.
    public static DateOnly Dag(string jjmmdd)
    {
        if (jjmmdd[2..] is "0229" or "0230") return new DateOnly(2000 + int.Parse(jjmmdd.AsSpan(0, 2), CultureInfo.InvariantCulture), 3, 1).AddDays(-1);
        return DateOnly.TryParseExact("20" + jjmmdd, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? dag : throw new LeesfoutException($"Deze datum bestaat niet: {jjmmdd}.");
    }

    [GeneratedRegex(@"^:(\d{2}[A-Z]?):")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?<teken>[CD])(?<dag>[0-9]{6})(?<munt>[A-Z]{3})(?<bedrag>[0-9]+,[0-9]*)$")]
    private static partial Regex Saldotag();
}
