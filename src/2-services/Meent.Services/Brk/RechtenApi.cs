using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Brk;

/// <summary>Rights on a kadastraal onroerende zaak, and what burdens them.</summary>
internal static class RechtenApi
{
    private const string Soort = "type";
    private const string ZaakParameter = "kadastraalOnroerendeZaakIdentificatie";

    public static void MapRechten(this RouteGroupBuilder brk)
    {
        var zaak = brk.MapGroup($"/kadastraalonroerendezaken/{{{ZaakParameter}}}");
        var gerechtigden = zaak.MapGroup("/zakelijkgerechtigden").WithTags("Zakelijk Gerechtigden");
        gerechtigden.MapGet("", Gerechtigden).WithName("GetZakelijkGerechtigden").WithSummary("Wie rechten hebben op een kadastraal onroerende zaak.");
        Enkel<ZakelijkGerechtigde>(gerechtigden, "zakelijkGerechtigdeIdentificatie", "GetZakelijkGerechtigde", "zakelijk gerechtigde", Brkvelden.ZakelijkGerechtigden, regel => regel.ZakelijkGerechtigden, een => een.Identificatie,
            (antwoord, id, een, velden) => antwoord.Gerechtigde(id, een, velden), (_, een) => een.Personen);

        var hypotheken = zaak.MapGroup("/hypotheken").WithTags("Hypotheken");
        Alle<Hypotheek>(hypotheken, "hypotheken", "GetHypothekenKadastraalOnroerendeZaak", Brkvelden.Hypotheken, regel => regel.Hypotheken, (antwoord, id, een, velden) => antwoord.Hypotheek(id, een, velden), Hypotheekpersonen);
        Enkel<Hypotheek>(hypotheken, "hypotheekIdentificatie", "GetHypotheek", "hypotheek", Brkvelden.Hypotheken, regel => regel.Hypotheken, een => een.Identificatie,
            (antwoord, id, een, velden) => antwoord.Hypotheek(id, een, velden), Hypotheekpersonen);

        var beslagen = zaak.MapGroup("/beslagen").WithTags("Beslagen");
        Alle<Beslag>(beslagen, "beslagen", "GetBeslagenKadastraalOnroerendeZaak", Brkvelden.Beslagen, regel => regel.Beslagen, (antwoord, id, een, velden) => antwoord.Beslag(id, een, velden), Beslagpersonen);
        Enkel<Beslag>(beslagen, "beslagIdentificatie", "GetBeslag", "beslag", Brkvelden.Beslagen, regel => regel.Beslagen, een => een.Identificatie,
            (antwoord, id, een, velden) => antwoord.Beslag(id, een, velden), Beslagpersonen);

        var beperkingen = zaak.MapGroup("/privaatrechtelijkebeperkingen").WithTags("Privaatrechtelijke Beperkingen");
        Alle<Aantekening>(beperkingen, Brkvelden.Beperkingen, "GetPrivaatrechtelijkeBeperkingen", Brkvelden.Privaatrechtelijk, regel => regel.PrivaatrechtelijkeBeperkingen,
            (antwoord, id, een, velden) => antwoord.Beperking(id, een, velden), (regel, _) => Houders(regel));
        Enkel<Aantekening>(beperkingen, "privaatrechtelijkeBeperkingIdentificatie", "GetPrivaatrechtelijkeBeperking", "privaatrechtelijke beperking", Brkvelden.Privaatrechtelijk, regel => regel.PrivaatrechtelijkeBeperkingen, een => een.Identificatie,
            (antwoord, id, een, velden) => antwoord.Beperking(id, een, velden), (regel, _) => Houders(regel));

        brk.MapGet("/publiekrechtelijkebeperkingen", Publiekrechtelijk).WithName("GetPubliekrechtelijkeBeperkingen").WithTags("Publiekrechtelijke Beperkingen").WithSummary("Wat de overheid beperkte aan een kadastraal onroerende zaak.");
    }

    private static async Task<IResult> Gerechtigden(string kadastraalOnroerendeZaakIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        Brkverzoek.Crs(http);
        var velden = Brkverzoek.Velden(http, aanroep, Brkvelden.ZakelijkGerechtigden, Soort);
        string? type = http.Request.Query[Soort];
        if (type is not null && !Brkregels.Rechten.Contains(type)) throw Rfc2616Problemen.Parameters([new(Soort, "enum", "Waarde heeft geen geldige waarde uit de enumeratie.")]);
        var regel = await Zaak(aanroep.Organisatie, kadastraalOnroerendeZaakIdentificatie, stores, http.RequestAborted);
        var gevonden = (regel.ZakelijkGerechtigden ?? []).Where(een => type is null || een.Type == type).ToList();
        await log.Leg(aanroep, "Zakelijk gerechtigden verstrekt", gevonden.SelectMany(een => een.Personen), Brkvelden.Gegevens(velden), http.RequestAborted);
        var antwoord = new Brkantwoord(aanroep.Organisatie);
        var lijst = JsonNode.Parse(Hal.Json(http, Brkvelden.Gerechtigden, gevonden.Select(een => Brkantwoord.Tekst(antwoord.Gerechtigde(kadastraalOnroerendeZaakIdentificatie, een, velden)))))!.AsObject();
        if (regel.KadastraalOnroerendeZaak is { GesplitstZakelijkRecht: { } gesplitst, KadastraleAanduiding: var aanduiding }) Splits(lijst, gesplitst, antwoord, aanduiding);
        return Hal.Antwoord(Brkantwoord.Tekst(lijst));
    }

    // Who has a right on what it was split into is told there.
    private static void Splits(JsonObject lijst, string gesplitst, Brkantwoord antwoord, string aanduiding)
    {
        var uitSplitsing = antwoord.Zaakpad("")[..^1] + $"?kadastraleAanduiding={Uri.EscapeDataString(aanduiding)}&inclusiefKadastraalOnroerendeZakenUitSplitsing=true";
        lijst["gesplitstZakelijkRecht"] = gesplitst;
        lijst["_links"]!["kadastraalOnroerendeZakenUitSplitsing"] = Brkantwoord.Link(uitSplitsing);
        lijst["_links"]!["kadastraalOnroerendeZakenUitSplitsingInclusiefZakelijkGerechtigden"] = Brkantwoord.Link(uitSplitsing + "&expand=" + Brkvelden.Gerechtigden);
    }

    private static async Task<IResult> Publiekrechtelijk(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        var velden = Brkverzoek.Velden(http, aanroep, Brkvelden.Publiekrechtelijk, ZaakParameter);
        string? zaak = http.Request.Query[ZaakParameter];
        if (string.IsNullOrEmpty(zaak)) throw Rfc2616Problemen.Parameters([new(ZaakParameter, "required", "Parameter is verplicht.")]);
        var regel = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindZaak(zaak), http.RequestAborted);
        var antwoord = new Brkantwoord(aanroep.Organisatie);
        return Hal.Lijst(http, "publiekrechtelijkeBeperkingen", (regel?.PubliekrechtelijkeBeperkingen ?? []).Select(een => Brkantwoord.Tekst(antwoord.Publiekrechtelijk(een, velden))));
    }

    private static void Alle<T>(
        RouteGroupBuilder groep, string lijst, string naam, Resourcevelden resource, Func<Brkregel, IReadOnlyList<T>?> kies,
        Func<Brkantwoord, string, T, Veldkeuze, JsonObject> maak, Func<Brkregel, T, IEnumerable<Persoon>> wie) =>
        groep.MapGet("", async (string kadastraalOnroerendeZaakIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log) =>
        {
            var aanroep = await Brkverzoek.Begin(http, aanroepen);
            var velden = Brkverzoek.Velden(http, aanroep, resource);
            var regel = await Zaak(aanroep.Organisatie, kadastraalOnroerendeZaakIdentificatie, stores, http.RequestAborted);
            var gevonden = kies(regel) ?? [];
            await log.Leg(aanroep, "Gegevens van het kadaster verstrekt", gevonden.SelectMany(een => wie(regel, een)), Brkvelden.Gegevens(velden), http.RequestAborted);
            var antwoord = new Brkantwoord(aanroep.Organisatie);
            return Hal.Lijst(http, lijst, gevonden.Select(een => Brkantwoord.Tekst(maak(antwoord, kadastraalOnroerendeZaakIdentificatie, een, velden))));
        }).WithName(naam).WithSummary($"De {lijst} op een kadastraal onroerende zaak.");

    private static void Enkel<T>(
        RouteGroupBuilder groep, string parameter, string naam, string wat, Resourcevelden resource, Func<Brkregel, IReadOnlyList<T>?> kies, Func<T, string> nummer,
        Func<Brkantwoord, string, T, Veldkeuze, JsonObject> maak, Func<Brkregel, T, IEnumerable<Persoon>> wie)
        where T : class =>
        groep.MapGet($"/{{{parameter}}}", async (string kadastraalOnroerendeZaakIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log) =>
        {
            var aanroep = await Brkverzoek.Begin(http, aanroepen);
            var velden = Brkverzoek.Velden(http, aanroep, resource);
            var regel = await Zaak(aanroep.Organisatie, kadastraalOnroerendeZaakIdentificatie, stores, http.RequestAborted);
            var een = (kies(regel) ?? []).FirstOrDefault(een => nummer(een) == (string?)http.GetRouteValue(parameter)) ?? throw Brkverzoek.BestaatNiet(wat);
            await log.Leg(aanroep, "Gegevens van het kadaster verstrekt", wie(regel, een), Brkvelden.Gegevens(velden), http.RequestAborted);
            return Hal.Antwoord(Brkantwoord.Tekst(maak(new Brkantwoord(aanroep.Organisatie), kadastraalOnroerendeZaakIdentificatie, een, velden)));
        }).WithName(naam).WithSummary($"Een {wat}.").Produces<T>(200, Hal.Mediatype);

    private static async ValueTask<Brkregel> Zaak(Organisatie organisatie, string identificatie, Stores stores, CancellationToken stop) =>
        await (await stores.Get(organisatie)).Read(session => session.VindZaak(identificatie), stop) ?? throw Brkverzoek.BestaatNiet("kadastraal onroerende zaak");

    // That a right is burdened tells of who has it.
    private static IEnumerable<Persoon> Houders(Brkregel regel) => (regel.ZakelijkGerechtigden ?? []).SelectMany(een => een.Personen);

    private static IEnumerable<Persoon> Hypotheekpersonen(Brkregel regel, Hypotheek een) => Houders(regel).Concat(een.Hypotheekhouders ?? []);

    private static IEnumerable<Persoon> Beslagpersonen(Brkregel regel, Beslag een) => Houders(regel).Concat(een.Beslagleggers ?? []);
}
