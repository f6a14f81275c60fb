using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.EigenApi;

/// <summary>Reads the JSON body of a request to one of our own APIs, which refuse what they do not know.</summary>
internal static class Lichaam
{
    private static readonly JsonSerializerOptions Streng = new(Bronnen.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="ProbleemException">400 or 415; it names the field where the text went wrong.</exception>
    public static Task<T> Lees<T>(HttpContext http) => Lees<T>(http, Streng);

    /// <summary>As <see cref="Lees{T}(HttpContext)"/> for a standard that ignores unknown fields.</summary>
    public static Task<T> LeesRuim<T>(HttpContext http) => Lees<T>(http, Bronnen.Json);

    private static async Task<T> Lees<T>(HttpContext http, JsonSerializerOptions opties)
    {
        if (!http.Request.HasJsonContentType())
            throw new ProbleemException(new Probleem(415, "unsupported_media_type", "Stuur JSON.", "De Content-Type is niet application/json."));
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, opties, http.RequestAborted)
                ?? throw Fout("", "De inhoud is leeg.");
        }
        catch (JsonException fout)
        {
            // The message of the parser may quote the body; its path does not.
            throw Fout(fout.Path?.TrimStart('$', '.') ?? "", "De inhoud is hier geen geldige JSON, of niet wat er verwacht werd.");
        }
    }

    private static ProbleemException Fout(string veld, string reden) =>
        new(new Probleem(400, "invalid", "De inhoud van het verzoek klopt niet.") { InvalidParams = [new OngeldigVeld(veld, "invalid", reden)] });
}
