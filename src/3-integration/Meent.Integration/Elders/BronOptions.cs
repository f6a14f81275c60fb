namespace Meent.Integration.Elders;

/// <summary>Configuration under <c>Meent:Bronnen</c>: by organisation the services that it asks at a source elsewhere.</summary>
internal sealed class BronnenOptions : Dictionary<string, Dictionary<string, BronOptions>>;

/// <summary>A source elsewhere: at an address outside FSC, or at a Peer. One of the two.</summary>
internal sealed class BronOptions
{
    /// <summary>Address of the API without a slash at the end: what our own path of the service is here.</summary>
    public string? Adres { get; set; }

    /// <summary>OIN of the Peer that offers the service over FSC.</summary>
    public string? Aanbieder { get; set; }

    /// <summary>Headers that the source wants with every question, such as an API key.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public BronOAuthOptions? OAuth { get; set; }

    /// <summary>Header in which the source wants the purpose, when it wants one.</summary>
    public string? DoelHeader { get; set; }

    /// <summary>The purposes, and no others, for which the source may be asked; none for each that the service allows.</summary>
    public IList<DoelwaardeOptions> Doelen { get; } = [];

    /// <summary>PEM files with the root certificates that are trusted for it; none for those of the machine.</summary>
    public IList<string> Ankers { get; } = [];

    /// <summary>Certificate with which this side makes itself known.</summary>
    public CertificaatOptions? Certificaat { get; set; }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Geduld { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>OAuth 2.0 client credentials (RFC 6749 §4.4).</summary>
internal sealed class BronOAuthOptions
{
    public string TokenAdres { get; set; } = "";
    public string ClientId { get; set; } = "";
    public string Geheim { get; set; } = "";
    public string? Scope { get; set; }

    /// <summary>API that the token is for, where the server wants to hear that.</summary>
    public string? Resource { get; set; }

    /// <summary>Send client and secret in the body instead of in <c>Authorization</c>.</summary>
    public bool InBody { get; set; }
}
