using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Brk;

/// <summary>Kadastraal onroerende zaken: sought, by who has a right on them, and one.</summary>
internal static class ZakenApi
{
    private const string Lijst = "kadastraalOnroerendeZaken";
    private const string Bsn = "burgerservicenummer";

    public static void MapZaken(this RouteGroupBuilder brk)
    {
        var zaken = brk.MapGroup("/kadastraalonroerendezaken").WithTags("Kadastraal Onroerende Zaken");
        zaken.MapGet("", Zoek).WithName("GetKadastraalOnroerendeZaken").WithSummary("Kadastraal onroerende zaken op aanduiding, adres of gerechtigde.");
        zaken.MapPost("", ZoekMetBsn).WithName("ZoekKadastraalOnroerendeZakenMetBsn").WithSummary("Waarop een persoon een zakelijk recht heeft.");
        zaken.MapGet("/{kadastraalOnroerendeZaakIdentificatie}", Een).WithName("GetKadastraalOnroerendeZaak").WithSummary("Een kadastraal onroerende zaak.").Produces<KadastraalOnroerendeZaak>(200, Hal.Mediatype);
    }

    private static async Task<IResult> Zoek(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        Brkverzoek.Crs(http);
        return await Antwoord(http, aanroep, Zaakvraag.Lees(http.Request.Query), stores, log);
    }

    private static async Task<IResult> ZoekMetBsn(HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        Brkverzoek.Crs(http);
        if (http.Request.Query.Count > 0) throw Rfc2616Problemen.Onverwacht(http.Request.Query.Keys);
        if (!http.Request.HasJsonContentType()) throw Rfc2616Problemen.Fout(415, 16, "unsupported", "Unsupported Media Type", "Stuur de vraag als application/json.");
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        return await Antwoord(http, aanroep, Lees(body.RootElement, http), stores, log);
    }

    private static async Task<IResult> Antwoord(HttpContext http, Aanroep aanroep, Zaakvraag vraag, Stores stores, Verwerkingslog log)
    {
        if (vraag.IsVanPersoon) Brkverzoek.Eis(aanroep.Doel!, Brkverzoek.ScopeBezit);
        Controleer(aanroep, vraag.Velden, vraag.Uitbreiding);
        var gevonden = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Zoek(vraag), http.RequestAborted);
        if (gevonden.Count > Zaakvraag.Maximum) throw Brkverzoek.TeVeel();
        var wie = Gezocht(vraag, gevonden).Concat(gevonden.SelectMany(regel => Meegeladen(regel, vraag.Uitbreiding)));
        await log.Leg(aanroep, "Kadastraal onroerende zaken gevonden", wie, Gegevens(vraag.Velden, vraag.Uitbreiding), http.RequestAborted);
        var antwoord = new Brkantwoord(aanroep.Organisatie);
        return Hal.Lijst(http, Lijst, gevonden.Select(regel => Brkantwoord.Tekst(antwoord.Zaak(regel, vraag.Velden, vraag.Uitbreiding, metGerechtigden: !vraag.IsVanPersoon))));
    }

    private static async Task<IResult> Een(string kadastraalOnroerendeZaakIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores, Verwerkingslog log)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        Brkverzoek.Crs(http);
        var lezer = new Parameterlezer(http.Request.Query, new HashSet<string> { Veldkeuze.Parameter, Uitbreiding.Parameter });
        var velden = Veldkeuze.Lees(http.Request.Query, lezer, Brkvelden.Zaken);
        var uitbreiding = Uitbreiding.Lees(http.Request.Query, lezer, Brkvelden.BijZaak);
        lezer.Klaar();
        Controleer(aanroep, velden, uitbreiding);
        var regel = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindZaak(kadastraalOnroerendeZaakIdentificatie), http.RequestAborted) ?? throw Brkverzoek.BestaatNiet("kadastraal onroerende zaak");
        await log.Leg(aanroep, "Kadastraal onroerende zaak verstrekt", Meegeladen(regel, uitbreiding), Gegevens(velden, uitbreiding), http.RequestAborted);
        return Hal.Antwoord(Brkantwoord.Tekst(new Brkantwoord(aanroep.Organisatie).Zaak(regel, velden, uitbreiding)));
    }

    private static Zaakvraag Lees(JsonElement body, HttpContext http)
    {
        if (body.ValueKind != JsonValueKind.Object) throw Rfc2616Problemen.Parameters([new(Bsn, "required", "Parameter is verplicht.")]);
        var lezer = new Parameterlezer(new QueryCollection(), new HashSet<string>());
        foreach (var lid in body.EnumerateObject().Where(lid => lid.Name is not (Bsn or Veldkeuze.Parameter))) lezer.Fout(lid.Name, "unknownParam", "Parameter is niet verwacht.");
        var velden = Brkvelden.Zaken.Alle;
        if (body.TryGetProperty(Veldkeuze.Parameter, out var keuze)) velden = Veldkeuze.Lees(keuze.ValueKind == JsonValueKind.String ? keuze.GetString()! : "", lezer, Brkvelden.Zaken);
        var bsn = body.TryGetProperty(Bsn, out var nummer) && nummer.ValueKind == JsonValueKind.String ? nummer.GetString()! : "";
        if (!body.TryGetProperty(Bsn, out _)) lezer.Fout(Bsn, "required", "Parameter is verplicht.");
        else if (bsn.Length != 9 || !bsn.All(char.IsAsciiDigit)) lezer.Fout(Bsn, "pattern", "Waarde voldoet niet aan patroon ^[0-9]{9}$.");
        lezer.Klaar();
        return Zaakvraag.Van(bsn, velden);
    }

    private static void Controleer(Aanroep aanroep, Veldkeuze velden, Uitbreiding uitbreiding)
    {
        velden.Controleer(aanroep.Doel!, Diensten.Brk, Brkvelden.GeenRecht);
        uitbreiding.Controleer(aanroep.Doel!);
    }

    private static IEnumerable<string> Gegevens(Veldkeuze velden, Uitbreiding uitbreiding) => Brkvelden.Gegevens(velden).Concat(uitbreiding.Velden.Values.SelectMany(Brkvelden.Gegevens));

    // By whom was sought is known when something was found.
    private static IEnumerable<Persoon> Gezocht(Zaakvraag vraag, IEnumerable<Brkregel> gevonden) => !vraag.IsVanPersoon ? [] : gevonden
        .SelectMany(regel => regel.ZakelijkGerechtigden ?? []).Select(een => een.Persoon).OfType<Persoon>().Where(een => een.Identificatie == vraag.Persoon && vraag.Persoonstypen.Contains(een.Type)).Take(1);

    // A beperking tells of the gerechtigden as well: that somebody is bankrupt stands there.
    private static IEnumerable<Persoon> Meegeladen(Brkregel regel, Uitbreiding uitbreiding) =>
        uitbreiding.Velden.ContainsKey(Brkvelden.Gerechtigden) || (uitbreiding.Velden.ContainsKey(Brkvelden.Beperkingen) && regel.PrivaatrechtelijkeBeperkingen is { Count: > 0 })
            ? (regel.ZakelijkGerechtigden ?? []).SelectMany(een => een.Personen)
            : [];
}
