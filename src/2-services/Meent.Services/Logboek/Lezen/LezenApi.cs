using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Lezen;

/// <summary>The read API (LDV extensie lezen 1.1.0). Reading the logbook is not itself written in it (LDV 2.2.2).</summary>
internal static class LezenApi
{
    private const string Versie = "1.1.0";

    public static void MapLezen(this IEndpointRouteBuilder logboek) => logboek.MapPost("/processing-activities", Lees).WithName("listProcessingActivitiesPost");

    private static async Task<IResult> Lees(HttpContext http, Aanroepen aanroepen, Stores stores, Pseudoniemen pseudoniemen, Duiding duiding, TimeProvider klok)
    {
        http.Response.Headers["API-Version"] = Versie;
        var vraag = await Lichaam.Lees<LezenVraag>(http);
        var aanroep = await aanroepen.Van(http);
        var zoek = vraag.Vraag(Betrokkene(aanroep, vraag, pseudoniemen));
        // Another organisation sees what it asked for itself, and nothing else.
        if (aanroep.Aanroeper is { } ander) zoek = zoek with { Aanroeper = ander };
        var regels = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Zoek(zoek), http.RequestAborted);

        var gevonden = new JsonArray();
        foreach (var regel in regels.Take(LezenVraag.MaxAantal).Select(bewaard => bewaard.Regel))
        {
            if (aanroep.Aanroeper is null) gevonden.Add(Json(regel));
            // Confidential activities are not for others, whoever caused them.
            else if (await duiding.Duid(aanroep.Organisatie, regel, klok.GetUtcNow()) is { } verwerking) gevonden.Add(Json(regel, verwerking.Doel));
        }

        var antwoord = new JsonObject { ["processingActivities"] = gevonden };
        if (regels.Count > LezenVraag.MaxAantal)
        {
            var laatste = regels[LezenVraag.MaxAantal - 1];
            antwoord["cursor"] = LezenVraag.MaakCursor(new Logplaats(laatste.Regel.Begin, laatste.Nummer));
        }

        return Results.Text(antwoord.ToJsonString(Bronnen.Json), "application/json");
    }

    /// <summary>
    /// A pseudonym tells nothing of who it is; to look somebody up by the plain identifier takes a purpose for that. Another organisation with such a
    /// purpose may too: it sees what it asked for itself, and that was about this person.
    /// </summary>
    private static Pseudoniem? Betrokkene(Aanroep aanroep, LezenVraag vraag, Pseudoniemen pseudoniemen)
    {
        if (vraag.Betrokkene is null) return null;
        var type = vraag.BetrokkeneType ?? LogboekAttributen.Bsn;
        if (Pseudoniem.TryParse(vraag.Betrokkene, type, out var pseudoniem)) return pseudoniem;
        (aanroep.Peer is null ? InnameApi.AlleenBinnen(aanroep) : aanroep).VereisDoel(Diensten.Logboek, "inzage");
        return pseudoniemen.Van(aanroep.Organisatie, type, vraag.Betrokkene);
    }

    /// <param name="doel">For who cannot look the activity up in our register.</param>
    private static JsonObject Json(Logregel regel, Verwerkingsdoel? doel = null)
    {
        var attributen = (regel.Attributen is null ? null : JsonNode.Parse(regel.Attributen)?.AsObject()) ?? [];
        attributen[LogboekAttributen.Activiteit] = regel.Activiteit;
        if (regel.Betrokkene is { } betrokkene)
        {
            attributen[LogboekAttributen.Betrokkene] = betrokkene.Tekst;
            attributen[LogboekAttributen.BetrokkeneType] = betrokkene.Type;
        }

        if (doel?.Naam is { } naam) attributen[LogboekAttributen.ActiviteitNaam] = naam;
        if (doel?.Omschrijving is { } omschrijving) attributen[LogboekAttributen.ActiviteitDoel] = omschrijving;
        if (doel?.ToelichtingGrondslag is { } grondslag) attributen[LogboekAttributen.ActiviteitGrondslag] = grondslag;
        if (regel.Aanroeper is { } aanroeper) attributen[LogboekAttributen.Aanroeper] = aanroeper;
        var json = new JsonObject
        {
            // The schema says uuid; the same sixteen bytes.
            ["traceId"] = Guid.ParseExact(regel.Spoor.Trace.ToHexString(), "N").ToString("D"),
            ["spanId"] = regel.Spoor.Span.ToHexString(),
            ["status"] = regel.Status.ToString(),
            ["name"] = regel.Naam,
            ["startTime"] = regel.Begin.ToUnixTimeMilliseconds(),
            ["endTime"] = regel.Einde.ToUnixTimeMilliseconds(),
            ["attributes"] = attributen,
        };
        if (regel.Spoor.Ouder is { } ouder) json["parentSpanId"] = ouder.ToHexString();
        if (regel.Systeem is { } systeem) json["resource"] = new JsonObject { ["attributes"] = JsonNode.Parse(systeem) };
        return json;
    }
}
