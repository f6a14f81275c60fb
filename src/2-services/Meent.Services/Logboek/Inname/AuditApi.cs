using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Inname;

/// <summary>
/// What employees did, with their reason or case: kept apart from the log that residents read, joined to it by the trace (LDV 2.3.4).
/// </summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder logboek) => logboek.MapPost("/audit", Schrijf).WithName("audit_create");

    private static async Task<IResult> Schrijf(HttpContext http, Aanroepen aanroepen, Stores stores, TimeProvider klok)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        var actie = await Lichaam.Lees<Medewerkeractie>(http);
        var gebruiker = aanroep.Gebruiker ?? "";
        var fouten = new List<OngeldigVeld>();
        if (gebruiker.Length == 0) fouten.Add(new(Headers.Gebruiker, "required", "De header is verplicht."));
        if (string.IsNullOrWhiteSpace(actie.Handeling)) fouten.Add(new("handeling", "required", "Dit veld is verplicht."));
        foreach (var (veld, tekst) in new[] { ("handeling", actie.Handeling), ("reden", actie.Reden), ("zaak", actie.Zaak) })
        {
            if (tekst?.Length > 1000) fouten.Add(new(veld, "max_length", "Hoogstens 1000 tekens."));
            if (Burgerservicenummers.Bevat(tekst)) fouten.Add(new(veld, "invalid", "Noem hier geen burgerservicenummer."));
        }

        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        // The trace of what the employee did came with the request.
        var trace = Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom();
        await (await stores.Get(aanroep.Organisatie)).Write(session => session.Audit(new Auditregel(
            trace, gebruiker, actie.Handeling!, aanroep.Doel?.Uri, actie.Reden, actie.Zaak, klok.GetUtcNow())), http.RequestAborted);
        return Results.NoContent();
    }
}

/// <param name="Handeling">What was done: <c>registratie opgezocht</c>.</param>
/// <param name="Reden">Why, when it was not for a case.</param>
/// <param name="Zaak">URL or number of the case.</param>
internal sealed record Medewerkeractie(string? Handeling, string? Reden, string? Zaak);
