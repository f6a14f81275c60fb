namespace Meent.Data.Modellen.Zaken;

/// <summary>That a contactmoment was about a case (Zaken API 1.7.0, schema ZaakContactMoment).</summary>
public sealed record ZaakContactMoment : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public required string Contactmoment { get; init; }
}

/// <summary>The verzoek that led to a case (Zaken API 1.7.0, schema ZaakVerzoek).</summary>
public sealed record ZaakVerzoek : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public required string Verzoek { get; init; }
}

/// <summary>A contact about a case, kept with the case itself (Zaken API 1.7.0, schema KlantContact; deprecated there).</summary>
public sealed record KlantContact : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Max(14)] public string Identificatie { get; init; } = "";
    public required DateTimeOffset Datumtijd { get; init; }
    [Max(20)] public string Kanaal { get; init; } = "";
    [Max(200)] public string Onderwerp { get; init; } = "";
    [Max(1000)] public string Toelichting { get; init; } = "";
}

/// <summary>A note at a case (Zaken API 1.7.0, schema ZaakNotitie; experimental there). It can be changed while it is a concept.</summary>
public sealed record ZaakNotitie : IZaakdeel
{
    [Max(255), NietLeeg] public required string Onderwerp { get; init; }
    [NietLeeg] public required string Tekst { get; init; }
    [Max(255)] public string AangemaaktDoor { get; init; } = "";
    [Keuze("intern", "extern")] public string NotitieType { get; init; } = "intern";
    [Keuze("concept", "definitief")] public string Status { get; init; } = "concept";
    [AlleenLezen] public DateTimeOffset? Aanmaakdatum { get; init; }
    [AlleenLezen] public DateTimeOffset? Wijzigingsdatum { get; init; }

    /// <summary>The zaak.</summary>
    [Url, Max(1000)] public required string GerelateerdAan { get; init; }

    string IZaakdeel.Zaak => GerelateerdAan;
}
