namespace Meent.Interaction.Inloggen;

/// <summary>
/// The OpenID provider behind one <see cref="Inlogmiddel"/> of one organisation: a broker for DigiD or eHerkenning, or the employees' own.
/// Configuration: <c>Meent:Inloggen:{slug}:{DigiD|EHerkenning|Medewerker}:{Uitgever|ClientId|ClientSecret|Claim|Betrouwbaarheid}</c>.
/// </summary>
internal sealed record Inlogvoorziening
{
    /// <summary>Issuer: an https URL under which <c>.well-known/openid-configuration</c> is found.</summary>
    public string Uitgever { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>The claim that holds BSN, KvK number or employee id, when not the usual one.</summary>
    public string? Claim { get; init; }

    /// <summary>Accepted values of <c>acr</c>; empty accepts all.</summary>
    public IReadOnlyList<string> Betrouwbaarheid { get; init; } = [];

    /// <summary>Only the built-in development provider is reached over plain http; not public, so that no configuration can say so.</summary>
    internal bool IsOntwikkeling { get; init; }
}
