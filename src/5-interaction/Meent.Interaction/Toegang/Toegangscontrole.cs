using Meent.Interaction.Inloggen;
using Meent.Interaction.Opvragen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Toegang;

/// <summary>
/// The one place that decides who may open a page. It asks the access register about an employee at every request and keeps no answer,
/// so that who leaves is out at the next one.
/// </summary>
internal sealed class Toegangscontrole(Sessies sessies, Toegangsbron toegang)
{
    /// <summary>Who sent this request; null when nobody is logged in.</summary>
    public async ValueTask<Bezoeker?> Wie(HttpContext http, Organisatie organisatie)
    {
        var sessie = await sessies.Lees(http, organisatie);
        return sessie?.Middel == Inlogmiddel.Medewerker ? await AlsMedewerker(sessie, organisatie, http.RequestAborted) : sessie?.AlsBelanghebbende();
    }

    public static Oordeel Beoordeel(Eis eis, Bezoeker? bezoeker) => bezoeker switch
    {
        _ when eis == Eis.Openbaar => Oordeel.Toegelaten,
        Medewerker m when eis.VraagtMedewerker => m.Mag(eis.Recht!) ? Oordeel.Toegelaten : Oordeel.Geweigerd,
        Inwoner when eis == Eis.Inwoner || eis == Eis.Belanghebbende => Oordeel.Toegelaten,
        Bedrijf when eis == Eis.Belanghebbende => Oordeel.Toegelaten,
        Bedrijf when eis == Eis.Inwoner => Oordeel.Geweigerd,
        _ => Oordeel.EerstInloggen,
    };

    /// <summary>An unknown or former employee keeps their name on the page, and no right at all.</summary>
    private async Task<Medewerker> AlsMedewerker(Sessie sessie, Organisatie organisatie, CancellationToken stop)
    {
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit(Doelen.Toezicht), sessie.Kenmerk);
        var kaart = await toegang.Haal(namens, sessie.Kenmerk, stop);
        return kaart is { Actief: true }
            ? new Medewerker(kaart.Id, kaart.Naam, Set(kaart.Rollen), Set(kaart.Rechten), Set(kaart.Caseload))
            : new Medewerker(sessie.Kenmerk, sessie.Naam, Set([]), Set([]), Set([]));

        static HashSet<string> Set(IEnumerable<string> waarden) => waarden.ToHashSet(StringComparer.Ordinal);
    }
}
