using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Token;

namespace Meent.Integration.Transacties;

/// <summary>A record of the transaction log (FSC Logging 1.1.0): who reached which service under which grant. No path, no user, no content.</summary>
/// <param name="Extra">Namespaced additions as JSON: the purposes, and the trace that leads to the logbook.</param>
internal sealed record Transactie(
    Guid Id, Guid TransactieId, string Richting, string GrantHash, string OutwayPeer, string? OutwayDelegator, string ServicePeer,
    string? ServiceDelegator, string Service, string Extra, DateTimeOffset Gemaakt)
{
    public const string Inkomend = "DIRECTION_INCOMING";
    public const string Uitgaand = "DIRECTION_OUTGOING";

    /// <summary>FSC Logging 3.3: everything but the id and the direction comes from the token.</summary>
    public static Transactie Van(TokenClaims token, Guid transactieId, string richting, string? traceId, DateTimeOffset nu)
    {
        var extra = new Dictionary<string, object>();
        if (traceId is not null) extra["meent.trace_id"] = traceId;
        // Extension doelbinding: the properties of the grant go into both logs, as the standard's own External Contract Reference does.
        if (token.Prp is { ValueKind: JsonValueKind.Object } prp)
        {
            foreach (var lid in prp.EnumerateObject()) extra[lid.Name] = lid.Value;
        }

        if (token.Doel is not null) extra["doelbinding.doel"] = token.Doel;

        return new Transactie(
            Guid.CreateVersion7(nu), transactieId, richting, token.Gth, token.Sub, token.Act, token.Iss, token.Pdi, token.Svc,
            JsonSerializer.Serialize(extra), nu);
    }

    public object Json() => new
    {
        transaction_id = TransactieId.ToString(),
        direction = Richting,
        grant_hash = GrantHash,
        source = OutwayDelegator is null
            ? (object)new { type = "SOURCE_TYPE_SOURCE", outway_peer_id = OutwayPeer }
            : new { type = "SOURCE_TYPE_DELEGATED_SOURCE", outway_peer_id = OutwayPeer, delegator_peer_id = OutwayDelegator },
        destination = ServiceDelegator is null
            ? (object)new { type = "DESTINATION_TYPE_DESTINATION", service_peer_id = ServicePeer }
            : new { type = "DESTINATION_TYPE_DELEGATED_DESTINATION", service_peer_id = ServicePeer, delegator_peer_id = ServiceDelegator },
        service_name = Service,
        additional_data = JsonElement.Parse(Extra),
        created_at = Gemaakt.ToUnixTimeSeconds(),
    };

    public static Transactie Van(Row rij) => new(
        rij.Guid(0), rij.Guid(1), rij.Text(2), rij.Text(3), rij.Text(4), rij.TextOrNull(5), rij.Text(6), rij.TextOrNull(7), rij.Text(8),
        rij.Text(9), rij.Instant(10));
}
