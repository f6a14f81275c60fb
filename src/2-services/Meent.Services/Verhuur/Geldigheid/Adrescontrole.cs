using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Verhuur.Geldigheid;

/// <summary>Asks the address registry (BAG, Haal Centraal individuele bevragingen) which dwellings stand at a postcode and house number.</summary>
internal sealed class Adrescontrole(Bronnen bronnen)
{
    /// <summary>The number itself is valid; the address could not be asked.</summary>
    public const string NietGecontroleerd = "adresNietGecontroleerd";

    public async ValueTask<IReadOnlyList<string>> Redenen(HttpContext http, string woonruimte, string postcode, int huisnummer)
    {
        var organisatie = http.Organisatie();
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("toeristische-verhuur-registreren"));
        try
        {
            var antwoord = await bronnen.Haal<JsonElement>(namens, Diensten.Adressen, $"adressen?postcode={postcode}&huisnummer={huisnummer}", http.RequestAborted);
            return Woonruimten(antwoord).Contains(woonruimte) ? [] : ["anderAdres"];
        }
        catch (Exception fout) when (fout is BronException or HttpRequestException)
        {
            return [NietGecontroleerd];
        }
    }

    private static IEnumerable<string?> Woonruimten(JsonElement antwoord)
    {
        if (antwoord.ValueKind != JsonValueKind.Object || !antwoord.TryGetProperty("_embedded", out var ingesloten) || !ingesloten.TryGetProperty("adressen", out var adressen)) yield break;
        foreach (var adres in adressen.EnumerateArray())
            if (adres.TryGetProperty("adresseerbaarObjectIdentificatie", out var id)) yield return id.GetString();
    }
}
