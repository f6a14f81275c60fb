using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>
/// The Inzage API of the VNG Verwerkingenlogging 0.9.0: what one person may know. Confidential actions are never in it; those that were, only with
/// <c>read:confidential</c>.
/// </summary>
internal static class InzageVngApi
{
    private const string Pad = "/verwerkte-objecten";

    public static void MapInzageVng(this IEndpointRouteBuilder routes)
    {
        var inzage = routes.MapGroup(Diensten.Pad(Diensten.VerwerkteObjecten)).WithTags("verwerkte-objecten");
        inzage.MapGet(Pad, Lijst).WithName("verwerkte-objecten_list").Vraagt(
            Parameter.Tekst("objecttype", "Soort object: persoon."), Parameter.Tekst("soortObjectId", "Soort identificator, zoals BSN."), Parameter.Tekst("objectId", "Identificator van het object."),
            Parameter.Datum("beginDatum", "Vanaf deze dag."), Parameter.Datum("eindDatum", "Voor deze dag."), Parameter.Tekst("verwerkingsactiviteitId", "Identificator van de verwerkingsactiviteit."));
        inzage.MapGet(Pad + "/{verwerktObjectId:guid}", Een).WithName("verwerktobject_read");
    }

    private static async Task<IResult> Lijst(HttpContext http, Aanroepen aanroepen, Objectlijst lijst)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "read");
        var vraag = Objectvraag.Lees(http, lijst.Bescherming, verplicht: true);
        return await lijst.Geef(http, rechten.Aanroep.Organisatie, vraag, Diensten.Pad(Diensten.VerwerkteObjecten) + Pad, beeld => MagZien(rechten, beeld), Vorm);
    }

    private static async Task<IResult> Een(Guid verwerktObjectId, HttpContext http, Aanroepen aanroepen, Stores stores, Actieweergave weergave)
    {
        var rechten = await Actierechten.Open(http, aanroepen, "read");
        var organisatie = rechten.Aanroep.Organisatie;
        var regel = Regelnummers.Van(verwerktObjectId) is { } nummer ? await (await stores.Get(organisatie)).Read(session => session.Logregel(nummer), http.RequestAborted) : null;
        var beeld = regel?.Regel.Betrokkene is null ? null : await weergave.Van(organisatie, regel);
        return beeld is not null && MagZien(rechten, beeld) ? Results.Text(Vorm(beeld).ToJsonString(Bronnen.Json), "application/json") : throw Weiger.NietGevonden();
    }

    private static bool MagZien(Actierechten rechten, Actiebeeld beeld) =>
        beeld.Vertrouwelijkheid == Verwerkingsactie.Normaal || (rechten.OokVertrouwelijk && beeld.Vertrouwelijkheid == Verwerkingsactie.Opgeheven);

    private static JsonObject Vorm(Actiebeeld beeld)
    {
        var json = beeld.Object!.DeepClone().AsObject();
        var actie = Actieweergave.Beperkt(beeld);
        // The schema requires it; of the others in the action the person is not told.
        actie["verwerkteObjecten"] = new JsonArray(beeld.Object.DeepClone());
        json["verwerkingsactie"] = actie;
        return json;
    }
}
