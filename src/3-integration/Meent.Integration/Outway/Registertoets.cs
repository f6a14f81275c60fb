using System.Net;
using System.Net.Http.Json;
using Meent.Integration.Fsc;
using Meent.Integration.Manager;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Outway;

/// <summary>
/// Whether the purpose still holds in the own register of processing activities: a contract may last longer than an activity.
/// </summary>
internal sealed class Registertoets(Bronnen bronnen, TimeProvider klok)
{
    // As long as the services remember it.
    private static readonly TimeSpan Houdbaarheid = TimeSpan.FromSeconds(5);

    private readonly Geheugen<bool> _geldig = new(klok, Houdbaarheid);

    /// <param name="doel">The purpose; one of another organisation's register, or none, is not for us to judge.</param>
    /// <exception cref="FscException">403: it holds no more, or not yet; 503: the register does not answer.</exception>
    public async ValueTask Eis(Organisatie organisatie, string? doel)
    {
        if (doel is null || !organisatie.Diensten.Contains(Diensten.Verwerkingsregister) || !doel.StartsWith(organisatie.Verwerkingsactiviteit(""), StringComparison.Ordinal)) return;
        bool geldig;
        try
        {
            geldig = await _geldig.Geef(doel, () => Vraag(organisatie, doel));
        }
        catch (Exception fout) when (fout is BronException or HttpRequestException or OperationCanceledException)
        {
            throw new FscException(503, FscCodes.Unavailable, "Het verwerkingsregister antwoordt niet; het verzoek is niet verstuurd.", FscDomein.Outway);
        }

        if (!geldig) throw new FscException(403, FscCodes.PurposeEnded, $"De activiteit {doel} geldt nu niet volgens het verwerkingsregister.", FscDomein.Outway);
    }

    private async Task<bool> Vraag(Organisatie organisatie, string doel)
    {
        // Not in the name of the purpose: the register would refuse what it is asked about.
        using var antwoord = await bronnen.Stuur(
            HttpMethod.Get, new Namens(organisatie.Slug, doel), Diensten.Verwerkingsregister, $"verwerkingsactiviteiten?alle=true&uri={Uri.EscapeDataString(doel)}", null,
            headers => headers.Remove(Headers.Verwerkingsactiviteit), CancellationToken.None);
        // A gateway by itself, of whose organisation nothing else runs here.
        if (antwoord.StatusCode == HttpStatusCode.NotFound) return true;
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Diensten.Verwerkingsregister, CancellationToken.None);
        var gevonden = (await antwoord.Content.ReadFromJsonAsync<Gevonden>(Bronnen.Json))!.Results;
        var nu = klok.GetUtcNow();
        // One that it never had stands in a register that is kept elsewhere.
        return gevonden is not [var versie, ..] || (versie.BeginGeldigheid <= nu && !(versie.EindeGeldigheid <= nu));
    }

    private sealed record Gevonden(IReadOnlyList<Versie> Results);

    private sealed record Versie(DateTimeOffset BeginGeldigheid, DateTimeOffset? EindeGeldigheid);
}
