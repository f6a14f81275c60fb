using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Fsc.Contracten;

/// <summary>The kinds of grant; the number is the hash type of FSC Core 4.2.6.</summary>
internal enum GrantType
{
    ServicePublication = 2,
    ServiceConnection = 3,
    DelegatedServiceConnection = 4,
    DelegatedServicePublication = 5,
}

/// <summary>One grant of a contract.</summary>
/// <param name="Data">As received; what the hash is over.</param>
/// <param name="OutwayThumbprint">Thumbprint of the Outway's public key, or null when it is identified by <paramref name="OutwayDomain"/>.</param>
/// <param name="ServiceDelegator">On whose behalf the service is offered (<c>pdi</c> in the token).</param>
/// <param name="Delegator">For whom the Outway acts (<c>act</c> in the token), or who has the service published.</param>
internal sealed partial record Grant(
    string Hash, GrantType Type, JsonElement Data, string ServicePeer, string ServiceName, string? Protocol, string? DirectoryPeer,
    string? OutwayPeer, string? OutwayThumbprint, string? OutwayDomain, string? ServiceDelegator, string? Delegator, JsonElement? Properties)
{
    public bool IsPublication => Type is GrantType.ServicePublication or GrantType.DelegatedServicePublication;

    /// <summary>Who must sign (FSC Core 3.6).</summary>
    public IEnumerable<string> Partijen =>
        new[] { ServicePeer, DirectoryPeer, OutwayPeer, ServiceDelegator, Delegator }.OfType<string>().Distinct(StringComparer.Ordinal);

    public static string Naam(GrantType type) => type switch
    {
        GrantType.ServicePublication => "GRANT_TYPE_SERVICE_PUBLICATION",
        GrantType.ServiceConnection => "GRANT_TYPE_SERVICE_CONNECTION",
        GrantType.DelegatedServiceConnection => "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION",
        _ => "GRANT_TYPE_DELEGATED_SERVICE_PUBLICATION",
    };

    public static GrantType? Van(string naam) => Enum.GetValues<GrantType>().Cast<GrantType?>().FirstOrDefault(t => Naam(t!.Value) == naam);

    public static Grant Lees(Veld data, string contentHash, bool metVoorvoegsel)
    {
        var typeVeld = data.Lid("type");
        var type = Van(typeVeld.Tekst()) ?? throw Veld.Fout(typeVeld.Pad, "is geen bekend grant-type");
        var service = data.Lid("service");
        var publication = type is GrantType.ServicePublication or GrantType.DelegatedServicePublication;
        var delegated = type is GrantType.DelegatedServiceConnection or GrantType.DelegatedServicePublication;
        var properties = data.LidOfNiets("properties")?.Object();
        var (outwayPeer, thumbprint, domain) = publication ? (null, null, null) : Outway(data.Lid("outway"));
        return new Grant(
            FscHash.Grant(contentHash, type, data.Element, metVoorvoegsel), type, data.Element, Peer(service), ServiceNaam(service.Lid("name")),
            publication ? Protocollen(service.Lid("protocol")) : null,
            publication ? Peer(data.Lid("directory")) : null,
            outwayPeer, thumbprint, domain,
            publication ? null : ServiceVan(service),
            delegated ? Peer(data.Lid("delegator")) : null,
            properties);
    }

    private static (string Peer, string? Thumbprint, string? Domain) Outway(Veld outway)
    {
        var identification = outway.Lid("identification");
        var type = identification.Lid("type");
        return type.Tekst() switch
        {
            "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT" => (Peer(outway), Thumbprint(identification.Lid("public_key_thumbprint")), null),
            "OUTWAY_IDENTIFICATION_TYPE_DOMAIN_NAME" => (Peer(outway), null, identification.Lid("domain_name").Tekst(1, 255)),
            _ => throw Veld.Fout(type.Pad, "is geen bekende identificatie van een Outway"),
        };
    }

    private static string? ServiceVan(Veld service)
    {
        var type = service.Lid("type");
        return type.Tekst() switch
        {
            "SERVICE_TYPE_SERVICE" => null,
            "SERVICE_TYPE_DELEGATED_SERVICE" => Peer(service.Lid("delegator")),
            _ => throw Veld.Fout(type.Pad, "is geen bekend soort service"),
        };
    }

    private static string Peer(Veld veld) => veld.Lid("peer_id").Tekst(3, 255);

    private static string ServiceNaam(Veld naam) =>
        ServiceNaamVorm().IsMatch(naam.Tekst(3, 100)) ? naam.Tekst() : throw Veld.Fout(naam.Pad, "mag alleen letters, cijfers en - . _ bevatten");

    private static string Protocollen(Veld protocol) => protocol.Tekst() is "PROTOCOL_TCP_HTTP_1.1" or "PROTOCOL_TCP_HTTP_2"
        ? protocol.Tekst()
        : throw Veld.Fout(protocol.Pad, "is geen bekend protocol");

    private static string Thumbprint(Veld veld) =>
        HexVorm().IsMatch(veld.Tekst()) ? veld.Tekst() : throw Veld.Fout(veld.Pad, "moet uit 64 kleine hexadecimale cijfers bestaan");

    [GeneratedRegex(@"\A[a-zA-Z0-9._-]+\z")]
    private static partial Regex ServiceNaamVorm();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex HexVorm();
}
