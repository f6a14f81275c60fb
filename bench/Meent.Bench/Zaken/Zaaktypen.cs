using System.Net.Http.Json;
using System.Text.Json;

namespace Meent.Bench.Zaken;

/// <summary>Published zaaktypen with a statustype and a roltype each, made through the Catalogi API.</summary>
internal static class Zaaktypen
{
    /// <summary>Those of the first half are used all the time; each of the second half for a while, as versions of a zaaktype are.</summary>
    public const int Aantal = 50;

    /// <returns>Their URLs, in the order in which they were made.</returns>
    public static async Task<IReadOnlyList<string>> Maak(HttpClient http)
    {
        var bestaand = await http.GetFromJsonAsync<JsonElement>("catalogi/api/v1/zaaktypen?pageSize=100");
        if (bestaand.GetProperty("count").GetInt32() >= Aantal)
            return [.. bestaand.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("url").GetString()!).Take(Aantal)];
        var catalogus = await Post(http, "catalogussen", new { domein = "METEN", rsin = "990000011", contactpersoonBeheerNaam = "Functioneel beheer", naam = "Meten" });
        var urls = new List<string>();
        for (var i = 0; i < Aantal; i++)
        {
            var zaaktype = await Post(http, "zaaktypen", Zaaktype($"METING-{i + 1:D3}", catalogus));
            foreach (var (omschrijving, volgnummer) in new[] { ("Ontvangen", 1), ("Afgehandeld", 2) })
                await Post(http, "statustypen", new { zaaktype, omschrijving, volgnummer, informeren = false });
            await Post(http, "roltypen", new { zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" });
            await Post(http, $"zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { });
            urls.Add(zaaktype);
        }

        return urls;
    }

    private static async Task<string> Post(HttpClient http, string pad, object inhoud)
    {
        using var antwoord = await http.PostAsJsonAsync($"catalogi/api/v1/{pad}", inhoud);
        if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException(await antwoord.Content.ReadAsStringAsync());
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!;
    }

    public static object Zaaktype(string identificatie, string catalogus) => new
    {
        identificatie,
        omschrijving = "Meting",
        vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
        doel = "Meten hoe snel zaken geschreven en gelezen worden.",
        aanleiding = "Iemand wil het weten.",
        indicatieInternOfExtern = "intern",
        handelingInitiator = "Meten",
        onderwerp = "Snelheid",
        handelingBehandelaar = "Vergelijken",
        doorlooptijd = "P14D",
        opschortingEnAanhoudingMogelijk = false,
        verlengingMogelijk = false,
        publicatieIndicatie = false,
        productenOfDiensten = Array.Empty<string>(),
        referentieproces = new { naam = "Meten" },
        verantwoordelijke = "Team Meten",
        catalogus,
        besluittypen = Array.Empty<string>(),
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = "2024-01-01",
        versiedatum = "2024-01-01",
    };
}
