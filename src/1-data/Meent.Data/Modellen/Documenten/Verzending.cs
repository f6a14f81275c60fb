namespace Meent.Data.Modellen.Documenten;

/// <summary>That a document was sent to someone or received from someone, at one address (Documenten API 1.7.0, schema Verzending).</summary>
public sealed record Verzending
{
    [Url, Max(200)] public required string Betrokkene { get; init; }
    [Url, Max(1000)] public required string Informatieobject { get; init; }
    [Keuze("afzender", "geadresseerde")] public required string AardRelatie { get; init; }
    [Max(200)] public string Toelichting { get; init; } = "";
    public DateOnly? Ontvangstdatum { get; init; }
    public DateOnly? Verzenddatum { get; init; }
    [Url, Max(1000)] public required string ContactPersoon { get; init; }
    [Max(40)] public string Contactpersoonnaam { get; init; } = "";
    public BinnenlandsAdres? BinnenlandsCorrespondentieadres { get; init; }
    public BuitenlandsAdres? BuitenlandsCorrespondentieadres { get; init; }
    public Postadres? CorrespondentiePostadres { get; init; }
    [Max(15)] public string? Faxnummer { get; init; }
    [Max(100)] public string? Emailadres { get; init; }
    public bool MijnOverheid { get; init; }
    [Max(15)] public string? Telefoonnummer { get; init; }
}

public sealed record BinnenlandsAdres
{
    [Max(1)] public string Huisletter { get; init; } = "";

    /// <summary>1 to 99999.</summary>
    [Bereik(1, 99_999)] public required int Huisnummer { get; init; }

    /// <summary>Spelled as the standard spells it.</summary>
    [Max(4)] public string HuisnummerToevoeging { get; init; } = "";

    [Max(80), NietLeeg] public required string NaamOpenbareRuimte { get; init; }
    [Max(6)] public string Postcode { get; init; } = "";
    [Max(80), NietLeeg] public required string Woonplaatsnaam { get; init; }
}

public sealed record BuitenlandsAdres
{
    [Max(35), NietLeeg] public required string AdresBuitenland1 { get; init; }
    [Max(35)] public string AdresBuitenland2 { get; init; } = "";
    [Max(35)] public string AdresBuitenland3 { get; init; } = "";
    [Url, Max(200)] public required string LandPostadres { get; init; }
}

public sealed record Postadres
{
    /// <summary>1 to 9999.</summary>
    [Bereik(1, 9_999)] public required int PostBusOfAntwoordnummer { get; init; }

    [Max(6), NietLeeg] public required string PostadresPostcode { get; init; }
    [Keuze("antwoordnummer", "postbusnummer")] public required string PostadresType { get; init; }
    [Max(80), NietLeeg] public required string Woonplaatsnaam { get; init; }
}
