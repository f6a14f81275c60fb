using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Connectoren;

/// <summary>Reading what a service answered.</summary>
internal static class Antwoorden
{
    /// <exception cref="BronException">It was not a success, or not a JSON object.</exception>
    public static async Task<JsonObject> Object(this HttpResponseMessage antwoord, string dienst, CancellationToken stop)
    {
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, dienst, stop);
        try
        {
            return await antwoord.Content.ReadFromJsonAsync<JsonObject>(stop) ?? throw Onleesbaar(antwoord, dienst);
        }
        catch (JsonException)
        {
            throw Onleesbaar(antwoord, dienst);
        }
    }

    public static string Url(this JsonObject resource) => resource["url"]?.GetValue<string>() ?? throw new BronException("zgw", 502, "geen-url", "Het antwoord heeft geen url.", []);

    private static BronException Onleesbaar(HttpResponseMessage antwoord, string dienst) =>
        new(dienst, 502, "onleesbaar", $"{dienst} gaf bij status {(int)antwoord.StatusCode} een antwoord dat niet te lezen is.", []);
}
