using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Meent.Bench.Zaken;

namespace Meent.Bench.Documenten;

/// <summary>Sends documents as an application does.</summary>
internal sealed class Documenten
{
    private readonly HttpClient _http;
    private readonly string _type;

    private Documenten(HttpClient http, string type) => (_http, _type) = (http, type);

    public static async Task<Documenten> Maak(HttpClient http)
    {
        var catalogus = await Post(http, "catalogi/api/v1/catalogussen", new { domein = "STUKK", rsin = "990000011", contactpersoonBeheerNaam = "Functioneel beheer", naam = "Stukken" });
        var type = await Post(http, "catalogi/api/v1/informatieobjecttypen", new
        {
            catalogus,
            omschrijving = "Stuk",
            vertrouwelijkheidaanduiding = "openbaar",
            beginGeldigheid = "2024-01-01",
            informatieobjectcategorie = "Stuk",
        });
        using var antwoord = await http.PostAsJsonAsync($"catalogi/api/v1/informatieobjecttypen/{type.Split('/')[^1]}/publish", new { });
        antwoord.EnsureSuccessStatusCode();
        return new Documenten(http, type);
    }

    /// <summary>In one request, as base64 in the JSON.</summary>
    public async Task<string> Heel(long omvang)
    {
        var inhoud = new byte[omvang];
        RandomNumberGenerator.Fill(inhoud);
        return (await Zend(Model(omvang, inhoud))).GetProperty("url").GetString()!;
    }

    /// <summary>In the parts that the answer names.</summary>
    public async Task<string> InDelen(long omvang)
    {
        var document = await Zend(Model(omvang, null));
        var (url, slot) = (document.GetProperty("url").GetString()!, document.GetProperty("lock").GetString()!);
        foreach (var deel in document.GetProperty("bestandsdelen").EnumerateArray())
        {
            using var stroom = new Toevalsstroom(deel.GetProperty("omvang").GetInt64());
            using var formulier = new MultipartFormDataContent { { new StreamContent(stroom, 1 << 16), "inhoud", "deel.bin" }, { new StringContent(slot), "lock" } };
            using var antwoord = await _http.PutAsync(new Uri(deel.GetProperty("url").GetString()!), formulier);
            if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
        }

        using var los = await _http.PostAsJsonAsync($"{url}/unlock", new { @lock = slot });
        if (!los.IsSuccessStatusCode) throw new InvalidOperationException(await los.Content.ReadAsStringAsync());
        return url;
    }

    private object Model(long omvang, byte[]? inhoud) => new
    {
        bronorganisatie = "990000011",
        creatiedatum = "2026-06-01",
        titel = "Meting",
        auteur = "Meting",
        taal = "nld",
        status = "in_bewerking",
        formaat = "application/octet-stream",
        bestandsnaam = "meting.bin",
        bestandsomvang = omvang,
        inhoud,
        informatieobjecttype = _type,
    };

    private async Task<JsonElement> Zend(object model)
    {
        using var inhoud = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(model)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var antwoord = await _http.PostAsync(new Uri("documenten/api/v1/enkelvoudiginformatieobjecten", UriKind.Relative), inhoud);
        if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string> Post(HttpClient http, string pad, object inhoud)
    {
        using var antwoord = await http.PostAsJsonAsync(pad, inhoud);
        if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!;
    }
}
