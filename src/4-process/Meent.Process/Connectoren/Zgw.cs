using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Connectoren;

/// <summary>The calls of the ZGW APIs that connectors share.</summary>
internal sealed class Zgw(Bronnen bronnen)
{
    public async Task<IReadOnlyList<JsonObject>> Lijst(Namens namens, string dienst, string pad, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, namens, dienst, pad, null, stop);
        var lijst = await antwoord.Object(dienst, stop);
        return lijst["results"] is JsonArray resultaten ? [.. resultaten.OfType<JsonObject>()] : [];
    }

    public async Task<JsonObject> Maak(Namens namens, string dienst, string pad, JsonObject inhoud, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, namens, dienst, pad, JsonContent.Create(inhoud), stop);
        return await antwoord.Object(dienst, stop);
    }

    public async Task<JsonObject> Haal(Namens namens, string dienst, string pad, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, namens, dienst, pad, null, stop);
        return await antwoord.Object(dienst, stop);
    }
}
