using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Personen.Opslag;
using Meent.Services.Pijplijn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Brk;

/// <summary>Persons and organisations whom the kadaster keeps itself.</summary>
internal static class KadasterpersonenApi
{
    private const string Vrij = "q";

    public static void MapKadasterpersonen(this RouteGroupBuilder brk)
    {
        Map<KadasterNatuurlijkPersoon>(
            brk.MapGroup("/kadasternatuurlijkpersonen").WithTags("Kadaster Natuurlijk Personen"), "kadasterNatuurlijkPersonen", "GetKadasterPersonen", "kadasterNatuurlijkPersoonIdentificatie", "GetKadasterPersoon",
            Persoon.Kadastermens, Brkvelden.Mensen, "geboorte", MetGeboortedatum, "Zoek met (het begin van) de geslachtsnaam en de geboortedatum (jjjj-mm-dd).", Brkverzoek.ScopePersonen);
        Map<KadasterNietNatuurlijkPersoon>(
            brk.MapGroup("/kadasternietnatuurlijkpersonen").WithTags("Kadaster Niet Natuurlijk Personen"), "kadasterNietNatuurlijkPersonen", "GetKadasterNietNatuurlijkPersonen", "kadasterNietNatuurlijkPersoonIdentificatie",
            "GetKadasterNietNatuurlijkPersoon", Persoon.Kadasterorganisatie, Brkvelden.Organisaties, "zetel", MetZetel, "Zoek met (het begin van) de statutaire naam en de zetel.", scope: null);
    }

    private static void Map<T>(
        RouteGroupBuilder groep, string lijst, string zoeken, string parameter, string een, string type, Resourcevelden resource, string kenmerk,
        Func<string[], IReadOnlyList<(string Naam, string Waarde)>> lees, string hoeWel, string? scope)
        where T : Kadasterpersoon
    {
        groep.MapGet("", async (HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log) =>
        {
            var aanroep = await Brkverzoek.Begin(http, aanroepen);
            if (!http.Request.Query.ContainsKey(Vrij)) throw Rfc2616Problemen.GeenParameters(hoeWel);
            if (scope is not null) Brkverzoek.Eis(aanroep.Doel!, scope);
            var velden = Brkverzoek.Velden(http, aanroep, resource, Vrij);
            var ingangen = lees(Zoektekst.Kaal(http.Request.Query[Vrij].ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (ingangen.Count == 0) throw Rfc2616Problemen.CombinatieOnvolledig(hoeWel);
            var gevonden = await (await stores.Get(aanroep.Organisatie)).Read(session => session.ZoekPersonen<T>(type, kenmerk, ingangen), http.RequestAborted);
            if (gevonden.Count > Zaakvraag.Maximum) throw Brkverzoek.TeVeel();
            await log.Leg(aanroep, "Gevonden bij het kadaster", gevonden.Select(persoon => new Persoon(persoon.Identificatie, type)), Brkvelden.Gegevens(velden), http.RequestAborted);
            var antwoord = new Brkantwoord(aanroep.Organisatie);
            return Hal.Lijst(http, lijst, gevonden.Select(persoon => Brkantwoord.Tekst(antwoord.Persoon(persoon, velden))));
        }).WithName(zoeken).WithSummary(hoeWel);

        groep.MapGet($"/{{{parameter}}}", async (HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log) =>
        {
            var aanroep = await Brkverzoek.Begin(http, aanroepen);
            var velden = Brkverzoek.Velden(http, aanroep, resource);
            var persoon = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindPersoon<T>((string)http.GetRouteValue(parameter)!, type), http.RequestAborted) ?? throw Brkverzoek.BestaatNiet("persoon");
            await log.Leg(aanroep, "Gegevens van het kadaster verstrekt", [new Persoon(persoon.Identificatie, type)], Brkvelden.Gegevens(velden), http.RequestAborted);
            return Hal.Antwoord(Brkantwoord.Tekst(new Brkantwoord(aanroep.Organisatie).Persoon(persoon, velden)));
        }).WithName(een).WithSummary("Een persoon van het kadaster.").Produces<T>(200, Hal.Mediatype);
    }

    private static IReadOnlyList<(string Naam, string Waarde)> MetGeboortedatum(string[] woorden)
    {
        var dag = Array.FindIndex(woorden, woord => DateOnly.TryParseExact(woord, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return dag < 0 || woorden.Length < 2 ? [] : [(string.Join(' ', woorden.Where((_, i) => i != dag)), woorden[dag])];
    }

    // Where the name ends and the place begins is not told: each of both may be of several words.
    private static IReadOnlyList<(string Naam, string Waarde)> MetZetel(string[] woorden) =>
        [.. Enumerable.Range(1, Math.Clamp(woorden.Length - 1, 0, 10)).Select(i => (string.Join(' ', woorden[..^i]), string.Join(' ', woorden[^i..])))];
}
