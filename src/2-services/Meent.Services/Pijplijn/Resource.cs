using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Pijplijn;

/// <summary>
/// A resource of a standard API, declared once: where it lives, which columns index it, what may be filtered and sorted, who may see it, and which
/// rules hold. One pipeline does the rest (<see cref="ResourceEndpoints"/>).
/// </summary>
internal abstract record Resource
{
    /// <summary>One of it, as in notifications and audit trail: <c>zaak</c>.</summary>
    public required string Naam { get; init; }

    /// <summary>What its operations are called in descriptions, when another API has a resource of the same name.</summary>
    public string Bewerkingsnaam { get => field ?? Naam; init; }

    /// <summary>Path segment: <c>zaken</c>.</summary>
    public required string Meervoud { get; init; }

    /// <summary>Name of the service, see <see cref="Diensten"/>.</summary>
    public required string Dienst { get; init; }

    /// <summary>Version of the standard, sent as <c>API-version</c>.</summary>
    public required string ApiVersie { get; init; }

    public required string Tabel { get; init; }

    /// <summary>The bron that the table belongs to; so do its numbers and audit trail.</summary>
    public string Bron => Tabel[..Tabel.IndexOf('_', StringComparison.Ordinal)];

    /// <summary>Whether the standard shows <c>uuid</c> beside <c>url</c>.</summary>
    public bool MetUuid { get; init; }

    /// <summary>Reverse links that the standard shows in this resource, each a column of server-owned JSON.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Members that depend on the clock, a sibling or a parameter; spliced at read, never stored in the body.</summary>
    public IReadOnlyList<Berekend> Berekend { get; init; } = [];

    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>What only a search (<c>_zoek</c>) can ask besides.</summary>
    public IReadOnlyList<Filter> Zoekfilters { get; init; } = [];

    /// <summary>Whether the standard has <c>_zoek</c> for it.</summary>
    public bool Zoekbaar { get; init; }

    /// <summary>Member with a geometry, of which columns <c>geo_x1</c> … <c>geo_y2</c> hold the bounding box.</summary>
    public string? Geometrie { get; init; }

    /// <summary>Where its older versions stand; null when it has none.</summary>
    public Versies? Versies { get; init; }

    /// <summary>Fields by which a client may order, with their columns.</summary>
    public IReadOnlyDictionary<string, string> Sorteervelden { get; init; } = new Dictionary<string, string>();

    /// <summary>The order of a list when the client asks for none, as in <c>ordering</c>; by id, oldest first, when empty.</summary>
    public string Volgorde { get; init; } = "";

    /// <summary>Columns that the authorisation filter looks at.</summary>
    public Zichtbaarheid Zichtbaarheid { get; init; } = Zichtbaarheid.Iedereen;

    /// <summary>Whether its API knows tokens beside the JWT, see <see cref="Aanroepen.VanMetToken"/>.</summary>
    public bool MetToken { get; init; }

    /// <summary>Whether it holds personal data: then layers of the organisation, and Peers, need a purpose that covers it.</summary>
    public bool Persoonsgegevens { get; init; }

    /// <summary>Column, or a subquery, with the BSN of the data subject, for whom each reading is put on record; of several with commas between.</summary>
    public string? Betrokkenekolom { get; init; }

    public required Scopes ScopeLezen { get; init; }

    /// <summary>Null when the standard has no such operation.</summary>
    public Scopes? ScopeAanmaken { get; init; }
    public Scopes? ScopeBijwerken { get; init; }
    public Scopes? ScopeVerwijderen { get; init; }

    /// <summary>Whether what clients may follows from it, so that a write to it makes what was derived from it old.</summary>
    public bool BepaaltRechten { get; init; }

    /// <summary>Whether its requests must name a coordinate reference system.</summary>
    public bool Crs { get; init; }

    /// <summary>Under which parent it is addressed; null for a path of its own.</summary>
    public Nest? Nest { get; init; }

    /// <summary>What bears this one's type and level, and goes with it. A function, since parent and child know each other.</summary>
    public Func<IReadOnlyList<Kind>> Kinderen { get; init; } = static () => [];

    /// <summary>Members that a client can ask to be expanded: each holds a URL, URLs, or objects with a URL.</summary>
    public IReadOnlyList<string> Uitvouwbaar { get; init; } = [];

    /// <summary>The only paths that may be expanded, where the standard lists them.</summary>
    public IReadOnlyList<string>? Uitvouwpaden { get; init; }

    /// <summary>What an expanded link without anything behind it is, in JSON.</summary>
    public string LegeUitvouw { get; init; } = "{}";

    /// <summary>Members that may refer to a resource of somebody else.</summary>
    public IReadOnlyList<Buitenlid> Buiten { get; init; } = [];

    /// <summary>Index columns in the order of their values, those of the authorisation filter included.</summary>
    public abstract IReadOnlyList<string> Kolomnamen { get; }

    /// <summary>Whether a caller may see one of it as it was once, by its stored body.</summary>
    public abstract bool Omvat(Bereik bereik, ReadOnlySpan<byte> body);

    /// <summary>The BSNs of its data subjects in a stored body; null when there are none, or only the database can tell.</summary>
    public abstract string? BetrokkenenIn(ReadOnlySpan<byte> body);

    /// <summary>Writes one that is read in from elsewhere, by the same rules.</summary>
    public abstract ValueTask Neem(Session session, Invoer invoer, Dienstverlening diensten);

    /// <summary>Name of the API in authorisations and audit trail: <c>zrc</c>.</summary>
    public string Component => Dienst switch
    {
        Diensten.Zaken => "zrc",
        Diensten.Catalogi => "ztc",
        Diensten.Documenten => "drc",
        Diensten.Besluiten => "brc",
        Diensten.Autorisaties or Diensten.Rechten => "ac",
        Diensten.Klantinteracties or Diensten.Contactgegevens => Dienst,
        _ => "nrc",
    };

    /// <summary>Members that answer lists: a page object, or a bare array where the standard says so.</summary>
    public bool KaleLijst { get; init; }

    /// <summary>Path of the collection; of one under a parent it has the parent's parameter in it.</summary>
    public string Pad => _pad ??= Nest is { } nest ? $"{nest.Ouder.Pad}/{{{nest.Parameter}}}/{Meervoud}" : $"{Diensten.Pad(Dienst)}/{Meervoud}";
    private string? _pad;

    /// <summary>Whether a client can ask how one of it was on another day (<c>datumGeldigheid</c>).</summary>
    public bool MetPeildatum { get; init; }

    /// <summary>The columns that a read selects after id, version and body.</summary>
    public IReadOnlyList<string> Leeskolommen =>
        _leeskolommen ??= [.. Links.Select(l => l.Kolom), .. Berekend.SelectMany(b => b.Kolommen).Distinct(), .. Betrokkenekolom is null ? [] : new[] { Betrokkenekolom }];
    private IReadOnlyList<string>? _leeskolommen;
}

/// <summary>A resource with its record.</summary>
internal sealed record Resource<T> : Resource where T : class
{
    /// <summary>Index columns, from the record.</summary>
    public required IReadOnlyList<Kolom<T>> Kolommen { get; init; }

    /// <summary>Index columns of the record, then for a sub-resource those that it has of its parent.</summary>
    public override IReadOnlyList<string> Kolomnamen => _kolomnamen ??=
        [.. Kolommen.Select(k => k.Naam), .. VanOuder is null ? [] : new[] { Zichtbaarheid.Typekolom, Zichtbaarheid.Rangkolom }.OfType<string>()];
    private IReadOnlyList<string>? _kolomnamen;

    /// <summary>The value of an index column.</summary>
    public object? Waarde(T model, string kolom) => Kolommen.First(k => k.Naam == kolom).Waarde(model);

    public override bool Omvat(Bereik bereik, ReadOnlySpan<byte> body)
    {
        if (!Zichtbaarheid.PerObject || VanOuder is not null) return true;
        var model = Vorm.VanBewaard<T>(body);
        var rang = Zichtbaarheid.Rangkolom is { } kolom ? Convert.ToInt64(Waarde(model, kolom), null) : 0;
        return bereik.Omvat(Waarde(model, Zichtbaarheid.Typekolom!) as Guid? ?? Guid.Empty, rang)
            && (!bereik.KijktNaarGereed(Zichtbaarheid) || Versies is not { } versies || Waarde(model, versies.Gereedkolom) is true);
    }

    public override string? BetrokkenenIn(ReadOnlySpan<byte> body) => Kolommen.FirstOrDefault(k => k.Naam == Betrokkenekolom)?.Waarde(Vorm.VanBewaard<T>(body)) as string;

    public override async ValueTask Neem(Session session, Invoer invoer, Dienstverlening diensten)
    {
        // Content comes beside the JSON: a document without it would look as if it had none.
        if (Inlezen is not null && invoer.Bijlage is null) throw Weiger.Ongeldig("nonFieldErrors", "invalid", $"Een {Naam} kan niet zonder zijn inhoud ingelezen worden.");
        var model = Vorm.Lees<T>(invoer.Json, invoer.Basissen);
        var schrijven = new Schrijven<T>(
            this, invoer.Aanroep, Actie.Create, invoer.Id, model, null, 1, invoer.Nu, voorvoegsel => diensten.Nummers.Volgende(session.Store, Bron, voorvoegsel))
        { Gestuurd = Verzoek.Velden(invoer.Json), Toelichting = "Ingelezen", Bijlage = invoer.Bijlage, MetGebeurtenis = invoer.MetGebeurtenis, MetSpoor = invoer.MetSpoor };
        await Aanmaken.Schrijf(session, schrijven, Bereik.Volledig, diensten);
    }

    /// <summary>How one of it is called in the audit trail: its number or description, never a person.</summary>
    public Func<T, string> Weergave { get; init; } = static _ => "";

    /// <summary>Members that keep their value: another one is refused with <c>wijzigen-niet-toegelaten</c>.</summary>
    public IReadOnlySet<string> Onveranderlijk { get; init; } = new HashSet<string>();

    /// <summary>Reads the request of a POST, PUT or PATCH; null for plain JSON. What it finds besides the JSON is <see cref="Schrijven{T}.Bijlage"/>.</summary>
    public Func<Microsoft.AspNetCore.Http.HttpContext, Dienstverlening, Task<(System.Text.Json.JsonDocument Json, object? Bijlage)>>? Inlezen { get; init; }

    /// <summary>The rules of the standard for POST, PUT and PATCH, inside the write; they complete the record or refuse it.</summary>
    public Func<Schrijven<T>, Session, ValueTask<T>> Regels { get; init; } = static (schrijven, _) => ValueTask.FromResult(schrijven.Model);

    /// <summary>For a sub-resource: type and rank of what it belongs to, which decide who may see it.</summary>
    public Func<T, Session, ValueTask<(Guid Type, long Rang)>>? VanOuder { get; init; }

    /// <summary>What to answer when a unique index refuses it after the rules let it pass: another was first.</summary>
    public Func<UniqueConflictException, Standards.Problemen.ProbleemException> BijDubbel { get; init; } =
        static _ => Weiger.Ongeldig("nonFieldErrors", "unique", "Dit bestaat al.");

    /// <summary>What else changes with it, in the same transaction: links of parents, the parent's own fields.</summary>
    public Func<Schrijven<T>, Session, ValueTask> Gevolgen { get; init; } = static (_, _) => ValueTask.CompletedTask;

    /// <summary>What changes at other resources of the bron by their own writes, in the same transaction.</summary>
    public Func<Schrijven<T>, Session, Dienstverlening, ValueTask> Vervolg { get; init; } = static (_, _, _) => ValueTask.CompletedTask;

    /// <summary>Whether it may be removed, and what has to go before it, inside the write.</summary>
    public Func<Schrijven<T>, Session, Dienstverlening, ValueTask> Verwijderregels { get; init; } = static (_, _, _) => ValueTask.CompletedTask;

    /// <summary>What is left to change once it is gone: links of parents, the parent's own fields.</summary>
    public Func<Schrijven<T>, Session, ValueTask> Opruimen { get; init; } = static (_, _) => ValueTask.CompletedTask;

    /// <summary>Channel, main object and kenmerken of its notifications; null when nobody is notified.</summary>
    public Func<Schrijven<T>, Session, ValueTask<Melding>>? Melding { get; init; }
}

/// <summary>
/// Older versions of a resource, asked for by <c>versie</c> or <c>registratieOp</c>. The table has the columns <c>versie</c>, <c>begin_registratie</c>,
/// <c>body</c> and those of the authorisation filter, as the resource's own table has: an older version may have been more secret.
/// </summary>
/// <param name="Ouderkolom">Column with the id of the resource.</param>
/// <param name="Gereedkolom">Column, in both tables, that is 1 when the version is ready for publication.</param>
internal sealed record Versies(string Tabel, string Ouderkolom, string Gereedkolom);

/// <summary>An index column.</summary>
internal sealed record Kolom<T>(string Naam, Func<T, object?> Waarde);

/// <summary>A reverse link.</summary>
/// <param name="Veld">Field of the standard: <c>rollen</c>.</param>
/// <param name="Kolom">Column that holds the URLs as JSON, with commas.</param>
/// <param name="Enkel">One URL or null, instead of an array.</param>
/// <param name="Kindtabel">Where the children are found when they are too many for the column.</param>
/// <param name="Ouderkolom">Column of the child that points at this resource.</param>
internal sealed record Link(string Veld, string Kolom, bool Enkel, string Kindtabel = "", string Ouderkolom = "", string Kindpad = "");

/// <summary>A computed member.</summary>
/// <param name="Kolommen">Columns it is computed from, or expressions, in which <c>{dag}</c> stands for the day of the request (<see cref="Aanroep.Dag"/>).</param>
/// <param name="Schrijf">JSON of the value, from those columns.</param>
internal sealed record Berekend(string Veld, IReadOnlyList<string> Kolommen, Func<IReadOnlyList<object?>, string> Schrijf);

/// <summary>What a notification tells besides the resource itself.</summary>
internal sealed record Melding(string Kanaal, string Hoofdobject, long Versie, IReadOnlyDictionary<string, string> Kenmerken);
