using System.Globalization;
using Meent.Data.Inhoud;
using Meent.Integration;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;

namespace Meent.Configuratie;

/// <summary>Section <c>Meent</c> of the configuration. Without organisations the demo landscape starts.</summary>
internal sealed record MeentOptions
{
    public const string Sectie = "Meent";

    /// <summary>Public base URL of the node, without a slash at the end; organisations without one of their own are served at <c>{Basis}/{slug}</c>.</summary>
    public string Basis { get; init; } = "http://localhost:8080";

    /// <summary>Addresses to listen on for HTTP; empty for that of <see cref="Basis"/> when it is localhost, else port 8080 of every address.</summary>
    public IReadOnlyList<string> Luister { get; init; } = [];

    /// <summary>Address for HTTP/2 without TLS, on which programs in the own network write log records over OTLP/gRPC: <c>http://0.0.0.0:4317</c>.</summary>
    public string? LuisterGrpc { get; init; }

    /// <summary>A port for the APIs that does TLS itself, for clients with a certificate.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>Folder of everything that the node keeps: databases on SQLite, keys, certificates.</summary>
    public string Data { get; init; } = "data";

    /// <summary>What this node serves: some of <see cref="Standards.Koppelvlak.Modules.Alle"/>; empty for all.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>How this node and others of a cluster reach each other; for nodes that serve some modules.</summary>
    public KnoopOptions Knoop { get; init; } = new();

    /// <summary>Key (base64, 32 bytes) of the secrets that are kept beside the databases; made at the first start when absent. Back-ups do not hold it.</summary>
    public string? Hoofdsleutel { get; init; }

    public DatabaseOptions Database { get; init; } = new();

    /// <summary>Where the content of documents is kept, and with what key.</summary>
    public InhoudOptions Inhoud { get; init; } = new();

    /// <summary>What is kept of what employees did.</summary>
    public AuditlogOptions Auditlog { get; init; } = new();

    /// <summary>How many requests are taken from outside.</summary>
    public LimietOpties Limieten { get; init; } = new();

    /// <summary>The organisations of this node; empty for the demo landscape.</summary>
    public IReadOnlyList<OrganisatieOptions> Organisaties { get; init; } = [];

    /// <summary>Programs that may use the APIs; empty for the demo clients, whose secrets are made at the first start.</summary>
    public IReadOnlyList<ClientOptions> Clients { get; init; } = [];

    public bool IsDemo => Organisaties.Count == 0;

    /// <summary>Whether this node serves a module.</summary>
    public bool Heeft(string module) => Modules.Count == 0 || Modules.Contains(module);

    public IReadOnlyList<OrganisatieOptions> Lijst() => IsDemo ? Demolandschap.Organisaties : Organisaties;

    public IReadOnlyList<string> LuisterAdressen() =>
        Luister.Count > 0 ? Luister : new Uri(Basis) is { IsLoopback: true, Scheme: "http" } ? [Basis] : ["http://*:8080"];
}

/// <summary>Where data is kept.</summary>
internal sealed record DatabaseOptions
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Soort { get; init; } = Sqlite;

    /// <summary>PostgreSQL connection string in which <c>{organisatie}</c> stands for the slug of the organisation.</summary>
    public string? Verbinding { get; init; }

    /// <summary>Connections to PostgreSQL that this node may use at once, over all organisations.</summary>
    public int MaxVerbindingen { get; init; } = 64;
}

/// <summary>The audit log of employees, beside the logbook of data use.</summary>
internal sealed record AuditlogOptions
{
    /// <summary>How many days a line is kept; then it is removed, and the seals can still be checked.</summary>
    public int Bewaardagen { get; init; } = 5 * 365;
}

/// <summary>One organisation; see <see cref="Standards.Organisaties.Organisatie"/>.</summary>
internal sealed record OrganisatieOptions
{
    private static readonly HashSet<string> Geen = [];

    public string Slug { get; init; } = "";
    public string Naam { get; init; } = "";
    public string Oin { get; init; } = "";
    public string Rsin { get; init; } = "";
    public string? Gemeentecode { get; init; }

    /// <summary>Codes of municipalities that went up into this one in whole.</summary>
    public IReadOnlyList<string> EerdereGemeentecodes { get; init; } = [];

    /// <summary>Own public base URL; else <c>{Basis}/{slug}</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>The services that it keeps itself; empty for those of a municipality.</summary>
    public IReadOnlyList<string> Diensten { get; init; } = [];

    /// <summary>Whether its APIs take a BSN in a query, where a standard puts it.</summary>
    public bool BsnInQuery { get; init; } = true;

    /// <summary>Whether it is for trying out: then it may read in registries of other bronhouders.</summary>
    public bool Proef { get; init; }

    /// <param name="elders">Names of the services that it asks at a source elsewhere (<c>Meent:Bronnen</c>).</param>
    public Organisatie Organisatie(string basis, IReadOnlySet<string>? elders = null) => new(Slug, Naam, Oin, Rsin, Gemeentecode, Basis ?? $"{basis}/{Slug}",
        (Diensten.Count > 0 ? Diensten : Demolandschap.VanGemeente).Concat(elders ?? Geen).ToHashSet(StringComparer.Ordinal))
    {
        Elders = elders ?? Geen,
        IsProductie = !Proef,
        EerdereGemeentecodes = EerdereGemeentecodes,
        BsnInQuery = BsnInQuery,
    };
}

/// <summary>A program that may use the APIs of an organisation with a ZGW token (JWT, HS256).</summary>
internal sealed record ClientOptions
{
    public string Id { get; init; } = "";
    public string Geheim { get; init; } = "";

    /// <summary>Slug of the organisation whose APIs it may use.</summary>
    public string Organisatie { get; init; } = "";

    /// <summary>Its public keys (a JWKS as text), with which it gets access tokens (OAuth 2.0, <c>private_key_jwt</c>); then <see cref="Geheim"/> may be empty.</summary>
    public string? Jwks { get; init; }

    /// <summary>Subject of its certificate (a distinguished name), with which it gets access tokens on the port of <see cref="MeentOptions.Tls"/> (<c>tls_client_auth</c>).</summary>
    public string? Certificaat { get; init; }

    /// <summary>Whether it may do everything; otherwise what the Autorisaties API of the organisation says.</summary>
    public bool AlleAutorisaties { get; init; } = true;

    /// <summary>How it is called where others see what it submitted (SDEP).</summary>
    public string? Naam { get; init; }

    /// <summary>Its token at APIs that know those (<c>Authorization: Token …</c>); then <see cref="Geheim"/> may be empty.</summary>
    public string? Token { get; init; }

    /// <summary>What it may at APIs that the Autorisaties API does not know, when it may not do everything: some of <see cref="Diensten.Scopes"/>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What it may at the Objecten API; empty for everything or nothing, as <see cref="AlleAutorisaties"/> says.</summary>
    public IReadOnlyList<ObjecttypeOptions> Objecttypen { get; init; } = [];

    public ApiClient Client() => new(Id, Geheim, Organisatie)
    {
        HeeftAlleAutorisaties = AlleAutorisaties,
        Jwks = Jwks,
        Certificaat = Certificaat,
        Naam = Naam,
        Token = Token is null ? null : ApiClients.Vingerafdruk(Token),
        Scopes = Scopes,
        Objecttypen = Objecttypen.Count == 0 ? null : [.. Objecttypen.Select(type => type.Recht())],
    };
}

/// <summary>What a program may with the objects of one type.</summary>
internal sealed record ObjecttypeOptions
{
    public const string Lezen = "read_only";
    public const string Schrijven = "read_and_write";

    /// <summary>The uuid of the objecttype.</summary>
    public string Type { get; init; } = "";

    /// <summary><c>read_only</c> or <c>read_and_write</c>.</summary>
    public string Modus { get; init; } = Lezen;

    /// <summary>By version of the type the members that it sees, such as <c>record__data__soort</c>; empty for all. For <c>read_only</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Velden { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public Objecttyperecht Recht() => new(
        Guid.Parse(Type), Modus == Schrijven, Velden.Count == 0 ? null : Velden.ToDictionary(versie => int.Parse(versie.Key, NumberStyles.None, CultureInfo.InvariantCulture), versie => versie.Value));
}
