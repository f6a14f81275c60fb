using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Afleiding;

/// <summary>When somebody was at an address.</summary>
/// <param name="Zeker">Whether that is sure; not so when the date on which it began or ended is not known in full.</param>
/// <param name="InOnderzoek">Whether it is being looked into.</param>
internal readonly record struct Verblijfsdeel(Tijdvak Periode, bool Zeker, bool InOnderzoek);

/// <summary>
/// When the person of a list lived at an object: from the day on which that began (10.30) until the next address began, abroad too (13.20). Of a date
/// that is not known in full, any of its days can be the one; but not one on which the person was known to be elsewhere.
/// </summary>
internal static class Adreshouding
{
    private const string Briefadres = "B";

    public static IEnumerable<Verblijfsdeel> Van(Persoonslijst lijst, string adresseerbaarObject)
    {
        var verblijven = Verblijven(lijst);
        var opgeschort = Lo3Datum.Lees(lijst.Waarde("07", "6710"));
        for (var i = 0; i < verblijven.Count; i++)
        {
            if (verblijven[i]["1180"] != adresseerbaarObject || verblijven[i]["1010"] == Briefadres) continue;
            foreach (var deel in Delen(verblijven, i, opgeschort)) yield return deel;
        }
    }

    /// <summary>Oldest first; without what proved wrong (84.10).</summary>
    public static List<Voorkomen> Verblijven(Persoonslijst lijst) => [.. lijst.Verblijfplaatsen().Where(verblijf => verblijf["8410"] is null).Reverse()];

    /// <summary>The day on which a stay began, here or abroad; unknown when it was not registered.</summary>
    public static Lo3Datum Aanvang(Voorkomen verblijf) => Lo3Datum.Lees(verblijf[verblijf["1310"] is null ? "1030" : "1320"]) ?? Lo3Datum.Onbekend;

    /// <summary>Since when it is established that the person was not there; null when it is not, or was dealt with.</summary>
    public static Lo3Datum? NietOpAdresVanaf(List<Voorkomen> verblijven, int i)
    {
        var verblijf = verblijven[i];
        if (verblijf["8310"] is not { Length: 6 } aanduiding || !new Onderzoek(aanduiding, default).VerblijftNietOpAdres) return null;
        // It was dealt with when it was closed before the next address, or at the address that is still the actual one.
        var isAfgerond = Lo3Datum.Lees(verblijf["8330"]) is { } einde && (i + 1 == verblijven.Count || einde.LaatsteDag < Aanvang(verblijven[i + 1]).EersteDag);
        return isAfgerond ? null : Lo3Datum.Lees(verblijf["8320"]) ?? Lo3Datum.Onbekend;
    }

    private static IEnumerable<Verblijfsdeel> Delen(List<Voorkomen> verblijven, int i, Lo3Datum? opgeschort)
    {
        var verblijf = verblijven[i];
        var (mogelijk, zeker) = (Mogelijk(verblijven, i), Zeker(verblijven, i));
        if (opgeschort is { } datum) (mogelijk, zeker) = (mogelijk with { Tot = Dagen.Vroegste(mogelijk.Tot, Einde(datum)) }, zeker with { Tot = Dagen.Vroegste(zeker.Tot, datum.EersteDag) });
        if (NietOpAdresVanaf(verblijven, i) is { } sinds)
        {
            zeker = zeker with { Tot = Dagen.Vroegste(zeker.Tot, sinds.EersteDag) };
            // Closed after the person had moved on, perhaps by a municipality that never looked: then it stays in doubt.
            if (verblijf["8330"] is null) mogelijk = mogelijk with { Tot = Dagen.Vroegste(mogelijk.Tot, sinds.EersteDag) };
        }

        zeker = zeker.Binnen(mogelijk);
        var onderzoek = verblijf.Onderzoek is { VerblijftNietOpAdres: false } lopend && (lopend.Betreft("081010") || lopend.Betreft("081030") || lopend.Betreft("081180"));
        Verblijfsdeel[] delen = zeker.IsLeeg
            ? [new(mogelijk, false, onderzoek)]
            : [new(new(mogelijk.Van, zeker.Van), false, onderzoek), new(zeker, true, onderzoek), new(new(zeker.Tot, mogelijk.Tot), false, onderzoek)];
        return delen.Where(deel => !deel.Periode.IsLeeg);
    }

    /// <summary>All days on which the person may have been there.</summary>
    public static Tijdvak Mogelijk(List<Voorkomen> verblijven, int i)
    {
        var begin = Aanvang(verblijven[i]);
        var (van, tot) = (begin.EersteDag, DateOnly.MaxValue);
        if (i > 0 && !begin.IsVolledig)
        {
            var vorige = Aanvang(verblijven[i - 1]);
            van = Dagen.Laatste(van, vorige.IsVolledig ? vorige.EersteDag.Volgende() : vorige.EersteDag);
        }

        if (i + 1 < verblijven.Count) tot = Einde(Aanvang(verblijven[i + 1]));
        // Who was at a third address by then, had left this one.
        foreach (var later in verblijven.Skip(i + 2).Select(Aanvang).Where(datum => datum.IsVolledig)) tot = Dagen.Vroegste(tot, later.EersteDag);
        return new(van, tot);
    }

    private static Tijdvak Zeker(List<Voorkomen> verblijven, int i)
    {
        var begin = Aanvang(verblijven[i]);
        var van = begin.IsVolledig ? begin.EersteDag : begin.LaatsteDag.Volgende();
        if (i + 1 == verblijven.Count) return new(van, DateOnly.MaxValue);
        var volgende = Aanvang(verblijven[i + 1]);
        // On the day on which it began it was so, whenever it ended.
        var tot = begin.IsVolledig && !volgende.IsVolledig ? Dagen.Laatste(volgende.EersteDag, van.Volgende()) : volgende.EersteDag;
        return new(van, tot);
    }

    /// <summary>The first day on which it must have happened.</summary>
    private static DateOnly Einde(Lo3Datum datum) => datum.IsVolledig ? datum.EersteDag : datum.LaatsteDag.Volgende();
}
