using System.Text;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The whole register out and in, as one file.</summary>
internal static class Bestandsuitwisseling
{
    private const string Csv = "text/csv";
    private static readonly Parameter Vorm = Parameter.Tekst("vorm", "json (zonder deze parameter) of csv, voor een rekenblad.");

    public static void MapBestanden(this IEndpointRouteBuilder register)
    {
        register.MapGet("/export", Voer).WithName("verwerkingsregister_export").WithSummary("Alle versies van alle activiteiten, in een vorm die weer ingelezen kan worden.").Vraagt(Vorm);
        register.MapPost("/import", Neem).WithName("verwerkingsregister_import")
            .WithSummary("Leest zo'n bestand in, JSON of CSV: alles, of niets en wat er op welke plaats niet klopt. Wat er al zo staat, blijft.");
    }

    private static async Task<IResult> Voer(HttpContext http, Aanroepen aanroepen, Doelen doelen)
    {
        var aanroep = await aanroepen.Van(http);
        Query.Alleen(http.Request, ["vorm"]);
        if (http.Request.Query["vorm"].ToString() is not ("" or "json" or "csv")) throw Weiger.Ongeldig("vorm", "invalid_choice", "Kies json of csv.");
        var csv = http.Request.Query["vorm"] == "csv";
        // From the first version on, as they are read in again.
        var versies = (await doelen.Versies(aanroep.Organisatie)).OrderBy(groep => groep.Key, StringComparer.Ordinal)
            .SelectMany(groep => groep.Where(versie => !groep.IsVervangen(versie)).Reverse()).Where(versie => RegisterApi.Zichtbaar(aanroep, versie));
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"verwerkingsregister-{aanroep.Organisatie.Slug}.{(csv ? "csv" : "json")}\"";
        return csv ? Results.Text(Registerbestand.Csv(versies), Csv, Encoding.UTF8) : Results.Text(Registerbestand.Json(versies), "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> Neem(HttpContext http, Aanroepen aanroepen, Bijhouden bijhouden)
    {
        var aanroep = RegisterSchrijven.MagSchrijven(await aanroepen.Van(http));
        var csv = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var soort) && soort.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase);
        if (!csv && !http.Request.HasJsonContentType()) throw new ProbleemException(new Probleem(415, "unsupported_media_type", "Dit soort bericht wordt niet ondersteund.", $"Stuur application/json of {Csv}."));
        using var inhoud = new MemoryStream();
        await http.Request.Body.CopyToAsync(inhoud, http.RequestAborted);
        return Results.Json(await Inlezen.Voer(bijhouden, aanroep, inhoud.ToArray(), csv, RegisterSchrijven.Reden(http), http.RequestAborted), Bronnen.Json);
    }
}
