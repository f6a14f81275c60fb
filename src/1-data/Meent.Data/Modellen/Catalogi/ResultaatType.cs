namespace Meent.Data.Modellen.Catalogi;

/// <summary>A result that cases of a type can have, and how long they are kept then (Catalogi API 1.3.3, schema ResultaatType).</summary>
public sealed record ResultaatType
{
    [Url, Max(1000)] public required string Zaaktype { get; init; }
    [Max(30), NietLeeg] public required string Omschrijving { get; init; }
    [Url, Max(1000)] public required string Resultaattypeomschrijving { get; init; }

    /// <summary>Of the reference list (ztc-002).</summary>
    [AlleenLezen] public string OmschrijvingGeneriek { get; init; } = "";
    [Url, Max(1000)] public required string Selectielijstklasse { get; init; }
    public string Toelichting { get; init; } = "";
    [Keuze("blijvend_bewaren", "vernietigen", "")] public string Archiefnominatie { get; init; } = "";
    [Duur] public string? Archiefactietermijn { get; init; }
    public BrondatumArchiefprocedure? BrondatumArchiefprocedure { get; init; }
    [Max(200)] public string? Procesobjectaard { get; init; }
    [Url, Verborgen] public string? Catalogus { get; init; }
    [Verborgen] public DateOnly? BeginGeldigheid { get; init; }
    [Verborgen] public DateOnly? EindeGeldigheid { get; init; }
    [Verborgen] public DateOnly? BeginObject { get; init; }
    [Verborgen] public DateOnly? EindeObject { get; init; }
    public bool? IndicatieSpecifiek { get; init; }
    [Duur] public string? Procestermijn { get; init; }

    /// <summary>By omschrijving.</summary>
    [Typenaam, Verborgen] public IReadOnlyList<string> Besluittypen { get; init; } = [];

    /// <summary>By omschrijving.</summary>
    [Typenaam, Verborgen] public IReadOnlyList<string> Informatieobjecttypen { get; init; } = [];
}

/// <summary>From what day the archiefactietermijn counts.</summary>
public sealed record BrondatumArchiefprocedure
{
    [Keuze("afgehandeld", "ander_datumkenmerk", "eigenschap", "gerelateerde_zaak", "hoofdzaak", "ingangsdatum_besluit", "termijn", "vervaldatum_besluit", "zaakobject")]
    public required string Afleidingswijze { get; init; }

    [Max(80)] public string Datumkenmerk { get; init; } = "";
    public bool EinddatumBekend { get; init; }

    [Keuze("adres", "besluit", "buurt", "enkelvoudig_document", "gemeente", "gemeentelijke_openbare_ruimte", "huishouden", "inrichtingselement",
        "kadastrale_onroerende_zaak", "kunstwerkdeel", "maatschappelijke_activiteit", "medewerker", "natuurlijk_persoon", "niet_natuurlijk_persoon",
        "openbare_ruimte", "organisatorische_eenheid", "pand", "spoorbaandeel", "status", "terreindeel", "terrein_gebouwd_object", "vestiging",
        "waterdeel", "wegdeel", "wijk", "woonplaats", "woz_deelobject", "woz_object", "woz_waarde", "zakelijk_recht", "overige", "")]
    public string Objecttype { get; init; } = "";

    [Max(80)] public string Registratie { get; init; } = "";
    [Duur] public string? Procestermijn { get; init; }
}
