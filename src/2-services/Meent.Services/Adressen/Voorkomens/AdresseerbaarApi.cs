using Meent.Services.HaalCentraal;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>What an address is of, whichever of the three types it is: the object under the name of its type.</summary>
internal static class AdresseerbaarApi
{
    private const string Pad = "/adresseerbareobjecten";
    private const string GeheleLvc = "geheleLvc";
    private const string Nummeraanduiding = "nummeraanduidingIdentificatie";
    private static readonly HashSet<string> BijLezen = new([Tijdreis.Geldig, Tijdreis.Beschikbaar, "expand"], StringComparer.Ordinal);
    private static readonly HashSet<string> BijZoeken = new([.. BijLezen, "huidig", Nummeraanduiding], StringComparer.Ordinal);
    private static readonly HashSet<string> BijLvc = new([GeheleLvc], StringComparer.Ordinal);

    public static void MapAdresseerbaar(this IEndpointRouteBuilder bag)
    {
        var groep = bag.MapGroup(Pad).WithTags("adresseerbaarObject");
        groep.MapGet("", Zoek).WithName("zoekAdresseerbaarObject");
        groep.MapGet("/{identificatie}", Een).WithName("bevragenAdresseerbaarObject");
        groep.MapGet("/{identificatie}/lvc", Levenscyclus).WithName("bevragenAdresseerbaarObjectLvc");
    }

    private static async Task<IResult> Zoek(HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        if (http.Request.Query.Count == 0) throw BagProblemen.GeenParameters();
        var lezer = new Parameterlezer(http.Request.Query, BijZoeken);
        if (!lezer.Heeft(Nummeraanduiding)) lezer.Fout(Nummeraanduiding, "required", "Parameter is verplicht.");
        var nummer = lezer.Tekst(Nummeraanduiding, Objecttype.Nummeraanduiding.Patroon);
        var (reis, expand) = ObjectenApi.Vraag(http, bron, Objecttype.Verblijfsobject, lezer);
        return await bron.Lees(http, async session =>
        {
            var maker = new Objectantwoord(session, http.Organisatie(), reis);
            var delen = new List<string>();
            foreach (var type in Objecttype.Adresseerbaar)
            {
                var voorwaarden = new Voorwaarden().Eis(
                    "t.id IN (SELECT rij FROM adressen_verwijzingen WHERE doel = ? AND soort IN ('heeftAlsHoofdAdres', 'heeftAlsNevenAdres'))", nummer);
                reis.Voeg(voorwaarden);
                foreach (var rij in await session.Zoek(type, voorwaarden)) delen.Add(Onder(http, rij, await maker.Maak(rij, expand)));
            }

            return Hal.Lijst(http, "adresseerbareObjecten", delen);
        });
    }

    private static async Task<IResult> Een(string identificatie, HttpContext http, Bagbron bron)
    {
        var (type, lezer) = await Begin(identificatie, http, bron, BijLezen);
        var (reis, expand) = ObjectenApi.Vraag(http, bron, type, lezer);
        return await bron.Lees(http, async session =>
        {
            var rij = await session.Vind(type, identificatie, reis) ?? throw GeenObject();
            return Hal.Antwoord(Onder(http, rij, await new Objectantwoord(session, http.Organisatie(), reis).Maak(rij, expand)));
        });
    }

    private static async Task<IResult> Levenscyclus(string identificatie, HttpContext http, Bagbron bron)
    {
        var (type, lezer) = await Begin(identificatie, http, bron, BijLvc);
        var geheel = lezer.Ja(GeheleLvc);
        var (reis, _) = ObjectenApi.Vraag(http, bron, type, lezer);
        var voorwaarden = new Voorwaarden().Eis("t.identificatie = ?", identificatie);
        if (!geheel) voorwaarden.Eis("t.inactief IS NULL");
        return await bron.Lees(http, async session =>
        {
            var maker = new Objectantwoord(session, http.Organisatie(), reis);
            var delen = new List<string>();
            foreach (var rij in await session.Zoek(type, voorwaarden)) delen.Add(Onder(http, rij, await maker.Maak(rij, [], isVoorkomen: true)));
            return delen.Count == 0 ? throw GeenObject() : Hal.Lijst(http, "voorkomens", delen);
        });
    }

    private static string Onder(HttpContext http, Voorkomenrij rij, string antwoord) =>
        $"{{\"{rij.Type.Naam}\":{antwoord},\"_links\":{{\"self\":{Hal.Link($"{http.Organisatie().Basis}{Diensten.Pad(Diensten.Adressen)}{Pad}/{rij.Identificatie}")}}}}}";

    private static async Task<(Objecttype Type, Parameterlezer Lezer)> Begin(string identificatie, HttpContext http, Bagbron bron, HashSet<string> parameters)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var lezer = new Parameterlezer(http.Request.Query, parameters);
        var type = Objecttype.Adresseerbaar.FirstOrDefault(soort => soort.Patroon.IsMatch(identificatie));
        if (type is null) lezer.Fout("adresseerbaarObjectIdentificatie", "pattern", "Waarde voldoet niet aan patroon ^[0-9]{4}(01|02|03)[0-9]{10}$.");
        return (type ?? Objecttype.Verblijfsobject, lezer);
    }

    private static Standards.Problemen.ProbleemException GeenObject() => Rfc2616Problemen.BestaatNiet("Er is geen object met deze identificatie op dat moment.");
}
