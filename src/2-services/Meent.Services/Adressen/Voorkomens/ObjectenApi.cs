using System.Globalization;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NetTopologySuite.Geometries;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>What each type of object offers: to read one, its life cycle, one of its voorkomens, and where it has a place what lies at a point.</summary>
internal static class ObjectenApi
{
    private const string GeheleLvc = "geheleLvc";
    private const string Huidig = "huidig";

    public static void MapObjecten(this IEndpointRouteBuilder bag)
    {
        foreach (var type in Objecttype.Alle)
        {
            var (groep, naam) = (bag.MapGroup("/" + type.Meervoud).WithTags(type.Naam), type.Naam.ToLowerInvariant());
            groep.MapGet("/{identificatie}", (string identificatie, HttpContext http, Bagbron bron) => Een(type, identificatie, http, bron)).WithName(naam + "Identificatie");
            groep.MapGet("/{identificatie}/lvc", (string identificatie, HttpContext http, Bagbron bron) => Levenscyclus(type, identificatie, http, bron)).WithName(naam + "LvcIdentificatie");
            groep.MapGet("/{identificatie}/{versie}/{timestampRegistratieLv}", (string identificatie, string versie, string timestampRegistratieLv, HttpContext http, Bagbron bron) =>
                EenVoorkomen(type, identificatie, versie, timestampRegistratieLv, http, bron)).WithName(naam + "IdentificatieVoorkomen");
            if (type.HeeftGeometrie && type != Objecttype.Verblijfsobject)
                groep.MapPost("", (HttpContext http, Bagbron bron) => OpPunt(type, http, bron)).WithName(naam + "Geometrie");
        }

        bag.MapLijsten();
        bag.MapAdresseerbaar();
    }

    /// <summary>Checks what an operation is asked before it is answered.</summary>
    public static (Tijdreis Reis, IReadOnlyList<string> Expand) Vraag(HttpContext http, Bagbron bron, Objecttype type, Parameterlezer lezer, bool kanExpand = true)
    {
        var reis = Tijdreis.Lees(lezer, bron.Klok);
        var expand = kanExpand ? lezer.Expand(Objectantwoord.Kan(type)) : [];
        lezer.Klaar();
        if (type.HeeftGeometrie && (type != Objecttype.Woonplaats || expand.Count > 0)) Bagverzoek.Crs(http);
        return (reis, expand);
    }

    private static async Task<IResult> Een(Objecttype type, string identificatie, HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(type, identificatie, http, bron, type == Objecttype.Pand ? [Tijdreis.Geldig, Tijdreis.Beschikbaar] : [Tijdreis.Geldig, Tijdreis.Beschikbaar, "expand"]);
        var (reis, expand) = Vraag(http, bron, type, lezer);
        return await bron.Lees(http, async session => Hal.Antwoord(
            await new Objectantwoord(session, http.Organisatie(), reis).Maak(await session.Vind(type, identificatie, reis) ?? throw GeenObject(), expand)));
    }

    private static async Task<IResult> Levenscyclus(Objecttype type, string identificatie, HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(type, identificatie, http, bron, type == Objecttype.Woonplaats ? [GeheleLvc, "expand"] : [GeheleLvc]);
        var geheel = lezer.Ja(GeheleLvc);
        var (reis, expand) = Vraag(http, bron, type, lezer);
        var voorwaarden = new Voorwaarden().Eis("t.identificatie = ?", identificatie);
        if (!geheel) voorwaarden.Eis("t.inactief IS NULL");
        return await bron.Lees(http, async session =>
        {
            var rijen = await session.Zoek(type, voorwaarden);
            if (rijen.Count == 0) throw GeenObject();
            return Hal.Lijst(http, "voorkomens", await new Objectantwoord(session, http.Organisatie(), reis).Alle(rijen, expand, zijnVoorkomens: true));
        });
    }

    private static async Task<IResult> EenVoorkomen(Objecttype type, string identificatie, string versie, string lv, HttpContext http, Bagbron bron)
    {
        var lezer = await Begin(type, identificatie, http, bron, type == Objecttype.Woonplaats ? ["expand"] : []);
        if (!long.TryParse(versie, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)) lezer.Fout("versie", "integer", "Waarde is geen geldige integer.");
        if (!long.TryParse(lv, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)) lezer.Fout("timestampRegistratieLv", "integer", "Waarde is geen geldige integer.");
        var (reis, expand) = Vraag(http, bron, type, lezer);
        return await bron.Lees(http, async session =>
        {
            var rijen = await session.Zoek(type, new Voorwaarden().Eis("t.identificatie = ? AND t.versie = ? AND t.lv = ?", identificatie, nummer, moment));
            return Hal.Antwoord(await new Objectantwoord(session, http.Organisatie(), reis).Maak(rijen.FirstOrDefault() ?? throw GeenObject(), expand, isVoorkomen: true));
        });
    }

    private static async Task<IResult> OpPunt(Objecttype type, HttpContext http, Bagbron bron)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var lezer = new Parameterlezer(http.Request.Query, new HashSet<string>(type == Objecttype.Pand ? [Tijdreis.Geldig, Tijdreis.Beschikbaar, Huidig] : [Tijdreis.Geldig, Tijdreis.Beschikbaar, Huidig, "expand"], StringComparer.Ordinal));
        var (reis, expand) = Vraag(http, bron, type, lezer);
        Bagverzoek.InhoudCrs(http);
        var punt = await Punt(http);
        var (x, y) = ((long)Math.Round(punt.X * Rijksdriehoek.Millimeter), (long)Math.Round(punt.Y * Rijksdriehoek.Millimeter));
        var voorwaarden = new Voorwaarden().Eis("t.geo_x1 <= ? AND t.geo_x2 >= ? AND t.geo_y1 <= ? AND t.geo_y2 >= ?", x, x, y, y);
        reis.Voeg(voorwaarden);
        return await bron.Lees(http, async session =>
        {
            var rijen = (await session.Zoek(type, voorwaarden)).Where(rij => Geometrie(rij)?.Covers(punt) is true);
            return Hal.Lijst(http, type.Meervoud, await new Objectantwoord(session, http.Organisatie(), reis).Alle(rijen, expand));
        });
    }

    private static Geometry? Geometrie(Voorkomenrij rij)
    {
        using var json = JsonDocument.Parse(rij.Grens ?? rij.Body);
        return Rijksdriehoek.Lees(rij.Grens is not null ? json.RootElement : json.RootElement.GetProperty(rij.Type.Naam).TryGetProperty("geometrie", out var vorm) ? vorm : default);
    }

    private static async Task<Point> Punt(HttpContext http)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return Rijksdriehoek.Lees(json.RootElement) as Point ?? throw BagProblemen.GeenPunt();
        }
        catch (JsonException)
        {
            throw BagProblemen.GeenPunt();
        }
    }

    private static async Task<Parameterlezer> Begin(Objecttype type, string identificatie, HttpContext http, Bagbron bron, IEnumerable<string> parameters)
    {
        await Bagverzoek.Begin(http, bron.Aanroepen);
        var lezer = new Parameterlezer(http.Request.Query, new HashSet<string>(parameters, StringComparer.Ordinal));
        if (!type.Patroon.IsMatch(identificatie)) lezer.Fout("identificatie", "pattern", $"Waarde voldoet niet aan patroon {Parameterlezer.Toon(type.Patroon)}.");
        return lezer;
    }

    private static Standards.Problemen.ProbleemException GeenObject() => Rfc2616Problemen.BestaatNiet("Er is geen object met deze identificatie op dat moment.");
}
