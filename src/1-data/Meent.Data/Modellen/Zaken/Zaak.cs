using System.Text.Json;
using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Zaken;

/// <summary>A case (Zaken API 1.7.0, schema Zaak). Reverse links (status, rollen, …) are not here: they stand in columns of their own.</summary>
public sealed record Zaak
{
    [Max(40)] public string Identificatie { get; init; } = "";
    [Rsin] public required string Bronorganisatie { get; init; }
    [Max(80)] public string Omschrijving { get; init; } = "";
    [Max(1000)] public string Toelichting { get; init; } = "";
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    public DateOnly? Registratiedatum { get; init; }
    [Rsin] public required string VerantwoordelijkeOrganisatie { get; init; }
    public required DateOnly Startdatum { get; init; }
    [AlleenLezen] public DateOnly? Einddatum { get; init; }
    public DateOnly? EinddatumGepland { get; init; }
    public DateOnly? UiterlijkeEinddatumAfdoening { get; init; }
    public DateOnly? Publicatiedatum { get; init; }
    [Url, Max(1000)] public string Communicatiekanaal { get; init; } = "";
    public IReadOnlyList<string> ProductenOfDiensten { get; init; } = [];

    [Keuze(Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim, "")]
    public string Vertrouwelijkheidaanduiding { get; init; } = "";

    [Keuze("nvt", "nog_niet", "gedeeltelijk", "geheel", "")] public string Betalingsindicatie { get; init; } = "";
    [AlleenLezen] public string BetalingsindicatieWeergave { get; init; } = "";
    public DateTimeOffset? LaatsteBetaaldatum { get; init; }

    /// <summary>GeoJSON, as it came.</summary>
    public JsonElement? Zaakgeometrie { get; init; }

    /// <summary>Never absent in an answer (zrc-012); so for the other groups.</summary>
    public Verlenging? Verlenging { get; init; }
    public Opschorting? Opschorting { get; init; }
    [Url, Max(1000)] public string Selectielijstklasse { get; init; } = "";
    [Url, Max(1000)] public string? Hoofdzaak { get; init; }
    public IReadOnlyList<RelevanteZaak> RelevanteAndereZaken { get; init; } = [];
    public IReadOnlyList<ZaakKenmerk> Kenmerken { get; init; } = [];
    [Keuze("blijvend_bewaren", "vernietigen", "")] public string? Archiefnominatie { get; init; }

    [Keuze("nog_te_archiveren", "gearchiveerd", "gearchiveerd_procestermijn_onbekend", "overgedragen")]
    public string Archiefstatus { get; init; } = "nog_te_archiveren";

    public DateOnly? Archiefactiedatum { get; init; }
    [Rsin] public string OpdrachtgevendeOrganisatie { get; init; } = "";
    [Max(200)] public string? Processobjectaard { get; init; }
    public DateOnly? StartdatumBewaartermijn { get; init; }
    public Processobject? Processobject { get; init; }
}

public sealed record Verlenging
{
    /// <summary>No extension: a client that sends back what it read says the same.</summary>
    public static readonly Verlenging Geen = new() { Reden = "", Duur = "P0D" };

    [Max(200)] public required string Reden { get; init; }
    [Duur] public required string Duur { get; init; }
}

public sealed record Opschorting
{
    public static readonly Opschorting Geen = new() { Indicatie = false, Reden = "" };

    public required bool Indicatie { get; init; }
    [Max(200)] public required string Reden { get; init; }
}

public sealed record RelevanteZaak
{
    [Url, Max(1000)] public required string Url { get; init; }
    [Keuze("vervolg", "onderwerp", "bijdrage", "overig")] public required string AardRelatie { get; init; }
    [Max(255)] public string OverigeRelatie { get; init; } = "";
    [Max(255)] public string Toelichting { get; init; } = "";
}

public sealed record ZaakKenmerk
{
    [Max(40)] public required string Kenmerk { get; init; }
    [Max(40)] public required string Bron { get; init; }
}

public sealed record Processobject
{
    public static readonly Processobject Geen = new() { Datumkenmerk = "", Identificatie = "", Objecttype = "", Registratie = "" };

    [Max(250)] public required string Datumkenmerk { get; init; }
    [Max(250)] public required string Identificatie { get; init; }
    [Max(250)] public required string Objecttype { get; init; }
    [Max(250)] public required string Registratie { get; init; }
}
