using Meent.Interaction.Inloggen;
using Meent.Interaction.Opvragen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Toegang;

/// <summary>
/// The one place that decides who may open a page. It asks the access register about session and employee at every request and keeps no
/// answer, so that who logs out or leaves is out at the next one.
/// </summary>
internal sealed class Toegangscontrole(Sessies sessies, Toegangsbron toegang)
{
    /// <summary>Who sent this request; null when nobody is logged in.</summary>
    public async ValueTask<Bezoeker?> Wie(HttpContext http, Organisatie organisatie)
    {
        if (await sessies.Lees(http, organisatie) is not { } sessie) return null;
        if (await toegang.IsBeeindigd(Namens(organisatie, sessie), sessie.Id, http.RequestAborted)) return null;
        return sessie.Middel == Inlogmiddel.Medewerker ? await AlsMedewerker(sessie, organisatie, http.RequestAborted) : sessie.AlsBelanghebbende();
    }

    /// <summary>From the next request on this session is nobody's, whoever holds its cookie.</summary>
    public Task Beeindig(Organisatie organisatie, Sessie sessie, CancellationToken stop) =>
        toegang.Beeindig(Namens(organisatie, sessie), sessie.Id, sessie.Uiterlijk, stop);

    public static Oordeel Beoordeel(Eis eis, Bezoeker? bezoeker) => bezoeker switch
    {
        _ when eis == Eis.Openbaar => Oordeel.Toegelaten,
        // Who is unknown or left has no right at all.
        Medewerker m when eis == Eis.ElkeMedewerker => m.Rechten.Count > 0 ? Oordeel.Toegelaten : Oordeel.Geweigerd,
        Medewerker m when eis.VraagtMedewerker => m.Mag(eis.Recht!) ? Oordeel.Toegelaten : Oordeel.Geweigerd,
        Inwoner when eis == Eis.Inwoner || eis == Eis.Belanghebbende => Oordeel.Toegelaten,
        Bedrijf when eis == Eis.Belanghebbende => Oordeel.Toegelaten,
        Bedrijf when eis == Eis.Inwoner => Oordeel.Geweigerd,
        _ => Oordeel.EerstInloggen,
    };

    /// <summary>An unknown or former employee keeps their name on the page, and no right at all.</summary>
    private async Task<Medewerker> AlsMedewerker(Sessie sessie, Organisatie organisatie, CancellationToken stop)
    {
        var kaart = await toegang.Haal(Namens(organisatie, sessie), sessie.Kenmerk, stop);
        return kaart is { Actief: true }
            ? new Medewerker(kaart.Id, kaart.Naam, Set(kaart.Rollen), Set(kaart.Rechten), Set(kaart.Caseload))
            : new Medewerker(sessie.Kenmerk, sessie.Naam, Set([]), Set([]), Set([]));

        static HashSet<string> Set(IEnumerable<string> waarden) => waarden.ToHashSet(StringComparer.Ordinal);
    }

    private static Namens Namens(Organisatie organisatie, Sessie sessie) => sessie.Middel == Inlogmiddel.Medewerker
        ? new(organisatie.Slug, organisatie.Verwerkingsactiviteit(Doelen.Werk(organisatie)), sessie.Kenmerk)
        : new(organisatie.Slug, organisatie.Verwerkingsactiviteit(Doelen.Inzien), "burger");
}
