namespace Meent.Integration;

/// <summary>Configuration under <c>Meent:Fsc</c>. Without any, a demo group with an own trust anchor.</summary>
public sealed class FscOptions
{
    public const string Sectie = "Meent:Fsc";

    /// <summary>Name of the FSC Group.</summary>
    public string Groep { get; set; } = "meent-proeftuin";

    /// <summary>Port of Manager and Inway; FSC Core 4.1.1 allows 443 and 8443.</summary>
    public int Poort { get; set; } = 8443;

    /// <summary>IP address to listen on.</summary>
    public string Adres { get; set; } = "127.0.0.1";

    /// <summary>Peer ID of the Directory.</summary>
    public string Directory { get; set; } = "00000001990000047000";

    /// <summary>Address of the Directory's Manager, or null when this node serves it.</summary>
    public string? DirectoryAdres { get; set; }

    /// <summary>Host name of a component, with <c>{component}</c> (manager, inway, outway) and <c>{organisatie}</c>.</summary>
    public string Hostnaam { get; set; } = "{component}.{organisatie}.localhost";

    /// <summary>PEM files with the root certificates that the Group trusts. None: a demo anchor, made in the data folder.</summary>
    public IList<string> Ankers { get; } = [];

    /// <summary>Certificate by organisation. None: one of the demo anchor.</summary>
    public IDictionary<string, CertificaatOptions> Certificaten { get; } = new Dictionary<string, CertificaatOptions>(StringComparer.Ordinal);

    /// <summary>Ask the issuer whether a certificate was revoked (CRL or OCSP). Not for the demo anchor, which publishes none.</summary>
    public bool ControleerIntrekking { get; set; }

    /// <summary>Services that a connection without a purpose in its grant may not use.</summary>
    public IList<string> DoelVerplicht { get; } = ["personen", "adressen", "logboek"];

    /// <summary>Sign a publication as Directory without a person looking at it.</summary>
    public bool TekenPublicaties { get; set; } = true;

    /// <summary>Sign a connection as provider without a person looking at it, when each purpose in it is one of <see cref="ToegestaneDoelen"/>.</summary>
    public bool TekenVerbindingen { get; set; } = true;

    /// <summary>Last part of the URIs of the purposes for which connections are signed by themselves; <c>*</c> for each.</summary>
    public IList<string> ToegestaneDoelen { get; } = [];

    /// <summary>API clients that may administer the own Manager: make, sign and revoke contracts.</summary>
    public IList<string> Beheerders { get; } = [];

    /// <summary>How long an access token lives. Revoking a contract takes this long to be felt everywhere.</summary>
    public TimeSpan TokenDuur { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>Where a Peer's certificate is: PEM with a key beside it, or PFX.</summary>
public sealed class CertificaatOptions
{
    /// <summary>PEM file with the certificate and those between it and the root.</summary>
    public string? Pem { get; set; }

    /// <summary>PEM file with the private key.</summary>
    public string? Sleutel { get; set; }

    public string? Pfx { get; set; }
    public string? Wachtwoord { get; set; }
}
