using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

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
    public IList<string> DoelVerplicht { get; } = ["personen", "adressen"];

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

/// <summary>All mistakes at once, each with its key.</summary>
internal sealed partial class FscOptionsValidator : IValidateOptions<FscOptions>
{
    public ValidateOptionsResult Validate(string? name, FscOptions options)
    {
        var fouten = new List<string>();
        if (!GroepVorm().IsMatch(options.Groep)) fouten.Add($"{FscOptions.Sectie}:Groep '{options.Groep}' mag 1 tot 100 letters, cijfers en . / _ - bevatten.");
        if (options.Poort is < 1 or > 65535) fouten.Add($"{FscOptions.Sectie}:Poort {options.Poort} is geen poort.");
        if (!System.Net.IPAddress.TryParse(options.Adres, out _)) fouten.Add($"{FscOptions.Sectie}:Adres '{options.Adres}' is geen IP-adres.");
        if (!options.Hostnaam.Contains("{organisatie}", StringComparison.Ordinal)) fouten.Add($"{FscOptions.Sectie}:Hostnaam mist {{organisatie}}.");
        if (!options.Hostnaam.Contains("{component}", StringComparison.Ordinal)) fouten.Add($"{FscOptions.Sectie}:Hostnaam mist {{component}}.");
        if (options.TokenDuur < TimeSpan.FromSeconds(30) || options.TokenDuur > TimeSpan.FromHours(1)) fouten.Add($"{FscOptions.Sectie}:TokenDuur moet tussen 30 seconden en 1 uur liggen.");
        fouten.AddRange(options.Ankers.Where(a => !File.Exists(a)).Select(a => $"{FscOptions.Sectie}:Ankers: bestand '{a}' bestaat niet."));
        foreach (var (slug, certificaat) in options.Certificaten)
        {
            if ((certificaat.Pem is null) == (certificaat.Pfx is null)) fouten.Add($"{FscOptions.Sectie}:Certificaten:{slug} vraagt óf Pem (met Sleutel) óf Pfx.");
            if (certificaat.Pem is not null && certificaat.Sleutel is null) fouten.Add($"{FscOptions.Sectie}:Certificaten:{slug}:Sleutel ontbreekt.");
            foreach (var bestand in new[] { certificaat.Pem, certificaat.Sleutel, certificaat.Pfx }.OfType<string>().Where(b => !File.Exists(b)))
                fouten.Add($"{FscOptions.Sectie}:Certificaten:{slug}: bestand '{bestand}' bestaat niet.");
        }

        return fouten.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fouten);
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9./_-]{1,100}\z")]
    private static partial Regex GroepVorm();
}
