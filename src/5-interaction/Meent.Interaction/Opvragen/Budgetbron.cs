using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The household budget.</summary>
internal sealed class Budgetbron(Bronnen bronnen)
{
    private const string Dienst = Diensten.Huishoudboekje;

    /// <summary>The participations of a person, the latest last; a BSN is never in a URL.</summary>
    public async Task<IReadOnlyList<Deelnemer>> Van(Verzoek verzoek, string doel, string bsn) =>
        (await bronnen.Zend<Budgetblad<Deelnemer>>(HttpMethod.Post, verzoek.Namens(doel), Dienst, "deelnemers/_zoek", new { burgerservicenummer = bsn }, verzoek.Stop)).Results;

    /// <summary>A resident of whom the employee may know; null for one in the caseload of another, who does not exist here.</summary>
    public async Task<Deelnemer?> Deelnemer(Verzoek verzoek, object? id) =>
        await Haal<Deelnemer>(verzoek, Doelen.Huishoudboekje, $"deelnemers/{id}") is { } deelnemer && (verzoek.Medewerker.Mag(Rechten.BudgetAlle) || deelnemer.Consulent == verzoek.Medewerker.Id) ? deelnemer : null;

    public Task<T?> Haal<T>(Verzoek verzoek, string doel, string pad) where T : class => bronnen.Haal<T>(verzoek.Namens(doel), Dienst, pad, verzoek.Stop);

    public async Task<Budgetblad<T>> Lijst<T>(Verzoek verzoek, string doel, string pad) =>
        await bronnen.Haal<Budgetblad<T>>(verzoek.Namens(doel), Dienst, pad, verzoek.Stop) ?? new Budgetblad<T>(0, null, []);

    public Task<T> Zend<T>(Verzoek verzoek, string doel, string pad, object? inhoud = null, HttpMethod? methode = null) =>
        bronnen.Zend<T>(methode ?? HttpMethod.Post, verzoek.Namens(doel), Dienst, pad, inhoud ?? new { }, verzoek.Stop);

    /// <summary>A file of the bank; it is passed on as it is.</summary>
    public async Task<JsonElement> ZendBestand(Verzoek verzoek, string doel, string pad, Stream bestand)
    {
        using var inhoud = new StreamContent(bestand) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, verzoek.Namens(doel), Dienst, pad, inhoud, verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
        return await JsonSerializer.DeserializeAsync<JsonElement>(await antwoord.Content.ReadAsStreamAsync(verzoek.Stop), Bronnen.Json, verzoek.Stop);
    }

    public async Task<byte[]> Bestand(Verzoek verzoek, string doel, string pad)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, verzoek.Namens(doel), Dienst, pad, null, verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
        return await antwoord.Content.ReadAsByteArrayAsync(verzoek.Stop);
    }
}

internal sealed record Budgetblad<T>(long Count, string? Next, IReadOnlyList<T> Results);

internal sealed record Deelnemer(
    Guid Id, string Nummer, string Burgerservicenummer, string? Consulent, string Status, DateOnly Begin, DateOnly? Einde, long VoorschotCent, bool Saldowaarschuwing, string? Zaak, long SaldoCent)
{
    public override string ToString() => Nummer;
}

internal sealed record Budgetrekening(Guid Id, string Iban, string Naam, string Status, string VoorgesteldDoor, string? BevestigdDoor);

internal sealed record Crediteur(Guid Id, string Naam, string KvkNummer, string? Afdeling, IReadOnlyList<Budgetrekening> Rekeningen);

internal sealed record Rubriek(Guid Id, string Naam, string Richting);

internal sealed record Budgetafspraak(
    Guid Id, Guid Deelnemer, string Richting, string Omschrijving, long Cent, Guid Rubriek, Guid? Crediteur, string Tegenrekening, DateOnly Van, DateOnly? Tot, IReadOnlyList<string> Zoektermen,
    Budgetschema? Schema, Budgetmarge? Alarm)
{
    public bool GeldtOp(DateOnly dag) => Van <= dag && (Tot is not { } tot || dag <= tot);
}

internal sealed record Budgetschema(IReadOnlyList<int> ByDay, IReadOnlyList<int> ByMonth, IReadOnlyList<int> ByMonthDay, bool Eenmalig);

internal sealed record Budgetmarge(long Cent, int Dagen);

/// <param name="Uitvoering">The bank day on which the money goes.</param>
internal sealed record Budgetdag(DateOnly Gepland, DateOnly Uitvoering);

internal sealed record Budgetregel(DateOnly Datum, long Cent, string? Omschrijving, string? Rubriek);

internal sealed record Budgetoverzicht(DateOnly Van, DateOnly Tot, long BeginCent, long InkomstenCent, long UitgavenCent, long EindCent, IReadOnlyList<Budgetregel> Regels);

internal sealed record Bankregel(Guid Id, DateOnly Datum, long Cent, string? Tegenrekening, string? Tegennaam, string Omschrijving, bool Geboekt, Guid? Afspraak, Guid? Deelnemer, Guid? Rubriek);

internal sealed record Boekvoorstel(Guid Afspraak, string Deelnemernummer, string Omschrijving, long Cent, bool AlleTermen, bool Bedrag, bool Rekening);

internal sealed record Bankrekening(string Iban, string Naam);

internal sealed record Betaalrun(
    Guid Id, string Rekening, DateOnly Van, DateOnly Tot, string Status, string GemaaktDoor, DateTimeOffset GemaaktOp, string? VrijgegevenDoor, DateTimeOffset? VrijgegevenOp, IReadOnlyList<Betaling>? Betalingen);

internal sealed record Betaling(Guid Id, string Deelnemernummer, DateOnly Uitvoering, long Cent, string Naam, string Iban, string Omschrijving, string Status, string? Reden);

internal sealed record Budgetsignaal(Guid Id, Guid Deelnemer, string Deelnemernummer, Guid? Afspraak, string Soort, DateOnly Dag, long Cent, DateTimeOffset AangemaaktOp);
