using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>The Bewerking API of the VNG Verwerkingenlogging 0.9.0, on the records of the logbook.</summary>
internal static class BewerkingApi
{
    private const string Pad = "/verwerkingsacties";

    public static void MapBewerking(this IEndpointRouteBuilder routes)
    {
        var bewerking = routes.MapGroup(Diensten.Pad(Diensten.Verwerkingsacties)).WithTags("verwerkingsacties");
        bewerking.MapGet(Pad, Lijst).WithName("verwerkingsactie_list").Vraagt(
            Parameter.Tekst("objecttype", "Soort object: persoon."), Parameter.Tekst("soortObjectId", "Soort identificator, zoals BSN."), Parameter.Tekst("objectId", "Identificator van het object."),
            Parameter.Datum("beginDatum", "Vanaf deze dag."), Parameter.Datum("eindDatum", "Voor deze dag."), Parameter.Tekst("vertrouwelijkheid", "Een of meer van normaal, vertrouwelijk, opgeheven."),
            Parameter.Tekst("verwerkingsactiviteitId", "Identificator van de verwerkingsactiviteit."));
        bewerking.MapPost(Pad, Maak).WithName("verwerkingsactie_create");
        bewerking.MapPatch(Pad, Wijzig).WithName("verwerkingsactie_list_patch").Vraagt(Parameter.Tekst("verwerkingId", "Identificator van de verwerking."));
        bewerking.MapGet(Pad + "/{actieId:guid}", Een).WithName("verwerkingsactie_read");
        bewerking.MapPut(Pad + "/{actieId:guid}", Vervang).WithName("verwerkingsactie_update");
        bewerking.MapDelete(Pad + "/{actieId:guid}", Verval).WithName("verwerkingsactie_delete");
    }

    private static async Task<IResult> Lijst(HttpContext http, Aanroepen aanroepen, Objectlijst lijst)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "read");
        var vraag = Objectvraag.Lees(http, lijst.Bescherming, verplicht: false, "vertrouwelijkheid");
        if (!rechten.OokVertrouwelijk && vraag.Vertrouwelijkheid is not [Verwerkingsactie.Normaal]) throw Weiger.GeenRecht("Met read:normal is alleen vertrouwelijkheid=normaal te vragen.");
        return await lijst.Geef(http, rechten.Aanroep.Organisatie, vraag, Diensten.Pad(Diensten.Verwerkingsacties) + Pad,
            beeld => vraag.Vertrouwelijkheid.Count == 0 || vraag.Vertrouwelijkheid.Contains(beeld.Vertrouwelijkheid), beeld => beeld.Met([beeld.Object]));
    }

    private static async Task<IResult> Maak(HttpContext http, Aanroepen aanroepen, Acties acties)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "create");
        var actie = await Lichaam.LeesRuim<Verwerkingsactie>(http);
        actie.Controleer(geheel: false);
        if (actie.Vertrouwelijkheid == Verwerkingsactie.Opgeheven) throw Weiger.GeenRecht("Een nieuwe verwerkingsactie is normaal of vertrouwelijk.");
        rechten.Vereis(actie.Vertrouwelijkheid ?? Verwerkingsactie.Normaal);
        var id = Guid.CreateVersion7();
        var json = await acties.Bewaar(rechten.Aanroep.Organisatie, id, [], actie, http.RequestAborted);
        http.Response.Headers.Location = json["url"]!.ToString();
        return Results.Text(json.ToJsonString(Bronnen.Json), "application/json", System.Text.Encoding.UTF8, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Een(Guid actieId, HttpContext http, Aanroepen aanroepen, Acties acties)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "read");
        var (json, vertrouwelijkheid) = await acties.Toon(rechten.Aanroep.Organisatie, actieId, await acties.Regels(rechten.Aanroep.Organisatie, actieId, http.RequestAborted), null, http.RequestAborted);
        rechten.Vereis(vertrouwelijkheid);
        return Results.Text(json.ToJsonString(Bronnen.Json), "application/json");
    }

    private static async Task<IResult> Vervang(Guid actieId, HttpContext http, Aanroepen aanroepen, Acties acties)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "update");
        var actie = await Lichaam.LeesRuim<Verwerkingsactie>(http);
        actie.Controleer(geheel: true);
        var oud = await Eigen(actieId, rechten, acties, http.RequestAborted);
        rechten.Vereis(actie.Vertrouwelijkheid!);
        var json = await acties.Bewaar(rechten.Aanroep.Organisatie, actieId, oud, actie, http.RequestAborted);
        return Results.Text(json.ToJsonString(Bronnen.Json), "application/json");
    }

    private static async Task<IResult> Wijzig(HttpContext http, Aanroepen aanroepen, Acties acties)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "update");
        if (http.Request.Query.Keys.Except(["verwerkingId"]).ToList() is { Count: > 0 } onbekend) throw Weiger.OnbekendeParameters(onbekend);
        if (!Guid.TryParse(http.Request.Query["verwerkingId"], out var verwerking)) throw Weiger.Ongeldig("verwerkingId", "required", "Geef het UUID van de verwerking.");
        var wijziging = await Lichaam.LeesRuim<Actiewijziging>(http);
        var fouten = new List<OngeldigVeld>();
        Verwerkingsactie.Termijn(wijziging.Bewaartermijn, fouten);
        if (wijziging.Vertrouwelijkheid is not (null or Verwerkingsactie.Normaal or Verwerkingsactie.Vertrouwelijk or Verwerkingsactie.Opgeheven))
            fouten.Add(new("vertrouwelijkheid", "invalid_choice", "Kies uit: normaal, vertrouwelijk, opgeheven."));
        if (wijziging is { Bewaartermijn: null, Vertrouwelijkheid: null }) fouten.Add(new("bewaartermijn", "required", "Geef bewaartermijn of vertrouwelijkheid."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        if (wijziging.Vertrouwelijkheid is not null && !rechten.OokVertrouwelijk) throw Weiger.GeenRecht("Om de vertrouwelijkheid te wijzigen is update:confidential nodig.");
        await acties.Wijzig(rechten, verwerking, wijziging, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Verval(Guid actieId, HttpContext http, Aanroepen aanroepen, Acties acties)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "delete");
        await acties.Verval(rechten.Aanroep.Organisatie, actieId, await Eigen(actieId, rechten, acties, http.RequestAborted), http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>The records of an action that came in by this API, and so may be changed by it.</summary>
    private static async Task<IReadOnlyList<BewaardeLogregel>> Eigen(Guid actieId, Actierechten rechten, Acties acties, CancellationToken stop)
    {
        var regels = await acties.Regels(rechten.Aanroep.Organisatie, actieId, stop);
        rechten.Vereis((await acties.Toon(rechten.Aanroep.Organisatie, actieId, regels, null, stop)).Vertrouwelijkheid);
        return Regelnummers.Van(actieId) is null ? regels : throw Weiger.GeenRecht("Deze regel is niet met deze API geschreven, en ligt vast.");
    }
}
