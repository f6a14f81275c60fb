using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Interaction.Opvragen;

/// <summary>What the logged-in resident shares of their own data. Each question names who that is, so that nobody else's can come back or be changed.</summary>
internal sealed class Toestemmingenbron(Bronnen bronnen, OrganisatieLijst organisaties)
{
    private const string Dienst = Diensten.Toestemmingen;

    /// <summary>The last given first.</summary>
    public async Task<IReadOnlyList<Toestemming>> Mijn(Verzoek verzoek) =>
        (await bronnen.Zend<Toestemmingen>(HttpMethod.Post, Namens(verzoek), Dienst, "toestemmingen/_zoek", new { burgerservicenummer = Bsn(verzoek) }, verzoek.Stop)).Lijst;

    /// <summary>What can be shared now, with whom.</summary>
    public async Task<IReadOnlyList<Deelbaar>> Mogelijk(Verzoek verzoek) => (await bronnen.Haal<Mogelijkheden>(Namens(verzoek), Dienst, "mogelijkheden", verzoek.Stop))?.Lijst ?? [];

    /// <exception cref="BronException">400: it says what is wrong.</exception>
    public Task Geef(Verzoek verzoek, Deelbaar deelbaar, IReadOnlyList<string> gegevens, DateOnly tot) => bronnen.Verricht(
        HttpMethod.Post, Namens(verzoek), Dienst, "toestemmingen", new { burgerservicenummer = Bsn(verzoek), doel = deelbaar.Doel, gegevens, tot }, verzoek.Stop);

    public Task TrekIn(Verzoek verzoek, Guid id) =>
        bronnen.Verricht(HttpMethod.Post, Namens(verzoek), Dienst, $"toestemmingen/{id}/intrekking", new { burgerservicenummer = Bsn(verzoek) }, verzoek.Stop);

    /// <summary>Its name, where it is known here.</summary>
    public string Naam(string oin) => organisaties.Alle.FirstOrDefault(organisatie => organisatie.Oin == oin)?.Naam ?? oin;

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Delen);

    private static string Bsn(Verzoek verzoek) => verzoek.Inwoner.Bsn.Cijfers;

    private sealed record Toestemmingen([property: System.Text.Json.Serialization.JsonPropertyName("toestemmingen")] IReadOnlyList<Toestemming> Lijst);

    private sealed record Mogelijkheden([property: System.Text.Json.Serialization.JsonPropertyName("mogelijkheden")] IReadOnlyList<Deelbaar> Lijst);
}

/// <summary>Something that was shared.</summary>
/// <param name="Naam">Of the activity; null when the register has it no more.</param>
/// <param name="Einde">From when it holds no longer, also when it was withdrawn.</param>
/// <param name="Beeindigd">When it was withdrawn, or another took its place.</param>
/// <param name="Stand"><c>geldt</c>, <c>komt</c> or <c>voorbij</c>.</param>
internal sealed record Toestemming(Guid Id, string? Naam, string Ontvanger, IReadOnlyList<string> Gegevens, DateTimeOffset Begin, DateTimeOffset Einde, DateTimeOffset Gegeven, DateTimeOffset? Beeindigd, string Stand)
{
    public bool IsInTeTrekken => Stand != "voorbij";
}

/// <summary>Something that can be shared.</summary>
/// <param name="Doel">URI of the purpose of who would get it.</param>
internal sealed record Deelbaar(string Activiteit, string Naam, string Omschrijving, string? ToelichtingGrondslag, string Ontvanger, string Doel, IReadOnlyList<string> Gegevens)
{
    /// <summary>Where its form is: the code of the activity, and the recipient.</summary>
    public string Pad => $"/mijn/delen/{Activiteit[(Activiteit.LastIndexOf(':') + 1)..]}/{Ontvanger}";
}
