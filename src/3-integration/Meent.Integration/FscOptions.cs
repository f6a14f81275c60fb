using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Beleid;

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

    /// <summary>Ask the issuer whether a certificate was revoked: the CRL that it names, else its OCSP responder. Not for the demo anchor, which has neither.</summary>
    public bool ControleerIntrekking { get; set; }

    /// <summary>Refuse a certificate of which the issuer does not answer (PKI004: no answer is no). Without: take it then, and refuse only what is known to be revoked.</summary>
    public bool IntrekkingVerplicht { get; set; } = true;

    /// <summary>Files with revocation lists (CRL, PEM or DER) of the anchors and those below them; read again every ten minutes. None: not looked at.</summary>
    public IList<string> Crls { get; } = [];

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

    /// <summary>
    /// Addresses of the Inways, by organisation, when there are several or they are elsewhere; tokens are for each in turn. None: the own host name.
    /// </summary>
    public Dictionary<string, List<string>> Inways { get; } = new(StringComparer.Ordinal);

    /// <summary>Services of other programs that an organisation offers through its Inway, by organisation and name.</summary>
    public Dictionary<string, Dictionary<string, DienstOptions>> Diensten { get; } = new(StringComparer.Ordinal);

    /// <summary>Names under which clients reach services of others without knowing FSC, by organisation.</summary>
    public Dictionary<string, Dictionary<string, AliasOptions>> Aliassen { get; } = new(StringComparer.Ordinal);

    /// <summary>What decides about requests beside the contract, by organisation. None: nothing more than the contract.</summary>
    public Dictionary<string, BeleidOptions> Beleid { get; } = new(StringComparer.Ordinal);

    /// <summary>How a purpose is told to Peers that take no properties in a grant, by organisation and a name of choice.</summary>
    public Dictionary<string, Dictionary<string, DoelvertalingOptions>> Doelvertalingen { get; } = new(StringComparer.Ordinal);

    /// <summary>How long records of the transaction log and the decision log are kept; the Group says how long they must be (FSC Logging 1.4).</summary>
    public TimeSpan LogBewaren { get; set; } = TimeSpan.FromDays(5 * 366);

    /// <summary>Speak HTTP/2 with Inways that offer it (ALPN); others get HTTP/1.1.</summary>
    public bool Http2 { get; set; }

    /// <summary>Where the standard contradicts itself, or others read it in another way.</summary>
    public LezingOptions Lezing { get; set; } = new();

    /// <summary>How long an access token lives. Revoking a contract takes this long to be felt everywhere.</summary>
    public TimeSpan TokenDuur { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>How this node reads FSC where its texts or its Peers differ; docs/decisions/0043 has the reasons.</summary>
public sealed class LezingOptions
{
    /// <summary>Send <c>Bearer</c> before the token in <c>Fsc-Authorization</c>. It is taken with and without.</summary>
    public bool Bearer { get; set; } = true;

    /// <summary>Give tokens in which <c>act</c> names the Outway's Peer and <c>sub</c> the delegator (the example, RFC 8693) instead of the reverse (the definition, FSC Logging). Both are taken.</summary>
    public bool ActIsUitvoerder { get; set; }

    /// <summary>What <c>GET /peer</c> tells as <c>fsc_version</c>.</summary>
    public string PeerVersie { get; set; } = "2.0.0";

    /// <summary>List delegation as an extension in <c>GET /peer</c>, though it belongs to the core.</summary>
    public bool DelegatieAlsExtensie { get; set; } = true;

    /// <summary>Send the error codes of FSC Logging with <c>ERROR_CODE_</c> before them, as all others have.</summary>
    public bool LogcodesMetVoorvoegsel { get; set; }

    /// <summary>Demand that the certificate of a Peer's server has the name by which it is called (RFC 6125). That it is of that Peer is demanded anyway.</summary>
    public bool HostnaamControleren { get; set; } = true;

    /// <summary>Hash a grant over the content hash with its <c>$1$1$</c>. The same in the whole Group, and from its first contract on.</summary>
    public bool GrantHashMetVoorvoegsel { get; set; } = true;
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

    internal X509Certificate2 Lees() => Pfx is { } pfx ? X509CertificateLoader.LoadPkcs12FromFile(pfx, Wachtwoord) : X509Certificate2.CreateFromPemFile(Pem!, Sleutel);
}

/// <summary>A service of another program behind the Inway.</summary>
public sealed class DienstOptions
{
    /// <summary>Where it is, path included: in turn, and the next when one cannot be reached.</summary>
    public IList<string> Adressen { get; } = [];

    /// <summary>How long it may be silent.</summary>
    public TimeSpan Geduld { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Requests at the same time; more get 503. 0 for no limit.</summary>
    public int MeesteGelijktijdig { get; set; }

    /// <summary>Largest request body in bytes; more gets 413. 0 for no limit.</summary>
    public long MeesteBytes { get; set; }

    /// <summary>Talk HTTP/2 to it.</summary>
    public bool Http2 { get; set; }
}

/// <summary>What is behind an alias: a grant, or the service and the purpose, for which the grant is looked up.</summary>
public sealed class AliasOptions
{
    /// <summary>Hash of the grant. Goes before the rest.</summary>
    public string? Grant { get; set; }

    public string? Dienst { get; set; }

    /// <summary>OIN of the provider, when more than one provides it.</summary>
    public string? Aanbieder { get; set; }

    /// <summary>URI of the purpose; without it the client names it.</summary>
    public string? Doel { get; set; }

    /// <summary>API clients that may use it with a fixed token; those with a ZGW token may anyway.</summary>
    public IList<string> Clients { get; } = [];

    /// <summary>Host name at which the alias is reached as well; the whole path is then that of the service.</summary>
    public string? Host { get; set; }
}

/// <summary>A service of a Peer whose grants have no properties: for which purposes it is used, and the header that tells it which.</summary>
public sealed class DoelvertalingOptions
{
    /// <summary>OIN of the Peer.</summary>
    public string Aanbieder { get; set; } = "";

    public string Dienst { get; set; } = "";

    /// <summary>Header in which the Peer wants the purpose.</summary>
    public string Header { get; set; } = "x-doelbinding";

    /// <summary>The purposes, and no others, for which it may be used.</summary>
    public IList<DoelwaardeOptions> Doelen { get; } = [];
}

/// <summary>A purpose, and what it is called at the Peer.</summary>
public sealed class DoelwaardeOptions
{
    /// <summary>URI of the purpose in the own register.</summary>
    public string Doel { get; set; } = "";

    /// <summary>Value of the header.</summary>
    public string Waarde { get; set; } = "";
}
