using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the API of statements: October with one line each way, open until it is closed.</summary>
internal sealed class Afrekenland
{
    public const string Csv = "maand;aantal\r\n2026-10;7\r\n";

    public const string Lindewoude = "00000001990000023000";

    public bool Gesloten { get; private set; }

    /// <summary>What counting the closed month again says.</summary>
    public (bool Klopt, bool Volledig) Controle { get; set; } = (true, true);

    /// <summary>Prices that were set: path and amount.</summary>
    public List<(string Pad, decimal Bedrag)> Prijzen { get; } = [];

    /// <summary>Null when it is not for this API.</summary>
    public JsonNode? Antwoord(string wat, JsonObject inhoud)
    {
        if (wat.StartsWith("PUT fsc/prijzen/", StringComparison.Ordinal))
        {
            Prijzen.Add((wat["PUT fsc/prijzen/".Length..], (decimal)inhoud["bedrag"]!));
            return new JsonObject();
        }

        if (wat == "POST fsc/afrekeningen/2026-10/sluiting") Gesloten = true;
        JsonNode? moment = Gesloten ? "2026-11-02T09:00:00+00:00" : null;
        return wat switch
        {
            "GET fsc/prijzen" => new JsonObject { ["prijzen"] = new JsonArray(new JsonObject { ["aanbieder"] = "00000001990000011000", ["dienst"] = "zaken", ["soort"] = "verzoek", ["vanaf"] = "2026-01-01", ["bedrag"] = 0.0025m }) },
            "GET fsc/afrekeningen" => new JsonObject { ["maanden"] = new JsonArray(new JsonObject { ["maand"] = "2026-10", ["gesloten"] = moment }) },
            "GET fsc/afrekeningen/2026-10" or "POST fsc/afrekeningen/2026-10/sluiting" => new JsonObject
            {
                ["gesloten"] = moment,
                ["peers"] = new JsonArray(Peer("levert", Lindewoude, "Gemeente Lindewoude", 1_234_567, 0.0025m, 3086.42m), Peer("neemt-af", "00000001990000035000", null, 7, 0.12m, 0.84m)),
            },
            "GET fsc/afrekeningen/2026-10/controle" => new JsonObject { ["klopt"] = Controle.Klopt, ["log_volledig"] = Controle.Volledig },
            "GET fsc/opgaven/2026-10" => new JsonObject
            {
                ["peildag"] = "2026-10-31",
                ["gemeten"] = "2026-11-02T09:00:00Z",
                ["regels"] = new JsonArray(
                    new JsonObject { ["oplossing"] = "Zaakgericht werken", ["wat"] = "actieve zaken", ["aantal"] = 4321, ["op_peildag"] = true, ["uitleg"] = "Tel het na met de Zaken API." },
                    new JsonObject { ["oplossing"] = "Zaakgericht werken", ["wat"] = "bytes in documenten", ["aantal"] = 99, ["op_peildag"] = false, ["uitleg"] = "Tel het na met de Documenten API." }),
            },
            _ => null,
        };
    }

    private static JsonObject Peer(string kant, string oin, string? naam, int aantal, decimal prijs, decimal bedrag) => new()
    {
        ["kant"] = kant,
        ["peer_id"] = oin,
        ["peer_name"] = naam,
        ["totaal"] = bedrag,
        ["regels"] = new JsonArray(new JsonObject
        {
            ["dienst"] = "zaken",
            ["soort"] = "verzoek",
            ["grant_hash"] = "$1$3$g",
            ["delegator_peer_id"] = kant == "levert" ? "00000001990000047000" : "",
            ["prijs"] = prijs,
            ["aantal"] = aantal,
            ["bedrag"] = bedrag,
            ["bewijs"] = new string('a', 64),
        }),
    };
}
