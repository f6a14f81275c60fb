namespace Meent.Integration.Beleid;

/// <summary>Who decides, beside the contract, whether a request goes through: a policy decision point, or rules of the own configuration.</summary>
public sealed class BeleidOptions
{
    /// <summary>Ask about requests of others that come in.</summary>
    public bool Inway { get; set; } = true;

    /// <summary>Ask about own requests that go out.</summary>
    public bool Outway { get; set; } = true;

    /// <summary>A policy decision point that speaks AuthZEN. Not together with <see cref="Regels"/>.</summary>
    public PdpOptions? Pdp { get; set; }

    /// <summary>Rules by name, for who has no policy decision point. What no rule allows is refused, and a rule that refuses goes before all that allow.</summary>
    public Dictionary<string, RegelOptions> Regels { get; } = new(StringComparer.Ordinal);
}

/// <summary>A policy decision point (NLGov profile for AuthZEN 1.0.0).</summary>
public sealed class PdpOptions
{
    /// <summary>Its address, after which comes <c>/access/v1/evaluation</c>: https, or http on this machine.</summary>
    public string Adres { get; set; } = "";

    /// <summary>How long it may take; after that the request is refused.</summary>
    public TimeSpan Geduld { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Sent as <c>Authorization: Bearer …</c>.</summary>
    public string? Token { get; set; }

    /// <summary>Shown to it (mutual TLS).</summary>
    public CertificaatOptions? Certificaat { get; set; }

    /// <summary>PEM files with the certificates under which its own stands. None: those that the machine trusts.</summary>
    public IList<string> Ankers { get; } = [];
}

/// <summary>A rule holds when all that it names holds; what it does not name does not matter.</summary>
public sealed class RegelOptions
{
    /// <summary>Refuses what it holds for; else it allows that.</summary>
    public bool Weigert { get; set; }

    /// <summary><c>inway</c> or <c>outway</c>; null for both.</summary>
    public string? Kant { get; set; }

    /// <summary>Names of services.</summary>
    public IList<string> Diensten { get; } = [];

    /// <summary>OIN of the other: who asks at the Inway, who provides at the Outway.</summary>
    public IList<string> Peers { get; } = [];

    /// <summary>URIs of purposes.</summary>
    public IList<string> Doelen { get; } = [];

    /// <summary>API clients of the own organisation; at the Outway only.</summary>
    public IList<string> Clients { get; } = [];

    public IList<string> Methoden { get; } = [];

    /// <summary>Paths of the service, each with what is below it.</summary>
    public IList<string> Paden { get; } = [];

    /// <summary>Days of the week: ma, di, wo, do, vr, za, zo.</summary>
    public IList<string> Dagen { get; } = [];

    /// <summary>From this time of day in the Netherlands.</summary>
    public TimeOnly? Van { get; set; }

    /// <summary>Until this time of day, itself not included; before <see cref="Van"/> it is on the next day.</summary>
    public TimeOnly? Tot { get; set; }
}
