using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Transacties;

/// <summary>GET /logs: to each Peer the records in which it takes part.</summary>
internal static class LogEndpoint
{
    public static Task<IResult> Logs(HttpContext http, TransactieLog log) => Toon(http, log, http.Beller().Peer.Id);

    /// <param name="eigen">For the own organisation, which may also ask by direction and by the other Peer.</param>
    public static async Task<IResult> Toon(HttpContext http, TransactieLog log, string peer, bool eigen = false)
    {
        var query = http.Request.Query;
        var transacties = Bladeren.Lijst(query, "transaction_ids");
        if (transacties.Count > 0)
        {
            var ids = transacties.Select(t => Guid.TryParse(t, out var id) ? id : throw Bladeren.Fout("transaction_ids zijn UUID's"));
            var gevonden = await log.Vind(http.Organisatie(), peer, ids.ToList(), http.RequestAborted);
            return Antwoord(gevonden, new { next_cursor = "" });
        }

        var bladeren = Bladeren.Van(query);
        var vraag = new LogVraag(
            Bladeren.Tijd(query, "after") ?? -1, Bladeren.Tijd(query, "before") ?? long.MaxValue, Bladeren.Lijst(query, "grant_hash"), Bladeren.Lijst(query, "service_name"),
            bladeren.NaMoment(), bladeren.Oplopend, bladeren.Limit + 1,
            eigen ? query["direction"].ToString() : null, eigen ? query["peer_id"].ToString() : null);
        var (blad, pagination) = bladeren.Snijd(await log.Pagina(http.Organisatie(), peer, vraag, http.RequestAborted), t => Bladeren.Sleutel(t.Gemaakt, t.Id));
        return Antwoord(blad, pagination);
    }

    private static IResult Antwoord(List<Transactie> records, object pagination) =>
        Results.Json(new { records = records.Select(r => r.Json()), pagination });
}
