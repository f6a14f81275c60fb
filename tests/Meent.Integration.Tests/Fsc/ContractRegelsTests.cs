using System.Text.Json.Nodes;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Tests.Fsc;

public sealed class ContractRegelsTests
{
    private const string Afnemer = "00000001990000011000";
    private const string Aanbieder = "00000001990000035000";
    private static readonly DateTimeOffset Nu = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, Action<JsonObject>> Fouten => new()
    {
        { "unknown version", FscCodes.UnknownFscVersion, c => c["fsc_version"] = "1.0.0" },
        { "unknown hash algorithm", FscCodes.UnknownHashAlgorithm, c => c["hash_algorithm"] = "HASH_ALGORITHM_MD5" },
        { "other group", FscCodes.IncorrectGroupId, c => c["group_id"] = "andere-groep" },
        { "created in the future", FscCodes.InvalidContract, c => c["created_at"] = Nu.ToUnixTimeSeconds() + 61 },
        { "ends before it begins", FscCodes.InvalidContract, c => c["validity"]!["not_after"] = Nu.ToUnixTimeSeconds() - 100 },
        { "already over", FscCodes.InvalidContract, c => c["validity"] = new JsonObject { ["not_before"] = 1, ["not_after"] = 2 } },
        { "no grants", FscCodes.InvalidContract, c => c["grants"] = new JsonArray() },
        { "eleven grants", FscCodes.InvalidContract, c => c["grants"] = new JsonArray([.. Enumerable.Range(0, 11).Select(_ => Verbinding())]) },
        { "mixed grants", FscCodes.GrantCombinationNotAllowed, c => c["grants"]!.AsArray().Add(Publicatie()) },
        { "iv is no uuid", FscCodes.InvalidContract, c => c["iv"] = "x" },
        { "unknown grant type", FscCodes.InvalidContract, c => Data(c)["type"] = "GRANT_TYPE_ANDERS" },
        { "no service type", FscCodes.InvalidContract, c => Data(c)["service"]!.AsObject().Remove("type") },
        { "bad service name", FscCodes.InvalidContract, c => Data(c)["service"]!["name"] = "a b c" },
        { "service not offered", FscCodes.InvalidContract, c => Data(c)["service"]!["name"] = "onbekend" },
        { "bad thumbprint", FscCodes.InvalidContract, c => Data(c)["outway"]!["identification"]!["public_key_thumbprint"] = new string('X', 64) },
        { "properties no object", FscCodes.InvalidContract, c => Data(c)["properties"] = 1 },
        { "submitter no party", FscCodes.SubmittingPeerNotPart, c => Data(c)["outway"]!["peer_id"] = "00000001990000023000" },
        { "receiver no party", FscCodes.ReceivingPeerNotPart, c => Data(c)["service"]!["peer_id"] = "00000001990000023000" },
    };

    [Theory]
    [MemberData(nameof(Fouten))]
    public void A_contract_that_breaks_a_rule_is_refused_with_its_code(string regel, string code, Action<JsonObject> breek)
    {
        var content = Content();
        breek(content);
        var fout = Assert.Throws<FscException>(() => Controleer(content));
        Assert.True(code == fout.Fout.Code, $"{regel}: {fout.Fout}");
        Assert.Equal(422, fout.Fout.Status);
    }

    [Fact]
    public void A_good_contract_passes_with_a_clock_a_minute_off()
    {
        var content = Content();
        content["created_at"] = Nu.ToUnixTimeSeconds() + 60;
        Controleer(content);
    }

    [Fact]
    public void Delegated_connections_have_up_to_four_parties()
    {
        var content = Content();
        Data(content)["type"] = "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION";
        Data(content)["delegator"] = new JsonObject { ["peer_id"] = "00000001990000023000" };
        Data(content)["service"]!["type"] = "SERVICE_TYPE_DELEGATED_SERVICE";
        Data(content)["service"]!["delegator"] = new JsonObject { ["peer_id"] = "00000001990000047000" };
        Assert.Equal(4, Contract.Lees(content.ToJsonString(), metVoorvoegsel: true).Partijen.Count);
    }

    [Fact]
    public void State_follows_from_signatures_and_dates()
    {
        string[] beide = [Afnemer, Aanbieder];
        var later = Nu.AddDays(1).ToUnixTimeSeconds();
        var eerder = Nu.AddDays(-1).ToUnixTimeSeconds();
        Assert.Equal(ContractStaat.Proposed, Staat([Afnemer], false, false, later));
        Assert.Equal(ContractStaat.Rejected, Staat([Afnemer], false, false, eerder));
        Assert.Equal(ContractStaat.Valid, Staat(beide, false, false, later));
        Assert.Equal(ContractStaat.Expired, Staat(beide, false, false, eerder));
        Assert.Equal(ContractStaat.Rejected, Staat(beide, true, false, later));
        Assert.Equal(ContractStaat.Revoked, Staat(beide, false, true, eerder));

        ContractStaat Staat(string[] accept, bool reject, bool revoke, long notAfter) =>
            ContractStaten.Van(beide, accept.ToHashSet(), reject, revoke, notAfter, Nu);
    }

    private static void Controleer(JsonObject content) =>
        ContractRegels.Controleer(Contract.Lees(content.ToJsonString(), metVoorvoegsel: true), Afnemer, Aanbieder, "meent-proeftuin", dienst => dienst == "personen", Nu);

    private static JsonObject Data(JsonObject content) => content["grants"]![0]!["data"]!.AsObject();

    private static JsonObject Content() => new()
    {
        ["fsc_version"] = "2.0.0",
        ["iv"] = Guid.CreateVersion7().ToString(),
        ["group_id"] = "meent-proeftuin",
        ["validity"] = new JsonObject { ["not_before"] = Nu.ToUnixTimeSeconds() - 10, ["not_after"] = Nu.ToUnixTimeSeconds() + 1000 },
        ["grants"] = new JsonArray(Verbinding()),
        ["hash_algorithm"] = "HASH_ALGORITHM_SHA3_512",
        ["created_at"] = Nu.ToUnixTimeSeconds(),
    };

    private static JsonObject Verbinding() => new()
    {
        ["data"] = new JsonObject
        {
            ["type"] = "GRANT_TYPE_SERVICE_CONNECTION",
            ["outway"] = new JsonObject
            {
                ["peer_id"] = Afnemer,
                ["identification"] = new JsonObject
                {
                    ["type"] = "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT",
                    ["public_key_thumbprint"] = new string('a', 64),
                },
            },
            ["service"] = new JsonObject { ["type"] = "SERVICE_TYPE_SERVICE", ["peer_id"] = Aanbieder, ["name"] = "personen" },
        },
    };

    private static JsonObject Publicatie() => new()
    {
        ["data"] = new JsonObject
        {
            ["type"] = "GRANT_TYPE_SERVICE_PUBLICATION",
            ["directory"] = new JsonObject { ["peer_id"] = Afnemer },
            ["service"] = new JsonObject { ["peer_id"] = Aanbieder, ["name"] = "personen", ["protocol"] = "PROTOCOL_TCP_HTTP_1.1" },
        },
    };
}
