using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Connectoren;

/// <summary>Asks the rental register for a registration and its number. The parameters are the body; the register knows the idempotency key.</summary>
internal sealed class VerhuurRegistreren(Bronnen bronnen) : IConnector
{
    public string Naam => "verhuur.registreren";

    public IReadOnlyList<string> Verplicht { get; } = ["adresseerbaarObjectIdentificatie"];

    public IReadOnlyList<string>? Optioneel => null;

    public async Task<JsonObject> Roep(Aanroep aanroep, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, aanroep.Namens, Diensten.Verhuur, "registraties",
            JsonContent.Create(aanroep.Parameters), h => h.Add(Headers.IdempotencyKey, aanroep.Sleutel), stop);
        return await antwoord.Object(Diensten.Verhuur, stop);
    }
}
