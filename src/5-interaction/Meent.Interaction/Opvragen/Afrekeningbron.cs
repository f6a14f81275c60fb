using System.Text.Json.Serialization;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>What use of services costs, and by what solutions are settled: the API of the integration layer.</summary>
internal sealed class Afrekeningbron(Bronnen bronnen)
{
    private const string Dienst = Diensten.Fsc;

    public async Task<IReadOnlyList<Afrekenmaand>> Maanden(Verzoek verzoek) => (await Moet<Afrekenmaanden>(verzoek, "afrekeningen")).Maanden;

    public async Task<IReadOnlyList<Dienstprijs>> Prijzen(Verzoek verzoek) => (await Moet<Dienstprijzen>(verzoek, "prijzen")).Prijzen;

    public Task<Afrekening> Maand(Verzoek verzoek, DateOnly maand) => Moet<Afrekening>(verzoek, $"afrekeningen/{maand:yyyy-MM}");

    public Task<Afrekencontrole> Controle(Verzoek verzoek, DateOnly maand) => Moet<Afrekencontrole>(verzoek, $"afrekeningen/{maand:yyyy-MM}/controle");

    public Task<Omvangopgave> Opgave(Verzoek verzoek, DateOnly maand) => Moet<Omvangopgave>(verzoek, $"opgaven/{maand:yyyy-MM}");

    /// <exception cref="BronException">409: it is not over, or closed already.</exception>
    public Task Sluit(Verzoek verzoek, DateOnly maand) => bronnen.Verricht(HttpMethod.Post, Namens(verzoek), Dienst, $"afrekeningen/{maand:yyyy-MM}/sluiting", null, verzoek.Stop);

    /// <exception cref="BronException">409: it would change a closed month; 422: it is no price.</exception>
    public Task ZetPrijs(Verzoek verzoek, string aanbieder, string dienst, string soort, DateOnly vanaf, decimal bedrag) => bronnen.Verricht(
        HttpMethod.Put, Namens(verzoek), Dienst, $"prijzen/{Uri.EscapeDataString(aanbieder)}/{Uri.EscapeDataString(dienst)}/{soort}/{vanaf:yyyy-MM-dd}", new { bedrag }, verzoek.Stop);

    /// <summary>For a spreadsheet.</summary>
    public async Task<byte[]> Csv(Verzoek verzoek, DateOnly maand)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, Namens(verzoek), Dienst, $"afrekeningen/{maand:yyyy-MM}/csv", null, verzoek.Stop);
        return antwoord.IsSuccessStatusCode ? await antwoord.Content.ReadAsByteArrayAsync(verzoek.Stop) : throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
    }

    private async Task<T> Moet<T>(Verzoek verzoek, string pad) where T : class =>
        await bronnen.Haal<T>(Namens(verzoek), Dienst, pad, verzoek.Stop) ?? throw new BronException(Dienst, 404, "leeg", "De bron gaf een leeg antwoord.", []);

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Integratie);
}

internal sealed record Afrekenmaanden(IReadOnlyList<Afrekenmaand> Maanden);

/// <param name="Maand">Such as <c>2026-11</c>.</param>
internal sealed record Afrekenmaand(string Maand, DateTimeOffset? Gesloten);

internal sealed record Dienstprijzen(IReadOnlyList<Dienstprijs> Prijzen);

/// <param name="Soort"><c>eenmalig</c>, <c>maand</c> or <c>verzoek</c>.</param>
internal sealed record Dienstprijs(string Aanbieder, string Dienst, string Soort, DateOnly Vanaf, decimal Bedrag);

internal sealed record Afrekening(DateTimeOffset? Gesloten, IReadOnlyList<Afrekenpeer> Peers);

/// <param name="Kant"><c>levert</c> (they pay us) or <c>neemt-af</c>.</param>
internal sealed record Afrekenpeer(
    string Kant, [property: JsonPropertyName("peer_id")] string Oin, [property: JsonPropertyName("peer_name")] string? Naam, decimal Totaal, IReadOnlyList<Afrekenpost> Regels);

internal sealed record Afrekenpost(
    string Dienst, string Soort, [property: JsonPropertyName("grant_hash")] string Grant, [property: JsonPropertyName("delegator_peer_id")] string Namens, decimal Prijs, long Aantal, decimal Bedrag,
    string Bewijs);

internal sealed record Afrekencontrole(bool Klopt, [property: JsonPropertyName("log_volledig")] bool LogVolledig);

internal sealed record Omvangopgave(DateOnly Peildag, DateTimeOffset Gemeten, IReadOnlyList<Omvangregel> Regels);

internal sealed record Omvangregel(string Oplossing, string Wat, long Aantal, [property: JsonPropertyName("op_peildag")] bool OpPeildag, string Uitleg);
