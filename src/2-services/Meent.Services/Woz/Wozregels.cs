using System.Text.RegularExpressions;
using Meent.Standards.Identificaties;
using Meent.Standards.Organisaties;

namespace Meent.Services.Woz;

/// <summary>What a WOZ-object must be before it is kept.</summary>
internal static partial class Wozregels
{
    private const string Mens = "natuurlijk_persoon";

    private static readonly string[] Soorten = [Mens, "niet_natuurlijk_persoon", "vestiging"];

    private static readonly HashSet<string> Statussen =
    [
        "beschikking_genomen", "beschikking_vernietigd", "beschikking_herzien", "bezwaar_ingediend", "bezwaar_gehandhaafd", "bezwaar_veranderd", "waarde_ambtshalve_verminderd",
        "beroep_aangetekend", "beroep_gehandhaafd", "beroep_veranderd", "hoger_beroep_aangetekend", "hoger_beroep_gehandhaafd", "hoger_beroep_veranderd", "cassatie_ingesteld",
        "hoge_raad_gehandhaafd", "hoge_raad_veranderd", "hoge_raad_geding_verwezen", "voorlopige_aanslag",
    ];

    /// <returns>The first thing that is wrong, without the value; null when nothing is.</returns>
    public static string? Fout(WozObject woz, Organisatie organisatie)
    {
        var gemeente = woz.VerantwoordelijkeGemeente.Code;
        if (!TwaalfCijfers().IsMatch(woz.Identificatie)) return "identificatie is geen twaalf cijfers";
        // A municipality decides of what lies in it, and keeps nobody else's (Wet WOZ art. 37a).
        if (gemeente != organisatie.Gemeentecode && !organisatie.EerdereGemeentecodes.Contains(gemeente)) return $"verantwoordelijkeGemeente is niet {organisatie.Naam}: {organisatie.Gemeentecode} is de code die dit register bijhoudt";
        if ((woz.AdresseerbaarObjectIdentificaties ?? []).Any(id => !ZestienCijfers().IsMatch(id))) return "adresseerbaarObjectIdentificaties is geen zestien cijfers";
        if ((woz.PandIdentificaties ?? []).Any(id => !ZestienCijfers().IsMatch(id))) return "pandIdentificaties is geen zestien cijfers";
        if (woz.Aanduiding?.NummeraanduidingIdentificatie is { } nummer && !ZestienCijfers().IsMatch(nummer)) return "aanduiding.nummeraanduidingIdentificatie is geen zestien cijfers";
        if (woz.Waarden?.FirstOrDefault(waarde => waarde.VastgesteldeWaarde < 0) is not null) return "waarden.vastgesteldeWaarde is lager dan 0";
        if (woz.Waarden?.SelectMany(waarde => waarde.BeschikkingsStatussen ?? []).FirstOrDefault(status => !Statussen.Contains(status)) is { } status) return $"waarden.beschikkingsStatussen: {status} is geen status van de standaard";
        if (woz.Waarden?.Any(waarde => waarde.IndicatieBezwaarBeroep is not null) == true) return "waarden.indicatieBezwaarBeroep volgt uit beschikkingsStatussen en wordt niet ingelezen";
        return Fout("belanghebbendeEigenaar", woz.BelanghebbendeEigenaar) ?? Fout("belanghebbendeGebruiker", woz.BelanghebbendeGebruiker);
    }

    private static string? Fout(string naam, Belanghebbende? wie) => wie switch
    {
        null => null,
        _ when !Soorten.Contains(wie.Type) => $"{naam}.type is geen van {string.Join(", ", Soorten)}",
        { Burgerservicenummer: { } bsn } when !Bsn.TryParse(bsn, out _) => $"{naam}.burgerservicenummer is geen geldig BSN",
        { Burgerservicenummer: not null } when wie.Type != Mens => $"{naam}.burgerservicenummer hoort bij een {Mens}",
        _ => null,
    };

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex TwaalfCijfers();

    [GeneratedRegex(@"^[0-9]{16}\z")]
    private static partial Regex ZestienCijfers();
}
