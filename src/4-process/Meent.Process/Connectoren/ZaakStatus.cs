using System.Globalization;
using System.Text.Json.Nodes;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Connectoren;

/// <summary>
/// Gives a zaak a status, by the description of its type. Dated at the moment the activity was entered: with zaak and type that names this one status.
/// </summary>
internal sealed class ZaakStatus(Zgw zgw) : IConnector
{
    public string Naam => "zaak.status";

    public IReadOnlyList<string> Verplicht { get; } = ["zaak", "status"];

    public IReadOnlyList<string>? Optioneel { get; } = ["toelichting"];

    public async Task<JsonObject> Roep(Aanroep aanroep, CancellationToken stop)
    {
        var zaak = aanroep.Vereist("zaak");
        var statustype = await Statustype(aanroep, zaak, stop);
        return (aanroep.Herhaling ? await Bestaande(aanroep, zaak, statustype, stop) : null) ?? await zgw.Maak(aanroep.Namens, Diensten.Zaken, "statussen", new JsonObject
        {
            ["zaak"] = zaak,
            ["statustype"] = statustype,
            ["datumStatusGezet"] = Gezet(aanroep).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["statustoelichting"] = aanroep.Tekst("toelichting") ?? "",
        }, stop);
    }

    private async Task<string> Statustype(Aanroep aanroep, string zaak, CancellationToken stop)
    {
        var omschrijving = aanroep.Vereist("status");
        var uuid = zaak[(zaak.LastIndexOf('/') + 1)..];
        var zaaktype = (await zgw.Haal(aanroep.Namens, Diensten.Zaken, $"zaken/{uuid}", stop))["zaaktype"]?.GetValue<string>() ?? "";
        var typen = await zgw.Lijst(aanroep.Namens, Diensten.Catalogi, $"statustypen?zaaktype={Uri.EscapeDataString(zaaktype)}", stop);
        return typen.FirstOrDefault(t => t["omschrijving"]?.GetValue<string>() == omschrijving)?.Url()
            ?? throw new BronException(Diensten.Catalogi, 404, "statustype", $"Het zaaktype heeft geen statustype \"{omschrijving}\".", []);
    }

    private async Task<JsonObject?> Bestaande(Aanroep aanroep, string zaak, string statustype, CancellationToken stop)
    {
        var statussen = await zgw.Lijst(aanroep.Namens, Diensten.Zaken,
            $"statussen?zaak={Uri.EscapeDataString(zaak)}&statustype={Uri.EscapeDataString(statustype)}", stop);
        return statussen.FirstOrDefault(s => s["datumStatusGezet"]?.GetValue<string>() is { } datum
            && DateTimeOffset.TryParse(datum, CultureInfo.InvariantCulture, out var moment) && moment == Gezet(aanroep));
    }

    /// <summary>To the millisecond: not every register keeps more.</summary>
    private static DateTimeOffset Gezet(Aanroep aanroep) => DateTimeOffset.FromUnixTimeMilliseconds(aanroep.Moment.ToUnixTimeMilliseconds());
}
