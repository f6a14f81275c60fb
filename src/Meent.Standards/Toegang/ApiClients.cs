using System.Security.Cryptography;
using System.Text;

namespace Meent.Standards.Toegang;

/// <summary>An application that may call the APIs, known by a shared secret (VNG ZGW, "Authenticatie en autorisatie": JWT with HS256).</summary>
/// <param name="Id">The <c>client_id</c>.</param>
/// <param name="Geheim">The shared secret; 128 bits or more. Empty for a client that makes no tokens itself.</param>
/// <param name="Organisatie">Slug of the one organisation that it may call, or null for all on this node.</param>
public sealed record ApiClient(string Id, string Geheim, string? Organisatie = null)
{
    /// <summary>Whether it may do everything (<c>heeftAlleAutorisaties</c>); otherwise only what <see cref="Autorisaties"/> says.</summary>
    public bool HeeftAlleAutorisaties { get; init; }

    /// <summary>Its public keys (JWKS), for a client that proves with one who it is and gets an access token.</summary>
    public string? Jwks { get; init; }

    /// <summary>Subject of the certificate with which it proves on a TLS connection who it is and gets an access token (RFC 8705 §2.1).</summary>
    public string? Certificaat { get; init; }

    /// <summary>Whether it reads only documents that are ready for publication (Autorisaties 1.1.0).</summary>
    public bool AlleenIsGereedVoorPublicatie { get; init; }

    public IReadOnlyList<Autorisatie> Autorisaties { get; init; } = [];

    /// <summary>Scopes with which it may everything: those of the token of a client that may everything without.</summary>
    public IReadOnlyList<string> AllesMet { get; init; } = [];

    /// <summary>Its token at APIs that know no JWT (<c>Authorization: Token …</c> or <c>Bearer …</c>), hashed by <see cref="ApiClients.Vingerafdruk"/>; null when it has none.</summary>
    public string? Token { get; init; }

    /// <summary>Scopes of APIs that the Autorisaties API does not know, such as <c>klantinteracties.lezen</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What it may at the Objecten API; null when <see cref="HeeftAlleAutorisaties"/> decides.</summary>
    public IReadOnlyList<Objecttyperecht>? Objecttypen { get; init; }

    /// <summary>How it is called where others see what it submitted; they never see its id.</summary>
    public string? Naam { get; init; }

    /// <summary>Purpose for which it uses data when its requests name none; standard clients send no such header.</summary>
    public string? Doel { get; init; }
}

/// <summary>What a client may (Autorisaties API 1.1.0, schema Autorisatie).</summary>
/// <param name="Component"><c>zrc</c>, <c>ztc</c>, <c>drc</c>, <c>brc</c>, <c>nrc</c> or <c>ac</c>.</param>
/// <param name="Scopes">Such as <c>zaken.lezen</c>.</param>
/// <param name="Type">URL of the one type (zaaktype, …) for which it holds, where the component has types.</param>
/// <param name="MaxVertrouwelijkheidaanduiding">Highest level that may be seen.</param>
public sealed record Autorisatie(string Component, IReadOnlyList<string> Scopes, string? Type = null, string? MaxVertrouwelijkheidaanduiding = null);

/// <summary>What a client may with the objects of one type (Objecten API, schema Permission).</summary>
/// <param name="Type">The objecttype.</param>
/// <param name="MagSchrijven"><c>read_and_write</c>, else <c>read_only</c>.</param>
/// <param name="Velden">Members that it sees of a version of the type, such as <c>record__data__soort</c>; null for all. Who writes sees all.</param>
public sealed record Objecttyperecht(Guid Type, bool MagSchrijven, IReadOnlyDictionary<int, IReadOnlyList<string>>? Velden = null);

/// <summary>The API clients of this node.</summary>
public sealed class ApiClients(IEnumerable<ApiClient> clients)
{
    private static readonly string[] Tokenschemas = ["Token ", "Bearer "];

    private readonly ILookup<string, ApiClient> _byId = clients.ToLookup(c => c.Id, StringComparer.Ordinal);
    private readonly ILookup<string, ApiClient> _byToken = clients.Where(c => c.Token is not null).ToLookup(c => c.Token!, StringComparer.Ordinal);

    public ApiClient? Vind(string id, string organisatie) => _byId[id].FirstOrDefault(c => c.Organisatie is null || c.Organisatie == organisatie);

    /// <summary>The client whose token stands in an <c>Authorization</c> header; null when it is no token, or nobody's here.</summary>
    public ApiClient? VanToken(string? authorization, string organisatie) => HeeftToken(authorization)
        ? _byToken[Vingerafdruk(authorization![(authorization!.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim())].FirstOrDefault(c => c.Organisatie is null || c.Organisatie == organisatie)
        : null;

    /// <summary>Also as <c>Bearer</c>, the word of standards such as AuthZEN: with a dot it is a JWT.</summary>
    public static bool HeeftToken(string? authorization) =>
        authorization?.StartsWith(Tokenschemas[0], StringComparison.OrdinalIgnoreCase) == true
        || (authorization?.StartsWith(Tokenschemas[1], StringComparison.OrdinalIgnoreCase) == true && !authorization.Contains('.', StringComparison.Ordinal));

    /// <summary>How a token is kept: nobody reads it back, and looking it up takes as long for a wrong one as for a right one.</summary>
    public static string Vingerafdruk(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
