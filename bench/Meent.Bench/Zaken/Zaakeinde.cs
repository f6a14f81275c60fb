using System.Net.Http.Json;
using System.Text.Json;

namespace Meent.Bench.Zaken;

/// <summary>Zaken with a resultaat, of a zaaktype of their own: to set a status, and to close them again and again.</summary>
internal sealed class Zaakeinde
{
    private const int Aantal = 300;
    private const string Identificatie = "METING-EINDE";

    private readonly List<string> _open = [];
    private readonly List<string> _dicht = [];
    private readonly string _eerste;
    private readonly string _laatste;
    private long _nummer;

    private Zaakeinde(string eerste, string laatste) => (_eerste, _laatste) = (eerste, laatste);

    /// <returns>A body that sets a first status.</returns>
    public string Begin() => Status(_open, _eerste);

    /// <returns>A body that closes a zaak.</returns>
    public string Einde() => Status(_dicht, _laatste);

    public static async Task<Zaakeinde> Maak(HttpClient http)
    {
        var zaaktype = await Zaaktype(http);
        var statustypen = (await Lijst(http, $"catalogi/api/v1/statustypen?zaaktype={Uri.EscapeDataString(zaaktype)}")).OrderBy(s => s.GetProperty("volgnummer").GetInt32()).Select(Url).ToList();
        var resultaattype = Url((await Lijst(http, $"catalogi/api/v1/resultaattypen?zaaktype={Uri.EscapeDataString(zaaktype)}"))[0]);
        var einde = new Zaakeinde(statustypen[0], statustypen[^1]);
        for (var i = 0; i < Aantal; i++)
        {
            using var json = JsonDocument.Parse(Lader.Zaak(zaaktype));
            einde._open.Add(await Post(http, "zaken/api/v1/zaken", json.RootElement));
            einde._dicht.Add(await Post(http, "zaken/api/v1/zaken", json.RootElement));
            await Post(http, "zaken/api/v1/resultaten", new { zaak = einde._dicht[^1], resultaattype });
        }

        return einde;
    }

    /// <summary>A zaak has one status a moment.</summary>
    private string Status(List<string> zaken, string statustype)
    {
        var nummer = Interlocked.Increment(ref _nummer);
        return JsonSerializer.Serialize(new
        {
            zaak = zaken[(int)(nummer % Aantal)],
            statustype,
            datumStatusGezet = TimeProvider.System.GetUtcNow().AddDays(-1).AddMilliseconds(nummer),
            statustoelichting = "Meting",
        });
    }

    private static async Task<string> Zaaktype(HttpClient http)
    {
        if (await Lijst(http, $"catalogi/api/v1/zaaktypen?identificatie={Identificatie}") is [var bestaand, ..]) return Url(bestaand);
        var catalogus = Url((await Lijst(http, "catalogi/api/v1/catalogussen?domein=METEN"))[0]);
        var zaaktype = await Post(http, "catalogi/api/v1/zaaktypen", Zaaktypen.Zaaktype(Identificatie, catalogus));
        foreach (var (omschrijving, volgnummer) in new[] { ("Ontvangen", 1), ("Afgehandeld", 2) })
            await Post(http, "catalogi/api/v1/statustypen", new { zaaktype, omschrijving, volgnummer, informeren = false });
        await Post(http, "catalogi/api/v1/resultaattypen", new
        {
            zaaktype,
            omschrijving = "Gemeten",
            resultaattypeomschrijving = await Eerste(http, "resultaattypeomschrijvingen", _ => true),
            selectielijstklasse = await Eerste(http, "resultaten", resultaat => resultaat.GetProperty("procestermijn").GetString() == "nihil"),
            archiefnominatie = "vernietigen",
            archiefactietermijn = "P5Y",
            brondatumArchiefprocedure = new { afleidingswijze = "afgehandeld", datumkenmerk = "", einddatumBekend = false, objecttype = "", registratie = "", procestermijn = (string?)null },
        });
        await Post(http, $"catalogi/api/v1/zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { });
        return zaaktype;
    }

    private static async Task<string> Eerste(HttpClient http, string lijst, Func<JsonElement, bool> welke) =>
        Url((await Lijst(http, $"referentielijsten/api/v1/{lijst}")).First(welke));

    private static async Task<IReadOnlyList<JsonElement>> Lijst(HttpClient http, string pad)
    {
        var antwoord = await http.GetFromJsonAsync<JsonElement>(pad);
        return [.. (antwoord.ValueKind == JsonValueKind.Array ? antwoord : antwoord.GetProperty("results")).EnumerateArray()];
    }

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;

    private static async Task<string> Post(HttpClient http, string pad, object inhoud)
    {
        using var lichaam = JsonContent.Create(inhoud);
        lichaam.Headers.Add("Content-Crs", "EPSG:4326");
        using var antwoord = await http.PostAsync(new Uri(pad, UriKind.Relative), lichaam);
        if (!antwoord.IsSuccessStatusCode) throw new InvalidOperationException($"{pad}: {await antwoord.Content.ReadAsStringAsync()}");
        return Url(await antwoord.Content.ReadFromJsonAsync<JsonElement>());
    }
}
