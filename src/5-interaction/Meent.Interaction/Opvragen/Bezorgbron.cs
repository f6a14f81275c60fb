using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>What became of the notifications: an API of our own beside that of the standard, which knows no deliveries.</summary>
internal sealed class Bezorgbron(Bronnen bronnen)
{
    private const string Dienst = Diensten.Bezorging;

    /// <summary>How it stands with each subscription.</summary>
    public async Task<IReadOnlyList<Bezorgstand>> Standen(Verzoek verzoek) => !verzoek.Organisatie.Diensten.Contains(Dienst) ? []
        : (await bronnen.Haal<Blad<Bezorgstand>>(Namens(verzoek), Dienst, "abonnementen", verzoek.Stop))?.Results ?? [];

    /// <param name="stand"><c>wachtend</c>, <c>afgeleverd</c> or <c>opgegeven</c>; empty for all.</param>
    public async Task<Blad<Aflevering>> Afleveringen(Verzoek verzoek, string stand, int pagina, int grootte) =>
        await bronnen.Haal<Blad<Aflevering>>(Namens(verzoek), Dienst, $"afleveringen?page={pagina}&pageSize={grootte}{(stand.Length == 0 ? "" : $"&stand={stand}")}", verzoek.Stop) ?? new(0, null, []);

    /// <summary>Sends one again.</summary>
    public Task Opnieuw(Verzoek verzoek, long nummer) => Post(verzoek, $"afleveringen/{nummer}/opnieuw", null);

    /// <summary>Sends again what was given up.</summary>
    public Task AllesOpnieuw(Verzoek verzoek, Guid abonnement) => Post(verzoek, $"abonnementen/{abonnement}/opnieuw", new { stand = "opgegeven" });

    private Task Post(Verzoek verzoek, string pad, object? inhoud) => bronnen.Verricht(HttpMethod.Post, Namens(verzoek), Dienst, pad, inhoud, verzoek.Stop);

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Inrichten);
}

/// <param name="Abonnement">URL of the subscription.</param>
internal sealed record Bezorgstand(string Abonnement, string? Vorm, long Wachtend, long Opgegeven, DateTimeOffset? OudsteWachtende);

internal sealed record Aflevering(
    long Nummer, string Abonnement, string Stand, int Pogingen, DateTimeOffset Aangemaakt, DateTimeOffset? Geprobeerd, DateTimeOffset? VolgendePoging, string? Fout, Bericht? Bericht);

internal sealed record Bericht(string? Kanaal, string? Resource, string? Actie, string? HoofdObject);
