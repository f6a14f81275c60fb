using System.Text.Json.Nodes;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Grants as the standard writes them: connections of Duinwaarde to the provider, publications of Duinwaarde at the Directory.</summary>
internal static class Grants
{
    public static JsonObject Data(JsonObject grant) => new() { ["data"] = grant };

    public static JsonObject Verbinding(ManagerGesprek gesprek, Organisatie? delegator = null, Organisatie? namens = null, string? properties = null) => Met(new JsonObject
    {
        ["type"] = delegator is null ? "GRANT_TYPE_SERVICE_CONNECTION" : "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION",
        ["outway"] = Outway(Proeftuin.Duinwaarde.Oin, gesprek.Certificaten.Van(Proeftuin.Duinwaarde).PublicKeyThumbprint),
        ["service"] = Dienst(Proeftuin.Basis.Oin, "zaken", namens?.Oin),
    }, delegator?.Oin, properties);

    public static JsonObject Publicatie(string naam, Organisatie? delegator = null, string? properties = null) => Met(new JsonObject
    {
        ["type"] = delegator is null ? "GRANT_TYPE_SERVICE_PUBLICATION" : "GRANT_TYPE_DELEGATED_SERVICE_PUBLICATION",
        ["directory"] = new JsonObject { ["peer_id"] = Proeftuin.Federatie.Oin },
        ["service"] = new JsonObject { ["peer_id"] = Proeftuin.Duinwaarde.Oin, ["name"] = naam, ["protocol"] = "PROTOCOL_TCP_HTTP_1.1" },
    }, delegator?.Oin, properties);

    public static JsonObject Outway(string peer, string thumbprint) => new()
    {
        ["peer_id"] = peer,
        ["identification"] = new JsonObject { ["type"] = "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT", ["public_key_thumbprint"] = thumbprint },
    };

    public static JsonObject Dienst(string peer, string naam, string? namens = null)
    {
        var dienst = new JsonObject { ["type"] = namens is null ? "SERVICE_TYPE_SERVICE" : "SERVICE_TYPE_DELEGATED_SERVICE", ["peer_id"] = peer, ["name"] = naam };
        if (namens is not null) dienst["delegator"] = new JsonObject { ["peer_id"] = namens };
        return dienst;
    }

    private static JsonObject Met(JsonObject grant, string? delegator, string? properties)
    {
        if (delegator is not null) grant["delegator"] = new JsonObject { ["peer_id"] = delegator };
        if (properties is not null) grant["properties"] = JsonNode.Parse(properties);
        return grant;
    }
}
