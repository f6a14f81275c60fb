using System.Text.RegularExpressions;
using Meent.Services.HaalCentraal;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>Objects by what they are called or belong to.</summary>
internal static class Lijsten
{
    private const string Woonplaatsnaam = "woonplaatsNaam";
    private const string Straatnaam = "openbareRuimteNaam";
    private static readonly string[] Reis = [Tijdreis.Geldig, Tijdreis.Beschikbaar];
    private static readonly string[] Pagina = [.. Reis, "huidig", "expand", "page", "pageSize"];

    public static void MapLijsten(this IEndpointRouteBuilder bag)
    {
        bag.MapGet("/woonplaatsen", Woonplaatsen).WithTags(Objecttype.Woonplaats.Naam).WithName("woonplaatsNaam");
        bag.MapGet("/openbareruimten", OpenbareRuimten).WithTags(Objecttype.OpenbareRuimte.Naam).WithName("zoekOpenbareRuimten");
        bag.MapGet("/nummeraanduidingen", Nummeraanduidingen).WithTags(Objecttype.Nummeraanduiding.Naam).WithName("zoekNummeraanduiding");
        bag.MapGet("/verblijfsobjecten", Verblijfsobjecten).WithTags(Objecttype.Verblijfsobject.Naam).WithName("zoekVerblijfsobjecten");
    }

    private static async Task<IResult> Woonplaatsen(HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(http, bron, [.. Reis, "expand", "naam"]);
        var naam = Verplicht(lezer, "naam", Adresvraag.NaamPatroon());
        var (reis, expand) = ObjectenApi.Vraag(http, bron, Objecttype.Woonplaats, lezer);
        return await Alles(http, bron, Objecttype.Woonplaats, reis, expand, new Voorwaarden().Eis("t.naam = ?", naam.ToLowerInvariant()));
    }

    private static async Task<IResult> OpenbareRuimten(HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(http, bron, [.. Pagina, Woonplaatsnaam, Straatnaam, "woonplaatsIdentificatie"]);
        var (woonplaats, straat) = (lezer.Tekst(Woonplaatsnaam, Adresvraag.NaamPatroon()), lezer.Tekst(Straatnaam, Adresvraag.NaamPatroon()));
        var identificatie = lezer.Tekst("woonplaatsIdentificatie", Objecttype.Woonplaats.Patroon);
        var (reis, expand) = ObjectenApi.Vraag(http, bron, Objecttype.OpenbareRuimte, lezer);
        if (woonplaats is not null && identificatie is not null) throw Rfc2616Problemen.CombinatieNietToegestaan();
        if (identificatie is null && (woonplaats is null || straat is null)) throw BagProblemen.CombinatieOnvolledig();
        if (straat is null && expand.Count > 0) throw Rfc2616Problemen.CombinatieNietToegestaan();
        var voorwaarden = new Voorwaarden();
        if (straat is not null) voorwaarden.Eis("t.naam = ?", straat.ToLowerInvariant());
        if (identificatie is not null) voorwaarden.Wijst("ligtIn", identificatie);
        if (woonplaats is not null) InWoonplaats(voorwaarden, woonplaats);
        return await Bladzijde(http, bron, Objecttype.OpenbareRuimte, reis, expand, voorwaarden, lezer);
    }

    private static async Task<IResult> Nummeraanduidingen(HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(http, bron, [.. Pagina, .. Adresvraag.OpNummer, "openbareRuimteIdentificatie"]);
        var (identificatie, type) = (lezer.Tekst("openbareRuimteIdentificatie", Objecttype.OpenbareRuimte.Patroon), Objecttype.Nummeraanduiding);
        var vraag = Adresvraag.Nummer(lezer);
        var (reis, expand) = ObjectenApi.Vraag(http, bron, type, lezer);
        var voorwaarden = new Voorwaarden();
        if (identificatie is not null)
        {
            if (vraag.IsGevuld || expand.Count > 0) throw Rfc2616Problemen.CombinatieNietToegestaan();
            return await Bladzijde(http, bron, type, reis, expand, voorwaarden.Wijst("ligtAan", identificatie), lezer);
        }

        vraag.Combinatie();
        voorwaarden.Eis("t.huisnummer = ?", vraag.Huisnummer);
        if (vraag.Postcode is not null) voorwaarden.Eis("t.postcode = ?", vraag.Postcode);
        if (vraag.Huisletter is not null || vraag.ExacteMatch) voorwaarden.Eis("t.huisletter = ?", vraag.Huisletter ?? "");
        if (vraag.Huisnummertoevoeging is not null || vraag.ExacteMatch) voorwaarden.Eis("t.toevoeging = ?", vraag.Huisnummertoevoeging ?? "");
        if (vraag.Straat is not null)
        {
            voorwaarden.Eis(
                """
                t.id IN (SELECT v.rij FROM adressen_openbareruimten o JOIN adressen_verwijzingen v ON v.doel = o.identificatie AND v.soort = 'ligtAan'
                  JOIN adressen_verwijzingen w ON w.rij = o.id AND w.soort = 'ligtIn' JOIN adressen_woonplaatsen p ON p.identificatie = w.doel WHERE o.naam = ? AND p.naam = ?)
                """,
                vraag.Straat, vraag.Woonplaats);
        }

        return await Bladzijde(http, bron, type, reis, expand, voorwaarden, lezer);
    }

    private static async Task<IResult> Verblijfsobjecten(HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(http, bron, [.. Pagina.Where(naam => naam != "expand"), "pandIdentificatie"]);
        var pand = Verplicht(lezer, "pandIdentificatie", Objecttype.Pand.Patroon);
        var (reis, expand) = ObjectenApi.Vraag(http, bron, Objecttype.Verblijfsobject, lezer);
        return await Bladzijde(http, bron, Objecttype.Verblijfsobject, reis, expand, new Voorwaarden().Wijst("maaktDeelUitVan", pand), lezer);
    }

    private static void InWoonplaats(Voorwaarden voorwaarden, string naam) => voorwaarden.Eis(
        "t.id IN (SELECT v.rij FROM adressen_woonplaatsen p JOIN adressen_verwijzingen v ON v.doel = p.identificatie AND v.soort = 'ligtIn' WHERE p.naam = ?)", naam.ToLowerInvariant());

    private static async Task<Parameterlezer> Begin(HttpContext http, Bagbron bron, IEnumerable<string> parameters)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        if (http.Request.Query.Count == 0) throw BagProblemen.GeenParameters();
        return new Parameterlezer(http.Request.Query, new HashSet<string>(parameters, StringComparer.Ordinal));
    }

    private static string Verplicht(Parameterlezer lezer, string naam, Regex patroon)
    {
        if (!lezer.Heeft(naam)) lezer.Fout(naam, "required", "Parameter is verplicht.");
        return lezer.Tekst(naam, patroon) ?? "";
    }

    private static async Task<IResult> Alles(HttpContext http, Bagbron bron, Objecttype type, Tijdreis reis, IReadOnlyList<string> expand, Voorwaarden voorwaarden)
    {
        reis.Voeg(voorwaarden);
        return await bron.Lees(http, async session => Hal.Lijst(http, type.Meervoud, await new Objectantwoord(session, http.Organisatie(), reis).Alle(await session.Zoek(type, voorwaarden), expand)));
    }

    private static async Task<IResult> Bladzijde(
        HttpContext http, Bagbron bron, Objecttype type, Tijdreis reis, IReadOnlyList<string> expand, Voorwaarden voorwaarden, Parameterlezer lezer)
    {
        var (pagina, grootte) = Adresvraag.Pagineer(lezer);
        lezer.Klaar();
        reis.Voeg(voorwaarden);
        return await bron.Lees(http, async session =>
        {
            var rijen = await session.Zoek(type, voorwaarden, grootte + 1, (pagina - 1) * grootte);
            return Hal.Bladzijde(http, type.Meervoud, await new Objectantwoord(session, http.Organisatie(), reis).Alle(rijen, expand), pagina, grootte);
        });
    }
}
