using System.Globalization;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Afrekening;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;
using Meent.Integration.Manager;
using Meent.Standards;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Beheer;

/// <summary>The Authorization Decision Log for the own administrators: its records as the standard has them, and the rules to which they refer.</summary>
internal static class Beslissinglijst
{
    private const int MeesteMaanden = 60;

    public static async Task<IResult> Toon(HttpContext http, Beslislog log)
    {
        var query = http.Request.Query;
        var bladeren = Bladeren.Van(query);
        Guid? transactie = query.TryGetValue("transaction_id", out var gevraagd)
            ? Guid.TryParse(gevraagd, out var id) ? id : throw Bladeren.Fout("transaction_id is een UUID")
            : null;
        var besluit = query["besluit"].ToString();
        if (besluit.Length > 0 && !Besluit.Alle.Contains(besluit)) throw Bladeren.Fout($"besluit is een van {string.Join(", ", Besluit.Alle)}");
        var vraag = new Beslisvraag(bladeren.Limit + 1, bladeren.Oplopend, DossierJson.Sleutel(bladeren.Na))
        {
            Transactie = transactie,
            Trace = query["trace_id"].ToString(),
            Dienst = query["service_name"].ToString(),
            Besluit = besluit,
            Van = Bladeren.Tijd(query, "after") ?? -1,
            Tot = Bladeren.Tijd(query, "before") ?? long.MaxValue,
        };
        var regels = await log.Pagina(http.Organisatie(), vraag, http.RequestAborted);
        var (blad, pagination) = bladeren.Snijd(regels, r => string.Create(CultureInfo.InvariantCulture, $"{r.Gemaakt.Microseconden()} {r.Span}"));
        return Results.Json(new { records = blad.Select(r => JsonElement.Parse(r.Record)), pagination });
    }

    public static async Task<IResult> Een(HttpContext http, string trace, string span, Beslislog log) =>
        (await log.Pagina(http.Organisatie(), new(1) { Trace = trace, Span = span }, http.RequestAborted)) is [var gevonden]
            ? Results.Text(gevonden.Record, "application/json")
            : throw new FscException(404, FscCodes.NotFound, "Deze beslissing is hier niet bekend.");

    /// <summary>How often requests were refused, by month and service; of the months that the log goes back.</summary>
    public static async Task<IResult> Weigeringen(HttpContext http, Stores stores)
    {
        var (van, tot) = (Maand.Lees(http.Request.Query["from"]), Maand.Lees(http.Request.Query["until"]));
        if (van.CompareTo(tot) > 0 || tot.Eerste >= van.Eerste.AddMonths(MeesteMaanden)) throw Bladeren.Fout($"from tot en met until is ten hoogste {MeesteMaanden} maanden");
        var refusals = await (await stores.Get(http.Organisatie())).Read(async sessie =>
        {
            var gevonden = new List<object>();
            for (var maand = van; maand.CompareTo(tot) <= 0; maand = maand.Volgende)
                gevonden.AddRange((await Beslislog.Weigeringen(sessie, maand.Van, maand.Tot)).Select(w => new { month = maand.ToString(), service_name = w.Dienst, besluit = w.Besluit, count = w.Aantal }));
            return gevonden;
        }, http.RequestAborted);
        return Results.Json(new { refusals });
    }

    public static async Task<IResult> Regelset(HttpContext http, string versie, Beslislog log) =>
        await log.Regels(http.Organisatie(), versie, http.RequestAborted) is { } regels
            ? Results.Text(regels, "application/json")
            : throw new FscException(404, FscCodes.NotFound, "Deze regels hebben hier nooit beslist.");
}
