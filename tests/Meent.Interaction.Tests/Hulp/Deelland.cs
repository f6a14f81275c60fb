using System.Net;
using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the register of consents, and the holiday homes that are shared.</summary>
internal sealed class Deelland
{
    private const string Eigen = "00000001990000011000";
    private const string Lindewoude = "00000001990000023000";

    public Dictionary<string, (string Bsn, JsonObject Wat)> Gegeven { get; } = [];

    /// <summary>Whether the neighbour answers.</summary>
    public bool BuurStil { get; set; }

    /// <summary>Null when it is not for these.</summary>
    public JsonNode? Antwoord(string wat, Uri uri, JsonObject inhoud)
    {
        var bsn = inhoud["burgerservicenummer"] is JsonValue waarde ? (string?)waarde : null;
        return wat switch
        {
            "GET toestemmingen/mogelijkheden" => new JsonObject { ["mogelijkheden"] = new JsonArray(Mogelijk(Eigen), Mogelijk(Lindewoude)) },
            "POST toestemmingen/toestemmingen/_zoek" => new JsonObject { ["toestemmingen"] = new JsonArray([.. Gegeven.Values.Where(een => een.Bsn == bsn).Select(een => een.Wat.DeepClone())]) },
            "POST toestemmingen/toestemmingen" => Geef(bsn!, inhoud),
            _ when wat.StartsWith("POST toestemmingen/", StringComparison.Ordinal) => TrekIn(wat.Split('/')[2], bsn!),
            "GET verhuur/registraties" => Woningen("9901200000000001"),
            "GET fsc/verbindingen" when uri.Query == "?dienst=verhuur" => new JsonObject { ["verbindingen"] = new JsonArray(Verbinding(Lindewoude, "streekgids"), Verbinding("00000001990000059000", "iets-anders")) },
            _ => null,
        };
    }

    public HttpResponseMessage Buur() => BuurStil
        ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Woningen("9901200000000002").ToJsonString(), System.Text.Encoding.UTF8, "application/json") };

    private JsonNode Geef(string bsn, JsonObject inhoud)
    {
        var id = $"{Guid.CreateVersion7()}";
        var wat = new JsonObject
        {
            ["id"] = id,
            ["naam"] = "Streekgids",
            ["ontvanger"] = ((string)inhoud["doel"]!).Split(':')[3],
            ["gegevens"] = inhoud["gegevens"]!.DeepClone(),
            ["begin"] = "2026-06-01T10:00:00Z",
            ["einde"] = $"{inhoud["tot"]}T22:00:00Z",
            ["gegeven"] = "2026-06-01T10:00:00Z",
            ["stand"] = "geldt",
        };
        Gegeven[id] = (bsn, wat);
        return wat.DeepClone();
    }

    private JsonObject TrekIn(string id, string bsn)
    {
        if (Gegeven[id].Bsn != bsn) throw new InvalidOperationException("Van een ander.");
        Gegeven[id].Wat["stand"] = "voorbij";
        Gegeven[id].Wat["beeindigd"] = "2026-06-02T10:00:00Z";
        return (JsonObject)Gegeven[id].Wat.DeepClone();
    }

    private static string Streekgids(string oin) => $"urn:nld:oin:{oin}:verwerkingsactiviteit:streekgids";

    private static JsonObject Mogelijk(string oin) => new()
    {
        ["activiteit"] = Streekgids(Eigen),
        ["naam"] = "Streekgids",
        ["omschrijving"] = "Uw <b>woning</b> laten zien.",
        ["toelichtingGrondslag"] = "AVG, artikel 6",
        ["ontvanger"] = oin,
        ["doel"] = Streekgids(oin),
        ["gegevens"] = new JsonArray("verhuur:registraties"),
    };

    private static JsonObject Woningen(string nummeraanduiding) => new()
    {
        ["count"] = 1,
        ["results"] = new JsonArray(new JsonObject
        {
            ["registratienummer"] = "99015F3A569416CDB9E3",
            ["adresseerbaarObjectIdentificatie"] = Landgoed.Zeelaan,
            ["nummeraanduidingIdentificatie"] = nummeraanduiding,
            ["deel"] = "geheel",
            ["gebruik"] = "hoofdverblijf",
            ["slaapplaatsen"] = 4,
            ["maximumGasten"] = 4,
            ["status"] = "actief",
            ["aangemaaktOp"] = "2026-05-20T09:30:00Z",
        }),
    };

    private static JsonObject Verbinding(string aanbieder, string doel) => new()
    {
        ["dienst"] = "verhuur",
        ["aanbieder"] = aanbieder,
        ["doelen"] = new JsonArray($"urn:nld:oin:{Eigen}:verwerkingsactiviteit:{doel}"),
    };
}
