using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek.Inname;
using Meent.Services.Logboek.Verwerkingenlogging;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Lezen;

/// <summary>The read API (LDV extensie lezen 1.1.0). Reading the logbook is not itself written in it (LDV 2.2.2).</summary>
internal static class LezenApi
{
    private const string Versie = "1.1.0";

    private static readonly JsonSerializerOptions ZonderLeeg = new(Bronnen.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void MapLezen(this IEndpointRouteBuilder logboek)
    {
        logboek.MapPost("/processing-activities", Lees).WithName("listProcessingActivitiesPost");
        logboek.MapPost("/elders/{oin}/processing-activities", LeesElders).WithName("listProcessingActivitiesElsewhere");
    }

    private static async Task<IResult> Lees(HttpContext http, Aanroepen aanroepen, Stores stores, Pseudoniemen pseudoniemen, Duiding duiding, TimeProvider klok)
    {
        var aanroep = await Open(http, aanroepen);
        var vraag = await Lichaam.Lees<LezenVraag>(http);
        var zoek = vraag.Vraag(Betrokkene(aanroep, vraag, pseudoniemen));
        // Another organisation sees what it asked for itself, and nothing else.
        if (aanroep.Aanroeper is { } ander) zoek = zoek with { Aanroeper = ander };
        var regels = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Zoek(zoek), http.RequestAborted);

        var magVertrouwelijk = aanroep.Peer is null && aanroep.Doel?.Dekt(Diensten.Logboek, "vertrouwelijk") == true;
        var gevonden = new JsonArray();
        foreach (var regel in regels.Take(LezenVraag.MaxAantal).Select(bewaard => bewaard.Regel))
        {
            // Confidential activities are for those whose own purpose says so; never for others, whoever caused them.
            if (magVertrouwelijk) gevonden.Add(Json(regel));
            else if (await duiding.Duid(aanroep.Organisatie, regel, klok.GetUtcNow()) is { } verwerking) gevonden.Add(Json(regel, aanroep.Peer is null ? null : verwerking.Doel));
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
    /// Follows a record into the organisation that was asked, over FSC: for our purpose, and as far as that organisation shows us. It knows other pseudonyms, so
    /// a person goes along by the plain identifier.
    /// </summary>
    private static async Task<IResult> LeesElders(string oin, HttpContext http, Aanroepen aanroepen, Bronnen bronnen)
    {
        var aanroep = await Open(http, aanroepen);
        if (aanroep.Peer is not null) throw Weiger.GeenRecht("Vraag het die organisatie zelf.");
        var doel = aanroep.VereisDoel(Diensten.Logboek, "inzage");
        var vraag = await Lichaam.Lees<LezenVraag>(http);
        vraag.Controleer();
        using var inhoud = JsonContent.Create(vraag, options: ZonderLeeg);
        try
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Post, new Namens(aanroep.Organisatie.Slug, doel.Uri), Diensten.Logboek, "processing-activities", inhoud,
                headers => headers.Add(Headers.Aanbieder, oin), http.RequestAborted);
            if (antwoord.IsSuccessStatusCode) return Results.Text(await antwoord.Content.ReadAsStringAsync(http.RequestAborted), "application/json");
        }
        catch (HttpRequestException)
        {
            // Told below, as when it refuses.
        }

        throw new ProbleemException(new Probleem(502, "bad_gateway", "De andere organisatie geeft geen antwoord.", "Er is geen contract voor deze vraag, of zij is nu niet bereikbaar."));
    }

    /// <summary>The layers of the organisation, other organisations, and applications that were given the scope.</summary>
    private static async Task<Aanroep> Open(HttpContext http, Aanroepen aanroepen)
    {
        http.Response.Headers["API-Version"] = Versie;
        var aanroep = await aanroepen.VanMetToken(http);
        if (aanroep.Client is not null) aanroep.Bereik(LogboekApi.ScopeLezen, Zichtbaarheid.Iedereen);
        return aanroep;
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
        if (doel is not null) attributen.Remove(Actieweergave.Sleutel);
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
