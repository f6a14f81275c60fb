using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Connectoren;

/// <summary>Begins a participation in the household budget. Somebody takes part once at a time, so who takes part already for the same zaak was begun by an earlier call.</summary>
internal sealed class HuishoudboekjeBeginnen(Bronnen bronnen) : IConnector
{
    public string Naam => "huishoudboekje.beginnen";

    public IReadOnlyList<string> Verplicht { get; } = ["burgerservicenummer", "begin", "overeenkomstGetekendOp", "machtigingGetekendOp", "zaak"];

    public IReadOnlyList<string>? Optioneel { get; } = ["voorschotCent", "consulent"];

    public async Task<JsonObject> Roep(Aanroep aanroep, CancellationToken stop)
    {
        try
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Post, aanroep.Namens, Diensten.Huishoudboekje, "deelnemers", JsonContent.Create(aanroep.Parameters), stop);
            return await antwoord.Object(Diensten.Huishoudboekje, stop);
        }
        catch (BronException e) when (e.Status == 409)
        {
            if (await Begonnen(aanroep, stop) is not { } deelnemer) throw;
            return deelnemer;
        }
    }

    private async Task<JsonObject?> Begonnen(Aanroep aanroep, CancellationToken stop)
    {
        using var antwoord = await bronnen.Stuur(
            HttpMethod.Post, aanroep.Namens, Diensten.Huishoudboekje, "deelnemers/_zoek", JsonContent.Create(new { burgerservicenummer = aanroep.Vereist("burgerservicenummer") }), stop);
        var gevonden = (await antwoord.Object(Diensten.Huishoudboekje, stop))["results"] as JsonArray;
        return gevonden?.OfType<JsonObject>().FirstOrDefault(d => d["zaak"]?.GetValue<string>() == aanroep.Tekst("zaak"));
    }
}
