using System.Text.Json;

namespace Meent.Interaction.Opvragen;

/// <summary>The Group, and who we are in it.</summary>
internal sealed record Fscgroep(string GroupId, string DirectoryPeerId, bool IsDirectory, string PeerId, string PeerName, string ManagerAddress, string FscVersion);

internal sealed record Bladwijzer(string NextCursor);

internal sealed record Peerlijst(IReadOnlyList<Fscpeer> Peers, Bladwijzer? Pagination);

internal sealed record Fscpeer(string Id, string Name, string? ManagerAddress);

/// <param name="SameVersion">Whether its version of FSC is ours.</param>
internal sealed record Peerzelf(string PeerId, string ManagerAddress, string FscVersion, bool SameVersion);

/// <summary>How far the deliveries to one Peer are.</summary>
internal sealed record Peerstand(
    string PeerId, string? PeerName, string? ManagerAddress, DateTimeOffset? SeenAt, long Delivered, long Open, long Refused, DateTimeOffset? LastDeliveredAt,
    DateTimeOffset? NextAttemptAt, string? Error);

internal sealed record Peerstanden(IReadOnlyList<Peerstand> Peers);

internal sealed record Dienstenlijst(IReadOnlyList<Dienstregel> Services, Bladwijzer Pagination);

internal sealed record Dienstregel(Fscdienst Data);

/// <summary>A service that the Directory lists.</summary>
internal sealed record Fscdienst(string Type, Fscpeer Peer, string Name, string Protocol, Fscdelegator? Delegator, JsonElement? Properties)
{
    /// <summary>Which service it is: name, provider, and on whose behalf.</summary>
    public string Kenmerk => string.Join(' ', new[] { Name, Peer.Id, Delegator?.PeerId }.OfType<string>());
}

internal sealed record Fscdelegator(string PeerId, string PeerName);

/// <param name="Eigen">Names of the services that the organisation keeps itself.</param>
/// <param name="Diensten">Those of other programs.</param>
internal sealed record Eigenaanbod(IReadOnlyList<string> Eigen, IReadOnlyList<Aanboddienst> Diensten)
{
    public IEnumerable<string> Namen => Eigen.Concat(Diensten.Select(d => d.Dienst));
}

internal sealed record Aanboddienst(string Dienst, IReadOnlyList<Aanbodadres> Adressen);

internal sealed record Aanbodadres(string Adres, bool Bereikbaar);

internal sealed record Contractlijst(IReadOnlyList<Fsccontract> Contracts, Bladwijzer Pagination);

/// <summary>A contract with where it stands; <paramref name="Signed"/> has each signature, <paramref name="Deliveries"/> what was brought to whom.</summary>
internal sealed record Fsccontract(
    string ContentHash, string State, Contractinhoud Content, IReadOnlyList<Contractgrant> Grants, IReadOnlyList<string> Parties,
    IReadOnlyList<Contracthandtekening> Signed, IReadOnlyList<Contractbezorging> Deliveries)
{
    public const string Voorgesteld = "CONTRACT_STATE_PROPOSED";
    public const string Geldig = "CONTRACT_STATE_VALID";

    public string Pad => $"/werk/integratie/contracten/{Uri.EscapeDataString(ContentHash)}";

    public bool IsGeldig => State == Geldig;

    /// <summary>Whether it waits for the signature of a party.</summary>
    public bool WachtOp(string oin) => State == Voorgesteld && !Heeft(oin);

    public bool Heeft(string oin) => Signed.Any(h => h.PeerId == oin && h is { Kind: "accept", Counts: true });

    /// <summary>Each grant with its hash.</summary>
    public IEnumerable<(string Hash, Fscgrant Grant)> Delen => Content.Grants.Select((g, i) => (Grants[i].Hash, Fscgrant.Lees(g.Data)));
}

internal sealed record Contractinhoud(long CreatedAt, Contractgeldigheid Validity, IReadOnlyList<Contractdeel> Grants);

internal sealed record Contractgeldigheid(long NotBefore, long NotAfter)
{
    public DateTimeOffset Van => DateTimeOffset.FromUnixTimeSeconds(NotBefore);
    public DateTimeOffset Tot => DateTimeOffset.FromUnixTimeSeconds(NotAfter);
}

internal sealed record Contractdeel(JsonElement Data);

internal sealed record Contractgrant(string Hash);

/// <param name="Kind"><c>accept</c>, <c>reject</c> or <c>revoke</c>.</param>
/// <param name="Counts">Not when its certificate has ended.</param>
internal sealed record Contracthandtekening(string PeerId, string Kind, long SignedAt, DateTimeOffset? CertificateEndsAt, bool Counts)
{
    public DateTimeOffset Gezet => DateTimeOffset.FromUnixTimeSeconds(SignedAt);
}

/// <param name="Kind"><c>contract</c>, <c>accept</c>, <c>reject</c> or <c>revoke</c>.</param>
internal sealed record Contractbezorging(string PeerId, string Kind, long Attempts, DateTimeOffset? DeliveredAt, DateTimeOffset? NextAttemptAt, string? Error);

internal sealed record Certificaten(
    string Herkomst, IReadOnlyList<Certificaat> Eigen, IReadOnlyList<Certificaat> Tussen, IReadOnlyList<Certificaat> Ankers, IReadOnlyList<Eindigend> Handtekeningen);

/// <param name="Geldigheid"><c>goed</c>, <c>binnenkort</c>, <c>dringend</c> or <c>verlopen</c>.</param>
internal sealed record Certificaat(string Naam, string PublicKeyThumbprint, DateTimeOffset GeldigVan, DateTimeOffset GeldigTot, string Geldigheid);

/// <summary>An acceptance that ends with its certificate.</summary>
internal sealed record Eindigend(string ContentHash, string PeerId, DateTimeOffset GeldigTot, string Geldigheid);

/// <param name="Csr">What goes to the issuer (PKCS #10, PEM).</param>
internal sealed record Certificaatverzoek(string Csr, string PublicKeyThumbprint, DateTimeOffset MadeAt);

/// <param name="ErrorCode">Of a component of FSC; null when the service itself answered.</param>
internal sealed record Proefuitkomst(int Status, string? TransactionId, string? ErrorCode, string? Error, long Milliseconds);

internal sealed record Transactielijst(IReadOnlyList<Transactieregel> Records, Bladwijzer Pagination);

internal sealed record Transactieregel(
    string TransactionId, string Direction, string GrantHash, Transactiebron Source, Transactiedoel Destination, string ServiceName, JsonElement AdditionalData, long CreatedAt)
{
    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeSeconds(CreatedAt);

    /// <summary>The purpose that was chosen, or the only one there is.</summary>
    public string? Doel => AdditionalData is { ValueKind: JsonValueKind.Object } extra && extra.TryGetProperty("doelbinding.doel", out var doel) ? doel.ToString() : null;
}

internal sealed record Transactiebron(string OutwayPeerId, string? DelegatorPeerId);

internal sealed record Transactiedoel(string ServicePeerId, string? DelegatorPeerId);

internal sealed record Actielijst(IReadOnlyList<Actieregel> Acties, Bladwijzer Pagination);

/// <summary>A line of the audit log.</summary>
internal sealed record Actieregel(
    Guid Id, DateTimeOffset Moment, string Client, string Gebruiker, string Actie, string? ContentHash, string? PeerId, string Reden, string? TraceId);

/// <summary>A purpose as the own register of processing activities has it.</summary>
/// <param name="BewaartermijnLog">ISO 8601 duration.</param>
internal sealed record Registerdoel(Guid Id, string Uri, string Naam, string Doel, string? ToelichtingGrondslag, IReadOnlyList<string>? Gegevens, string? BewaartermijnLog)
{
    /// <summary>Last part of the URI, by which a published service says that it accepts the purpose.</summary>
    public string Code => Uri[(Uri.LastIndexOf(':') + 1)..];

    public string Veld => $"doel-{Id}";
}

/// <summary>What the Directory shows to anybody.</summary>
internal sealed record Gidsdiensten(IReadOnlyList<Gidsdienst> Services, Bladwijzer Pagination);

/// <param name="Health">Null when nobody looked yet.</param>
internal sealed record Gidsdienst(Fscdienst Data, Gidsstand? Health);

internal sealed record Gidsdeelnemers(IReadOnlyList<Gidsdeelnemer> Peers, Bladwijzer Pagination);

internal sealed record Gidsdeelnemer(string Id, string Name, int Services, Gidsstand? Health);

/// <param name="ReachedAt">When it last answered; null for never.</param>
internal sealed record Gidsstand(bool Reachable, DateTimeOffset CheckedAt, DateTimeOffset? ReachedAt);
