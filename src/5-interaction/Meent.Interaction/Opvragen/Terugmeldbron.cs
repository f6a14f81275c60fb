using System.Text.Json.Serialization;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;

namespace Meent.Interaction.Opvragen;

/// <summary>Doubts about what the registry of persons says, at its bronhouder: the own organisation, or another over FSC.</summary>
internal sealed class Terugmeldbron(Bronnen bronnen, Logschrijver logboek)
{
    private const string Dienst = Diensten.Terugmeldingen;

    /// <summary>Parts of a person that can be doubted.</summary>
    public static readonly IReadOnlyList<string> Gegevens = ["naam", "geboorte", "geslacht", "verblijfplaats", "nationaliteiten", "partners", "kinderen", "ouders", "overlijden"];

    /// <exception cref="BronException">It was not taken.</exception>
    public async Task Meld(Verzoek verzoek, Bsn wie, string gegeven, string toelichting, string melder)
    {
        await Leg(verzoek, "Twijfel over een gegeven gemeld", wie, [gegeven]);
        await bronnen.Verricht(HttpMethod.Post, verzoek.Namens(Doelen.Terugmelden), Dienst, "terugmeldingen", new { burgerservicenummer = wie.Cijfers, gegeven, toelichting, melder }, verzoek.Stop);
    }

    /// <summary>What was reported here about the resident, the last first.</summary>
    public async Task<IReadOnlyList<Terugmelding>> Mijn(Verzoek verzoek)
    {
        var bsn = verzoek.Inwoner.Bsn;
        var gevonden = await bronnen.Zend<Lijst>(HttpMethod.Post, verzoek.Namens(Doelen.Terugmelden), Dienst, "terugmeldingen/_zoek", new { burgerservicenummer = bsn.Cijfers }, verzoek.Stop);
        if (gevonden.Alle.Count > 0) await Leg(verzoek, "Terugmeldingen getoond", bsn, [.. gevonden.Alle.Select(een => een.Gegeven).Distinct()]);
        return gevonden.Alle;
    }

    /// <summary>What the bronhouder has to do.</summary>
    public async Task<IReadOnlyList<Terugmelding>> Open(Verzoek verzoek) => (await bronnen.Haal<Lijst>(verzoek.Namens(Doelen.TerugmeldingenBehandelen), Dienst, "terugmeldingen", verzoek.Stop))?.Alle ?? [];

    public Task<Terugmelding?> Een(Verzoek verzoek, Guid id) => bronnen.Haal<Terugmelding>(verzoek.Namens(Doelen.TerugmeldingenBehandelen), Dienst, $"terugmeldingen/{id}", verzoek.Stop);

    public Task ZetStatus(Verzoek verzoek, Guid id, string status, string? uitleg) =>
        bronnen.Verricht(HttpMethod.Post, verzoek.Namens(Doelen.TerugmeldingenBehandelen), Dienst, $"terugmeldingen/{id}/status", new { status, uitleg }, verzoek.Stop);

    // Who keeps the registry itself has the record of its own service.
    private async ValueTask Leg(Verzoek verzoek, string naam, Bsn wie, IReadOnlyList<string> gegevens)
    {
        if (verzoek.Organisatie.Diensten.Contains(Dienst)) return;
        await logboek.Schrijf(
            verzoek.Namens(Doelen.Terugmelden), naam, LogboekAttributen.Bsn, wie.Cijfers, gegevens: gegevens.Select(gegeven => $"{Diensten.Personen}:{gegeven}"), dienst: Dienst, stop: verzoek.Stop);
    }

    private sealed record Lijst([property: JsonPropertyName("terugmeldingen")] IReadOnlyList<Terugmelding> Alle);
}

/// <summary>A doubt that was reported.</summary>
/// <param name="Status"><c>ontvangen</c>, <c>inOnderzoek</c>, <c>gewijzigd</c> or <c>nietGewijzigd</c>.</param>
/// <param name="Burgerservicenummer">Only for who looks into it.</param>
/// <param name="Afzender">OIN of the organisation at which it was reported; null for the own one.</param>
internal sealed record Terugmelding(
    Guid Id, string Gegeven, string Toelichting, string Melder, DateTimeOffset Gemeld, string Status, string? Uitleg, DateTimeOffset Gewijzigd, string? Burgerservicenummer, string? Afzender)
{
    public bool IsOpen => Status is "ontvangen" or "inOnderzoek";
}
