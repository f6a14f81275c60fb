using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Interaction.Opvragen;

/// <summary>The organisation's register of processing activities.</summary>
internal sealed class Registerbron(Bronnen bronnen)
{
    private const string Dienst = Diensten.Verwerkingsregister;
    private const string Activiteiten = "verwerkingsactiviteiten";

    /// <summary>Each entry in the version of a moment; without one in that of now, or else the nearest.</summary>
    public async Task<IReadOnlyList<Registerversie>> Alle(Verzoek verzoek, string zoek) => await Lijst(verzoek, $"alle=true&zoek={Uri.EscapeDataString(zoek)}");

    /// <summary>What holds now and is not confidential.</summary>
    public async Task<IReadOnlyList<Registerversie>> Openbaar(Verzoek verzoek, string zoek) => await Lijst(verzoek, $"openbaar=true&zoek={Uri.EscapeDataString(zoek)}");

    /// <returns>Null when there was none then, or it is confidential.</returns>
    public async Task<Registerversie?> Openbaar(Verzoek verzoek, string code, DateTimeOffset? moment) =>
        await Lijst(verzoek, $"openbaar=true&uri={Adres(verzoek, code)}{(moment is { } op ? $"&moment={Uri.EscapeDataString($"{op:O}")}" : "")}") is [var versie] ? versie : null;

    /// <summary>All versions of an entry, the last first; null when there is none.</summary>
    public async Task<Registergeschiedenis?> Een(Verzoek verzoek, string code)
    {
        if (await Lijst(verzoek, $"alle=true&uri={Adres(verzoek, code)}") is not [var nu]) return null;
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, Namens(verzoek), Dienst, $"{Activiteiten}/{nu.Id}/versies", null, verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
        return new(nu, (await antwoord.Content.ReadFromJsonAsync<IReadOnlyList<Registerversie>>(Bronnen.Json, verzoek.Stop))!, antwoord.Headers.ETag?.ToString() ?? "*");
    }

    /// <exception cref="BronException">400: it says what is wrong; 409: there is one of that code.</exception>
    public Task Maak(Verzoek verzoek, object invoer, string reden) => Zend(verzoek, HttpMethod.Post, Activiteiten, invoer, reden);

    /// <summary>Adds a version, unless somebody else did so since it was read.</summary>
    /// <exception cref="BronException">400: it says what is wrong; 412: somebody else was first.</exception>
    public Task Wijzig(Verzoek verzoek, Guid id, string stand, object invoer, string reden) => Zend(verzoek, HttpMethod.Put, $"{Activiteiten}/{id}", invoer, reden, stand);

    public Task HefOp(Verzoek verzoek, Guid id, string reden) => Zend(verzoek, HttpMethod.Post, $"{Activiteiten}/{id}/opheffing", null, reden);

    /// <param name="vorm">csv or json.</param>
    public async Task<byte[]> Bestand(Verzoek verzoek, string vorm)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, Namens(verzoek), Dienst, $"export?vorm={vorm}", null, verzoek.Stop);
        return antwoord.IsSuccessStatusCode ? await antwoord.Content.ReadAsByteArrayAsync(verzoek.Stop) : throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
    }

    /// <exception cref="BronException">400: what is wrong with each row; nothing was read in.</exception>
    public async Task<Inleesresultaat> LeesIn(Verzoek verzoek, Stream bestand, bool csv, string reden)
    {
        using var inhoud = new StreamContent(bestand);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue(csv ? "text/csv" : "application/json");
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, Namens(verzoek), Dienst, "import", inhoud, koppen => Toelichting(koppen, reden), verzoek.Stop);
        return antwoord.IsSuccessStatusCode ? (await antwoord.Content.ReadFromJsonAsync<Inleesresultaat>(Bronnen.Json, verzoek.Stop))! : throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
    }

    private async Task<IReadOnlyList<Registerversie>> Lijst(Verzoek verzoek, string vraag) =>
        (await bronnen.Haal<Blad<Registerversie>>(Namens(verzoek), Dienst, $"{Activiteiten}?{vraag}", verzoek.Stop))?.Results ?? [];

    private Task Zend(Verzoek verzoek, HttpMethod methode, string pad, object? inhoud, string reden, string? stand = null) => bronnen.Verricht(
        methode, Namens(verzoek), Dienst, pad, inhoud, koppen =>
        {
            Toelichting(koppen, reden);
            if (stand is not null) koppen.TryAddWithoutValidation("If-Match", stand);
        }, verzoek.Stop);

    private static void Toelichting(HttpRequestHeaders koppen, string reden) => koppen.TryAddWithoutValidation(Headers.AuditToelichting, Weergave.EenRegel(reden));

    private static string Adres(Verzoek verzoek, string code) => Uri.EscapeDataString(verzoek.Organisatie.Verwerkingsactiviteit(code));

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Register);
}

/// <param name="Nu">The version that holds, or else the nearest.</param>
/// <param name="Versies">All, the last first.</param>
/// <param name="Stand">Says whether it changed since.</param>
internal sealed record Registergeschiedenis(Registerversie Nu, IReadOnlyList<Registerversie> Versies, string Stand)
{
    /// <summary>The version before it, of those that count.</summary>
    public Registerversie? Vorige(Registerversie versie) => Versies.FirstOrDefault(ander => !ander.Vervangen && ander.BeginGeldigheid < versie.BeginGeldigheid);
}

/// <summary>A version of an entry; its fields by the names that the register has for them.</summary>
internal sealed record Registerversie(Guid Id, string Uri, int Versie, DateTimeOffset BeginGeldigheid, DateTimeOffset? EindeGeldigheid, DateTimeOffset TijdstipRegistratie, bool Vervangen = false)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Velden { get; init; } = [];

    /// <summary>Last part of its URI.</summary>
    public string Code => Uri[(Uri.LastIndexOf(':') + 1)..];

    // A property of the name of a field would take it out of the fields.
    public string Titel => this["naam"];

    public bool IsVertrouwelijk => this["vertrouwelijkheid"] == "vertrouwelijk";

    /// <summary>A field as text: a list has a line for each, personal data stand as <c>role: data</c>. Empty without it.</summary>
    public string this[string veld] => Velden.TryGetValue(veld, out var waarde) ? Tekst(waarde) : "";

    public IReadOnlyList<string> Regels(string veld) => this[veld].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool GeldtOp(DateTimeOffset moment) => !Vervangen && BeginGeldigheid <= moment && !(EindeGeldigheid <= moment);

    private static string Tekst(JsonElement waarde) => waarde.ValueKind switch
    {
        JsonValueKind.String => waarde.GetString()!,
        JsonValueKind.Array => string.Join('\n', waarde.EnumerateArray().Select(Tekst)),
        JsonValueKind.Object => $"{waarde.GetProperty("rolBetrokkene").GetString()}: {waarde.GetProperty("naam").GetString()}",
        _ => "",
    };
}

internal sealed record Inleesresultaat(int Opgenomen, int Gewijzigd, int Ongewijzigd);
