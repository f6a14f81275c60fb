using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The register of employees, their roles, mandates and caseload, and of sessions that were ended.</summary>
internal sealed class Toegangsbron(Bronnen bronnen)
{
    public Task<MedewerkerKaart?> Haal(Namens namens, string id, CancellationToken stop) =>
        bronnen.Haal<MedewerkerKaart>(namens, Diensten.Toegang, $"medewerkers/{Uri.EscapeDataString(id)}", stop);

    /// <summary>Whether this session was ended before its time.</summary>
    public async Task<bool> IsBeeindigd(Namens namens, string sessie, CancellationToken stop) =>
        await bronnen.Haal<JsonElement?>(namens, Diensten.Toegang, $"beeindigde-sessies/{sessie}", stop) is not null;

    /// <summary>Ends a session at every node.</summary>
    /// <param name="tot">When it would have ended by itself.</param>
    public Task Beeindig(Namens namens, string sessie, DateTimeOffset tot, CancellationToken stop) =>
        bronnen.Zend<JsonElement>(HttpMethod.Put, namens, Diensten.Toegang, $"beeindigde-sessies/{sessie}", new { tot }, stop);

    public async Task<IReadOnlyList<MedewerkerKaart>> Medewerkers(Verzoek verzoek) =>
        (await bronnen.Haal<Lijst>(verzoek.Namens(Doelen.Werk(verzoek.Organisatie)), Diensten.Toegang, "medewerkers", verzoek.Stop))?.Results ?? [];

    /// <summary>The logged-in employee works on this from now on.</summary>
    public async Task NeemInCaseload(Verzoek verzoek, string zaak) =>
        await bronnen.Zend<JsonElement>(HttpMethod.Post, verzoek.Namens(Doelen.Toezicht), Diensten.Toegang,
            $"medewerkers/{Uri.EscapeDataString(verzoek.Medewerker.Id)}/caseload", new { zaak }, verzoek.Stop);

    private sealed record Lijst(IReadOnlyList<MedewerkerKaart> Results);
}

/// <summary>An employee as the access register answers.</summary>
internal sealed record MedewerkerKaart(
    string Id, string Naam, bool Actief, IReadOnlyList<string> Rollen, IReadOnlyList<string> Rechten, IReadOnlyList<Mandaat> Mandaten, IReadOnlyList<string> Caseload);

/// <summary>A right beside those of the roles, for a time.</summary>
internal sealed record Mandaat(string Recht, DateOnly GeldigVan, DateOnly? GeldigTot);
