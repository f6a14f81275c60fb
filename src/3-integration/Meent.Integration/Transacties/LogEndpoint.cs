using System.Globalization;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Standards;
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
            var ids = transacties.Take(1000).Select(t => Guid.TryParse(t, out var id) ? id : throw Bladeren.Fout("transaction_ids zijn UUID's"));
            var gevonden = await log.Vind(http.Organisatie(), peer, ids.ToList(), http.RequestAborted);
            return Antwoord(gevonden, new { next_cursor = "" });
        }

        var bladeren = Bladeren.Van(query);
        var vraag = new LogVraag(
            Tijd(query, "after") ?? -1, Tijd(query, "before") ?? long.MaxValue, Bladeren.Lijst(query, "grant_hash"), Bladeren.Lijst(query, "service_name"),
            Cursor(bladeren.Na), bladeren.Oplopend, bladeren.Limit + 1,
            eigen ? query["direction"].ToString() : null, eigen ? query["peer_id"].ToString() : null);
        var (blad, pagination) = bladeren.Snijd(await log.Pagina(http.Organisatie(), peer, vraag, http.RequestAborted), Sleutel);
        return Antwoord(blad, pagination);
    }

    private static IResult Antwoord(List<Transactie> records, object pagination) =>
        Results.Json(new { records = records.Select(r => r.Json()), pagination });

    private static string Sleutel(Transactie t) => string.Create(CultureInfo.InvariantCulture, $"{t.Gemaakt.Microseconden()} {t.Id}");

    private static (long, Guid)? Cursor(string? tekst)
    {
        if (tekst is null) return null;
        var delen = tekst.Split(' ');
        return delen.Length == 2 && Guid.TryParse(delen[1], out var id)
            && long.TryParse(delen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var gemaakt)
            ? (gemaakt, id)
            : throw Bladeren.Fout("cursor is niet van deze Manager");
    }

    private static long? Tijd(IQueryCollection query, string naam)
    {
        if (!query.TryGetValue(naam, out var waarde)) return null;
        return long.TryParse(waarde, NumberStyles.None, CultureInfo.InvariantCulture, out var seconden) && seconden <= 253402300799
            ? seconden * 1_000_000
            : throw Bladeren.Fout($"{naam} moet een Unix-tijdstip in seconden zijn");
    }
}
