namespace Meent.Standards.Organisaties;

/// <summary>An organisation that owns data: one database, one FSC Peer, one set of services.</summary>
/// <param name="Slug">Short name in paths and host names: lower-case letters, digits and hyphens.</param>
/// <param name="Naam">Name as people know it.</param>
/// <param name="Oin">Organisatie-identificatienummer; the FSC Peer ID.</param>
/// <param name="Rsin">RSIN, as <c>bronorganisatie</c> in the ZGW APIs.</param>
/// <param name="Gemeentecode">Four digits, for a municipality.</param>
/// <param name="Basis">Public base URL without a slash at the end; from configuration, never from the Host header.</param>
/// <param name="Diensten">Names (see <see cref="Koppelvlak.Diensten"/>) of the services that it keeps itself.</param>
public sealed record Organisatie(
    string Slug, string Naam, string Oin, string Rsin, string? Gemeentecode, string Basis, IReadOnlySet<string> Diensten)
{
    /// <summary>Codes of municipalities that went up into this one in whole: objects of the BAG keep the code under which they were made.</summary>
    public IReadOnlyList<string> EerdereGemeentecodes { get; init; } = [];

    /// <summary>Whether it takes a BSN in a query, where a standard puts it; otherwise such a list must be asked with <c>_zoek</c>.</summary>
    public bool BsnInQuery { get; init; } = true;

    /// <summary>Services among <see cref="Diensten"/> that it does not keep but asks at a source elsewhere; its own service is the front for that.</summary>
    public IReadOnlySet<string> Elders { get; init; } = new HashSet<string>();

    /// <summary>Whether its data is of people who exist: then no registry of another bronhouder is read in.</summary>
    public bool IsProductie { get; init; }

    public bool IsGemeente => Gemeentecode is not null;

    /// <summary>Whether an object of the BAG lies in this municipality.</summary>
    /// <param name="identificatie">Sixteen digits, of which the first four are the code of the municipality that made it (Catalogus BAG).</param>
    public bool Omvat(string identificatie) => identificatie.Length == 16 && IsGemeente
        && (identificatie.StartsWith(Gemeentecode!, StringComparison.Ordinal) || EerdereGemeentecodes.Any(code => identificatie.StartsWith(code, StringComparison.Ordinal)));

    /// <summary>URI of an entry in this organisation's register of processing activities; stable when the organisation moves to another host.</summary>
    public string Verwerkingsactiviteit(string naam) => $"urn:nld:oin:{Oin}:verwerkingsactiviteit:{naam}";
}

/// <summary>The organisations that this node serves.</summary>
public sealed class OrganisatieLijst(IEnumerable<Organisatie> organisaties)
{
    private readonly Dictionary<string, Organisatie> _bySlug = organisaties.ToDictionary(o => o.Slug, StringComparer.Ordinal);

    public IReadOnlyCollection<Organisatie> Alle => _bySlug.Values;

    public Organisatie? Vind(string slug) => _bySlug.GetValueOrDefault(slug);
}
