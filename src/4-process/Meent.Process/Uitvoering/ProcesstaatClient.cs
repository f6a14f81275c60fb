using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Processtaat;

namespace Meent.Process.Uitvoering;

/// <summary>The bron that keeps definitions, instances and tasks, over HTTP like every other one.</summary>
internal sealed class ProcesstaatClient(Bronnen bronnen)
{
    private const string Dienst = Diensten.Processtaat;

    public Task<Lijst<Definitie>> Definities(Organisatie organisatie, string? proces, CancellationToken stop) =>
        Haal<Lijst<Definitie>>(organisatie, proces is null ? "definities" : $"definities?proces={Uri.EscapeDataString(proces)}", stop);

    public Task<Definitie?> Definitie(Organisatie organisatie, string proces, int versie, CancellationToken stop) =>
        bronnen.Haal<Definitie>(Namens(organisatie), Dienst, $"definities/{Uri.EscapeDataString(proces)}/{versie}", stop);

    public async Task<(Definitie Definitie, bool Nieuw)> Plaats(Organisatie organisatie, Definitie definitie, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, Namens(organisatie), Dienst, "definities", JsonContent.Create(definitie, options: Bronnen.Json), stop);
        return (await Lees<Definitie>(antwoord, stop), antwoord.StatusCode == HttpStatusCode.Created);
    }

    public Task<Instantie?> Instantie(Organisatie organisatie, Guid id, CancellationToken stop) =>
        bronnen.Haal<Instantie>(Namens(organisatie), Dienst, $"instanties/{id}", stop);

    public Task<Lijst<Instantie>> Instanties(Organisatie organisatie, string query, CancellationToken stop) =>
        Haal<Lijst<Instantie>>(organisatie, $"instanties{query}", stop);

    /// <summary>Keeps a new instance, or finds the one that was made earlier under the same key.</summary>
    public async Task<(Instantie Instantie, bool Nieuw)> Voeg(Organisatie organisatie, Instantie instantie, string? sleutel, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, Namens(organisatie), Dienst, "instanties", JsonContent.Create(instantie, options: Bronnen.Json), headers =>
        {
            if (sleutel is not null) headers.Add(Headers.IdempotencyKey, sleutel);
        }, stop);
        return (await Lees<Instantie>(antwoord, stop), antwoord.StatusCode == HttpStatusCode.Created);
    }

    /// <returns>The new revision; null when another writer came first.</returns>
    public async Task<long?> Vervang(Organisatie organisatie, Instantie instantie, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Put, Namens(organisatie), Dienst, $"instanties/{instantie.Id}",
            JsonContent.Create(instantie, options: Bronnen.Json), headers => headers.IfMatch.Add(new EntityTagHeaderValue($"\"{instantie.Revisie}\"")), stop);
        if (antwoord.StatusCode == HttpStatusCode.PreconditionFailed) return null;
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, stop);
        return instantie.Revisie + 1;
    }

    public Task<Werk> Werk(Organisatie organisatie, Knoop knoop, int limiet, CancellationToken stop) =>
        Haal<Werk>(organisatie, $"werk?knoop={Uri.EscapeDataString(knoop.Naam)}&run={knoop.Run}&limiet={limiet}", stop);

    public Task<Lijst<Taak>> Taken(Organisatie organisatie, string query, CancellationToken stop) => Haal<Lijst<Taak>>(organisatie, $"taken{query}", stop);

    public Task<Taak?> Taak(Organisatie organisatie, Guid instantie, long nummer, CancellationToken stop) =>
        bronnen.Haal<Taak>(Namens(organisatie), Dienst, $"taken/{instantie}/{nummer}", stop);

    /// <summary>Keeping state serves no purpose of its own; what a connector does serves that of its process.</summary>
    private static Namens Namens(Organisatie organisatie) => new(organisatie.Slug, organisatie.Verwerkingsactiviteit("processen-uitvoeren"));

    private async Task<T> Haal<T>(Organisatie organisatie, string pad, CancellationToken stop) where T : class =>
        await bronnen.Haal<T>(Namens(organisatie), Dienst, pad, stop) ?? throw new BronException(Dienst, 404, "not_found", pad, []);

    private static async Task<T> Lees<T>(HttpResponseMessage antwoord, CancellationToken stop) where T : class
    {
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, stop);
        return await antwoord.Content.ReadFromJsonAsync<T>(Bronnen.Json, stop) ?? throw new BronException(Dienst, 502, "leeg", "", []);
    }
}
