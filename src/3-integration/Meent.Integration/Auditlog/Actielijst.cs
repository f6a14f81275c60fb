using Meent.Data.Opslag;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Auditlog;

/// <summary>The audit log as a list with pages, the latest first.</summary>
internal static class Actielijst
{
    public static async Task<IResult> Toon(HttpContext http, Stores stores)
    {
        var query = http.Request.Query;
        var bladeren = Bladeren.Van(query);
        var vraag = new ActieVraag(
            query["content_hash"].ToString(), query["gebruiker"].ToString(), query["actie"].ToString(), Bladeren.Tijd(query, "after") ?? -1, Bladeren.Tijd(query, "before") ?? long.MaxValue,
            bladeren.NaMoment(), bladeren.Oplopend, bladeren.Limit + 1);
        var store = await stores.Get(http.Organisatie());
        var (blad, pagination) = bladeren.Snijd(
            await store.Read(sessie => ActieTabel.Pagina(sessie, vraag), http.RequestAborted), a => Bladeren.Sleutel(a.Wanneer, a.Id));
        return Results.Json(new
        {
            acties = blad.Select(a => new
            {
                id = a.Id,
                moment = a.Wanneer,
                client = a.Client,
                gebruiker = a.Gebruiker,
                actie = a.Naam,
                content_hash = a.Contract,
                peer_id = a.Peer,
                reden = a.Reden,
                trace_id = a.TraceId,
            }),
            pagination,
        });
    }
}
