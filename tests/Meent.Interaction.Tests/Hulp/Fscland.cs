using System.Text.Json.Nodes;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>Plays the administration API of the integration layer: one contract that waits for us, and what else the pages ask.</summary>
internal sealed class Fscland
{
    public const string Zelf = "00000001990000011000";
    public const string Basis = "00000001990000035000";
    public const string Hash = "$1$1$aVerzonnenHash";
    public const string Grant = "$1$3$eenGrant";

    public JsonObject Contract { get; } = JsonNode.Parse($$$"""
        {
          "content_hash": "{{{Hash}}}", "state": "CONTRACT_STATE_PROPOSED",
          "content": { "created_at": 1767225600, "validity": { "not_before": 1767225600, "not_after": 1798761600 }, "grants": [ { "data": {
            "type": "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION", "outway": { "peer_id": "{{{Basis}}}" }, "delegator": { "peer_id": "00000001990000023000" },
            "service": { "type": "SERVICE_TYPE_SERVICE", "peer_id": "{{{Zelf}}}", "name": "verhuur" },
            "properties": { "doelbinding.doelen": [ { "id": "urn:x:toezicht", "omschrijving": "Toezicht <b>houden</b>", "grondslag": ["Huisvestingswet 2014"], "gegevens": ["verhuur:*"] } ] } } } ] },
          "grants": [ { "hash": "{{{Grant}}}" } ], "parties": ["{{{Basis}}}", "{{{Zelf}}}", "00000001990000023000"],
          "signed": [ { "peer_id": "{{{Basis}}}", "kind": "accept", "signed_at": 1767225600, "certificate_ends_at": "2027-01-01T00:00:00Z", "counts": true } ],
          "deliveries": [ { "peer_id": "{{{Basis}}}", "kind": "accept", "attempts": 3, "delivered_at": null, "next_attempt_at": null, "error": "422 ERROR_CODE_X: nee" } ]
        }
        """)!.AsObject();

    public JsonObject Certificaten { get; } = JsonNode.Parse("""
        { "herkomst": "aanvraag", "eigen": [ { "naam": "CN=manager", "public_key_thumbprint": "ab", "geldig_van": "2026-01-01T00:00:00Z", "geldig_tot": "2026-12-01T00:00:00Z", "geldigheid": "dringend" } ],
          "tussen": [], "ankers": [], "handtekeningen": [ { "content_hash": "$1$1$aVerzonnenHash", "peer_id": "00000001990000035000", "geldig_tot": "2026-12-01T00:00:00Z", "geldigheid": "binnenkort" } ] }
        """)!.AsObject();

    /// <summary>What was written, with the reason that went along.</summary>
    public List<(string Wat, string Reden, JsonObject Inhoud)> Geschreven { get; } = [];

    /// <summary>The queries with which lists were asked.</summary>
    public List<string> Vragen { get; } = [];

    /// <summary>The Directory does not answer.</summary>
    public bool GidsStil { get; set; }

    public bool IsStil(string wat) => GidsStil && wat is ("GET fsc/peers" or "GET fsc/diensten");

    /// <summary>Null when it is not for this API.</summary>
    public JsonNode? Antwoord(string wat, Uri uri, string reden, JsonObject inhoud)
    {
        if (!wat.Split(' ')[1].StartsWith("fsc/", StringComparison.Ordinal)) return null;
        if (wat == "GET fsc/verbindingen") return null;
        if (!wat.StartsWith("GET ", StringComparison.Ordinal))
        {
            Geschreven.Add((wat, reden, (JsonObject)inhoud.DeepClone()));
            return wat.EndsWith("proefaanroepen", StringComparison.Ordinal)
                ? new JsonObject { ["status"] = 404, ["transaction_id"] = "0199f1f0-0000-7000-8000-0000000000f1", ["error_code"] = null, ["error"] = null, ["milliseconds"] = 12 }
                : Contract.DeepClone();
        }

        Vragen.Add(wat + uri.Query);
        return wat switch
        {
            "GET fsc/groep" => new JsonObject { ["group_id"] = "proef", ["directory_peer_id"] = "00000001990000047000", ["is_directory"] = false, ["peer_id"] = Zelf, ["peer_name"] = "Gemeente Duinwaarde", ["manager_address"] = "https://manager.duinwaarde.localhost:8443", ["fsc_version"] = "2.0.0" },
            "GET fsc/deelnemers" or "GET fsc/peers" => new JsonObject { ["peers"] = new JsonArray(Peer(Zelf, "Gemeente Duinwaarde"), Peer(Basis, "Stichting Basisregistraties Proeftuin"), Peer("00000001990000023000", "Gemeente Lindewoude")), ["pagination"] = new JsonObject { ["next_cursor"] = "" } },
            $"GET fsc/deelnemers/{Basis}" => new JsonObject { ["peer_id"] = Basis, ["manager_address"] = "https://manager.x:8443", ["fsc_version"] = "1.1.2", ["same_version"] = false },
            "GET fsc/diensten" => new JsonObject { ["services"] = new JsonArray(Dienst()), ["pagination"] = new JsonObject { ["next_cursor"] = "verder" } },
            "GET fsc/aanbod" => new JsonObject { ["eigen"] = new JsonArray("verhuur"), ["diensten"] = new JsonArray(new JsonObject { ["dienst"] = "vergunningen", ["adressen"] = new JsonArray(new JsonObject { ["adres"] = "http://10.0.0.5/api", ["bereikbaar"] = false }) }) },
            "GET fsc/contracten" => new JsonObject { ["contracts"] = new JsonArray(Contract.DeepClone()), ["pagination"] = new JsonObject { ["next_cursor"] = "" } },
            $"GET fsc/contracten/{Hash}" => Contract.DeepClone(),
            "GET fsc/bezorgingen" => new JsonObject { ["peers"] = new JsonArray(new JsonObject { ["peer_id"] = Basis, ["delivered"] = 1, ["open"] = 0, ["refused"] = 1, ["error"] = "422" }) },
            "GET fsc/certificaten" => Certificaten.DeepClone(),
            "GET fsc/transacties" => new JsonObject { ["records"] = new JsonArray(Transactie()), ["pagination"] = new JsonObject { ["next_cursor"] = "" } },
            "GET fsc/beslissingen" => new JsonObject { ["records"] = new JsonArray(Beslissing("geweigerd"), Beslissing("geen")), ["pagination"] = new JsonObject { ["next_cursor"] = "ouder" } },
            "GET fsc/beslissingen/28dbeec32e77635cc19bc3204ec56c41/5e3c8a4f9b2d1e07" => Beslissing("geweigerd"),
            "GET fsc/weigeringen" => new JsonObject { ["refusals"] = new JsonArray(Weigering("geweigerd", 7), Weigering("geen", 2)) },
            "GET fsc/acties" => new JsonObject { ["acties"] = new JsonArray(Actie("meent-intern", "f.yilmaz", "contract.intrekken"), Actie("meent", "", "contract.aanvaarden")), ["pagination"] = new JsonObject { ["next_cursor"] = "" } },
            _ => null,
        };
    }

    private static JsonObject Peer(string oin, string naam) => new() { ["id"] = oin, ["name"] = naam, ["manager_address"] = $"https://manager.{oin}:8443" };

    private static JsonObject Dienst() => new()
    {
        ["data"] = new JsonObject
        {
            ["type"] = "SERVICE_TYPE_SERVICE",
            ["peer"] = Peer(Basis, "Stichting Basisregistraties Proeftuin"),
            ["name"] = "personen",
            ["protocol"] = "PROTOCOL_TCP_HTTP_1.1",
            ["properties"] = new JsonObject { ["doelbinding.toegestaan"] = new JsonArray("toezicht") },
        },
    };

    private static JsonObject Weigering(string besluit, int aantal) => new() { ["month"] = "2026-06", ["service_name"] = "personen", ["besluit"] = besluit, ["count"] = aantal };

    /// <summary>With what a policy may say of people, which the pages must not show.</summary>
    private static JsonObject Beslissing(string besluit)
    {
        var record = JsonNode.Parse($$$"""
            { "trace_id": "28dbeec32e77635cc19bc3204ec56c41", "span_id": "5e3c8a4f9b2d1e07", "event_name": "adl.access_evaluation", "timestamp": 1767225600000, "status": "Unset",
              "attributes": { "adl.fsc.transaction_id": "0199f1f0-0000-7000-8000-0000000000f1", "adl.core.policies": { "meent.regels": "abc123" } },
              "body": { "adl.core.request": { "subject": { "type": "x", "id": "{{{Basis}}}", "properties": { "user": "f.yilmaz" } }, "action": { "name": "POST" },
                "resource": { "type": "x", "id": "x", "properties": { "peer_id": "{{{Zelf}}}", "name": "verhuur", "path": "/registraties" } },
                "context": { "fsc": { "component": "inway", "purpose": "urn:x:toezicht" } } } },
              "resource": { "meent.oin": "{{{Zelf}}}" } }
            """)!.AsObject();
        if (besluit == "geweigerd") record["body"]!["adl.core.response"] = JsonNode.Parse("""{ "decision": false, "context": { "rule": "buiten-kantooruren", "reason": "999990019 is afgeschermd" } }""");
        else record["attributes"]!["meent.beleid.fout"] = "timeout";
        return record;
    }

    private static JsonObject Transactie() => new()
    {
        ["transaction_id"] = "0199f1f0-0000-7000-8000-0000000000f1",
        ["direction"] = "DIRECTION_OUTGOING",
        ["grant_hash"] = Grant,
        ["source"] = new JsonObject { ["outway_peer_id"] = Zelf },
        ["destination"] = new JsonObject { ["service_peer_id"] = Basis },
        ["service_name"] = "personen",
        ["additional_data"] = new JsonObject { ["doelbinding.doel"] = "urn:x:toezicht" },
        ["created_at"] = 1767225600,
    };

    private static JsonObject Actie(string client, string gebruiker, string actie) => new()
    {
        ["id"] = $"{Guid.CreateVersion7()}",
        ["moment"] = "2026-07-01T10:00:00Z",
        ["client"] = client,
        ["gebruiker"] = gebruiker,
        ["actie"] = actie,
        ["content_hash"] = Hash,
        ["reden"] = "Daarom",
    };
}
