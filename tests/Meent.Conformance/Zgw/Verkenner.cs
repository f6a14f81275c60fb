using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Standards.Koppelvlak;
using Meent.Testing;

namespace Meent.Conformance.Zgw;

/// <summary>A client of one API that holds every answer against the standard, and remembers which operations it has seen succeed.</summary>
internal sealed class Verkenner : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _pad;
    private readonly HashSet<string> _gezien = [];
    private readonly IReadOnlyList<(Regex Vorm, string Pad, string Methode, System.Text.Json.Nodes.JsonObject Operatie)> _operaties;

    public Verkenner(MeentProces meent, string dienst, string bestand)
    {
        Standaard = Standaard.Van(bestand);
        _pad = Diensten.Pad(dienst).TrimStart('/');
        _http = meent.Client("duinwaarde");
        _http.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        _http.DefaultRequestHeaders.Add("Content-Crs", "EPSG:4326");
        // The most literal path first: _zoek is no id.
        _operaties = [.. Standaard.Operaties().OrderBy(o => o.Pad.Count(c => c == '{')).Select(o =>
            (new Regex($"^{Regex.Replace(o.Pad, @"\{[^}]+\}", "[^/]+")}$"), o.Pad, o.Methode, o.Operatie))];
        Basis = $"{meent.Basis}/duinwaarde/{_pad}";
    }

    public Standaard Standaard { get; }

    public string Basis { get; }

    /// <summary>Where a file contradicts its own standard, and every implementation that can be had (docs/decisions/0018, 0023 and 0025).</summary>
    private static readonly Regex[] Tegenstrijdig =
    [
        new("^POST /informatieobjecttypen: de standaard kent 201 hier niet$"),
        new("^POST /notificaties: de standaard kent 201 hier niet$"),
        // The field takes a name of 100 characters and answers a URL.
        new(@"^\S+ /zaaktype-informatieobjecttypen\S*: \S*\.informatieobjecttype: langer dan 100$"),
        // A text that may be left out has a least length; Open Klant answers the empty text when it was.
        new(@"\.(land|bic): leeg$"),
        // What was not corrected, and corrects nothing, has no number.
        new(@"^\S+ /objects\S*: \S*\.(correctedBy|correctionFor): null$"),
    ];

    private readonly List<string> _fouten = [];

    /// <summary>Faults that were found so far, with the operation.</summary>
    public IEnumerable<string> Fouten => _fouten.Where(fout => !Array.Exists(Tegenstrijdig, t => t.IsMatch(fout))).Distinct();

    /// <summary>Operations that no call has succeeded in.</summary>
    public IEnumerable<string> Ongezien => _operaties.Select(o => $"{o.Methode} {o.Pad}").Where(o => !_gezien.Contains(o));

    public Task<JsonElement> Maak(string pad, object inhoud) => Stuur(HttpMethod.Post, pad, inhoud, 201);

    public Task<JsonElement> Haal(string pad) => Stuur(HttpMethod.Get, pad, null, 200);

    /// <param name="pad">Under the API, or a whole URL of it.</param>
    public async Task<JsonElement> Stuur(HttpMethod methode, string pad, object? inhoud, int verwacht)
    {
        if (pad.StartsWith(Basis, StringComparison.Ordinal)) pad = pad[Basis.Length..];
        using var verzoek = new HttpRequestMessage(methode, _pad + pad);
        if (inhoud is HttpContent vorm) verzoek.Content = vorm;
        else if (inhoud is not null) verzoek.Content = new StringContent(JsonSerializer.Serialize(inhoud, JsonSerializerOptions.Web), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var antwoord = await _http.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        var wat = $"{methode} {pad}";
        if ((int)antwoord.StatusCode != verwacht) throw new InvalidDataException($"{wat}: {(int)antwoord.StatusCode} in plaats van {verwacht}: {tekst}");
        return Controleer(methode.Method, pad.Split('?')[0], (int)antwoord.StatusCode, antwoord, tekst, wat);
    }

    public void Dispose() => _http.Dispose();

    private JsonElement Controleer(string methode, string pad, int status, HttpResponseMessage antwoord, string tekst, string wat)
    {
        var (_, sjabloon, _, operatie) = _operaties.FirstOrDefault(o => o.Methode == methode && o.Vorm.IsMatch(pad));
        if (operatie is null) throw new InvalidDataException($"{wat}: geen bewerking van de standaard");
        if (status < 300) _gezien.Add($"{methode} {sjabloon}");
        if (!antwoord.Headers.Contains("API-version")) _fouten.Add($"{wat}: geen API-version");
        if (tekst.Length == 0) return default;
        var isJson = antwoord.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        if (!isJson) return default;
        var json = JsonSerializer.Deserialize<JsonElement>(tekst);
        if (operatie["responses"]![$"{status}"] is not { } beschreven)
        {
            if (status < 300) _fouten.Add($"{wat}: de standaard kent {status} hier niet");
            return json;
        }

        var (bron, gevolgd) = Standaard.Volg(beschreven);
        if (gevolgd["content"]?[antwoord.Content.Headers.ContentType!.MediaType!]?["schema"] is { } schema)
            _fouten.AddRange(Schema.Fouten(bron, schema, json).Select(fout => $"{wat}: {fout}"));
        return json;
    }
}
