using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Interaction.Opvragen;

/// <summary>The organisation's logbook of data use.</summary>
internal sealed class Logboekbron(Bronnen bronnen, Logschrijver log, OrganisatieLijst organisaties)
{
    /// <summary>Who used the data of the logged-in resident.</summary>
    public Task<Inzage> Gebruik(Verzoek verzoek, DateOnly? van, DateOnly? tot, string? cursor) =>
        bronnen.Zend<Inzage>(HttpMethod.Post, verzoek.Namens(Doelen.Inzien), Diensten.Logboek, "inzage",
            new { burgerservicenummer = verzoek.Inwoner.Bsn.Cijfers, van, tot, cursor }, verzoek.Stop);

    /// <summary>
    /// Puts on record that the resident looked at this, before it is shown (C3677); the logbook itself keeps no record of being read.
    /// </summary>
    /// <param name="vorm">Of the file that they took along; null on the screen.</param>
    public Task VerantwoordInzage(Verzoek verzoek, string? vorm = null) => log.Schrijf(
        verzoek.Namens(Doelen.Inzien), vorm is null ? "U bekeek wie uw gegevens gebruikte" : $"U bewaarde wie uw gegevens gebruikte als {vorm}", LogboekAttributen.Bsn, verzoek.Inwoner.Bsn.Cijfers,
        gegevens: [$"{Diensten.Logboek}:inzage"], stop: verzoek.Stop);

    /// <summary>One use of the logged-in resident's data by its trace, on a day; null when there is none of theirs.</summary>
    public async Task<Verwerking?> Vind(Verzoek verzoek, string spoor, DateOnly dag)
    {
        string? na = null;
        do
        {
            var blad = await Gebruik(verzoek, dag, dag, na);
            if (blad.Verwerkingen.FirstOrDefault(v => v.TraceId == spoor) is { } gevonden) return gevonden;
            na = blad.Cursor;
        }
        while (na is not null);
        return null;
    }

    /// <summary>Whether it can be a trace of a use (W3C Trace Context).</summary>
    public static bool IsSpoor(string? tekst) => tekst is { Length: 32 } && tekst.All(char.IsAsciiHexDigitLower);

    /// <summary>What other organisations, with which there is a contract for that, wrote down of one use of the resident's data.</summary>
    public async Task<IReadOnlyList<Vervolg>> BijAnderen(Verzoek verzoek, string spoor)
    {
        var beheer = new Namens(verzoek.Organisatie.Slug, verzoek.Organisatie.Verwerkingsactiviteit("fsc-beheer"));
        var namens = verzoek.Namens(Doelen.Inzien);
        var verbonden = await bronnen.Haal<Verbindingen>(beheer, Diensten.Fsc, $"verbindingen?dienst={Diensten.Logboek}", verzoek.Stop);
        var aanbieders = (verbonden?.Lijst ?? []).Where(v => v.Doelen.Contains(namens.Doel)).Select(v => v.Aanbieder).Distinct();
        return await Task.WhenAll(aanbieders.Select(oin => Bij(verzoek, namens, oin, spoor)));
    }

    private async Task<Vervolg> Bij(Verzoek verzoek, Namens namens, string oin, string spoor)
    {
        var wie = new Partij(organisaties.Alle.FirstOrDefault(o => o.Oin == oin)?.Naam ?? oin, oin);
        // LDV extensie lezen 1.1.0; the subject in the body, so that others in the same trace stay out of sight.
        using var vraag = JsonContent.Create(new Dictionary<string, string>
        {
            ["traceId"] = spoor,
            [LogboekAttributen.Betrokkene] = verzoek.Inwoner.Bsn.Cijfers,
            [LogboekAttributen.BetrokkeneType] = LogboekAttributen.Bsn,
        });
        try
        {
            using var antwoord = await bronnen.Stuur(
                HttpMethod.Post, namens, Diensten.Logboek, "processing-activities", vraag, headers => headers.Add(Headers.Aanbieder, oin), verzoek.Stop);
            if (!antwoord.IsSuccessStatusCode) return new Vervolg(wie, null);
            var gelezen = await antwoord.Content.ReadFromJsonAsync<Gelezen>(Bronnen.Json, verzoek.Stop);
            return new Vervolg(wie, [.. (gelezen?.ProcessingActivities ?? []).OrderBy(a => a.StartTime)]);
        }
        catch (HttpRequestException)
        {
            // One that cannot be asked now is shown as such; what others say is shown.
            return new Vervolg(wie, null);
        }
    }

    /// <summary>What an employee is about to do, with the case or reason. Nothing may be shown when this fails.</summary>
    public Task Verantwoord(Verzoek verzoek, string handeling, string? zaak, string? reden, string doel = Doelen.Toezicht) =>
        log.Audit(verzoek.Namens(doel), handeling, reden, zaak, verzoek.Stop);
}

/// <param name="Handelingen">Null when the organisation could not be asked.</param>
internal sealed record Vervolg(Partij Organisatie, IReadOnlyList<Handeling>? Handelingen);

/// <summary>A record of another organisation (LDV extensie lezen 1.1.0).</summary>
/// <param name="StartTime">Milliseconds since 1970.</param>
internal sealed record Handeling(string Name, long StartTime, JsonElement Attributes)
{
    public DateTimeOffset Tijdstip => DateTimeOffset.FromUnixTimeMilliseconds(StartTime);

    public string? Naam => Tekst(LogboekAttributen.ActiviteitNaam);

    public string? Grondslag => Tekst(LogboekAttributen.ActiviteitGrondslag);

    public IReadOnlyList<string> Gegevens => Tekst(LogboekAttributen.Gegevens)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private string? Tekst(string naam) =>
        Attributes.ValueKind == JsonValueKind.Object && Attributes.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}

internal sealed record Gelezen(IReadOnlyList<Handeling> ProcessingActivities);

internal sealed record Verbindingen([property: JsonPropertyName("verbindingen")] IReadOnlyList<Verbinding> Lijst);

internal sealed record Verbinding(string Aanbieder, IReadOnlyList<string> Doelen);

internal sealed record Inzage(IReadOnlyList<Verwerking> Verwerkingen, string? Cursor);

/// <summary>One use of data.</summary>
/// <param name="Ontvanger">The other organisation that asked, if any.</param>
internal sealed record Verwerking(
    DateTimeOffset Tijdstip, string Handeling, Partij Organisatie, Verwerkingsdoel Doel, IReadOnlyList<string> Gegevens,
    Partij? Ontvanger, string? DoelOntvanger, bool Mislukt, string TraceId);

internal sealed record Partij(string Naam, string? Oin);

internal sealed record Verwerkingsdoel(string Uri, string? Naam, string? Omschrijving, string? Grondslag, string? ToelichtingGrondslag, string? Bewaartermijn)
{
    /// <summary>Its name in the register: the last part of its URI.</summary>
    [JsonIgnore]
    public string Code => Uri[(Uri.LastIndexOf(':') + 1)..];
}
