namespace Meent.Services.Pijplijn.Buiten;

/// <summary>An address elsewhere from which resources may be fetched; section <c>Meent:Buitenwereld:{organisation}</c> holds a list of them.</summary>
internal sealed record Buitenadres
{
    /// <summary>Scheme, host, port and, when only part of a host is meant, the begin of the path.</summary>
    public string Adres { get; init; } = "";

    /// <summary>Client and secret for a host that asks for a ZGW token.</summary>
    public string? ClientId { get; init; }
    public string? Geheim { get; init; }

    /// <summary>Whether the host is in an internal network; otherwise only addresses of the public internet are connected to.</summary>
    public bool Intern { get; init; }

    /// <summary>Whether a URL is under this address. The URL has been normalised: no dot segments are left in it.</summary>
    public bool Omvat(Uri url)
    {
        var adres = new Uri(Adres.EndsWith('/') ? Adres : Adres + "/");
        return url.UserInfo.Length == 0 && url.Scheme == adres.Scheme && url.Host.Equals(adres.Host, StringComparison.OrdinalIgnoreCase) && url.Port == adres.Port
            && url.AbsolutePath.StartsWith(adres.AbsolutePath, StringComparison.Ordinal);
    }
}
