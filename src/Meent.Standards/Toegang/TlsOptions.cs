using Meent.Standards.Organisaties;

namespace Meent.Standards.Toegang;

/// <summary>Configuration under <c>Meent:Tls</c>: a port for the APIs that does TLS itself, so that a client can show its certificate (RFC 8705).</summary>
public sealed record TlsOptions
{
    /// <summary>Address to listen on, such as <c>https://0.0.0.0:8445</c>; null for no such port.</summary>
    public string? Luister { get; init; }

    /// <summary>Public base URL of the port, without a slash at the end; organisations are served at <c>{Basis}/{slug}</c>.</summary>
    public string Basis { get; init; } = "";

    /// <summary>PEM file with the certificate of the server, and what leads from it to its anchor.</summary>
    public string Certificaat { get; init; } = "";

    /// <summary>PEM file with its key.</summary>
    public string Sleutel { get; init; } = "";

    /// <summary>PEM files of who gives out certificates of clients.</summary>
    public IReadOnlyList<string> Ankers { get; init; } = [];

    /// <summary>Base URL of an organisation on this port; null when there is no such port.</summary>
    public string? Van(Organisatie organisatie) => Luister is null ? null : $"{Basis}/{organisatie.Slug}";
}
