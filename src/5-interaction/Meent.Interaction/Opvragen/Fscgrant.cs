using System.Text.Json;

namespace Meent.Interaction.Opvragen;

/// <summary>What a grant of a contract allows, in the roles that its parties have.</summary>
/// <param name="Gebruiker">OIN of who may use the service; null for a publication.</param>
/// <param name="Namens">For whom: on whose behalf the user acts, or for whom the service is published.</param>
/// <param name="AanbiederNamens">On whose behalf the service that is used is offered.</param>
/// <param name="Gids">OIN of the Directory; null for a connection.</param>
/// <param name="Toegestaan">Purposes that a published service accepts, by name.</param>
internal sealed record Fscgrant(
    string Type, string Dienst, string Aanbieder, string? AanbiederNamens, string? Gebruiker, string? Namens, string? Gids, IReadOnlyList<Fscdoel> Doelen,
    IReadOnlyList<string> Toegestaan)
{
    public const string Publicatie = "GRANT_TYPE_SERVICE_PUBLICATION";
    public const string PublicatieNamens = "GRANT_TYPE_DELEGATED_SERVICE_PUBLICATION";
    public const string Verbinding = "GRANT_TYPE_SERVICE_CONNECTION";
    public const string VerbindingNamens = "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION";

    public bool IsPublicatie => Type is Publicatie or PublicatieNamens;

    public static Fscgrant Lees(JsonElement data)
    {
        var dienst = data.GetProperty("service");
        var eigenschappen = data.TryGetProperty("properties", out var gegeven) ? gegeven : (JsonElement?)null;
        return new Fscgrant(
            data.GetProperty("type").GetString()!, dienst.GetProperty("name").GetString()!, dienst.GetProperty("peer_id").GetString()!, Peer(dienst, "delegator"),
            Peer(data, "outway"), Peer(data, "delegator"), Peer(data, "directory"), Fscdoel.Lees(eigenschappen), Namen(eigenschappen));
    }

    /// <summary>The purposes that a published service accepts; what else stands in the properties is of others.</summary>
    public static IReadOnlyList<string> Namen(JsonElement? eigenschappen) =>
        Lid(eigenschappen, "doelbinding.toegestaan") is { ValueKind: JsonValueKind.Array } lijst
            ? [.. lijst.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!)] : [];

    internal static JsonElement? Lid(JsonElement? element, string naam) =>
        element is { ValueKind: JsonValueKind.Object } lid && lid.TryGetProperty(naam, out var waarde) ? waarde : null;

    private static string? Peer(JsonElement data, string rol) => Lid(Lid(data, rol), "peer_id")?.GetString();
}

/// <summary>A purpose in a grant, as the extension <c>doelbinding</c> writes it; another Peer may have left out or misspelled what it likes.</summary>
internal sealed record Fscdoel(string Id, string Omschrijving, IReadOnlyList<string> Grondslag, IReadOnlyList<string> Gegevens, string Bewaartermijn)
{
    public static IReadOnlyList<Fscdoel> Lees(JsonElement? eigenschappen) =>
        Fscgrant.Lid(eigenschappen, "doelbinding.doelen") is { ValueKind: JsonValueKind.Array } doelen
            ? [.. doelen.EnumerateArray().Where(d => d.ValueKind == JsonValueKind.Object)
                .Select(d => new Fscdoel(Tekst(d, "id"), Tekst(d, "omschrijving"), Lijst(d, "grondslag"), Lijst(d, "gegevens"), Tekst(d, "bewaartermijn")))] : [];

    private static string Tekst(JsonElement doel, string naam) => Fscgrant.Lid(doel, naam) is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString()! : "";

    private static IReadOnlyList<string> Lijst(JsonElement doel, string naam) => Fscgrant.Lid(doel, naam) is { ValueKind: JsonValueKind.Array } lijst
        ? [.. lijst.EnumerateArray().Where(w => w.ValueKind == JsonValueKind.String).Select(w => w.GetString()!)] : [];
}
