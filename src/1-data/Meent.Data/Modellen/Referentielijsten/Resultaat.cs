namespace Meent.Data.Modellen.Referentielijsten;

/// <summary>
/// How long the file of a case with this outcome is kept (Referentielijsten API 0.6.0, schema Resultaat). Lengths are those of the published list, which
/// goes beyond the schema's for descriptions.
/// </summary>
public sealed record Resultaat
{
    [Url, NietLeeg] public required string ProcesType { get; init; }
    public required int Nummer { get; init; }
    public required string VolledigNummer { get; init; }
    public required bool Generiek { get; init; }
    public required bool Specifiek { get; init; }
    [Max(40), NietLeeg] public required string Naam { get; init; }
    public string Omschrijving { get; init; } = "";
    [Max(200)] public required string Herkomst { get; init; }

    /// <summary>Empty for some rows of the published list.</summary>
    [Keuze("", "blijvend_bewaren", "vernietigen")] public required string Waardering { get; init; }

    [Keuze("", "nihil", "bestaansduur_procesobject", "ingeschatte_bestaansduur_procesobject", "vast_te_leggen_datum", "samengevoegd_met_bewaartermijn")]
    public string Procestermijn { get; init; } = "";
    public required string ProcestermijnWeergave { get; init; }

    /// <summary>ISO 8601 duration; null when the file is kept for ever.</summary>
    [Duur] public string? Bewaartermijn { get; init; }
    public string Toelichting { get; init; } = "";
    public bool AlgemeenBestuurEnInrichtingOrganisatie { get; init; }
    public bool BedrijfsvoeringEnPersoneel { get; init; }
    public bool PubliekeInformatieEnRegistratie { get; init; }
    public bool Burgerzaken { get; init; }
    public bool Veiligheid { get; init; }
    public bool VerkeerEnVervoer { get; init; }
    public bool Economie { get; init; }
    public bool Onderwijs { get; init; }
    public bool SportCultuurEnRecreatie { get; init; }
    public bool SociaalDomein { get; init; }
    public bool VolksgezonheidEnMilieu { get; init; }
    public bool Vhrosv { get; init; }
    public bool HeffenBelastingen { get; init; }
    public bool AlleTaakgebieden { get; init; }
    [Max(20)] public string ProcestermijnOpmerking { get; init; } = "";
}
