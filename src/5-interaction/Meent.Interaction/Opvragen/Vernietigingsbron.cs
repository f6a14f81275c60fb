using System.Net;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>Lists of zaken to be destroyed, from the API of our own for that.</summary>
internal sealed class Vernietigingsbron(Bronnen bronnen)
{
    private const string Dienst = Diensten.Vernietiging;
    private const string Lijsten = "vernietigingslijsten";

    public async Task<IReadOnlyList<Vernietigingslijst>> Alle(Verzoek verzoek) =>
        (await bronnen.Haal<Resultaten<Vernietigingslijst>>(Namens(verzoek), Dienst, Lijsten, verzoek.Stop))?.Results ?? [];

    public Task<Vernietigingslijst?> Een(Verzoek verzoek, Guid id) => bronnen.Haal<Vernietigingslijst>(Namens(verzoek), Dienst, $"{Lijsten}/{id}", verzoek.Stop);

    public async Task<Vernietigingsvoortgang> Voortgang(Verzoek verzoek, Guid id) =>
        await bronnen.Haal<Vernietigingsvoortgang>(Namens(verzoek), Dienst, $"{Lijsten}/{id}/voortgang", verzoek.Stop) ?? new(0, 0, 0, 0);

    /// <param name="stand">Empty for all.</param>
    /// <param name="na">The last zaak of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Vernietigingsregel>> Regels(Verzoek verzoek, Guid id, string stand, Guid? na, int aantal) =>
        (await bronnen.Haal<Resultaten<Vernietigingsregel>>(Namens(verzoek), Dienst,
            $"{Lijsten}/{id}/regels?pageSize={aantal}{(stand.Length == 0 ? "" : $"&stand={stand}")}{(na is null ? "" : $"&na={na}")}", verzoek.Stop))?.Results ?? [];

    public Task<Vernietigingsregel?> Regel(Verzoek verzoek, Guid id, Guid zaak) => bronnen.Haal<Vernietigingsregel>(Namens(verzoek), Dienst, $"{Lijsten}/{id}/regels/{zaak}", verzoek.Stop);

    /// <param name="tot">Zaken of which the term ended on this day at the latest.</param>
    public async Task<Guid> Maak(Verzoek verzoek, string naam, DateOnly tot) =>
        (await bronnen.Zend<Gemaakt>(HttpMethod.Post, Namens(verzoek), Dienst, Lijsten, new { naam, tot }, verzoek.Stop)).Lijst.Id;

    /// <summary>Leaves a zaak out with the reason, or takes it up again.</summary>
    public Task Zonder(Verzoek verzoek, Guid id, Guid zaak, bool uitgezonderd, string reden) =>
        bronnen.Verricht(HttpMethod.Put, Namens(verzoek), Dienst, $"{Lijsten}/{id}/regels/{zaak}", new { uitgezonderd, reden }, verzoek.Stop);

    /// <summary>Takes a list a step further; <paramref name="oordeel"/> is null where nothing is to be judged.</summary>
    public Task Zet(Verzoek verzoek, Guid id, string stap, object? oordeel, CancellationToken stop) =>
        bronnen.Verricht(HttpMethod.Post, Namens(verzoek), Dienst, $"{Lijsten}/{id}/{stap}", oordeel, stop);

    /// <summary>Throws a concept away.</summary>
    public Task Verwijder(Verzoek verzoek, Guid id) => bronnen.Verricht(HttpMethod.Delete, Namens(verzoek), Dienst, $"{Lijsten}/{id}", null, verzoek.Stop);

    /// <summary>The signed declaration (JWS); null as long as there is none.</summary>
    public async Task<byte[]?> Verklaring(Verzoek verzoek, Guid id)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, Namens(verzoek), Dienst, $"{Lijsten}/{id}/verklaring", null, verzoek.Stop);
        if (antwoord.StatusCode == HttpStatusCode.NotFound) return null;
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
        return await antwoord.Content.ReadAsByteArrayAsync(verzoek.Stop);
    }

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Vernietigen);

    private sealed record Resultaten<T>(IReadOnlyList<T> Results);

    private sealed record Gemaakt(Vernietigingslijst Lijst);
}

/// <param name="Stand"><c>concept</c>, <c>ter_beoordeling</c>, <c>ter_vaststelling</c>, <c>vastgesteld</c> or <c>uitgevoerd</c>.</param>
/// <param name="Toelichting">Of who judged it last.</param>
internal sealed record Vernietigingslijst(
    Guid Id, string Naam, string Stand, string Opsteller, DateTimeOffset Opgesteld, string? Behandelaar, DateTimeOffset? Beoordeeld, string? Archivaris, DateTimeOffset? Vastgesteld,
    string? Uitvoerder, DateTimeOffset? Uitgevoerd, string Toelichting)
{
    public string Pad => $"/werk/vernietiging/{Id}";
}

/// <summary>How many zaken of a list are in which state.</summary>
internal sealed record Vernietigingsvoortgang(long Voorgesteld, long Uitgezonderd, long Vernietigd, long Mislukt)
{
    /// <summary>All that are, or were, to be destroyed.</summary>
    public long Totaal => Voorgesteld + Vernietigd + Mislukt;

    public bool IsBegonnen => Vernietigd + Mislukt > 0;
}

/// <param name="Zaaktype">Its identificatie.</param>
internal sealed record Vernietigingsregel(Guid Zaak, string Identificatie, string Zaaktype, DateOnly Einddatum, DateOnly Archiefactiedatum, string Stand, string Reden, int Documenten)
{
    public bool IsUitgezonderd => Stand == "uitgezonderd";
}
